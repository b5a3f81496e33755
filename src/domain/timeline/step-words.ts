// The words of each step in each state, for families: short, plain, no name of a child or a school in them.

export const stepNames = [
  'request', 'assess-decision', 'advice', 'plan-decision', 'draft', 'views-on-draft', 'settings', 'final-plan',
  'if-you-disagree', 'first-review',
] as const
export type StepName = (typeof stepNames)[number]
export type StepState = 'done' | 'now' | 'next' | 'late' | 'not-needed'

export const stepWords: Record<StepName, Record<StepState, string>> = {
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
    next: 'We decide if we will assess',
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
    next: 'We decide if there will be a plan',
    late: 'We are late. We have not told you if there will be a plan',
    'not-needed': 'We do not need this step',
  },
  draft: {
    done: 'We sent you the draft plan',
    now: 'We are writing the draft plan',
    next: 'We write the draft plan',
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
    next: 'We make the plan final',
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
}
