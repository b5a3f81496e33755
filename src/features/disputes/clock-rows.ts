// The clocks of disagreements as the pages list them.

import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { keyOf } from '../../domain/clocks/clock.ts'
import type { Scope } from '../../domain/clocks/event-kinds.ts'
import { explain } from '../../domain/clocks/explain.ts'
import type { ClockReading } from '../../domain/clocks/reading.ts'

/** What these pages are about. */
const scopes: readonly Scope[] = ['notice', 'mediation', 'agreement', 'appeal', 'order', 'recommendation', 'reassessment']

export const ofDisagreements = (readings: readonly ClockReading[]): ClockReading[] =>
  readings.filter(({ clock }) => scopes.includes(clock.about) || clock.id === 'CE-01')

/** Still to come, or late: the earliest last day first, what has none at the end. */
export const stillOpen = (readings: readonly ClockReading[]): ClockReading[] =>
  readings.filter((one) => one.metFact === undefined && one.overtakenFact === undefined && (one.state === 'running' || one.state === 'excused' || (one.state === 'breached' && one.clock.nature !== 'window')))
    .toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || keyOf(a.clock).localeCompare(keyOf(b.clock)))

/** A notice that can be appealed now, with the last days as the law counts them. */
export interface OpenNotice {
  readonly reading: ClockReading
  readonly sentOn: PlainDate
  /** The Tribunal must have it by 5 pm. */
  readonly appealBy: PlainDate
  readonly adviserBy?: PlainDate
  readonly why: string
}

/** The newest first. Today is still in time. */
export function openNotices(readings: readonly ClockReading[], today: PlainDate): OpenNotice[] {
  return readings.filter(({ id, metFact, dueOn }) => id === 'APP-01' && metFact === undefined && dueOn !== undefined && dueOn >= today).map((reading) => {
    const adviser = readings.find(({ id, about, dueOn }) => id === 'MED-01' && about === reading.about && dueOn !== undefined && dueOn >= today)
    return {
      reading, sentOn: reading.startedOn ?? today, appealBy: reading.dueOn ?? today, why: explain(reading), ...(adviser?.dueOn === undefined || adviser.metFact !== undefined ? {} : { adviserBy: adviser.dueOn }),
    }
  }).toReversed()
}
