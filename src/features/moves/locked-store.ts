// All SQL of locked files that were brought in and not opened yet.

import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { LocalAreaId, PersonId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'

export interface LockedPackage {
  readonly id: string
  readonly fileName: string
  readonly sha256: string
  readonly size: number
  readonly broughtAt: Instant
  readonly broughtByName: string
  /** The arrival that was in it; absent while nobody has opened it. */
  readonly arrivalId?: string
  readonly isPutAway: boolean
}

const rowsOf = (tx: Tx, localAreaId: LocalAreaId) => tx.db.selectFrom('lockedPackage as k').innerJoin('person as n', 'n.id', 'k.broughtBy')
  .select(['k.id', 'k.fileName', 'k.sha256', 'k.size', 'k.broughtAt', 'k.arrivalId', 'k.putAwayAt', 'n.fullName']).where('k.localAreaId', '=', localAreaId)

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]
const toLocked = ({ id, fileName, sha256, size, broughtAt, arrivalId, putAwayAt, fullName }: Row): LockedPackage =>
  ({ id, fileName, sha256, size, broughtAt, broughtByName: fullName, isPutAway: putAwayAt !== null, ...(arrivalId === null ? {} : { arrivalId }) })

/** What waits for its passphrase, the longest first. */
export const listLocked = async (tx: Tx, localAreaId: LocalAreaId): Promise<LockedPackage[]> =>
  (await rowsOf(tx, localAreaId).where('k.openedAt', 'is', null).where('k.putAwayAt', 'is', null).orderBy('k.broughtAt').orderBy('k.id').execute()).map(toLocked)

/** NotFound in another area. */
export async function getLocked(tx: Tx, localAreaId: LocalAreaId, lockedId: string, { lock = false } = {}): Promise<LockedPackage> {
  if (!isId(lockedId)) throw new NotFound('locked package')
  const query = rowsOf(tx, localAreaId).where('k.id', '=', lockedId)
  const row = await (lock ? query.forUpdate('k') : query).executeTakeFirst()
  if (row === undefined) throw new NotFound('locked package')
  return toLocked(row)
}

export async function insertLocked(tx: Tx, localAreaId: LocalAreaId, locked: { readonly fileName: string; readonly sha256: string; readonly size: number; readonly broughtBy: PersonId }): Promise<string> {
  const id = tx.newId<string>()
  await tx.db.insertInto('lockedPackage').values({ ...locked, localAreaId, id, broughtAt: tx.now }).execute()
  return id
}

export async function markOpened(tx: Tx, localAreaId: LocalAreaId, lockedId: string, arrivalId: string): Promise<void> {
  await tx.db.updateTable('lockedPackage').set({ openedAt: tx.now, arrivalId }).where('localAreaId', '=', localAreaId).where('id', '=', lockedId).execute()
}

export async function putAway(tx: Tx, localAreaId: LocalAreaId, lockedId: string, by: PersonId): Promise<void> {
  await tx.db.updateTable('lockedPackage').set({ putAwayAt: tx.now, putAwayBy: by }).where('localAreaId', '=', localAreaId).where('id', '=', lockedId).execute()
}
