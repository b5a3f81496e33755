// Whom an officer can invite from a child's case: read as they stand today.

import { listRestrictionsOf, standingsOf } from '../../../casebook/access/family-standing.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'
import type { Invitee } from '../../../domain/sign-in/may-invite.ts'

export interface FamilyInvitee extends Invitee {
  readonly personId: PersonId
  readonly name: string
  /** Of this family somebody is restricted, or a home is protected: then what everybody in it knows proves nothing. */
  readonly isAnybodyKeptOut: boolean
}

export async function findInvitee(tx: Tx, caseFile: CaseFile, id: string): Promise<FamilyInvitee | undefined> {
  if (!isId(id)) return undefined
  const personId = id as PersonId
  const ofChild = { localAreaId: caseFile.localAreaId, childId: caseFile.child.id }
  const person = await tx.db.selectFrom('person').select(['fullName', 'email']).where('id', '=', personId).executeTakeFirst()
  const party = await tx.db.selectFrom('caseParty').select('id').where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('personId', '=', personId)
    .where('part', 'in', ['parent', 'young-person', 'representative']).where('fromOn', '<=', tx.today).where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).limit(1).executeTakeFirst()
  const ties = await tx.db.selectFrom('relationship').select(['personId', 'safeContact'])
    .where('localAreaId', '=', ofChild.localAreaId).where('childId', '=', ofChild.childId).execute()
  const tie = ties.find((one) => one.personId === personId)
  // Somebody who is nothing to this child is not found at all.
  if (person === undefined || (tie === undefined && party === undefined)) return undefined
  const restrictions = await listRestrictionsOf(tx, ofChild)
  const standing = await standingsOf(tx, ofChild)
  const hidden = await tx.db.selectFrom('childAddress').select('id').where('localAreaId', '=', ofChild.localAreaId).where('childId', '=', ofChild.childId).where('isConfidential', '=', true).limit(1).executeTakeFirst()
  return {
    personId, name: person.fullName, email: person.email ?? undefined, isOnCase: party !== undefined, safeContact: tie?.safeContact ?? 'any',
    mayNotBeTold: standing(personId).mayNotBeTold,
    isAnybodyKeptOut: hidden !== undefined || restrictions.some((one) => one.personId !== undefined),
  }
}
