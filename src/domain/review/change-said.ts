// Somebody says that something has changed for a child with a plan. No law gives a limit for the answer to that (the council must act
// rationally, and has the duty to keep the plan under review: CFA 2014 s.44(1)); the area sets its own, and whoever said it sees the answer.

import type { PlainDate } from '../calendar/plain-date.ts'
import { addDays } from '../calendar/plain-date.ts'

export const changeKinds = ['needs', 'health', 'home', 'setting', 'provision', 'outcomes', 'other'] as const
export type ChangeKind = (typeof changeKinds)[number]

export const changeKindWords: Record<ChangeKind, { readonly staff: string; readonly family: string }> = {
  needs: { staff: 'The child’s needs', family: 'What they find hard, or what they can do now' },
  health: { staff: 'Health, a diagnosis or an operation', family: 'Their health, a diagnosis or an operation' },
  home: { staff: 'Home, care or family', family: 'Home or family' },
  setting: { staff: 'The school or college, attendance or an exclusion', family: 'School or college, or they cannot go there' },
  provision: { staff: 'Provision that is not made, or not enough', family: 'Help in the plan that they do not get, or that is not enough' },
  outcomes: { staff: 'Outcomes reached, or out of reach', family: 'Something in the plan is done, or cannot be done' },
  other: { staff: 'Something else', family: 'Something else' },
}

/** What the council can decide. */
export const changeOutcomes = ['no-action', 'early-review', 'amend', 'reassess'] as const
export type ChangeOutcome = (typeof changeOutcomes)[number]

export const changeOutcomeWords: Record<ChangeOutcome, { readonly staff: string; readonly said: string }> = {
  'no-action': { staff: 'No action: the plan stays as it is', said: 'The plan stays as it is for now.' },
  'early-review': { staff: 'An early review', said: 'We will hold a review of the plan early.' },
  amend: { staff: 'Amend the plan now, without a review', said: 'We will change the plan now, without waiting for a review.' },
  reassess: { staff: 'A new assessment', said: 'We take this as asking for a new assessment. The family gets a letter that says what we decide.' },
}

/** Who said it, as far as the record tells it of a fact. */
export const changeSayers = ['family', 'professional', 'council'] as const
export type ChangeSayer = (typeof changeSayers)[number]

/** The last day of the council's own limit: the day it was said is not counted. */
export const changeAnswerBy = (saidOn: PlainDate, answerDays: number): PlainDate => addDays(saidOn, answerDays)
