// CONV-TRIB: how the Tribunal's own rules move the last day of an appeal. They move nothing else.

import type { Calendar } from '../calendar/calendar.ts'
import { dayOfParts, monthOf, yearOf } from './day-arithmetic.ts'
import { isOutsideTribunalTime } from './period.ts'

/** The last day of an appeal moved as HESC Rules 2008 r.12(2) and (3)(a) say, for starting an SEN appeal and nothing else. */
export function tribunalDay(lastDay: number, calendar: Calendar): number {
  // Saturday 31 July goes to Monday 2 August and stops there: whether r.12(3) then takes over is unclear, and a family must
  // never be told the later of two arguable days.
  if (!isOutsideTribunalTime(lastDay)) return calendar.workingDayOnOrAfter(lastDay)
  const month = monthOf(lastDay)
  if (month === 8) return calendar.workingDayOnOrAfter(dayOfParts(yearOf(lastDay), 9, 1))
  return calendar.workingDayOnOrAfter(dayOfParts(yearOf(lastDay) + (month === 12 ? 1 : 0), 1, 2))
}

/** Why the day is later than its months by themselves. */
export function whyMoved(lastDay: number, receivedBy: number): 'august' | 'christmas' | 'not-a-working-day' | undefined {
  if (isOutsideTribunalTime(lastDay)) return monthOf(lastDay) === 8 ? 'august' : 'christmas'
  return receivedBy === lastDay ? undefined : 'not-a-working-day'
}
