// How the law words a limit, as data, and the last lawful day that follows. Days here are whole days since 1 January 1970:
// a country's clocks are folded in one go, and text would cost ten times as much. `docs/law/calendar.md` tells where each
// reading comes from. Nothing rolls off a weekend or holiday but what says so.

import { addMonthsTo, dayOfParts, monthOf, dayOfMonth, yearOf } from './day-arithmetic.ts'
import type { Calendar } from '../calendar/calendar.ts'

export type Period =
  /** "within 6 weeks of": the day of the event is not counted. */
  | { readonly kind: 'within-weeks' | 'within-days' | 'within-months'; readonly count: number }
  /** "15 days beginning with", "12 months starting with": the day of the event is the first. */
  | { readonly kind: 'days-beginning-with' | 'months-beginning-with'; readonly count: number }
  /** "within 3 working days of": the day of the event is not counted; "beginning with" counts it if it is a working day. */
  | { readonly kind: 'working-days' | 'working-days-beginning-with' | 'working-days-before'; readonly count: number }
  /** Days on which the school is open to pupils, the day of the event not counted. */
  | { readonly kind: 'school-days'; readonly count: number }
  /** "at least two weeks before": counted back as it would be counted forward. */
  | { readonly kind: 'weeks-before' | 'months-before'; readonly count: number }
  /** Acts under the Tribunal's rules but starting an appeal: August and 25 December to 1 January are not counted (HESC Rules r.12). */
  | { readonly kind: 'tribunal-working-days' | 'tribunal-days'; readonly count: number }
  /** "before 15 February" of the event's year: the last lawful day is the day before (CONV-BEFORE). */
  | { readonly kind: 'before-date'; readonly month: number; readonly day: number; readonly lessDays?: number }
  /** A calendar day of the event's year. */
  | { readonly kind: 'on-date'; readonly month: number; readonly day: number }
  /** 72 hours: the third day after, since facts know days and not hours. */
  | { readonly kind: 'hours'; readonly count: number }
  /** On the day of the event itself: at once. */
  | { readonly kind: 'at-once' }
  /** A day that the event itself sets: a direction, an agreement. */
  | { readonly kind: 'set-day' }
  /** No period in days: as soon as practicable, before deciding, a running duty. */
  | { readonly kind: 'no-period'; readonly words: string }
  /** One that needs more than its start; the rule of that name in special-periods.ts. */
  | { readonly kind: 'rule'; readonly rule: SpecialRule }

export type SpecialRule =
  | 'appeal' | 'maintained-until' | 'later-of-year-and-three-months' | 'health-body-change' | 'month-next-working-day' | 'end-of-studies'
  | 'retention' | 'young-person-from'

/** No day, because none is set: not to be mixed up with NaN, a day that the calendar does not know. */
export const noDay = -2_147_483_648
export const hasDay = (day: number): boolean => day > noDay

/** How many days lie between start and last day, for the periods in which they are always as many. */
export function daysAdded(period: Period): number | undefined {
  switch (period.kind) {
    case 'within-weeks': return 7 * period.count
    case 'within-days': return period.count
    case 'days-beginning-with': return period.count - 1
    case 'weeks-before': return -7 * period.count
    case 'at-once': return 0
    case 'no-period': return noDay
    default: return undefined
  }
}

/** The last lawful day. NaN when the calendar does not know a year that it needs. */
export function lastDayOf(period: Period, start: number, calendar: Calendar, setting?: string): number {
  switch (period.kind) {
    case 'within-weeks': return start + 7 * period.count
    case 'within-days': return start + period.count
    case 'within-months': return addMonthsTo(start, period.count)
    case 'days-beginning-with': return start + period.count - 1
    case 'months-beginning-with': return endOfMonthsBeginningWith(start, period.count)
    case 'working-days': return calendar.addWorkingDays(start, period.count)
    case 'working-days-beginning-with': return calendar.addWorkingDays(start - 1, period.count)
    case 'working-days-before': return calendar.addWorkingDays(start, -period.count)
    case 'school-days': return calendar.addSchoolDays(setting, start, period.count)
    case 'weeks-before': return start - 7 * period.count
    case 'months-before': return addMonthsTo(start, -period.count)
    case 'tribunal-working-days': return tribunalDays(start, period.count, calendar, true)
    case 'tribunal-days': return tribunalDays(start, period.count, calendar, false)
    case 'before-date': return dayOfParts(yearOf(start), period.month, period.day) - 1 - (period.lessDays ?? 0)
    case 'on-date': return dayOfParts(yearOf(start), period.month, period.day)
    case 'hours': return start + Math.ceil(period.count / 24)
    case 'at-once':
    case 'set-day': return start
    case 'no-period':
    case 'rule': return noDay
  }
}

/** Ends the day before the corresponding day, or on the last day of a month that has no such day. */
export function endOfMonthsBeginningWith(start: number, months: number): number {
  const corresponding = addMonthsTo(start, months)
  return dayOfMonth(corresponding) === dayOfMonth(start) ? corresponding - 1 : corresponding
}

function tribunalDays(start: number, count: number, calendar: Calendar, workingOnly: boolean): number {
  let day = start
  for (let left = count; left > 0;) {
    day += 1
    if (!calendar.knows(day)) return Number.NaN
    if (!isOutsideTribunalTime(day) && (!workingOnly || calendar.isWorkingDay(day))) left -= 1
  }
  return calendar.workingDayOnOrAfter(day)
}

/** August, and 25 December to 1 January. */
export function isOutsideTribunalTime(day: number): boolean {
  const month = monthOf(day)
  return month === 8 || (month === 12 && dayOfMonth(day) >= 25) || (month === 1 && dayOfMonth(day) === 1)
}
