import type { Tx } from '../../../casebook/tx.ts'
import type { Instant } from '../../../domain/calendar/plain-date.ts'
import type { LocalAreaId, PersonId } from '../../../domain/ids.ts'

export interface IdleLimit {
  readonly staffIdleMinutes: number
  readonly changedAt: Instant
  readonly by: string
}

export async function findIdleLimit(tx: Tx, localAreaId: LocalAreaId): Promise<IdleLimit | undefined> {
  return tx.db.selectFrom('sessionLimit as l').innerJoin('person as p', 'p.id', 'l.changedBy').select(['l.staffIdleMinutes', 'l.changedAt', 'p.fullName as by'])
    .where('l.localAreaId', '=', localAreaId).executeTakeFirst()
}

/** Holds from the next page that anybody of the area's staff asks for. */
export async function saveIdleLimit(tx: Tx, localAreaId: LocalAreaId, { minutes, by }: { minutes: number; by: PersonId }): Promise<void> {
  const held = { staffIdleMinutes: minutes, changedAt: tx.now, changedBy: by }
  await tx.db.insertInto('sessionLimit').values({ localAreaId, ...held }).onConflict((conflict) => conflict.column('localAreaId').doUpdateSet(held)).execute()
}
