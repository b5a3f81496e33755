// Where each act is done: ONE table, so that a case's list of what can be done always leads somewhere.

import type { ActName } from '../../domain/case-file/open-acts.ts'
import type { FactType } from '../../domain/case-file/facts.ts'
import type { Stage } from '../../domain/case-file/tracks.ts'
import { isInForce } from '../../domain/case-file/tracks.ts'
import { paths } from '../../paths.ts'

interface At { readonly area: string; readonly caseId: string; readonly stage: Stage }
interface ActWay {
  readonly to: (at: At) => string
  /** What families read; acts without family words are not offered to them. */
  readonly family?: string
  /** To the young person, where the family's words speak of a child. */
  readonly youngPerson?: string
  /** To families, where what is with them is the changes to a plan in force, and no first draft. */
  readonly onChanges?: string
  /** The fact that says it has been done, for acts that are done once. */
  readonly doneBy?: FactType
  /** Open, but rarely what a case waits for: listed after the rest. */
  readonly isSeldom?: true
  /** Offered from a year before the rights pass to the young person. */
  readonly ofRights?: true
  /** Done by the worker or for a whole area: a case's page does not offer it. */
  readonly isElsewhere?: true
}

const amendmentOf = ({ area, caseId }: Pick<At, 'area' | 'caseId'>): string => paths.amendments({ area, caseId }, { go: 'on' })

export const actWays: { readonly [A in ActName]: ActWay } = {
  'make-request': { to: ({ area }) => paths.requestStart({ area }) },
  'assign-officer': { to: paths.caseAssignOfficer, isSeldom: true },
  'add-evidence': { to: paths.caseEvidence, family: 'Add a report or letter', isSeldom: true },
  'settle-duplicate': { to: paths.caseDuplicates, isSeldom: true },
  'withdraw-request': { to: paths.caseWithdraw, isSeldom: true },
  'tell-of-request': { to: paths.tellOfRequest, doneBy: 'family-told-of-request' },
  'record-panel': { to: ({ stage, ...key }) => paths.recordPanel({ ...key, question: stage === 'considering' ? 'assess' : 'issue' }) },
  'decide-assessment': { to: paths.decideAssessment },
  'ask-for-advice': { to: paths.askForAdvice },
  'confirm-advice-request': { to: paths.adviceList },
  'chase-advice': { to: paths.adviceList },
  'take-advice': { to: () => paths.adviceInbox() },
  'withdraw-advice-request': { to: paths.adviceList, isSeldom: true },
  'reuse-advice': { to: paths.adviceList },
  'give-advice': { to: paths.adviceList },
  'give-views': { to: (key) => paths.giveViews({ ...key, whose: 'parent' }), family: 'Tell us your views', isSeldom: true },
  'mark-advice': { to: paths.adviceList },
  'return-advice': { to: paths.adviceList },
  'accept-advice': { to: paths.adviceList },
  'excuse-advice': { to: paths.adviceList },
  'keep-out-term': { to: paths.keepOut, family: 'Ask us to keep a name or words out of the plan', isSeldom: true },
  'decide-plan': { to: paths.decidePlan },
  'draft-plan': { to: paths.plan },
  'propose-change': { to: paths.sharedDraft, family: 'Read the draft plan and tell us what you think', onChanges: 'Read the changes we want to make to the plan, and tell us what you think' },
  'answer-author-question': { to: paths.adviceList, isSeldom: true },
  'answer-proposal': { to: ({ stage, ...key }) => (isInForce(stage) ? amendmentOf(key) : paths.proposals(key)) },
  'record-agreement': { to: paths.healthAgreement, doneBy: 'health-body-agreed' },
  'share-draft': { to: paths.shareDraft, doneBy: 'draft-served' },
  'make-wish': { to: paths.makeWish, family: 'Ask for a school, a meeting or another format' },
  'answer-wish': { to: paths.wishes },
  'finish-commenting': { to: paths.finishCommenting, family: 'Tell us when you have finished commenting', doneBy: 'family-finished-commenting' },
  'consult-setting': { to: paths.consultSettings },
  'answer-consultation': { to: () => paths.consultationInbox() },
  'chase-consultation': { to: paths.consultSettings, isSeldom: true },
  'withdraw-consultation': { to: paths.consultSettings, isSeldom: true },
  'run-plan-check': { to: paths.planCheck },
  'release-check': { to: paths.planCheck },
  'issue-final-plan': { to: paths.issueFinal },
  'place-older-plan': { to: ({ area }) => paths.olderPlans({ area }), isElsewhere: true },
  'bring-in-return': { to: ({ area }) => paths.returnsIn({ area }), isElsewhere: true },
  'accept-return': { to: ({ area }) => paths.returnsIn({ area }), isElsewhere: true },
  'take-back-return': { to: ({ area }) => paths.returnsIn({ area }), isElsewhere: true },
  'confirm-older-plan': { to: ({ area }) => paths.olderPlans({ area }), isElsewhere: true },
  'open-plan': { to: paths.finalPlan },
  'acknowledge-plan': { to: paths.finalPlan, family: 'Read the final plan and tell us you have it' },
  'chase-delivery': { to: paths.deliveries },
  'deliver-plan': { to: paths.deliverPlan, isSeldom: true },
  'arrange-review': { to: paths.caseReviews },
  'invite-to-review': { to: paths.caseReviews, isElsewhere: true },
  'answer-review-invitation': { to: paths.caseReviews, isElsewhere: true },
  'contribute-to-review': { to: paths.caseReviews, family: 'Tell us what you think, for the next meeting about the plan' },
  'circulate-review-papers': { to: paths.caseReviews, isElsewhere: true },
  'hold-review': { to: paths.caseReviews, isElsewhere: true },
  'send-review-report': { to: paths.caseReviews, isElsewhere: true },
  'grade-review-report': { to: paths.caseReviews, isElsewhere: true },
  'decide-review': { to: amendmentOf },
  'begin-amendment': { to: paths.amendments, isSeldom: true },
  'send-amendment-notice': { to: amendmentOf },
  'issue-amended-plan': { to: amendmentOf },
  'decide-not-to-amend': { to: amendmentOf, isSeldom: true },
  'record-review-meeting': { to: paths.caseReviews },
  'record-review-report': { to: paths.caseReviews },
  'record-adulthood-considered': { to: paths.caseReviews },
  'record-review-decision': { to: paths.caseReviews },
  'record-amendment-notice': { to: paths.caseReviews },
  'record-amended-final': { to: paths.caseReviews },
  'record-not-amending': { to: paths.caseReviews },
  'record-education': { to: paths.caseEducation, isSeldom: true },
  'name-convenor': { to: paths.caseConvenor, isSeldom: true },
  'consider-early-review': { to: paths.caseEarlyReview, isElsewhere: true },
  'send-review-lists': { to: ({ area }) => paths.reviewListsSent({ area }), isElsewhere: true },
  'foresee-transfer': { to: paths.addTransfer, isSeldom: true },
  'name-next-placement': { to: ({ area }) => paths.transfers({ area }), isElsewhere: true },
  'confirm-lines': { to: paths.confirmLines },
  'say-change': { to: paths.sayChange, family: 'Tell us that something has changed', isSeldom: true },
  'answer-change': { to: paths.changes, isSeldom: true },
  'consider-ceasing': { to: paths.ceasing, isSeldom: true },
  'record-ceasing-consultation': { to: paths.ceasing, isSeldom: true },
  'decide-ceasing': { to: paths.ceasing, isSeldom: true },
  'end-plan': { to: paths.ceasing, isSeldom: true },
  'end-plan-without-decision': { to: paths.ceasing, isSeldom: true },
  'restore-plan': { to: paths.ceasing, isElsewhere: true },
  'ask-for-reassessment': { to: paths.askForReassessment, family: 'Ask us to assess again', isSeldom: true },
  'decide-reassessment': { to: paths.reassessments, isSeldom: true },
  'record-mediation': { to: paths.disagreements, isSeldom: true },
  'record-appeal': { to: paths.disagreements, isSeldom: true },
  'concede-appeal': { to: paths.disagreements, isSeldom: true },
  'record-order': { to: paths.disagreements, isSeldom: true },
  'lock-ordered-words': { to: paths.disagreements, isSeldom: true },
  'record-recommendation': { to: paths.disagreements, isSeldom: true },
  'send-message': { to: paths.caseMessages, family: 'Send us a message' },
  'record-family': { to: paths.caseAddFamily },
  'invite-family': { to: paths.caseFamily, isSeldom: true },
  'change-address': { to: paths.caseAddress },
  'record-responsibility': { to: paths.caseFamily, isSeldom: true },
  'record-contact': { to: paths.caseFamily, isSeldom: true },
  'record-restriction': { to: paths.recordRestriction, isSeldom: true },
  'change-restriction': { to: paths.caseFamily, isSeldom: true },
  'open-sealed-address': { to: paths.protectedAddress, isElsewhere: true },
  'question-address': { to: paths.caseFamily, isSeldom: true },
  'name-proxy': { to: paths.helping, family: 'Who helps you here', isSeldom: true },
  'end-proxy': { to: paths.helping, isSeldom: true },
  'record-communication': { to: paths.caseCommunication, family: 'Tell us how your child communicates', youngPerson: 'Tell us how you like to communicate' },
  'give-rights-notice': { to: paths.caseRights, isSeldom: true, ofRights: true, doneBy: 'rights-notice-given' },
  'record-young-person': { to: paths.youngPerson, isSeldom: true, ofRights: true },
  'doubt-capacity': { to: paths.caseRights, isSeldom: true, ofRights: true },
  'record-capacity': { to: paths.recordCapacity, isSeldom: true, ofRights: true },
  'record-permission': { to: paths.caseRights, isSeldom: true, ofRights: true },
  'give-permission': { to: paths.caseRights, isSeldom: true, ofRights: true },
  'record-move': { to: paths.caseMove, isSeldom: true },
  'send-on-move': { to: paths.caseMove, isSeldom: true },
  'call-off-move': { to: paths.caseMove, isSeldom: true },
  'confirm-move': { to: paths.caseMove, isSeldom: true },
  'record-after-move': { to: paths.caseMove, isSeldom: true },
  'tell-of-transfer': { to: paths.caseMove, isSeldom: true },
  'invite-after-move': { to: paths.caseMove, isSeldom: true },
  'take-back': { to: () => paths.outbox(), isElsewhere: true },
  'let-go': { to: () => paths.outbox(), isElsewhere: true },
  'release-stop': { to: () => paths.outbox(), isElsewhere: true },
  'post-letter': { to: () => paths.outbox() },
  'send-again': { to: () => paths.outbox() },
  'explain-delay': { to: paths.caseDelays },
  'withdraw-excuse': { to: paths.caseDelays },
  'send-reminder': { to: () => paths.reminders(), isElsewhere: true },
  'set-chasing': { to: ({ area }) => paths.chasing({ area }), isElsewhere: true },
  'set-target': { to: ({ area }) => paths.targets({ area }), isElsewhere: true },
  'set-currency-rule': { to: ({ area }) => paths.currencyRule({ area }), isElsewhere: true },
  'record-return-items': { to: paths.returnItems, isSeldom: true },
  'record-needs': { to: paths.returnItems, isSeldom: true },
  'record-placement': { to: paths.returnItems, isSeldom: true },
  'record-personal-budget': { to: paths.returnItems, isSeldom: true },
  'explain-return-fault': { to: paths.returnItems, isElsewhere: true },
  'set-return-header': { to: ({ area }) => paths.returnHeader({ area }), isElsewhere: true },
  'demand-copy': { to: paths.caseCopies, isSeldom: true },
  'mark-copy': { to: paths.caseCopies, isSeldom: true },
  'release-copy': { to: paths.caseCopies, isSeldom: true },
  'lift-copy': { to: paths.caseCopies, isSeldom: true },
  'seal-item': { to: paths.caseSeals, isSeldom: true },
  'change-seal': { to: paths.caseSeals, isSeldom: true },
  'correct-fact': { to: paths.caseTimeline },
}

/** The first of several acts that are done on one page leads there; the page offers the rest. */
export function oncePerPage<A extends { readonly href: string }>(ways: readonly A[]): A[] {
  return ways.filter(({ href }, index) => ways.findIndex((other) => other.href === href) === index)
}
