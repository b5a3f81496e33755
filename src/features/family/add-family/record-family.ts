import { act } from '../../../casebook/act.ts'
import { insertPerson, insertTie, updateContact, updateTie } from '../../../casebook/family-rows.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { joinCase, leaveCase } from '../../../casebook/parties.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { findByEmail, listFamily, tieOf } from '../family-store.ts'
import type { FamilyForm } from './form.ts'

export interface FamilyInput extends FamilyForm {
  /** Whose tie is changed; absent for somebody new. */
  readonly relationshipId?: string
}

export interface FamilyRefusal {
  readonly kind: 'not-on-record' | 'email-of-somebody-else' | 'recorded-already' | 'is-the-child'
}

/**
 * Records a family member or changes what is known of one, and whether they see the case. One e-mail address is one person:
 * a typing slip must not open a child's case to somebody else.
 */
export const recordFamily = act('record-family', async (tx, caseFile, input: FamilyInput): Promise<Outcome<PersonId, FamilyRefusal>> => {
  const { member, seesCase, relationshipId } = input
  const family = await listFamily(tx, caseFile)
  const known = family.find((one) => one.relationshipId === relationshipId)
  if (relationshipId !== undefined && known === undefined) return refused({ kind: 'not-on-record' })
  const holder = member.email === undefined ? undefined : await findByEmail(tx, member.email)
  if (known !== undefined && holder !== undefined && holder.id !== known.personId) return refused({ kind: 'email-of-somebody-else' })
  if (known === undefined && holder !== undefined && !isSameName(holder.fullName, member.fullName)) return refused({ kind: 'email-of-somebody-else' })
  if (known === undefined && family.some((one) => one.personId === holder?.id || isSameName(one.fullName, member.fullName))) return refused({ kind: 'recorded-already' })
  if (holder?.id === caseFile.child.personId && holder !== undefined) return refused({ kind: 'is-the-child' })
  const child = { localAreaId: caseFile.localAreaId, childId: caseFile.child.id }
  const personId = known?.personId ?? holder?.id ?? await insertPerson(tx, member, { canSignIn: true })
  if (known === undefined) await insertTie(tx, child, personId, tieOf(member))
  else {
    await updateContact(tx, personId, member)
    await updateTie(tx, child, known.relationshipId, tieOf(member))
  }
  await recordFact(tx, caseFile, { type: 'family-recorded', name: member.fullName, relation: member.relation })
  const party = { personId, part: 'parent', name: member.fullName } as const
  if (seesCase) await joinCase(tx, caseFile, { ...party, basis: member.hasResponsibility ? 'parental responsibility' : 'cares for the child (Education Act 1996, s.576)' })
  else await leaveCase(tx, caseFile, party)
  return ok(personId)
})

const isSameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()
