// A child's types of need for the national return, with days (table child_need): a primary one, and at most one more.

import { addDays } from '../../domain/calendar/plain-date.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { ItemRank } from '../../domain/case-file/return-facts.ts'
import type { Dated, WayToRecord } from '../../domain/sen2/dated-items.ts'
import type { NeedCode } from '../../domain/sen2/sen2-return.ts'
import type { Tx } from '../tx.ts'
import type { ChildKey } from './family-rows.ts'

export interface ChildNeed extends Dated {
  readonly id: string
  readonly need: NeedCode
  readonly rank: ItemRank
}

/** All that was ever recorded, what stands now first. */
export async function listChildNeeds(tx: Tx, { localAreaId, childId }: ChildKey): Promise<ChildNeed[]> {
  const rows = await tx.db.selectFrom('childNeed').selectAll().where('localAreaId', '=', localAreaId).where('childId', '=', childId).orderBy('fromOn', 'desc').orderBy('rank').execute()
  return rows.map(({ id, need, rank, fromOn, toOn }) => ({ id, need: need as NeedCode, rank: rank === 2 ? 2 : 1, fromOn, ...(toOn === null ? {} : { toOn }) }))
}

export async function insertChildNeed(tx: Tx, { localAreaId, childId }: ChildKey, { need, rank, fromOn, toOn }: Omit<ChildNeed, 'id'>): Promise<void> {
  await tx.db.insertInto('childNeed').values({ localAreaId, id: tx.newId<string>(), childId, need, rank, fromOn, toOn: toOn ?? null, recordedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, recordedAt: tx.now }).execute()
}

/** The need of this rank from that day on; none: there is none any more, or (put right) there never was. The day was asked of `dayRefusal`. */
export async function saveChildNeed(tx: Tx, key: ChildKey, rank: ItemRank, need: NeedCode | undefined, since: PlainDate, how: WayToRecord): Promise<void> {
  const open = (await listChildNeeds(tx, key)).find((one) => one.rank === rank && one.toOn === undefined)
  if (open === undefined) {
    if (need !== undefined) await insertChildNeed(tx, key, { need, rank, fromOn: since })
    return
  }
  if (how === 'change' && open.need === need) return
  if (how === 'put-right' && need !== undefined) {
    await tx.db.updateTable('childNeed').set({ need, fromOn: since, recordedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, recordedAt: tx.now })
      .where('localAreaId', '=', key.localAreaId).where('id', '=', open.id).execute()
  } else if (how === 'put-right') {
    await tx.db.deleteFrom('childNeed').where('localAreaId', '=', key.localAreaId).where('id', '=', open.id).execute()
  } else {
    await tx.db.updateTable('childNeed').set({ toOn: addDays(since, -1) }).where('localAreaId', '=', key.localAreaId).where('id', '=', open.id).execute()
    if (need !== undefined) await insertChildNeed(tx, key, { need, rank, fromOn: since })
  }
}
