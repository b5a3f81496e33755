// Days as tests name them: "2026-09-14".

import type { Filled } from '../../harness/page-reader.ts'

/** The three boxes of a date field. */
export function dateIn(name: string, day: string): Filled {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: String(Number(date)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}

/** Ten in the morning by the hub's clock (London is never more than an hour away). */
export const morningOf = (day: string): string => `${day}T10:00:00.000Z`

export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00.000Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The next day on which an office is open (bank holidays aside). */
export function weekdayFrom(day: string): string {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay()
  return weekday === 6 ? daysAfter(day, 2) : weekday === 0 ? daysAfter(day, 1) : day
}
