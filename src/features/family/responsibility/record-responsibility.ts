import { act } from '../../../casebook/act.ts'
import { updateTie } from '../../../casebook/family/family-rows.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { leaveCase } from '../../../casebook/parties.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { MemberInLaw } from '../family-store.ts'
import { listFamily, responsibilitySideOf } from '../family-store.ts'

export interface ResponsibilityInput {
  readonly relationshipId: string
  readonly inLaw: MemberInLaw
}

/**
 * Records what somebody is to the child in law. Whoever has neither parental responsibility nor care loses their part in the case
 * at once: they stay written down and can be reached (Education Act 1996, s.576).
 */
export const recordResponsibility = act('record-responsibility', async (tx, caseFile, { relationshipId, inLaw }: ResponsibilityInput): Promise<Outcome<string, { readonly kind: 'not-on-record' }>> => {
  const known = (await listFamily(tx, caseFile)).find((one) => one.relationshipId === relationshipId)
  if (known === undefined) return refused({ kind: 'not-on-record' })
  // Whoever said before that they saw it stays named, unless somebody says so anew.
  const seen = inLaw.evidenceSeenBy !== undefined && known.evidenceSeenBy !== undefined && inLaw.responsibilityEvidence === known.responsibilityEvidence
    ? { evidenceSeenBy: known.evidenceSeenBy, ...(known.evidenceSeenOn === undefined ? {} : { evidenceSeenOn: known.evidenceSeenOn }) } : {}
  await updateTie(tx, { localAreaId: caseFile.localAreaId, childId: caseFile.child.id }, relationshipId, 'responsibility', responsibilitySideOf({ ...inLaw, ...seen }))
  await recordFact(tx, caseFile, { type: 'responsibility-recorded', name: known.fullName, hasResponsibility: inLaw.hasResponsibility, hasCare: inLaw.livesWithChild })
  if (!inLaw.hasResponsibility && !inLaw.livesWithChild) await leaveCase(tx, caseFile, { personId: known.personId, part: 'parent', name: known.fullName })
  return ok(relationshipId)
})
