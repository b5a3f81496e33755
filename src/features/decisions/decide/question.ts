// The two decisions of an assessment, side by side: what the law asks, which answers lead where, and the letter that follows.

import type { ActName } from '../../../domain/case-file/open-acts.ts'
import type { NoticeKind } from '../../../domain/notice/required-content.ts'
import type { DecisionKind } from '../../../domain/rights/legal-tests.ts'
import { clocksOfStep } from '../../../domain/timeline/step-clocks.ts'
import type { Question } from '../decision-store.ts'

export interface QuestionOfLaw {
  readonly question: Question
  readonly act: ActName
  readonly title: string
  readonly legalTest: DecisionKind
  /** Each part of the legal test as a yes or no question, by field name. */
  readonly parts: readonly { readonly field: string; readonly asks: string; readonly unanswered: string }[]
  /** What follows when every part is answered yes, and when any is not. */
  readonly yes: string
  readonly no: string
  readonly noticeFor: Readonly<Record<string, NoticeKind>>
  /** The clocks of which one gives the last day. */
  readonly clocks: readonly string[]
  readonly dueWords: string
  /** Whether the letter must say what the assessment found (reg 10(1), 36(9)). */
  readonly tellsOutcomeOfAssessment: boolean
}

export const questions: Record<Question, QuestionOfLaw> = {
  assess: {
    question: 'assess', act: 'decide-assessment', title: 'Decide whether to assess', legalTest: 'assess',
    parts: [
      { field: 'mayHaveNeeds', asks: 'Does the child or young person have, or may they have, special educational needs?', unanswered: 'Select yes if they have or may have special educational needs' },
      { field: 'mayBeNecessary', asks: 'May it be necessary for special educational provision to be made through an EHC plan?', unanswered: 'Select yes if a plan may be necessary' },
    ],
    yes: 'assess', no: 'not-assess',
    noticeFor: { assess: 'will-assess', 'not-assess': 'refuse-to-assess' },
    clocks: clocksOfStep('assess-decision'), dueWords: 'The family must be told by', tellsOutcomeOfAssessment: false,
  },
  issue: {
    question: 'issue', act: 'decide-plan', title: 'Decide whether to issue a plan', legalTest: 'issue-plan',
    parts: [{ field: 'isNecessary', asks: 'Is it necessary for special educational provision to be made in accordance with an EHC plan?', unanswered: 'Select yes if a plan is necessary' }],
    yes: 'issue', no: 'no-plan',
    noticeFor: { issue: 'will-issue-plan', 'no-plan': 'refuse-plan' },
    clocks: clocksOfStep('plan-decision'), dueWords: 'If there is to be no plan, the family must be told by', tellsOutcomeOfAssessment: true,
  },
}
