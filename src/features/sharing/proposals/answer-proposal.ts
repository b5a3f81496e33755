import { act } from '../../../casebook/act.ts'
import { acceptProposal } from '../../../casebook/plan/accept-proposal.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { planIdOf } from '../../../casebook/plan/plan-content.ts'
import type { ProposalId } from '../../../domain/ids.ts'
import { fieldWords } from '../../../domain/plan/line-in-words.ts'
import { kindsInSection } from '../../../domain/plan/line.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { Proposal } from '../../../casebook/plan/proposals.ts'
import { decideProposal, findProposal, whoSaid } from '../../../casebook/plan/proposals.ts'
import { answerWordsFor, asked } from '../said.tsx'
import { tellAnswer } from '../tell-answer.ts'
import type { AnswerForm } from './answer-form.ts'

export type AnswerRefusal =
  | { readonly kind: 'already-answered' }
  /** The line was changed after the writer had opened the page: both texts are shown again, nothing was written. */
  | { readonly kind: 'line-moved-on' }

/** Accepts, declines or answers what was said of the draft. Accepting writes the change in the same moment. */
export const answerProposal = act('answer-proposal', async (
  tx, caseFile, { proposalId, form }: { proposalId: string; form: AnswerForm },
): Promise<Outcome<ProposalId, AnswerRefusal>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('answer-proposal')
  const by = tx.viewer.personId
  const planId = await planIdOf(tx, caseFile)
  const proposal = await findProposal(tx, caseFile, planId, proposalId)
  if (proposal === undefined) throw new NotFound('proposal')
  if (proposal.decision !== undefined) return refused({ kind: 'already-answered' })
  const written = form.decision === 'accepted' ? await acceptProposal(tx, caseFile, planId, by, proposal, form) : {}
  if (written === 'line-moved-on') return refused({ kind: 'line-moved-on' })
  const decided = await decideProposal(tx, caseFile, proposal.id, {
    decision: form.decision, decidedBy: by, ...written, ...(form.reason === undefined ? {} : { reason: form.reason }),
  })
  if (!decided) return refused({ kind: 'already-answered' })
  await recordFact(tx, caseFile, { type: 'representation-answered', proposalId: proposal.id, decision: form.decision })
  await tellAnswer(tx, caseFile, { who: whoSaid(proposal), said: saidWords(proposal), answer: decisionWords(form) })
  return ok(proposal.id)
})

/** Their own words back to them, or the words that they wanted out. */
const saidWords = ({ kind, section, text, wordsThen, fields, lineKind = kindsInSection[section][0] }: Proposal): string =>
  [`${asked[kind]}: ${text === '' ? wordsThen ?? '' : text}`, ...(fields === undefined || lineKind === undefined ? [] : fieldWords({ kind: lineKind, fields }))].join('\n')

const decisionWords = ({ decision, reason }: AnswerForm): string =>
  [decision === 'declined' ? 'We did not agree.' : decision === 'accepted' && reason !== undefined ? 'We agree.' : '', answerWordsFor({ decision, ...(reason === undefined ? {} : { decisionReason: reason }) })]
    .filter((words) => words !== '').join(' ')
