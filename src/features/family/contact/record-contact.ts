import { act } from '../../../casebook/act.ts'
import { updateTie } from '../../../casebook/family/family-rows.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { MemberContact } from '../family-store.ts'
import { contactSideOf, listFamily } from '../family-store.ts'

/** Records how it is safe to reach a family member; it holds for everything that is sent from now on. */
export const recordContact = act('record-contact', async (
  tx, caseFile, { relationshipId, contact }: { relationshipId: string; contact: MemberContact },
): Promise<Outcome<string, { readonly kind: 'not-on-record' | 'no-email' }>> => {
  const known = (await listFamily(tx, caseFile)).find((one) => one.relationshipId === relationshipId)
  if (known === undefined) return refused({ kind: 'not-on-record' })
  if (contact.safeContact === 'email' && known.email === undefined) return refused({ kind: 'no-email' })
  await updateTie(tx, { localAreaId: caseFile.localAreaId, childId: caseFile.child.id }, relationshipId, 'contact', contactSideOf(contact))
  await recordFact(tx, caseFile, { type: 'contact-recorded', name: known.fullName })
  return ok(relationshipId)
})
