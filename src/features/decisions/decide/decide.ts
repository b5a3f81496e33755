// The acts: a named person with delegated power answers the legal test, and the letter goes the same moment.

import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { alertAddressee, listBodiesToTell, listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { sendCaseNotice } from '../../../casebook/sending/notices.ts'
import type { NoticeExtra, NoticeIncomplete } from '../../../casebook/sending/notices.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { startPlan } from '../../../casebook/plan/start-plan.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { alertWords } from '../../../domain/notice/alert-words.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { decisionOfLetter } from '../../../domain/rights/decisions.ts'
import { paths } from '../../../paths.ts'
import { insertDecision, listOutstandingAdvice, listPanelItems } from '../decision-store.ts'
import type { DecisionForm } from './form.ts'
import type { QuestionOfLaw } from './question.ts'
import { questions } from './question.ts'

export type DecisionRefusal =
  | NoticeIncomplete
  /** Nobody of the family is on the case: there is nobody whom the law's notice could reach. */
  | { readonly kind: 'nobody-to-tell' }
  /** A refusal of a plan needs all advice in or excused (SEND Regs 2014 regs 6, 10). */
  | { readonly kind: 'advice-outstanding'; readonly from: readonly string[] }

/** What the letters say beyond the case itself. Also used to preview them. */
export async function extraFor(tx: Tx, caseFile: CaseFile, decision: DecisionForm): Promise<NoticeExtra> {
  const bodies = await listBodiesToTell(tx, caseFile)
  return {
    reasons: decision.reasons, copiesTo: bodies.map(({ name }) => name),
    ...(decision.outcomeOfAssessment === undefined ? {} : { outcomeOfAssessment: decision.outcomeOfAssessment }),
  }
}

async function decide(
  tx: Tx, caseFile: CaseFile, law: QuestionOfLaw, decision: DecisionForm,
): Promise<Outcome<{ outcome: string; noticeId: string }, DecisionRefusal>> {
  if (tx.viewer.kind !== 'person') throw new NotAllowed(law.act)
  const kind = law.noticeFor[decision.outcome]
  if (kind === undefined) throw new Error('every outcome has its notice')
  const family = await listFamilyAddressees(tx, caseFile, decisionOfLetter(kind))
  if (family.length === 0) return refused({ kind: 'nobody-to-tell' })
  if (law.question === 'issue' && decision.outcome === 'no-plan') {
    const outstanding = await listOutstandingAdvice(tx, caseFile)
    if (outstanding.length > 0) return refused({ kind: 'advice-outstanding', from: outstanding.map(({ of }) => of) })
  }
  const sent = await sendCaseNotice(tx, caseFile, { kind, to: family, extra: await extraFor(tx, caseFile, decision) })
  if (!sent.ok) return sent
  const noticeId = sent.value[0] ?? ''
  const alert = alertWords('bodies-told')
  for (const body of await listBodiesToTell(tx, caseFile)) {
    await alertAddressee(tx, caseFile, body, { subject: alert.subject, words: alert.email }, { about: kind, linkTo: paths.caseOverview(caseFile.key) })
  }
  const [panel] = await listPanelItems(tx, caseFile, law.question)
  await insertDecision(tx, caseFile, {
    question: law.question, outcome: decision.outcome, decidedBy: tx.viewer.personId, testAnswers: decision.testAnswers,
    reasons: decision.reasons, noticeId, ...(panel === undefined ? {} : { panelItemId: panel.id }),
  })
  return ok({ outcome: decision.outcome, noticeId })
}

export const decideAssessment = act('decide-assessment', async (tx, caseFile, input: DecisionForm) => {
  const decided = await decide(tx, caseFile, questions.assess, input)
  if (!decided.ok) return decided
  const { noticeId } = decided.value
  await recordFact(tx, caseFile, { type: 'assessment-decided', outcome: input.outcome === 'assess' ? 'assess' : 'not-assess', noticeId })
  return decided
})

export const decidePlan = act('decide-plan', async (tx, caseFile, input: DecisionForm) => {
  const decided = await decide(tx, caseFile, questions.issue, input)
  if (!decided.ok) return decided
  const { noticeId } = decided.value
  await recordFact(tx, caseFile, { type: 'plan-decided', outcome: input.outcome === 'issue' ? 'issue' : 'no-plan', noticeId })
  if (input.outcome === 'issue') await startPlan(tx, caseFile)
  return decided
})
