// The family of a child as pages read it: ties with their evidence and dates, homes, and how the child takes part. The words
// of a protected address are read by no page.

import { z } from 'zod'
import { listFamilyOnCase } from '../../casebook/sending/family-addressees.ts'
import type { ContactRules, Responsibility, ResponsibilityBasis, Tie } from '../../casebook/family/family-rows.ts'
import { responsibilityBases } from '../../casebook/family/family-rows.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import { addDays } from '../../domain/calendar/plain-date.ts'
import type { PersonId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'

export const safeContacts = ['any', 'email', 'phone', 'post', 'hub', 'none'] as const
export type SafeContact = (typeof safeContacts)[number]

/** Parental responsibility and care, with what was seen of them. */
export interface MemberInLaw {
  readonly hasResponsibility: boolean
  readonly responsibilityBasis?: ResponsibilityBasis
  readonly responsibilityEvidence?: string
  readonly evidenceDatedOn?: PlainDate
  readonly evidenceSeenBy?: PersonId
  readonly evidenceSeenOn?: PlainDate
  readonly responsibilityFrom?: PlainDate
  readonly responsibilityTo?: PlainDate
  readonly livesWithChild: boolean
  readonly careFrom?: PlainDate
  readonly careTo?: PlainDate
}

/** How it is safe to reach somebody. */
export interface MemberContact {
  readonly safeContact: SafeContact
  readonly safeContactNote?: string
  readonly safeTimes?: string
  readonly mayLeaveVoicemail?: boolean
  readonly contactAs?: string
  readonly contactAskedOn?: PlainDate
}

/** Who somebody is and what helps them to read and speak with us. */
export interface MemberPerson {
  readonly fullName: string
  readonly email?: string
  readonly phone?: string
  readonly relation: string
  readonly language?: string
  readonly needsInterpreter: boolean
  readonly formats: readonly string[]
}

/** Everything that is recorded of a family member but their id. */
export interface FamilyMember extends MemberPerson, MemberInLaw, MemberContact {}

export interface KnownMember extends FamilyMember {
  readonly relationshipId: string
  readonly personId: PersonId
  /** They have the parent's or young person's part in this case today. */
  readonly isOnCase: boolean
  readonly evidenceSeenByName?: string
}

/** Leaves out what is not there, as our optional properties want it. */
export function present<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> }
}

export async function listFamily(tx: Tx, caseFile: CaseFile): Promise<KnownMember[]> {
  const rows = await tx.db.selectFrom('relationship as r').innerJoin('person as n', 'n.id', 'r.personId').leftJoin('person as e', 'e.id', 'r.evidenceSeenBy').selectAll('r').select(['n.fullName', 'n.email', 'n.phone', 'e.fullName as evidenceSeenByName'])
    .select((eb) => eb.exists(eb.selectFrom('caseParty as p').select('p.id').where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id)
      .whereRef('p.personId', '=', 'r.personId').where('p.part', 'in', ['parent', 'young-person']).where('p.fromOn', '<=', tx.today)
      .where((or) => or.or([or('p.toOn', 'is', null), or('p.toOn', '>=', tx.today)]))).as('isOnCase'))
    .where('r.localAreaId', '=', caseFile.localAreaId).where('r.childId', '=', caseFile.child.id).orderBy('n.fullName').execute()
  return rows.map((row) => ({
    relationshipId: row.id, personId: row.personId, isOnCase: Boolean(row.isOnCase), fullName: row.fullName, relation: row.relation,
    hasResponsibility: row.hasParentalResponsibility, livesWithChild: row.livesWithChild, needsInterpreter: row.needsInterpreter, formats: row.formats,
    safeContact: safeContacts.find((one) => one === row.safeContact) ?? 'none',
    ...present({
      email: row.email, phone: row.phone, responsibilityBasis: responsibilityBases.find((one) => one === row.responsibilityBasis), responsibilityEvidence: row.responsibilityEvidence,
      evidenceDatedOn: row.evidenceDatedOn, evidenceSeenBy: row.evidenceSeenBy, evidenceSeenOn: row.evidenceSeenOn, evidenceSeenByName: row.evidenceSeenByName,
      responsibilityFrom: row.responsibilityFrom, responsibilityTo: row.responsibilityTo, careFrom: row.careFrom, careTo: row.careTo,
      safeContactNote: row.safeContactNote, safeTimes: row.safeTimes, mayLeaveVoicemail: row.mayLeaveVoicemail, contactAs: row.contactAs, contactAskedOn: row.contactAskedOn, language: row.language,
    }),
  }))
}

/** One family member by their tie, or NotFound. */
export async function getMember(tx: Tx, caseFile: CaseFile, relationshipId: string): Promise<KnownMember> {
  const member = (await listFamily(tx, caseFile)).find((one) => one.relationshipId === relationshipId)
  if (member === undefined) throw new NotFound('family member')
  return member
}

/** Somebody on record with this e-mail address: an address is one person's alone. */
export async function findByEmail(tx: Tx, email: string): Promise<{ id: PersonId; fullName: string } | undefined> {
  return tx.db.selectFrom('person').select(['id', 'fullName']).where((eb) => eb(eb.fn<string>('lower', ['email']), '=', email.toLowerCase())).limit(1).executeTakeFirst()
}

export interface FamilyParty {
  readonly personId: PersonId
  readonly name: string
  readonly part: 'parent' | 'young-person' | 'representative'
}

/** The family members with a part in the case today that gives them something. */
export async function listFamilyParties(tx: Tx, caseFile: CaseFile): Promise<FamilyParty[]> {
  return (await listFamilyOnCase(tx, caseFile)).flatMap(({ part, to }) => (to.personId === undefined ? [] : [{ personId: to.personId, name: to.name, part }]))
}

/** What is kept of a family member in their tie to the child, side by side as it is changed. */
export const personSideOf = ({ relation, language, needsInterpreter, formats }: MemberPerson) =>
  ({ relation, language: language ?? null, needsInterpreter, formats: [...formats] })

export const responsibilitySideOf = (member: MemberInLaw): Responsibility => ({
  hasParentalResponsibility: member.hasResponsibility, responsibilityBasis: member.responsibilityBasis ?? null, responsibilityEvidence: member.responsibilityEvidence ?? null,
  evidenceDatedOn: member.evidenceDatedOn ?? null, evidenceSeenBy: member.evidenceSeenBy ?? null, evidenceSeenOn: member.evidenceSeenOn ?? null,
  responsibilityFrom: member.responsibilityFrom ?? null, responsibilityTo: member.responsibilityTo ?? null,
  livesWithChild: member.livesWithChild, careFrom: member.careFrom ?? null, careTo: member.careTo ?? null,
})

export const contactSideOf = (member: MemberContact): ContactRules => ({
  safeContact: member.safeContact, safeContactNote: member.safeContactNote ?? null, safeTimes: member.safeTimes ?? null,
  mayLeaveVoicemail: member.mayLeaveVoicemail ?? null, contactAs: member.contactAs ?? null, contactAskedOn: member.contactAskedOn ?? null,
})

export const tieOf = (member: FamilyMember): Tie => ({ ...personSideOf(member), ...responsibilitySideOf(member), ...contactSideOf(member) })

export interface TieBefore {
  readonly what: string
  readonly was: Readonly<Record<string, unknown>>
  readonly changedAt: Instant
  readonly changedByName?: string
}

/** A tie as it stood before each change, the latest first. */
export async function listTiesBefore(tx: Tx, caseFile: CaseFile, relationshipId: string): Promise<TieBefore[]> {
  const rows = await tx.db.selectFrom('relationshipWas as w').leftJoin('person as n', 'n.id', 'w.changedBy').select(['w.what', 'w.was', 'w.changedAt', 'n.fullName'])
    .where('w.localAreaId', '=', caseFile.localAreaId).where('w.childId', '=', caseFile.child.id).where('w.relationshipId', '=', relationshipId).orderBy('w.changedAt', 'desc').orderBy('w.id', 'desc').execute()
  return rows.map(({ what, was, changedAt, fullName }) => ({ what, was: z.record(z.string(), z.unknown()).parse(was), changedAt, ...(fullName === null ? {} : { changedByName: fullName }) }))
}

export interface HomeRow {
  readonly id: string
  readonly household: string
  readonly isConfidential: boolean
  /** Absent when the address is protected: it is not read at all. */
  readonly lines?: readonly string[]
  readonly postcode?: string
  readonly fromOn: PlainDate
  readonly toOn?: PlainDate
  readonly residentIds?: readonly string[]
  readonly lettersBy?: string
  readonly howKnown?: string
}

/** Where the child lives and lived, the latest first. The words of a protected address are not in these rows. */
export async function listHomes(tx: Tx, caseFile: CaseFile): Promise<HomeRow[]> {
  const rows = await tx.db.selectFrom('childAddress').select(['id', 'household', 'isConfidential', 'fromOn', 'toOn', 'lines', 'postcode', 'residentIds', 'lettersBy', 'howKnown'])
    .where('localAreaId', '=', caseFile.localAreaId).where('childId', '=', caseFile.child.id).orderBy('fromOn', 'desc').orderBy('id', 'desc').execute()
  return rows.map(({ id, household, isConfidential, fromOn, lines, toOn, postcode, residentIds, lettersBy, howKnown }) =>
    ({ id, household, isConfidential, fromOn, ...(isConfidential ? {} : { lines }), ...present({ postcode, toOn, residentIds, lettersBy, howKnown }) }))
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
