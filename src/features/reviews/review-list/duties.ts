// The clocks of one review as its page lists them.

import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { keyOf } from '../../../domain/clocks/clock.ts'
import { explain } from '../../../domain/clocks/explain.ts'
import type { ClockReading, ClockState } from '../../../domain/clocks/reading.ts'

export interface Duty {
  readonly key: string
  readonly title: string
  /** A floor is time that is the family's; a limit has a last day. */
  readonly nature: 'limit' | 'floor' | 'window'
  readonly standing: ClockReading['standing']
  readonly state: ClockState
  readonly isBreach: boolean
  readonly dueOn?: PlainDate
  /** The council's own target, where it is before the legal day. */
  readonly targetOn?: PlainDate
  readonly doneOn?: PlainDate
  readonly daysLate?: number
  readonly daysLeft?: number
  /** What stood before a correction: a breach then stays counted. */
  readonly wasLateBefore: boolean
  readonly why: string
}

/** Everything that the law counts about this review, the earliest last day first. */
export function dutiesAbout(reviewId: string, readings: readonly ClockReading[]): Duty[] {
  return readings.filter(({ about, clock }) => about === reviewId && clock.nature !== 'duty').map((reading) => {
    const { clock, dueOn, targetOn, metOn, daysLate, daysLeft, state, isBreach, standing } = reading
    const nature = clock.nature === 'floor' || clock.nature === 'window' ? clock.nature : 'limit'
    return {
      key: keyOf(clock), title: clock.title, nature, standing, state, isBreach, wasLateBefore: reading.countsAsBreach && !isBreach, why: explain(reading),
      ...(dueOn === undefined ? {} : { dueOn }), ...(targetOn === undefined || dueOn === undefined || targetOn >= dueOn ? {} : { targetOn }),
      ...(metOn === undefined ? {} : { doneOn: metOn }), ...(daysLate === undefined ? {} : { daysLate }), ...(daysLeft === undefined ? {} : { daysLeft }),
    } satisfies Duty
  }).toSorted((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? '') || a.key.localeCompare(b.key))
}
