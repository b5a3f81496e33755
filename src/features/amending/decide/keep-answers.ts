// All the answers of one form, in one transaction, by themselves or with the decision. Accepting writes the change in the same moment; who asked
// is told with the decision, once and whole, and not twelve times. Where somebody else was quicker, nothing is written and everything comes back.

import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { acceptProposal } from '../../../casebook/plan/accept-proposal.ts'
import { draftMark } from '../../../casebook/plan/draft-holds.ts'
import { planIdOf } from '../../../casebook/plan/plan-content.ts'
import { decideProposal, listProposals } from '../../../casebook/plan/proposals.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { ProposalId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { Answer } from './answers-form.ts'

export interface KeepAnswers {
  readonly answers: readonly Answer[]
  /** The mark of the working document as it was read, where the answers are to be decided on at once: then nothing else may have changed. */
  readonly mark?: string
}

export type KeepRefusal =
  | { readonly kind: 'answered-meanwhile'; readonly proposalIds: readonly ProposalId[] }
  | { readonly kind: 'line-moved-on'; readonly proposalId: ProposalId }
  | { readonly kind: 'plan-changed' }

export const keepAnswers = act('answer-proposal', (tx, caseFile, input: KeepAnswers): Promise<Outcome<undefined, KeepRefusal>> => writeAnswers(tx, caseFile, input))

/** The same inside the act that decides. */
export async function writeAnswers(tx: Tx, caseFile: CaseFile, { answers, mark }: KeepAnswers): Promise<Outcome<undefined, KeepRefusal>> {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('answer-proposal')
  const planId = await planIdOf(tx, caseFile)
  const proposals = new Map((await listProposals(tx, caseFile, planId)).map((one) => [one.id, one]))
  const gone = answers.filter(({ proposalId }) => proposals.get(proposalId)?.decision !== undefined)
  if (gone.length > 0) return refused({ kind: 'answered-meanwhile', proposalIds: gone.map(({ proposalId }) => proposalId) })
  if (mark !== undefined && await draftMark(tx, caseFile, planId) !== mark) return refused({ kind: 'plan-changed' })
  for (const answer of answers) {
    const proposal = proposals.get(answer.proposalId)
    if (proposal === undefined) throw new NotAllowed('answer-proposal')
    const written = answer.decision === 'accepted' ? await acceptProposal(tx, caseFile, planId, tx.viewer.personId, proposal, answer) : {}
    if (written === 'line-moved-on') return refused({ kind: 'line-moved-on', proposalId: proposal.id })
    const { decision, reason } = answer
    const decided = await decideProposal(tx, caseFile, proposal.id, { decision, decidedBy: tx.viewer.personId, ...written, ...(reason === undefined ? {} : { reason }) })
    if (!decided) return refused({ kind: 'answered-meanwhile', proposalIds: [proposal.id] })
    await recordFact(tx, caseFile, { type: 'representation-answered', proposalId: proposal.id, decision })
  }
  return ok(undefined)
}
