// Which clocks give each step of the line its days: by id, or by id and step where an id has several. A clock that is in no
// row here still shows to the family, by its own title, among the other dates.

import { keyOf, type Clock } from '../clocks/clock.ts'
import type { ClockReading } from '../clocks/reading.ts'
import type { StepName } from './step-words.ts'

const rows = {
  'assess-decision': ['ASMT-02', 'ASMT-12/assess-decision', 'DET-01'],
  advice: ['ASMT-05', 'DET-04'],
  'plan-decision': ['ASMT-06', 'ASMT-12/no-plan', 'DET-02'],
  draft: ['ASMT-07'],
  'views-on-draft': ['ASMT-08', 'DET-03/draft'],
  settings: ['ASMT-09'],
  'final-plan': ['ASMT-10', 'ASMT-12/final', 'DET-03/final'],
  'if-you-disagree': ['APP-01'],
  'review-papers': ['REV-05', 'REV-06', 'REV-14/invitations', 'REV-14/advice'],
  'review-report': ['REV-07', 'REV-14/report'],
  'first-review': ['REV-01'],
  review: ['REV-02', 'TR-04'],
  'review-decision': ['REV-08'],
  'amendment-notice': ['REV-09'],
  'views-on-changes': ['REV-10', 'AM-01/representations'],
  'amended-plan': ['REV-11', 'REV-12', 'AM-01/final'],
  'next-school': ['PT-01', 'PT-02', 'PT-03'],
  'reassess-decision': ['RE-02'],
  'reassessed-plan': ['RE-03'],
  move: ['TR-01', 'TR-02', 'TR-03'],
  mediation: ['MED-03', 'MED-04'],
  agreed: ['MED-06', 'MED-07', 'MED-09'],
  'appeal-answer': ['APP-04', 'APP-05'],
  order: ['ORD-01', 'ORD-02', 'ORD-03', 'ORD-04', 'ORD-05', 'ORD-06', 'ORD-07', 'UNO-01', 'DET-07', 'REC-01'],
} as const satisfies { readonly [S in StepName]?: readonly string[] }

const stepByClock: ReadonlyMap<string, StepName> = new Map(
  (Object.entries(rows) as [StepName, readonly string[]][]).flatMap(([step, ids]) => ids.map((id) => [id, step] as const)),
)

/** The clocks, by id and step, of which one gives a step its day. */
export const clocksOfStep = (step: keyof typeof rows): readonly string[] => rows[step]

/** The step that a clock gives a day to. */
export const stepOfClock = (clock: Pick<Clock, 'id' | 'step'>): StepName | undefined => stepByClock.get(keyOf(clock)) ?? stepByClock.get(clock.id)

/** Readings by the step that they give a day to, in the order in which they started. */
export function byStep(readings: readonly ClockReading[]): ReadonlyMap<StepName, readonly ClockReading[]> {
  const found = new Map<StepName, ClockReading[]>()
  for (const reading of readings.toSorted((a, b) => a.startDay - b.startDay)) {
    const step = stepOfClock(reading.clock)
    if (step === undefined) continue
    const known = found.get(step)
    if (known === undefined) found.set(step, [reading])
    else known.push(reading)
  }
  return found
}
