import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { insertLine, lockLine, seenSince } from '../../../casebook/line-rows.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { planIdOf } from '../../../casebook/plan-content.ts'
import { trySaving } from '../../../casebook/save-line.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { londonDateOf } from '../../../domain/calendar/london-date.ts'
import type { LineId, PersonId, PlanId, ProposalId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { Saved } from '../../../domain/plan/clash.ts'
import type { LineFields } from '../../../domain/plan/line.ts'
import { kindsInSection } from '../../../domain/plan/line.ts'
import type { Proposal } from '../proposal-store.ts'
import { decideProposal, findProposal, whoSaid } from '../proposal-store.ts'
import { answerWordsFor, asked } from '../said.tsx'
import { tellAnswer } from '../tell-answer.ts'
import type { AnswerForm } from './answer-form.ts'

export type AnswerRefusal =
  | { readonly kind: 'already-answered' }
  /** The line was changed after the writer had opened the page: both texts are shown again, nothing was written. */
  | { readonly kind: 'line-moved-on' }

const because = 'A change that was asked for on the draft was accepted'

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
  const written = form.decision === 'accepted' ? await writeChange(tx, caseFile, planId, by, proposal, form) : {}
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
const saidWords = ({ kind, text, wordsThen }: Proposal): string => `${asked[kind]}: ${text === '' ? wordsThen ?? '' : text}`

const decisionWords = ({ decision, reason }: AnswerForm): string =>
  [decision === 'declined' ? 'We did not agree.' : decision === 'accepted' && reason !== undefined ? 'We agree.' : '', answerWordsFor({ decision, ...(reason === undefined ? {} : { decisionReason: reason }) })]
    .filter((words) => words !== '').join(' ')

interface Written {
  readonly lineId?: LineId
  readonly resultingRevision?: number
}

async function writeChange(
  tx: Tx, caseFile: CaseFile, planId: PlanId, by: PersonId, proposal: Proposal, { wording = '', keep, against }: AnswerForm,
): Promise<Written | 'line-moved-on'> {
  if (proposal.kind === 'add') return addition(tx, caseFile, planId, by, proposal, wording)
  if (proposal.lineId === undefined) throw new Error(`a proposal to ${proposal.kind} has no line`)
  const { latest } = await lockLine(tx, caseFile, planId, proposal.lineId)
  if (latest.n !== await seenSince(tx, caseFile, proposal.lineId, against)) return 'line-moved-on'
  // The draft says by now what was wanted: the writer agrees and leaves it as it stands.
  if (keep === 'now') return { resultingRevision: latest.n }
  return revisionOf(await trySaving(tx, caseFile, planId, proposal.lineId, {
    base: against, by,
    ...(proposal.kind === 'remove'
      ? { how: 'removed', wording: latest.wording, isRemoved: true }
      : { how: 'saved', wording: { ...latest.wording, text: wording }, isRemoved: false }),
  }, because))
}

const revisionOf = (saved: Saved): Written | 'line-moved-on' =>
  saved.kind === 'clash' ? 'line-moved-on' : { resultingRevision: saved.revision.n }

/** A new line, whose source is who said it and on which day. */
async function addition(tx: Tx, caseFile: CaseFile, planId: PlanId, by: PersonId, proposal: Proposal, text: string): Promise<Written> {
  const [kind] = kindsInSection[proposal.section]
  if (kind === undefined) throw new Error(`nothing can be added to section ${proposal.section}`)
  const who = whoSaid(proposal)
  const lineId = await insertLine(tx, caseFile, planId, {
    kind, by, because, wording: { section: proposal.section, text, fields: kind === 'view' ? viewOf(caseFile, proposal) : {} },
    sources: [{ kind: 'said', by: who.name, on: londonDateOf(proposal.madeAt) }],
  })
  return { lineId, resultingRevision: 1 }
}

const viewOf = ({ child }: CaseFile, proposal: Proposal): LineFields => ({
  whose: child.personId === whoSaid(proposal).id ? 'child' : 'parent', whoseName: whoSaid(proposal).name, howGathered: 'said of the draft plan',
})
