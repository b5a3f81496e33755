// The civil calendar on whole days since 1 January 1970, as `calendar/plain-date.ts` has it, made for folding millions of
// facts: no text, no objects. Every function here is compared with its plain-date twin in the tests.

import { dateOfDayNumber, type PlainDate } from '../calendar/plain-date.ts'

/** Reads "2026-03-03" into its day; NaN for anything that is no day of the years 1900 to 2199. */
export function dayOfText(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return Number.NaN
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonthOf(year, month))) return Number.NaN
  return dayOfParts(year, month, day)
}

/** The number that two digits make; one that is no part of any date when they are not digits. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -10_000
}

const monthLengths = Int8Array.of(0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
const daysBeforeMonth = Int16Array.of(0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export const daysInMonthOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : monthLengths[month] ?? 0

export function dayOfParts(year: number, month: number, day: number): number {
  const y = year - 1
  const leapDay = month > 2 && isLeap(year) ? 1 : 0
  // 719162 days lie between 1 January of year 1 and 1 January 1970.
  return y * 365 + ((y / 4) | 0) - ((y / 100) | 0) + ((y / 400) | 0) + (daysBeforeMonth[month] ?? 0) + leapDay + day - 1 - 719162
}

// One walk gives all three parts; the packed number keeps it free of allocation: year * 512 + month * 32 + day.
function packed(days: number): number {
  const z = days + 719468
  const era = (z / 146097) | 0
  const dayOfEra = z - era * 146097
  const yearOfEra = ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36524) | 0) - ((dayOfEra / 146096) | 0)) / 365) | 0
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0))
  const shifted = ((5 * dayOfYear + 2) / 153) | 0
  const day = dayOfYear - (((153 * shifted + 2) / 5) | 0) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0)) * 512 + month * 32 + day
}

export const yearOf = (days: number): number => packed(days) >> 9
export const monthOf = (days: number): number => (packed(days) >> 5) & 15
export const dayOfMonth = (days: number): number => packed(days) & 31

/** The same day of a later (or earlier) month; the last day of that month when it has no such day. */
export function addMonthsTo(days: number, months: number): number {
  const parts = packed(days)
  const index = (parts >> 9) * 12 + ((parts >> 5) & 15) - 1 + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return dayOfParts(year, month, Math.min(parts & 31, daysInMonthOf(year, month)))
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1

export const dateOf = (days: number): PlainDate => dateOfDayNumber(days)

/** The first day on which somebody is that old; 1 March in a common year for somebody born on 29 February. */
export function reachesAge(born: number, age: number): number {
  const parts = packed(born)
  const year = (parts >> 9) + age
  const month = (parts >> 5) & 15
  const day = parts & 31
  return day > daysInMonthOf(year, month) ? dayOfParts(year, 3, 1) : dayOfParts(year, month, day)
}

/** The last Friday in June of the school year in which 16 is reached (`compulsorySchoolAgeLastDay` says by what law). */
export function endOfCompulsorySchoolAge(born: number): number {
  const sixteen = packed(reachesAge(born, 16))
  const endOfJune = dayOfParts((sixteen >> 9) + (((sixteen >> 5) & 15) >= 9 ? 1 : 0), 6, 30)
  return endOfJune - ((weekdayOf(endOfJune) + 2) % 7)
}
