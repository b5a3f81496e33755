import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { takeAcceptanceBack } from '../../../casebook/plan/accept-proposal.ts'
import { planIdOf } from '../../../casebook/plan/plan-content.ts'
import { findProposal, reopenProposal } from '../../../casebook/plan/proposals.ts'
import { standingFacts } from '../../../domain/case-file/facts.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { underWay } from '../../../domain/review/amendments.ts'

export type ReopenRefusal =
  /** Its answer is with whoever asked: it is changed by answering what they say next. */
  | { readonly kind: 'told-already' }
  /** The line was changed after this was accepted: what it says now is not for a button to undo. */
  | { readonly kind: 'line-moved-on' }
  | { readonly kind: 'open-already' }

/** Takes an answer off before anybody was told of it, and the words that it wrote out of the working document. */
export const reopen = act('answer-proposal', async (tx, caseFile, { reviewId, proposalId }: { reviewId: string; proposalId: string }): Promise<Outcome<undefined, ReopenRefusal>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('answer-proposal')
  const planId = await planIdOf(tx, caseFile)
  const proposal = await findProposal(tx, caseFile, planId, proposalId)
  if (proposal === undefined) throw new NotFound('proposal')
  if (proposal.decision === undefined) return refused({ kind: 'open-already' })
  const subject = underWay(standingFacts(caseFile.facts)).find(({ id }) => id === reviewId)
  if (subject === undefined || subject.notice !== undefined || proposal.reviewId !== subject.id) return refused({ kind: 'told-already' })
  if (proposal.decision === 'accepted' && !await takeAcceptanceBack(tx, caseFile, planId, tx.viewer.personId, proposal)) return refused({ kind: 'line-moved-on' })
  await reopenProposal(tx, caseFile, proposal.id)
  await recordFact(tx, caseFile, { type: 'proposal-reopened', proposalId: proposal.id })
  return ok(undefined)
})
