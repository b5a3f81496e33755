// The rows of the people round a child: persons, their ties to the child with evidence and dates, and homes. A request names
// them first and the council puts them right later; both write here and nowhere else.

import type { PlainDate } from '../domain/calendar/plain-date.ts'
import { addDays } from '../domain/calendar/plain-date.ts'
import type { ChildId, LocalAreaId, PersonId } from '../domain/ids.ts'
import type { Tx } from './tx.ts'

export interface Contact {
  readonly fullName: string
  readonly email?: string | undefined
  readonly phone?: string | undefined
}

/** Somebody new. Whoever is only named in a request cannot sign in until the council has made sure who they are. */
export async function insertPerson(tx: Tx, person: Contact, { canSignIn }: { canSignIn: boolean }): Promise<PersonId> {
  const id = tx.newId<PersonId>()
  await tx.db.insertInto('person').values({ id, ...columnsOf(person), canSignIn, createdAt: tx.now }).execute()
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
}

export async function insertChildRow(tx: Tx, localAreaId: LocalAreaId, { preferredName, upn, nhsNumber, personId, ...child }: ChildRow): Promise<void> {
  await tx.db.insertInto('child').values({
    localAreaId, ...child, preferredName: preferredName ?? null, upn: upn ?? null, nhsNumber: nhsNumber ?? null, personId: personId ?? null,
  }).execute()
}

/** From now on the child is somebody in the hub: to be written to, and perhaps to sign in. */
export async function setChildPerson(tx: Tx, { localAreaId, childId }: ChildKey, personId: PersonId): Promise<void> {
  await tx.db.updateTable('child').set({ personId }).where('localAreaId', '=', localAreaId).where('id', '=', childId).execute()
}

/** Whoever was only written to on paper can sign in from now on. */
export async function letSignIn(tx: Tx, personId: PersonId): Promise<void> {
  await tx.db.updateTable('person').set({ canSignIn: true }).where('id', '=', personId).execute()
}

/** What ties a person to a child: what they are to each other, what was seen of it, and how they may be reached. */
export interface Tie {
  readonly relation: string
  readonly hasParentalResponsibility: boolean
  readonly responsibilityEvidence: string | null
  readonly responsibilityFrom?: PlainDate | null
  readonly restriction?: string | null
  readonly restrictionEvidence?: string | null
  readonly restrictionFrom?: PlainDate | null
  readonly restrictionTo?: PlainDate | null
  readonly livesWithChild: boolean
  readonly safeContact: string
  readonly safeContactNote: string | null
  readonly language: string | null
  readonly needsInterpreter: boolean
  readonly formats: readonly string[]
}

export async function insertTie(tx: Tx, child: ChildKey, personId: PersonId, tie: Tie): Promise<void> {
  await tx.db.insertInto('relationship').values({ ...child, id: tx.newId<string>(), personId, ...tie, formats: [...tie.formats] }).execute()
}

export async function updateTie(tx: Tx, { localAreaId, childId }: ChildKey, relationshipId: string, tie: Tie): Promise<void> {
  await tx.db.updateTable('relationship').set({ ...tie, formats: [...tie.formats] })
    .where('localAreaId', '=', localAreaId).where('childId', '=', childId).where('id', '=', relationshipId).execute()
}

export interface NewHome {
  readonly lines: readonly string[]
  readonly postcode?: string
  /** Whose home it is, where a child has several; the first one is nobody's in particular. */
  readonly household?: string
  readonly isConfidential: boolean
  readonly fromOn: PlainDate
}

/** Adds a home; the one of the same household before it ends the day before. */
export async function insertHome(tx: Tx, child: ChildKey, { household, lines, postcode, ...home }: NewHome): Promise<void> {
  if (household !== undefined) {
    await tx.db.updateTable('childAddress').set({ toOn: addDays(home.fromOn, -1) })
      .where('localAreaId', '=', child.localAreaId).where('childId', '=', child.childId).where('household', '=', household)
      .where('fromOn', '<', home.fromOn).where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', home.fromOn)])).execute()
  }
  await tx.db.insertInto('childAddress').values({
    ...child, id: tx.newId<string>(), lines: [...lines], postcode: postcode ?? null, ...home, ...(household === undefined ? {} : { household }),
  }).execute()
}

/** They moved on another day than was thought: the home before this one of the same household ends the day before, as it did. */
export async function moveHome(tx: Tx, { localAreaId, childId }: ChildKey, household: string, { was, fromOn }: { was: PlainDate; fromOn: PlainDate }): Promise<void> {
  const homes = tx.db.updateTable('childAddress').where('localAreaId', '=', localAreaId).where('childId', '=', childId).where('household', '=', household)
  const moved = await homes.set({ fromOn }).where('fromOn', '=', was).executeTakeFirst()
  if (moved.numUpdatedRows > 0n) await homes.set({ toOn: addDays(fromOn, -1) }).where('toOn', '=', addDays(was, -1)).where('fromOn', '<', fromOn).execute()
}
