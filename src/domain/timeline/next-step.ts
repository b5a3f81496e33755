// What a case waits for next, by whom and by when: what work lists are ordered by. It does not depend on today, so that it
// can be kept beside the case; whether it is late is asked when it is read.

import type { PlainDate } from '../calendar/plain-date.ts'
import type { Holder } from '../clocks/clock.ts'
import type { ClockReading } from '../clocks/reading.ts'
import { stepsOf, type Step } from './steps-of.ts'
import type { StepName } from './step-words.ts'

export interface NextStep {
  readonly step: StepName
  readonly dueOn?: PlainDate
  readonly whoHolds: Holder
}

/**
 * The undone step with the earliest day. A step that comes first and has no day that binds (advice not asked for, settings not
 * consulted, a limit that is excused) goes before it and borrows its day, because the later step cannot be done in time
 * without it. Time that the family has is never the family's debt: the case waits for the council's step behind it.
 */
export function nextStepOf(readings: readonly ClockReading[]): NextStep | undefined {
  const { assessment, year, beside } = stepsOf(readings)
  const undone = [...assessment, ...year, ...beside].filter(({ isNeeded, doneOn, isFamilysTime }) => isNeeded && doneOn === undefined && isFamilysTime !== true)
  const [first] = undone
  if (first === undefined) return undefined
  const [earliest] = undone.filter((step) => bindingDay(step) !== undefined).toSorted((a, b) => (bindingDay(a) ?? '').localeCompare(bindingDay(b) ?? ''))
  const { step, whoHolds } = bindingDay(first) === undefined ? first : earliest ?? first
  const dueOn = earliest === undefined ? undefined : bindingDay(earliest)
  return { step, whoHolds, ...(dueOn === undefined ? {} : { dueOn }) }
}

/** The day by which a step is due; none while an excuse disapplies it. */
const bindingDay = ({ arrangedOn, reading }: Step): PlainDate | undefined => arrangedOn ?? (reading?.state === 'excused' ? undefined : reading?.dueOn)

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
  'review-papers': 'Invitations and papers for the review',
  'review-meeting': 'Review meeting',
  'review-report': 'Report of the review meeting',
  'first-review': 'First annual review',
  review: 'Annual review',
  'review-decision': 'Decide after the review',
  'amendment-notice': 'Send the amendment notice',
  'views-on-changes': 'Wait for the family’s views on the changes',
  'amended-plan': 'Issue the amended plan',
  'next-school': 'Name the setting of the next phase',
  'reassess-decision': 'Decide whether to reassess',
  'reassessed-plan': 'Issue the plan after reassessment',
  move: 'Transfer between councils',
  mediation: 'Arrange the mediation',
  agreed: 'Do what was agreed in mediation',
  'appeal-answer': 'Answer the appeal',
  order: 'Do what the Tribunal ordered',
}

/** Who is meant by a holder, for staff. */
export const holderWords: Record<Holder, string> = {
  council: 'Council', family: 'Family', advisers: 'Advisers', setting: 'Setting',
}

export const isStep = (text: string): text is StepName => Object.hasOwn(workWords, text)
export const isHolder = (text: string): text is Holder => Object.hasOwn(holderWords, text)
