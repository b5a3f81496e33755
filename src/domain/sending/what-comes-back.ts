// What of the staff's acts waits before it leaves, and which of their facts no longer stand when it is taken back. A fact is of the
// day on which the button was pressed: a draft sent at five to five on the last day was sent in time. Taking it back is a fact of its
// own, which puts right what was recorded (SEND Regulations 2014: a notice is given when it is sent, and this one was not).

import type { FactType } from '../case-file/facts.ts'
import type { ActName } from '../case-file/open-acts.ts'

export const heldActs = [
  'send-message', 'tell-of-request', 'decide-assessment', 'ask-for-advice', 'decide-plan', 'share-draft', 'consult-setting', 'issue-final-plan', 'deliver-plan',
  'explain-delay', 'give-rights-notice', 'change-address', 'invite-to-review', 'circulate-review-papers', 'send-review-report',
  'send-on-move', 'tell-of-transfer',
  'decide-review', 'send-amendment-notice', 'issue-amended-plan', 'decide-not-to-amend',
  'consider-ceasing', 'decide-ceasing', 'decide-reassessment', 'answer-change',
] as const satisfies readonly ActName[]
export type HeldAct = (typeof heldActs)[number]
export const isHeldAct = (act: string): act is HeldAct => (heldActs as readonly string[]).includes(act)

/** What is being sent, for the banner and the outbox. */
export const heldWords: Record<HeldAct, string> = {
  'send-message': 'Your message', 'tell-of-request': 'The letters about the request', 'decide-assessment': 'The decision and its letters',
  'ask-for-advice': 'The requests for advice', 'decide-plan': 'The decision and its letters', 'share-draft': 'The draft plan and its letters',
  'consult-setting': 'The consultation', 'issue-final-plan': 'The final plan and its letters', 'deliver-plan': 'The final plan',
  'consider-ceasing': 'The letters that ask about ending the plan', 'decide-ceasing': 'The decision and its letters', 'decide-reassessment': 'The decision and its letters', 'answer-change': 'The answer to what somebody said has changed',
  'explain-delay': 'The letters about the delay', 'give-rights-notice': 'The letters about the rights',
  'invite-to-review': 'The invitations to the review', 'circulate-review-papers': 'The papers of the review', 'send-review-report': 'The report of the review',
  'send-on-move': 'The package for the new council', 'tell-of-transfer': 'The letters about the transfer',
  // The address stands as recorded, and letters to it go on waiting for their day: only the question is taken back.
  'change-address': 'The letters that ask whether an address is right',
  'decide-review': 'The decision after the review and its letters', 'send-amendment-notice': 'The amendment notice',
  'issue-amended-plan': 'The amended plan and its letters', 'decide-not-to-amend': 'The decision not to amend and its letters',
}

/** What says that something was given or decided and told. What was merely prepared stands: a frozen version, a check, a part that ended. */
const comesBack: readonly FactType[] = [
  'letter-sent', 'message-sent', 'family-told-of-request', 'bodies-told-of-request', 'assessment-decided', 'plan-decided', 'advice-asked', 'draft-served',
  'setting-consulted', 'final-issued', 'plan-delivered', 'party-joined', 'delay-explained', 'excuse-claimed', 'rights-notice-given', 'rights-reminder-sent',
  'review-invitations-sent', 'review-advice-circulated', 'review-report-sent', 'adulthood-considered',
  'review-decision-notified', 'amendment-notice-sent', 'amended-final-issued', 'not-amending-notified', 'plan-superseded-told',
  'transfer-ordered', 'transfer-told',
  'ceasing-considered', 'cease-notified', 'ceasing-dropped', 'reassessment-decided', 'reassessment-begun', 'amendment-begun',
  'change-answered', 'reassessment-requested',
]
export const doesComeBack = (type: FactType): boolean => comesBack.includes(type)

/** Where the area has said nothing else. */
export const usualRecallMinutes = 10
