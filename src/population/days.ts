// Days as whole numbers since 1 January 1970, which is what the making of a life counts in; words for them are kept, because millions are
// wanted. The calendar is the product's own, so that nobody here decides on a Sunday or on Christmas Day.

import { calendarOf } from '../domain/calendar/calendar.ts'
import { englandsCalendar, englandsHolidays } from '../domain/calendar/england.ts'
import { dateOfDayNumber, dayNumber, plainDateOf, type Instant, type PlainDate } from '../domain/calendar/plain-date.ts'

const words = new Map<number, PlainDate>()

export function dateOf(day: number): PlainDate {
  const known = words.get(day)
  if (known !== undefined) return known
  const date = dateOfDayNumber(day)
  words.set(day, date)
  return date
}

export const dayOf = (date: string): number => dayNumber(plainDateOf(date))
export const yearOf = (day: number): number => Number(dateOf(day).slice(0, 4))
export const monthOf = (day: number): number => Number(dateOf(day).slice(5, 7))

const { firstYear, lastYear } = calendarOf({ years: englandsHolidays })
const [first, last] = [dayOf(`${firstYear}-01-01`), dayOf(`${lastYear}-12-31`)]

/** The working day on or before a day; the day itself in years whose holidays are not known. */
export const workingDay = (day: number): number => (day <= first || day >= last ? day : englandsCalendar.workingDayOnOrBefore(day))

/** The last of some day of the year before a day or on it. */
export function lastOf(monthDay: string, day: number): number {
  const year = yearOf(day)
  const here = dayOf(`${year}-${monthDay}`)
  return here <= day ? here : dayOf(`${year - 1}-${monthDay}`)
}

/** In office hours; the minute orders what was written down on one day. */
export const momentOf = (day: number, minute: number): Instant => {
  const at = Math.min(minute, 479)
  return `${dateOf(day)}T${String(9 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}:00.000Z` as Instant
}

/** Whether schools are closed for the summer: from the last week of July to the first days of September. */
export function isSummer(day: number): boolean {
  const monthDay = dateOf(day).slice(5)
  return monthDay >= '07-23' && monthDay <= '09-04'
}
