// An instant as London's clocks show it.
import { isBritishSummerTime, londonDateOf } from '../domain/calendar/london-date.ts'
import type { Instant, PlainDate } from '../domain/calendar/plain-date.ts'

export type LondonTime = { readonly date: PlainDate; readonly hour: number; readonly minute: number }

export function londonTime(instant: Instant): LondonTime {
  const hour = Number(instant.slice(11, 13)) + (isBritishSummerTime(instant) ? 1 : 0)
  return { date: londonDateOf(instant), hour: hour % 24, minute: Number(instant.slice(14, 16)) }
}
