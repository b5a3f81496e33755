// The rows of the people round a child: persons, their ties to the child with evidence and dates, and homes. A request names
// them first and the council puts them right later; both write here and nowhere else.

import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { addDays } from '../../domain/calendar/plain-date.ts'
import type { ChildId, LocalAreaId, PersonId } from '../../domain/ids.ts'
import { keepSealed, marksOf } from './sealed-addresses.ts'
import type { Tx } from '../tx.ts'

export interface Contact {
  readonly fullName: string
  readonly email?: string | undefined
  readonly phone?: string | undefined
}

/**
 * Somebody new. Whoever is only named in a request cannot sign in until the council has made sure who they are; and outside a
 * demonstration, where one click is enough, nobody can before they have opened the account to which they were invited
 * (accounts/account-rows.ts): until then their letters go on paper.
 */
export async function insertPerson(tx: Tx, person: Contact, { canSignIn }: { canSignIn: boolean }): Promise<PersonId> {
  const id = tx.newId<PersonId>()
  await tx.db.insertInto('person').values({ id, ...columnsOf(person), canSignIn: canSignIn && tx.house.isDemo, createdAt: tx.now }).execute()
  return id
}

/** How to reach a person who is family here. Somebody with a role of their own keeps what their work has on record. */
export async function updateContact(tx: Tx, personId: PersonId, contact: Contact): Promise<void> {
  const works = await tx.db.selectFrom('membership').select('id').where('personId', '=', personId).limit(1).executeTakeFirst()
  if (works === undefined) await tx.db.updateTable('person').set(columnsOf(contact)).where('id', '=', personId).execute()
}

const columnsOf = ({ fullName, email, phone }: Contact) => ({ fullName, email: email || null, phone: phone || null })

/** A child, in the area whose record it is. */
export interface ChildKey {
  readonly localAreaId: LocalAreaId
  readonly childId: ChildId
}

export interface ChildRow {
  readonly id: ChildId
  readonly givenName: string
  readonly familyName: string
  readonly preferredName?: string
  readonly bornOn: PlainDate
  readonly upn?: string
  readonly nhsNumber?: string
  readonly personId?: PersonId
  readonly sex?: 'M' | 'F'
  readonly ethnicityCode?: string
  readonly uln?: string
  readonly upnUnknown?: string
}

export async function insertChildRow(tx: Tx, localAreaId: LocalAreaId, child: ChildRow): Promise<void> {
  await tx.db.insertInto('child').values({ localAreaId, ...child }).execute()
}

/** What the national return asks of the child's own row; null: not known. */
export interface ChildDetails { readonly sex: 'M' | 'F' | 'U' | null; readonly ethnicityCode: string | null; readonly upn: string | null; readonly uln: string | null; readonly upnUnknown: string | null }

export async function findChildDetails(tx: Tx, { localAreaId, childId }: ChildKey): Promise<ChildDetails> {
  const row = await tx.db.selectFrom('child').select(['sex', 'ethnicityCode', 'upn', 'uln', 'upnUnknown']).where('localAreaId', '=', localAreaId).where('id', '=', childId).executeTakeFirstOrThrow()
  return { ...row, sex: row.sex as ChildDetails['sex'] }
}

export async function setChildDetails(tx: Tx, { localAreaId, childId }: ChildKey, details: Partial<ChildDetails>): Promise<void> {
  await tx.db.updateTable('child').set(details).where('localAreaId', '=', localAreaId).where('id', '=', childId).execute()
}

/** From now on the child is somebody in the hub: to be written to, and perhaps to sign in. */
export async function setChildPerson(tx: Tx, { localAreaId, childId }: ChildKey, personId: PersonId): Promise<void> {
  await tx.db.updateTable('child').set({ personId }).where('localAreaId', '=', localAreaId).where('id', '=', childId).execute()
}

/** Whoever was only written to on paper may sign in from now on: in a demonstration at once, else when they have opened their account. */
export async function letSignIn(tx: Tx, personId: PersonId): Promise<void> {
  if (tx.house.isDemo) await tx.db.updateTable('person').set({ canSignIn: true }).where('id', '=', personId).execute()
}

/** How parental responsibility is held (Children Act 1989). */
export const responsibilityBases = ['mother', 'father-on-certificate', 'order', 'agreement', 'adoption', 'special-guardian', 'local-authority'] as const
export type ResponsibilityBasis = (typeof responsibilityBases)[number]

/** Parental responsibility and care: what a person is to a child in law, what was seen of it, and when. */
export interface Responsibility {
  readonly hasParentalResponsibility: boolean
  readonly responsibilityBasis?: ResponsibilityBasis | null
  readonly responsibilityEvidence: string | null
  readonly evidenceDatedOn?: PlainDate | null
  /** Who of the council saw it, and when. */
  readonly evidenceSeenBy?: PersonId | null
  readonly evidenceSeenOn?: PlainDate | null
  readonly responsibilityFrom?: PlainDate | null
  readonly responsibilityTo?: PlainDate | null
  readonly livesWithChild: boolean
  readonly careFrom?: PlainDate | null
  readonly careTo?: PlainDate | null
}

/** How it is safe to reach somebody. */
export interface ContactRules {
  readonly safeContact: string
  readonly safeContactNote: string | null
  readonly safeTimes?: string | null
  readonly mayLeaveVoicemail?: boolean | null
  readonly contactAs?: string | null
  readonly contactAskedOn?: PlainDate | null
}

/** What ties a person to a child: what they are to each other, what was seen of it, and how they may be reached. */
export interface Tie extends Responsibility, ContactRules {
  readonly relation: string
  readonly language: string | null
  readonly needsInterpreter: boolean
  readonly formats: readonly string[]
}

export async function insertTie(tx: Tx, child: ChildKey, personId: PersonId, tie: Tie): Promise<void> {
  await tx.db.insertInto('relationship').values({ ...child, id: tx.newId<string>(), personId, ...tie, formats: [...tie.formats] }).execute()
}

/** Which side of a tie a change is about: each has a page and a history of its own. */
export type SideOfTie = 'person' | 'responsibility' | 'contact'

/** Changes one side of a tie and keeps it as it stood before. */
export async function updateTie(tx: Tx, { localAreaId, childId }: ChildKey, relationshipId: string, what: SideOfTie, tie: Partial<Tie>): Promise<void> {
  const was = await tx.db.selectFrom('relationship').selectAll().where('localAreaId', '=', localAreaId).where('childId', '=', childId).where('id', '=', relationshipId).forUpdate().executeTakeFirstOrThrow()
  await tx.db.insertInto('relationshipWas').values({
    localAreaId, id: tx.newId<string>(), childId, relationshipId, what, was: JSON.stringify(Object.fromEntries(Object.keys(tie).map((name) => [name, (was as Record<string, unknown>)[name] ?? null]))),
    changedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, changedAt: tx.now,
  }).execute()
  const { formats, ...rest } = tie
  await tx.db.updateTable('relationship').set({ ...rest, ...(formats === undefined ? {} : { formats: [...formats] }) })
    .where('localAreaId', '=', localAreaId).where('childId', '=', childId).where('id', '=', relationshipId).execute()
}

export interface NewHome {
  readonly lines: readonly string[]
  readonly postcode?: string
  /** Whose home it is, where a child has several; the first one is nobody's in particular. */
  readonly household?: string
  readonly isConfidential: boolean
  readonly fromOn: PlainDate
  /** Which family members live there; left out where nobody has said. */
  readonly residentIds?: readonly PersonId[]
  /** Beside a protected address: how letters reach those who live there. */
  readonly lettersBy?: 'post' | 'hub' | 'email'
  readonly howKnown?: string
}

/** Adds a home; the one of the same household before it ends the day before. The words of a protected one are sealed. */
export async function insertHome(tx: Tx, child: ChildKey, { household, lines, postcode, residentIds, lettersBy, howKnown, ...home }: NewHome): Promise<string> {
  if (household !== undefined) {
    await tx.db.updateTable('childAddress').set({ toOn: addDays(home.fromOn, -1) })
      .where('localAreaId', '=', child.localAreaId).where('childId', '=', child.childId).where('household', '=', household)
      .where('fromOn', '<', home.fromOn).where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', home.fromOn)])).execute()
  }
  const id = tx.newId<string>()
  const words = { lines: [...lines], ...(postcode === undefined ? {} : { postcode }) }
  await tx.db.insertInto('childAddress').values({
    ...child, id, ...home, ...(household === undefined ? {} : { household }), residentIds: residentIds === undefined ? null : [...residentIds],
    lettersBy: lettersBy ?? null, howKnown: howKnown ?? null, recordedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, recordedAt: tx.now,
    ...(home.isConfidential ? { lines: [], postcode: null, marks: marksOf(tx, child.localAreaId, words) } : { lines: words.lines, postcode: postcode ?? null }),
  }).execute()
  if (home.isConfidential) await keepSealed(tx, child, id, words)
  return id
}

export interface NewServiceAddress {
  readonly personId: PersonId
  readonly kind: 'home' | 'care-of' | 'po-box' | 'refuge-post'
  readonly lines: readonly string[]
  readonly postcode?: string | undefined
  readonly howKnown: string
  readonly fromOn: PlainDate
}

/** From that day one family member's letters go here; where they went before ends the day before. */
export async function insertServiceAddress(tx: Tx, child: ChildKey, { postcode, ...address }: NewServiceAddress): Promise<void> {
  await endServiceAddress(tx, child, address.personId, address.fromOn)
  await tx.db.insertInto('serviceAddress').values({
    ...child, id: tx.newId<string>(), ...address, lines: [...address.lines], postcode: postcode ?? null, recordedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, recordedAt: tx.now,
  }).execute()
}

export async function endServiceAddress(tx: Tx, { localAreaId, childId }: ChildKey, personId: PersonId, from: PlainDate): Promise<void> {
  await tx.db.updateTable('serviceAddress').set({ toOn: addDays(from, -1) }).where('localAreaId', '=', localAreaId).where('childId', '=', childId)
    .where('personId', '=', personId).where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', from)])).execute()
}

/** They moved on another day than was thought: the home before this one of the same household ends the day before, as it did. */
export async function moveHome(tx: Tx, { localAreaId, childId }: ChildKey, household: string, { was, fromOn }: { was: PlainDate; fromOn: PlainDate }): Promise<void> {
  const homes = tx.db.updateTable('childAddress').where('localAreaId', '=', localAreaId).where('childId', '=', childId).where('household', '=', household)
  const moved = await homes.set({ fromOn }).where('fromOn', '=', was).executeTakeFirst()
  if (moved.numUpdatedRows > 0n) await homes.set({ toOn: addDays(fromOn, -1) }).where('toOn', '=', addDays(was, -1)).where('fromOn', '<', fromOn).execute()
}
