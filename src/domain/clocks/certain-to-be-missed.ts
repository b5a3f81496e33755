// When a legal day that is still to come can no longer be kept by anything that the council may lawfully do: a time of the family
// must run whole first (CFA 2014 s.38(4); SEND Regulations 2014 regs 13(1)(a), 22(2)(c)), has not begun, and would not be over
// in time if it began today. Then the family is told before the day has passed.
//
// What is likely but not certain is left to the officer, who may tell the family at any time: advice can come sooner than in six
// weeks, and a family may say that it has finished before its days are over.

import type { Calendar } from '../calendar/calendar.ts'
import { dayNumber, type PlainDate } from '../calendar/plain-date.ts'
import { dateOf } from './day-arithmetic.ts'
import { lastDayOf } from './period.ts'
import { clockOn } from './regimes.ts'

/** By limit: the family's time that must run whole before it can be met. */
export const mustRunFirst: Readonly<Record<string, string>> = { 'ASMT-10': 'ASMT-08', 'ASMT-12/final': 'ASMT-08', 'REV-11': 'REV-10', 'REV-12': 'REV-10' }

/** The last day of the family's time if it began today: a limit that ends on it or before, and whose time has not begun, cannot be kept. */
export function lostUntil(limit: string, today: PlainDate, calendar: Calendar): PlainDate | undefined {
  const floor = mustRunFirst[limit]
  return floor === undefined ? undefined : dateOf(lastDayOf(clockOn(floor).period, dayNumber(today), calendar))
}

interface Started {
  /** The clock's id, with its step. */
  readonly clock: string
  readonly startedOn: PlainDate
}

/** Whether an open limit is certain to be missed. `others` are the case's clocks, whatever their state. */
export function isCertainToBeMissed(limit: Started & { readonly dueOn: PlainDate }, others: readonly Started[], today: PlainDate, calendar: Calendar): boolean {
  const until = lostUntil(limit.clock, today, calendar)
  if (limit.dueOn < today || until === undefined || limit.dueOn > until) return false
  return !others.some(({ clock, startedOn }) => clock === mustRunFirst[limit.clock] && startedOn >= limit.startedOn)
}
