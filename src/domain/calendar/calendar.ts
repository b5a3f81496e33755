// The calendar that the clocks count by: the bank holidays of known years, and the terms and closures of areas and settings,
// all as data. Days are whole days since 1 January 1970. A day of a year that is not in the data is answered with NaN, and
// the clock that asked becomes a refusal: a missing year is never guessed.

import { dateOfDayNumber, dayNumber, partsOf, plainDateOf, type PlainDate } from './plain-date.ts'
import type { DateSpan } from './law-periods.ts'

export interface YearsOfHolidays {
  /** First and last whole year that the list is complete for. */
  readonly firstYear: number
  readonly lastYear: number
  readonly bankHolidays: readonly { readonly on: PlainDate; readonly name: string }[]
}

/** When a setting, or every setting of an area that has no entry of its own, is open to pupils. */
export interface Terms {
  /** The setting's or the area's key; the same word that events name as `setting`. */
  readonly of: string
  readonly terms: readonly DateSpan[]
  /** Half-terms and training days within the terms. */
  readonly closed: readonly DateSpan[]
}

/** A span in which a setting is closed: from the first closed day to the day on which it opens again. */
export interface Closure {
  readonly closedFrom: PlainDate
  readonly reopens: PlainDate
}

export interface CalendarData {
  readonly years: YearsOfHolidays
  readonly terms?: readonly Terms[]
  /** The key of `terms` to use for a setting without its own. */
  readonly area?: string
}

export interface Calendar {
  readonly firstYear: number
  readonly lastYear: number
  knows(day: number): boolean
  isWorkingDay(day: number): boolean
  /** These five give NaN for what the calendar does not know. */
  workingDayOnOrAfter(day: number): number
  workingDayOnOrBefore(day: number): number
  /** The n-th working day after a day (before, when n is negative); the day itself is not counted. */
  addWorkingDays(day: number, count: number): number
  /** From the first day (counted) to the second (not counted). */
  workingDaysBetween(from: number, to: number): number
  addSchoolDays(setting: string | undefined, day: number, count: number): number
  /** The closure of at least so many days that is nearest around or after a day, as the terms have it. */
  closureAround(setting: string | undefined, day: number, atLeastDays: number): Closure | undefined
}

export function calendarOf({ years, terms = [], area }: CalendarData): Calendar {
  const first = dayNumber(plainDateOf(`${years.firstYear}-01-01`))
  const end = dayNumber(plainDateOf(`${years.lastYear + 1}-01-01`))
  const holidays = new Set(years.bankHolidays.map(({ on }) => dayNumber(on)))
  for (const { on } of years.bankHolidays) {
    const { year } = partsOf(on)
    if (year < years.firstYear || year > years.lastYear) throw new Error(`the bank holiday ${on} is outside the years of its calendar`)
  }
  // For each day, how many working days lie before it; and the working days themselves, in order.
  const before = new Int32Array(end - first + 1)
  const working: number[] = []
  for (let day = first; day < end; day += 1) {
    before[day - first] = working.length
    if (isWeekday(day) && !holidays.has(day)) working.push(day)
  }
  before[end - first] = working.length
  const countBefore = (day: number): number => before[day - first] ?? Number.NaN
  const workingAt = (index: number): number => working[index] ?? Number.NaN
  const knows = (day: number): boolean => day >= first && day < end
  const isWorkingDay = (day: number): boolean => countBefore(day + 1) > countBefore(day)
  const bySetting = new Map(terms.map((entry) => [entry.of, openDays(entry)]))
  const openIn = (setting: string | undefined): OpenDays | undefined =>
    (setting === undefined ? undefined : bySetting.get(setting)) ?? (area === undefined ? undefined : bySetting.get(area))

  return {
    firstYear: years.firstYear,
    lastYear: years.lastYear,
    knows,
    isWorkingDay,
    workingDayOnOrAfter: (day) => workingAt(countBefore(day)),
    workingDayOnOrBefore: (day) => workingAt(countBefore(day + 1) - 1),
    addWorkingDays: (day, count) => (count >= 0 ? workingAt(countBefore(day + 1) + count - 1) : workingAt(countBefore(day) + count)),
    workingDaysBetween: (from, to) => countBefore(to) - countBefore(from),
    addSchoolDays(setting, day, count) {
      const open = openIn(setting)
      if (open === undefined || day < open.firstDay) return Number.NaN
      const index = open.days.findIndex((candidate) => candidate > day)
      return index === -1 ? Number.NaN : open.days[index + count - 1] ?? Number.NaN
    },
    closureAround: (setting, day, atLeastDays) => openIn(setting)?.closures.find(
      ({ from, to }) => to - from >= atLeastDays && day <= to,
    )?.closure,
  }

  function openDays({ of, terms: spans, closed }: Terms): OpenDays {
    const sorted = spans.toSorted((a, b) => a.firstDay.localeCompare(b.firstDay))
    const shut = closed.map(({ firstDay, lastDay }) => [dayNumber(firstDay), dayNumber(lastDay)] as const)
    const days: number[] = []
    const closures: OpenDays['closures'][number][] = []
    for (const [index, span] of sorted.entries()) {
      const [from, to] = [dayNumber(span.firstDay), dayNumber(span.lastDay)]
      if (to < from) throw new Error(`a term of ${of} ends before it starts: ${span.firstDay} to ${span.lastDay}`)
      if (!knows(from) || !knows(to)) throw new Error(`a term of ${of} lies in a year whose bank holidays are not known: ${span.firstDay} to ${span.lastDay}`)
      for (let day = from; day <= to; day += 1) {
        if (isWorkingDay(day) && !shut.some(([start, last]) => day >= start && day <= last)) days.push(day)
      }
      const next = sorted[index + 1]
      if (next === undefined) continue
      const reopens = dayNumber(next.firstDay)
      if (reopens <= to) throw new Error(`two terms of ${of} overlap: ${span.firstDay} and ${next.firstDay}`)
      closures.push({ from: to + 1, to: reopens, closure: { closedFrom: dateOfDayNumber(to + 1), reopens: next.firstDay } })
    }
    return { firstDay: days[0] ?? Number.POSITIVE_INFINITY, days, closures }
  }
}

interface OpenDays {
  readonly firstDay: number
  readonly days: readonly number[]
  readonly closures: readonly { readonly from: number; readonly to: number; readonly closure: Closure }[]
}

const isWeekday = (day: number): boolean => ((((day + 3) % 7) + 7) % 7) < 5
