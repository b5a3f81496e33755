// A civil date in London, "2026-03-03": statutory dates are dates, never instants. No JavaScript `Date` comes in here;
// arithmetic goes through the number of days since 1 January 1970 (Howard Hinnant's civil-date algorithm).

declare const plainDate: unique symbol
export type PlainDate = string & { readonly [plainDate]: true }

/** A moment, ISO 8601 in UTC with milliseconds: "2026-03-03T14:32:00.000Z". */
declare const instant: unique symbol
export type Instant = string & { readonly [instant]: true }

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The date these parts name, or undefined when there is no such day (31 February, month 13). Years 1900 to 2199. */
export function dateFromParts(year: number, month: number, day: number): PlainDate | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as PlainDate
}

/** Reads "2026-03-03"; undefined for anything else, a day that does not exist included. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const found = shape.exec(text)
  return found ? dateFromParts(Number(found[1]), Number(found[2]), Number(found[3])) : undefined
}

/** For dates written in code and tests: throws when the text is no date. */
export function plainDateOf(text: string): PlainDate {
  const date = parsePlainDate(text)
  if (date === undefined) throw new Error('not a calendar date')
  return date
}

export function partsOf(date: PlainDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** Whole days since 1 January 1970. */
export function dayNumber(date: PlainDate): number {
  const { year, month, day } = partsOf(date)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

export function dateOfDayNumber(days: number): PlainDate {
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const date = dateFromParts(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  if (date === undefined) throw new Error('not a calendar date')
  return date
}

export const addDays = (date: PlainDate, days: number): PlainDate => dateOfDayNumber(dayNumber(date) + days)
export const addWeeks = (date: PlainDate, weeks: number): PlainDate => addDays(date, weeks * 7)
/** Days from the first date to the second; negative when the second is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from)

/** The same day of a later (or earlier) month; the last day of that month when it has no such day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const newYear = Math.floor(index / 12)
  const newMonth = (index % 12) + 1
  return plainDateOf(
    `${newYear}-${String(newMonth).padStart(2, '0')}-${String(Math.min(day, daysInMonth(newYear, newMonth))).padStart(2, '0')}`,
  )
}

/** 1 is Monday, 7 is Sunday. */
export const weekday = (date: PlainDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1

/** Completed years of age on a day. */
export function ageOn(born: PlainDate, on: PlainDate): number {
  const b = partsOf(born)
  const o = partsOf(on)
  return o.year - b.year - (o.month < b.month || (o.month === b.month && o.day < b.day) ? 1 : 0)
}
