import { act } from '../../../casebook/act.ts'
import { insertPerson, insertTie, updateContact, updateTie } from '../../../casebook/family/family-rows.ts'
import { standingsOf } from '../../../casebook/access/family-standing.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { joinCase, leaveCase } from '../../../casebook/parties.ts'
import { isParentInLaw } from '../../../domain/access/family-standing.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { findByEmail, listFamily, personSideOf, tieOf } from '../family-store.ts'
import type { FamilyForm } from './form.ts'

export interface FamilyInput extends FamilyForm {
  /** Whose tie is changed; absent for somebody new. */
  readonly relationshipId?: string
}

export interface FamilyRefusal {
  readonly kind: 'not-on-record' | 'email-of-somebody-else' | 'recorded-already' | 'is-the-child' | 'no-parent-in-law'
}

/**
 * Records a family member or changes who they are, and whether they see the case. One e-mail address is one person: a typing slip
 * must not open a child's case to somebody else. Only a parent in law sees it (Education Act 1996, s.576).
 */
export const recordFamily = act('record-family', async (tx, caseFile, input: FamilyInput): Promise<Outcome<PersonId, FamilyRefusal>> => {
  const { person, seesCase, asNew, relationshipId } = input
  const family = await listFamily(tx, caseFile)
  const known = family.find((one) => one.relationshipId === relationshipId)
  if ((relationshipId === undefined) !== (asNew !== undefined) || (relationshipId !== undefined && known === undefined)) return refused({ kind: 'not-on-record' })
  const holder = person.email === undefined ? undefined : await findByEmail(tx, person.email)
  if (known !== undefined && holder !== undefined && holder.id !== known.personId) return refused({ kind: 'email-of-somebody-else' })
  if (known === undefined && holder !== undefined && !isSameName(holder.fullName, person.fullName)) return refused({ kind: 'email-of-somebody-else' })
  if (known === undefined && family.some((one) => one.personId === holder?.id || isSameName(one.fullName, person.fullName))) return refused({ kind: 'recorded-already' })
  if (holder?.id === caseFile.child.personId && holder !== undefined) return refused({ kind: 'is-the-child' })
  const child = { localAreaId: caseFile.localAreaId, childId: caseFile.child.id }
  const personId = known?.personId ?? holder?.id ?? await insertPerson(tx, person, { canSignIn: true })
  if (asNew !== undefined) await insertTie(tx, child, personId, tieOf({ ...person, ...asNew.inLaw, ...asNew.contact }))
  else if (known !== undefined) {
    await updateContact(tx, personId, person)
    await updateTie(tx, child, known.relationshipId, 'person', personSideOf(person))
  }
  await recordFact(tx, caseFile, { type: 'family-recorded', name: person.fullName, relation: person.relation })
  const party = { personId, part: 'parent', name: person.fullName } as const
  if (!seesCase) {
    await leaveCase(tx, caseFile, party)
    return ok(personId)
  }
  // The young person's own part is given by the law and on a page of its own.
  if (personId === caseFile.child.personId) return ok(personId)
  const standing = (await standingsOf(tx, child))(personId)
  if (!isParentInLaw(standing)) return refused({ kind: 'no-parent-in-law' })
  await joinCase(tx, caseFile, { ...party, basis: standing.hasParentalResponsibility ? 'parental responsibility' : 'cares for the child (Education Act 1996, s.576)' })
  return ok(personId)
})

const isSameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()
