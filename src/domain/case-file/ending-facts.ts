// The facts of what ends or changes a plan outside a review: mediation, appeals, orders, ceasing, reassessment. A part of the one union in
// facts.ts.

import type { PlainDate } from '../calendar/plain-date.ts'
import type { CeaseCause, CeaseGround, CessationCode } from '../ceasing/cease-codes.ts'
import type { OrderKind } from '../clocks/event-kinds.ts'
import type { AgreementIssues, AppealResult, AppealStep, MediationStep, RecommendationTo } from '../disputes/dispute-words.ts'
import type { ReviewId } from '../ids.ts'
import type { Section } from '../plan/sections.ts'
import type { Channel } from './facts.ts'

/** Days that the Tribunal directs in place of the periods of reg 44 (its opening words). */
export interface OrderDirections {
  readonly notifyBy?: PlainDate
  readonly noPlanBy?: PlainDate
  readonly draftBy?: PlainDate
  readonly finalBy?: PlainDate
}

/** Whose request for a reassessment binds the council: CFA 2014 s.44(2). */
export const reassessmentAskers = ['parent', 'young-person', 'setting', 'health-body'] as const
export type ReassessmentAsker = (typeof reassessmentAskers)[number]

export type EndingFact =
  // Mediation, appeals, orders (CFA 2014 ss.51 to 56; SEND Regs 2014 regs 32 to 45).
  | { type: 'mediation-asked-for'; healthOnly?: true }
  | { type: 'mediation-step'; step: MediationStep }
  | { type: 'mediation-certificate-issued' }
  | { type: 'mediation-agreed'; agreementId: string; issues: AgreementIssues; kind?: OrderKind; otherDay?: PlainDate; reviewId?: ReviewId }
  | { type: 'agreement-done'; agreementId: string }
  | { type: 'appeal-lodged'; about: string; appealId?: string; sectionIOnly?: true; isLate?: true; withoutCertificate?: true }
  | { type: 'appeal-step'; appealId: string; step: AppealStep; respondBy?: PlainDate; hearingOn?: PlainDate; bundleBy?: PlainDate }
  | { type: 'appeal-conceded'; appealId?: string; orderId?: string; kind?: OrderKind; reviewId?: ReviewId }
  | { type: 'appeal-decided'; result: AppealResult; appealId?: string }
  | { type: 'order-made'; orderId: string; appealId?: string; kind: OrderKind; reviewId?: ReviewId; directed?: OrderDirections }
  | { type: 'ordered-words-locked'; lockId: string; reviewId: ReviewId; section: Section }
  | { type: 'ordered-words-changed'; lockId: string; reviewId: ReviewId; section: Section }
  | { type: 'recommendation-received'; recommendationId: string; to: RecommendationTo }
  | { type: 'recommendation-answered'; recommendationId: string; to: RecommendationTo }
  // Ending the plan (CFA 2014 ss.45, 46; SEND Regs 2014 regs 29 to 31)
  | { type: 'ceasing-considered'; ceasingId: string; ground: CeaseGround; reviewId?: ReviewId }
  | { type: 'ceasing-consulted'; ceasingId: string; setting: 'answered' | 'no-answer' | 'none'; family: 'answered' | 'no-answer' }
  | { type: 'ceasing-dropped'; ceasingId: string; because: 'decided' | 'order' | 'concession' | 'mediation' }
  | { type: 'cease-notified'; ceasingId: string; ground: CeaseGround; code: CessationCode; noticeId: string }
  | { type: 'plan-ceased'; because: CeaseCause; code: CessationCode; ceasingId?: string }
  | { type: 'plan-restored'; because: 'appeal-in-time' | 'certificate-in-time' | 'slip' }
  // Assessing again (CFA 2014 s.44(2), (3); SEND Regs 2014 regs 23 to 27)
  | { type: 'reassessment-requested'; reassessmentId: string; askedBy: ReassessmentAsker; channel: Channel }
  | { type: 'reassessment-decided'; reassessmentId: string; outcome: 'reassess' | 'refuse'; noticeId: string; reviewId?: ReviewId }
  | { type: 'reassessment-begun'; reassessmentId: string; reviewId: ReviewId }
