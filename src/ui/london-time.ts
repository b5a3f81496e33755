// An instant as London's clocks show it. Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the
// last Sunday of October (Summer Time Act 1972 as amended in 2002), so no time zone tables are needed.
import { addDays, plainDateOf, weekday, type Instant, type PlainDate } from '../domain/calendar/plain-date.ts'

export type LondonTime = { readonly date: PlainDate; readonly hour: number; readonly minute: number }

function lastSunday(year: string, month: '03' | '10'): PlainDate {
  const last = plainDateOf(`${year}-${month}-31`)
  return addDays(last, -(weekday(last) % 7))
}

function isSummerTime(instant: Instant): boolean {
  const year = instant.slice(0, 4)
  return instant >= `${lastSunday(year, '03')}T01:00` && instant < `${lastSunday(year, '10')}T01:00`
}

export function londonTime(instant: Instant): LondonTime {
  const date = plainDateOf(instant.slice(0, 10))
  const hour = Number(instant.slice(11, 13)) + (isSummerTime(instant) ? 1 : 0)
  const minute = Number(instant.slice(14, 16))
  return hour === 24 ? { date: addDays(date, 1), hour: 0, minute } : { date, hour, minute }
}
