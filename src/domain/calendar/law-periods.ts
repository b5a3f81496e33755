// How the words of the law become the last lawful day. Each function is one pattern of words; `docs/law/calendar.md` tells
// where each reading comes from. None of them moves a date off a weekend, bank holiday or school holiday: nothing in the
// SEND Regulations 2014 does that. Only the Tribunal's own rules do, and only for acts before the Tribunal.

import { addDays, addMonths, addWeeks, partsOf, type PlainDate } from './plain-date.ts'

export interface DateSpan {
  readonly firstDay: PlainDate
  readonly lastDay: PlainDate
}

/**
 * CONV-WEEKS, "within 6 weeks of receiving": the day of the event is not counted, and the limit runs to the end of the
 * same weekday (Marren v Dawson Bentley [1961] 2 QB 135: ordinary rule that the day of the event is left out).
 */
export const withinWeeks = (event: PlainDate, weeks: number): PlainDate => addWeeks(event, weeks)

/** CONV-DAYS-AFTER, "within 15 days of receiving": calendar days, the day of the event not counted (as for weeks). */
export const withinDays = (event: PlainDate, days: number): PlainDate => addDays(event, days)

/**
 * CONV-MONTHS, "within 2 months after": calendar months (Interpretation Act 1978, Schedule 1), to the corresponding date,
 * or the last day of a month that has no such date (Dodds v Walker [1981] 1 WLR 1027).
 */
export const withinMonths = (event: PlainDate, months: number): PlainDate => addMonths(event, months)

/**
 * CONV-BEGINNING, "at least 15 days, beginning with the day on which": the day of the event is day 1, so 15 days end at
 * the end of event + 14 (Zoan v Rouamba [2000] 1 WLR 1509).
 */
export const daysBeginningWith = (event: PlainDate, days: number): DateSpan => ({
  firstDay: event,
  lastDay: addDays(event, days - 1),
})

/**
 * CONV-PERIOD-M, "the period of 12 months starting with": ends the day before the corresponding date, or on the last day
 * of a month that has no such date (a period starting on 29 February 2028 ends on 28 February 2029).
 */
export function monthsBeginningWith(event: PlainDate, months: number): DateSpan {
  const corresponding = addMonths(event, months)
  const exists = partsOf(corresponding).day === partsOf(event).day
  return { firstDay: event, lastDay: exists ? addDays(corresponding, -1) : corresponding }
}

/** CONV-BACK, "at least two weeks before": counted back as it would be counted forward (Schnabel v Allard [1967] 1 QB 627). */
export const atLeastWeeksBefore = (event: PlainDate, weeks: number): PlainDate => addWeeks(event, -weeks)
export const atLeastMonthsBefore = (event: PlainDate, months: number): PlainDate => addMonths(event, -months)
