// All SQL of where letters go and of addresses in doubt. The words of a protected address are in none of these rows
// (casebook/family/sealed-addresses.ts).

import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { PersonId } from '../../domain/ids.ts'
import { present } from './family-store.ts'

export interface ServiceAddressRow {
  readonly personId: PersonId
  readonly kind: string
  readonly lines: readonly string[]
  readonly postcode?: string
  readonly howKnown: string
  readonly fromOn: PlainDate
  readonly toOn?: PlainDate
}

/** Where each family member's letters go and went, the latest first. */
export async function listServiceAddresses(tx: Tx, caseFile: CaseFile): Promise<ServiceAddressRow[]> {
  const rows = await tx.db.selectFrom('serviceAddress').selectAll().where('localAreaId', '=', caseFile.localAreaId).where('childId', '=', caseFile.child.id)
    .orderBy('fromOn', 'desc').orderBy('id', 'desc').execute()
  return rows.map(({ personId, kind, lines, postcode, howKnown, fromOn, toOn }) => ({ personId, kind, lines, howKnown, fromOn, ...present({ postcode, toOn }) }))
}

export interface DisputeRow {
  readonly id: string
  readonly personId: PersonId
  readonly name: string
  readonly why: 'changed' | 'disputed' | 'returned'
  readonly openedAt: Instant
  /** Until then letters wait; absent: until somebody settles it. */
  readonly holdsUntil?: Instant
}

/** Addresses in doubt for which letters wait now. */
export async function listOpenDisputes(tx: Tx, caseFile: CaseFile): Promise<DisputeRow[]> {
  const rows = await tx.db.selectFrom('addressDispute as d').innerJoin('person as n', 'n.id', 'd.personId')
    .select(['d.id', 'd.personId', 'n.fullName as name', 'd.why', 'd.openedAt', 'd.holdsUntil'])
    .where('d.localAreaId', '=', caseFile.localAreaId).where('d.childId', '=', caseFile.child.id).where('d.closedAt', 'is', null)
    .where((eb) => eb.or([eb('d.holdsUntil', 'is', null), eb('d.holdsUntil', '>', tx.now)])).orderBy('d.openedAt').orderBy('d.id').execute()
  return rows.map(({ holdsUntil, why, ...row }) => ({ ...row, why: why as DisputeRow['why'], ...(holdsUntil === null ? {} : { holdsUntil }) }))
}

export async function openDispute(tx: Tx, caseFile: CaseFile, { personId, why, holdsUntil }: { personId: PersonId; why: DisputeRow['why']; holdsUntil?: Instant }): Promise<string> {
  const id = tx.newId<string>()
  await tx.db.insertInto('addressDispute').values({
    localAreaId: caseFile.localAreaId, id, childId: caseFile.child.id, caseId: caseFile.id, personId, why, openedAt: tx.now,
    openedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, holdsUntil: holdsUntil ?? null,
  }).execute()
  return id
}

/** Ends every hold on letters to this person. Answers with how many there were. */
export async function closeDisputes(tx: Tx, caseFile: CaseFile, personId: PersonId, outcome: string): Promise<number> {
  const closed = await tx.db.updateTable('addressDispute').set({ closedAt: tx.now, closedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, outcome })
    .where('localAreaId', '=', caseFile.localAreaId).where('childId', '=', caseFile.child.id).where('personId', '=', personId).where('closedAt', 'is', null).executeTakeFirst()
  return Number(closed.numUpdatedRows)
}

export interface ReadingRow {
  readonly name: string
  readonly reason: string
  readonly words?: string
  readonly askedAt: Instant
  readonly isShown: boolean
}

/** Who asked to see a protected address of the child, and why: the latest first. */
export async function listReadings(tx: Tx, caseFile: CaseFile): Promise<ReadingRow[]> {
  const rows = await tx.db.selectFrom('sealedAddressReading as r').innerJoin('person as n', 'n.id', 'r.personId').select(['n.fullName as name', 'r.reason', 'r.words', 'r.askedAt', 'r.shownAt'])
    .where('r.localAreaId', '=', caseFile.localAreaId).where('r.childId', '=', caseFile.child.id).orderBy('r.askedAt', 'desc').orderBy('r.id', 'desc').limit(50).execute()
  return rows.map(({ name, reason, words, askedAt, shownAt }) => ({ name, reason, askedAt, isShown: shownAt !== null, ...present({ words }) }))
}
