// The family of a child as pages read it: ties with their evidence and dates, homes, and how the child takes part. The words
// of a protected address are read by no page.

import type { Tie } from '../../casebook/family-rows.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { addDays } from '../../domain/calendar/plain-date.ts'
import type { PersonId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'

export const safeContacts = ['any', 'email', 'phone', 'post', 'hub', 'none'] as const
export type SafeContact = (typeof safeContacts)[number]

/** Everything that is recorded of a family member but their id. */
export interface FamilyMember {
  readonly fullName: string
  readonly email?: string
  readonly phone?: string
  readonly relation: string
  readonly hasResponsibility: boolean
  readonly responsibilityEvidence?: string
  readonly responsibilityFrom?: PlainDate
  readonly restriction?: string
  readonly restrictionEvidence?: string
  readonly restrictionFrom?: PlainDate
  readonly restrictionTo?: PlainDate
  readonly livesWithChild: boolean
  readonly safeContact: SafeContact
  readonly safeContactNote?: string
  readonly language?: string
  readonly needsInterpreter: boolean
  readonly formats: readonly string[]
}

export interface KnownMember extends FamilyMember {
  readonly relationshipId: string
  readonly personId: PersonId
  /** They have the parent's or young person's part in this case today. */
  readonly isOnCase: boolean
}

/** Leaves out what is not there, as our optional properties want it. */
function present<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> }
}

export async function listFamily(tx: Tx, caseFile: CaseFile): Promise<KnownMember[]> {
  const rows = await tx.db.selectFrom('relationship as r').innerJoin('person as n', 'n.id', 'r.personId').selectAll('r').select(['n.fullName', 'n.email', 'n.phone'])
    .select((eb) => eb.exists(eb.selectFrom('caseParty as p').select('p.id').where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id)
      .whereRef('p.personId', '=', 'r.personId').where('p.part', 'in', ['parent', 'young-person']).where('p.fromOn', '<=', tx.today)
      .where((or) => or.or([or('p.toOn', 'is', null), or('p.toOn', '>=', tx.today)]))).as('isOnCase'))
    .where('r.localAreaId', '=', caseFile.localAreaId).where('r.childId', '=', caseFile.child.id).orderBy('n.fullName').execute()
  return rows.map((row) => ({
    relationshipId: row.id, personId: row.personId, isOnCase: Boolean(row.isOnCase), fullName: row.fullName, relation: row.relation,
    hasResponsibility: row.hasParentalResponsibility, livesWithChild: row.livesWithChild, needsInterpreter: row.needsInterpreter, formats: row.formats,
    safeContact: safeContacts.find((one) => one === row.safeContact) ?? 'none',
    ...present({
      email: row.email, phone: row.phone, responsibilityEvidence: row.responsibilityEvidence, responsibilityFrom: row.responsibilityFrom, restriction: row.restriction,
      restrictionEvidence: row.restrictionEvidence, restrictionFrom: row.restrictionFrom, restrictionTo: row.restrictionTo,
      safeContactNote: row.safeContactNote, language: row.language,
    }),
  }))
}

/** Somebody on record with this e-mail address: an address is one person's alone. */
export async function findByEmail(tx: Tx, email: string): Promise<{ id: PersonId; fullName: string } | undefined> {
  return tx.db.selectFrom('person').select(['id', 'fullName']).where((eb) => eb(eb.fn<string>('lower', ['email']), '=', email.toLowerCase())).limit(1).executeTakeFirst()
}

/** What is kept of a family member in their tie to the child. */
export const tieOf = (member: FamilyMember): Tie => ({
  relation: member.relation, hasParentalResponsibility: member.hasResponsibility, responsibilityEvidence: member.responsibilityEvidence ?? null,
  responsibilityFrom: member.responsibilityFrom ?? null, restriction: member.restriction ?? null, restrictionEvidence: member.restrictionEvidence ?? null,
  restrictionFrom: member.restrictionFrom ?? null, restrictionTo: member.restrictionTo ?? null, livesWithChild: member.livesWithChild,
  safeContact: member.safeContact, safeContactNote: member.safeContactNote ?? null, language: member.language ?? null,
  needsInterpreter: member.needsInterpreter, formats: [...member.formats],
})

export interface HomeRow {
  readonly id: string
  readonly household: string
  readonly isConfidential: boolean
  /** Absent when the address is protected: it is not read at all. */
  readonly lines?: readonly string[]
  readonly postcode?: string
  readonly fromOn: PlainDate
  readonly toOn?: PlainDate
}

/** Where the child lives and lived, the latest first. A protected address is told of without its words. */
export async function listHomes(tx: Tx, caseFile: CaseFile): Promise<HomeRow[]> {
  const rows = await tx.db.selectFrom('childAddress').select(['id', 'household', 'isConfidential', 'fromOn', 'toOn'])
    .select((eb) => [
      eb.case().when('isConfidential', '=', false).then(eb.ref('lines')).end().as('lines'),
      eb.case().when('isConfidential', '=', false).then(eb.ref('postcode')).end().as('postcode'),
    ])
    .where('localAreaId', '=', caseFile.localAreaId).where('childId', '=', caseFile.child.id).orderBy('fromOn', 'desc').orderBy('id', 'desc').execute()
  return rows.map(({ id, household, isConfidential, fromOn, toOn, lines, postcode }) => ({ id, household, isConfidential, fromOn, ...present({ lines, postcode, toOn }) }))
}

export interface NeedRow {
  readonly id: string
  readonly kind: string
  readonly detail?: string
  readonly fromOn: PlainDate
}

/** How the child takes part today. */
export async function listNeeds(tx: Tx, caseFile: CaseFile): Promise<NeedRow[]> {
  const rows = await tx.db.selectFrom('communicationNeed').select(['id', 'kind', 'detail', 'fromOn'])
    .where('localAreaId', '=', caseFile.localAreaId).where('childId', '=', caseFile.child.id)
    .where('fromOn', '<=', tx.today).where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).orderBy('fromOn').orderBy('id').execute()
  return rows.map(({ id, kind, fromOn, detail }) => ({ id, kind, fromOn, ...present({ detail }) }))
}

export async function insertNeed(tx: Tx, caseFile: CaseFile, { kind, detail }: { kind: string; detail: string }): Promise<void> {
  await tx.db.insertInto('communicationNeed').values({
    localAreaId: caseFile.localAreaId, id: tx.newId<string>(), childId: caseFile.child.id, kind, detail: detail === '' ? null : detail, fromOn: tx.today,
  }).execute()
}

/** Ends what is no longer so, yesterday; the history keeps it. Answers with its kind when there was one. */
export async function endNeed(tx: Tx, caseFile: CaseFile, needId: string): Promise<string | undefined> {
  if (!isId(needId)) return undefined
  const ended = await tx.db.updateTable('communicationNeed').set({ toOn: addDays(tx.today, -1) })
    .where('localAreaId', '=', caseFile.localAreaId).where('childId', '=', caseFile.child.id).where('id', '=', needId)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).returning('kind').executeTakeFirst()
  return ended?.kind
}
