// The words of each step in each state, for families: short, plain, no name of a child or a school in them.

/** In order: from the request to the plan; the year of a plan and its review; and what can stand beside these. */
export const stepNames = [
  'request', 'assess-decision', 'advice', 'plan-decision', 'draft', 'views-on-draft', 'settings', 'final-plan', 'if-you-disagree',
  'review-papers', 'review-meeting', 'review-report', 'first-review', 'review', 'review-decision', 'amendment-notice', 'views-on-changes', 'amended-plan',
  'next-school', 'reassess-decision', 'reassessed-plan', 'move', 'mediation', 'agreed', 'appeal-answer', 'order',
] as const
export type StepName = (typeof stepNames)[number]
/** excused: its limit does not bind, for a reason of the law; it is due as soon as can be. */
export type StepState = 'done' | 'now' | 'next' | 'late' | 'excused' | 'not-needed'

const table: Record<StepName, Record<Exclude<StepState, 'excused'>, string>> = {
  request: {
    done: 'We got the request',
    now: 'We are waiting for the request',
    next: 'We get the request',
    late: 'We are waiting for the request',
    'not-needed': 'No request is needed',
  },
  'assess-decision': {
    done: 'We told you if we will assess',
    now: 'We are deciding if we will assess',
    next: 'We tell you if we will assess',
    late: 'We are late. We have not told you if we will assess',
    'not-needed': 'No decision about assessing is needed',
  },
  advice: {
    done: 'The advice is in',
    now: 'We are asking for advice from people who can help us decide',
    next: 'We ask for advice from people who can help us decide',
    late: 'Some advice is late',
    'not-needed': 'We do not need this step',
  },
  'plan-decision': {
    done: 'We told you if there will be a plan',
    now: 'We are deciding if there will be a plan',
    next: 'We tell you if there will be a plan',
    late: 'We are late. We have not told you if there will be a plan',
    'not-needed': 'We do not need this step',
  },
  draft: {
    done: 'We sent you the draft plan',
    now: 'We are writing the draft plan',
    next: 'We send you the draft plan',
    late: 'We are late with the draft plan',
    'not-needed': 'We do not need this step',
  },
  'views-on-draft': {
    done: 'Your time to answer the draft is over',
    now: 'Tell us what you think of the draft. You can ask for a school or college, and for a meeting',
    next: 'You tell us what you think of the draft',
    late: 'Your time to answer the draft is over',
    'not-needed': 'We do not need this step',
  },
  settings: {
    done: 'Schools or colleges have had their say',
    now: 'We are asking schools or colleges if they can meet the needs in the plan',
    next: 'We ask schools or colleges if they can meet the needs in the plan',
    late: 'A school or college is late to answer. We can go on without its answer',
    'not-needed': 'We do not need this step',
  },
  'final-plan': {
    done: 'We sent you the final plan',
    now: 'We are making the plan final',
    next: 'We send you the final plan',
    late: 'We are late with the final plan',
    'not-needed': 'We do not need this step',
  },
  'if-you-disagree': {
    done: 'The usual time to appeal is over. If you still want to appeal, ask the Tribunal',
    now: 'If you do not agree, you can ask for mediation or appeal. Your letter says how',
    next: 'If you do not agree, you can ask for mediation or appeal',
    late: 'The usual time to appeal is over. If you still want to appeal, ask the Tribunal',
    'not-needed': 'We do not need this step',
  },
  'first-review': {
    done: 'We looked at the plan with you',
    now: 'We are looking at the plan with you',
    next: 'We look at the plan with you, to see if it still fits',
    late: 'We are late. We have not looked at the plan with you',
    'not-needed': 'We do not need this step',
  },
  'review-papers': {
    done: 'The invitations and papers for the review meeting are out',
    now: 'You and others are being asked to the review meeting',
    next: 'You and others are asked to the review meeting',
    late: 'The invitations or papers for the review meeting are late',
    'not-needed': 'We do not need this step',
  },
  'review-meeting': {
    done: 'The review meeting took place',
    now: 'The review meeting is coming. You can say what works and what does not',
    next: 'The review meeting takes place',
    late: 'The day of the review meeting is past. Nobody has told us that it took place',
    'not-needed': 'We do not need this step',
  },
  'review-report': {
    done: 'The report of the review meeting is out',
    now: 'The report of the review meeting is being written',
    next: 'You get the report of the review meeting',
    late: 'The report of the review meeting is late',
    'not-needed': 'We do not need this step',
  },
  review: {
    done: 'We looked at the plan with you again',
    now: 'We are looking at the plan with you again',
    next: 'We look at the plan with you again, to see if it still fits',
    late: 'We are late. We have not looked at the plan with you again',
    'not-needed': 'We do not need this step',
  },
  'review-decision': {
    done: 'We told you if the plan stays, changes or ends',
    now: 'We are deciding if the plan stays, changes or ends',
    next: 'We tell you if the plan stays, changes or ends',
    late: 'We are late. We have not told you if the plan stays, changes or ends',
    'not-needed': 'We do not need this step',
  },
  'amendment-notice': {
    done: 'We sent you the changes that we want to make',
    now: 'We are writing down the changes that we want to make',
    next: 'We send you the changes that we want to make',
    late: 'We are late with the changes that we want to make',
    'not-needed': 'We do not need this step',
  },
  'views-on-changes': {
    done: 'Your time to answer the changes is over',
    now: 'Tell us what you think of the changes. You can ask for a school or college, and for a meeting',
    next: 'You tell us what you think of the changes',
    late: 'Your time to answer the changes is over',
    'not-needed': 'We do not need this step',
  },
  'amended-plan': {
    done: 'We sent you the changed plan',
    now: 'We are changing the plan',
    next: 'We send you the changed plan',
    late: 'We are late with the changed plan',
    'not-needed': 'We do not need this step',
  },
  'next-school': {
    done: 'The plan names the next school or college',
    now: 'We are naming the next school or college in the plan',
    next: 'We name the next school or college in the plan',
    late: 'We are late. The plan does not name the next school or college yet',
    'not-needed': 'We do not need this step',
  },
  'reassess-decision': {
    done: 'We told you if we will assess again',
    now: 'We are deciding if we will assess again',
    next: 'We tell you if we will assess again',
    late: 'We are late. We have not told you if we will assess again',
    'not-needed': 'We do not need this step',
  },
  'reassessed-plan': {
    done: 'We sent you the plan after the new assessment',
    now: 'We are making the plan after the new assessment',
    next: 'We send you the plan after the new assessment',
    late: 'We are late with the plan after the new assessment',
    'not-needed': 'We do not need this step',
  },
  move: {
    done: 'The plan has moved with you',
    now: 'The plan is moving with you',
    next: 'The plan moves with you',
    late: 'The move of the plan is late',
    'not-needed': 'We do not need this step',
  },
  mediation: {
    done: 'The mediation took place',
    now: 'The mediation is being set up',
    next: 'The mediation takes place',
    late: 'The mediation is late',
    'not-needed': 'We do not need this step',
  },
  agreed: {
    done: 'What was agreed is done',
    now: 'We are doing what was agreed',
    next: 'We do what was agreed',
    late: 'We are late with what was agreed',
    'not-needed': 'We do not need this step',
  },
  'appeal-answer': {
    done: 'We answered the appeal',
    now: 'We are answering the appeal',
    next: 'We answer the appeal',
    late: 'We are late to answer the appeal',
    'not-needed': 'We do not need this step',
  },
  order: {
    done: 'What the Tribunal ordered is done',
    now: 'We are doing what the Tribunal ordered',
    next: 'We do what the Tribunal ordered',
    late: 'We are late with what the Tribunal ordered',
    'not-needed': 'We do not need this step',
  },
}

/** A step that the law lets be later is under way like any other: that and why is said beside it. */
export const stepWords = (step: StepName, state: StepState): string => table[step][state === 'excused' ? 'now' : state]

/** Every sentence, for the test of how they read. */
export const allStepWords: readonly string[] = Object.values(table).flatMap((states) => Object.values(states))
