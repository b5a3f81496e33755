// The last day of a single clock, for pages that have one date and no case: a thin reading of its record.

import { dayNumber, type PlainDate } from '../calendar/plain-date.ts'
import { englandsCalendar } from '../calendar/england.ts'
import { dateOf } from './day-arithmetic.ts'
import { hasDay, lastDayOf } from './period.ts'
import { clockOn } from './regimes.ts'

/** The last lawful day of a clock ("ASMT-02", "ORD-01/final") that starts on a day, by the law as it is now. */
export function lastDayOfClock(key: string, startsOn: PlainDate): PlainDate {
  const day = lastDayOf(clockOn(key).period, dayNumber(startsOn), englandsCalendar)
  if (!hasDay(day)) throw new Error(`${key} has no last day that a start alone can tell`)
  return dateOf(day)
}
