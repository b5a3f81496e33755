// A working day is any day but a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday in England: HESC Rules
// 2008, r.1(3). The SEND Regulations 2014 count working days too (regs 15, 34); we read them the same way (to verify).
// Days are walked one by one: slow arithmetic that cannot go wrong quietly, against which tests hold the calendar's own
// (calendar.ts), which is what the product reads.

import { isBankHoliday } from './bank-holidays.ts'
import { addDays, weekday, type PlainDate } from './plain-date.ts'

export const isWorkingDay = (date: PlainDate): boolean => weekday(date) <= 5 && !isBankHoliday(date)

/** This day if it is a working day, otherwise the next one. */
export function workingDayOnOrAfter(date: PlainDate): PlainDate {
  let day = date
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return day
}

/** The n-th working day after a day (before it, when n is negative). The day itself is not counted. */
export function addWorkingDays(date: PlainDate, count: number): PlainDate {
  const step = count < 0 ? -1 : 1
  let day = date
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/**
 * The last of n working days "beginning with" a day: that day is the first of them if it is itself a working day
 * (SEND Regulations 2014, regs 15(2), 16).
 */
export function lastOfWorkingDaysBeginningWith(date: PlainDate, count: number): PlainDate {
  return addWorkingDays(addDays(date, -1), count)
}

/** How many working days lie from the first day (counted) to the second (not counted). Negative when they are reversed. */
export function workingDaysBetween(from: PlainDate, to: PlainDate): number {
  if (to < from) return -workingDaysBetween(to, from)
  let days = 0
  for (let day = from; day < to; day = addDays(day, 1)) if (isWorkingDay(day)) days += 1
  return days
}
