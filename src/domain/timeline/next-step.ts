// What a case waits for next, by whom and by when: what work lists are ordered by. It does not depend on today, so that it
// can be kept beside the case; whether it is late is asked when it is read.

import type { PlainDate } from '../calendar/plain-date.ts'
import type { Holder } from '../clocks/clock.ts'
import type { StepName } from './step-words.ts'
import { timelineOf, type TimelineFacts } from './timeline-of.ts'

export interface NextStep {
  readonly step: StepName
  readonly dueOn?: PlainDate
  readonly whoHolds: Holder
}

/** Time that the family has is never the family's debt: the case waits for the council's step behind it. */
const familyTime: readonly StepName[] = ['views-on-draft', 'if-you-disagree']

/**
 * The undone step with the earliest day. A step that comes first and has no day of its own yet (advice not asked for,
 * settings not consulted) goes before it and borrows its day, because the later step cannot be done in time without it.
 */
export function nextStepOf(facts: TimelineFacts): NextStep | undefined {
  const undone = timelineOf(facts, facts.receivedOn)
    .filter(({ step, state }) => state !== 'done' && state !== 'not-needed' && !familyTime.includes(step))
  const [first] = undone
  if (first === undefined) return undefined
  const earliest = undone.filter(({ dueOn }) => dueOn !== undefined)
    .toSorted((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))[0]
  const { step, whoHolds } = first.dueOn === undefined ? first : earliest ?? first
  return { step, whoHolds, ...(earliest?.dueOn === undefined ? {} : { dueOn: earliest.dueOn }) }
}

/** The step as work to be done, for staff. */
export const workWords: Record<StepName, string> = {
  request: 'Wait for the request',
  'assess-decision': 'Decide whether to assess',
  advice: 'Get the advice in',
  'plan-decision': 'Decide whether to issue a plan',
  draft: 'Write and send the draft plan',
  'views-on-draft': 'Wait for the family’s views on the draft',
  settings: 'Consult settings',
  'final-plan': 'Issue the final plan',
  'if-you-disagree': 'Appeal window',
  'first-review': 'First annual review',
}

/** Who is meant by a holder, for staff. */
export const holderWords: Record<Holder, string> = {
  council: 'Council', family: 'Family', advisers: 'Advisers', setting: 'Setting',
}

export const isStep = (text: string): text is StepName => Object.hasOwn(workWords, text)
export const isHolder = (text: string): text is Holder => Object.hasOwn(holderWords, text)
