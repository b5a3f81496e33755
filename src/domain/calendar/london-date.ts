// Clocks run on London's civil dates, so a moment must be turned into the day that London has then. Summer time runs from
// 1 a.m. UTC on the last Sunday of March to 1 a.m. UTC on the last Sunday of October: Summer Time Act 1972, s.1 as
// substituted by SI 2002/262. (Before 1996 the October date differed; no clock of ours starts that early.)

import { addDays, parsePlainDate, plainDateOf, weekday, type Instant, type PlainDate } from './plain-date.ts'

const shape = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{3}))?Z$/

/** Reads "2026-07-05T23:30:00Z", with or without milliseconds; undefined for anything else. */
export function parseInstant(text: string): Instant | undefined {
  const found = shape.exec(text)
  if (!found || parsePlainDate(found[1] ?? '') === undefined) return undefined
  return `${found[1]}T${found[2]}:${found[3]}:${found[4]}.${found[5] ?? '000'}Z` as Instant
}

export function isBritishSummerTime(instant: Instant): boolean {
  const { from, until } = summerOf(instant.slice(0, 4))
  return instant >= from && instant < until
}

interface Summer { readonly from: string; readonly until: string }

// A case of ten years asks this of each of its facts: a year's two changes are worked out once.
const summers = new Map<string, Summer>()

function summerOf(year: string): Summer {
  const known = summers.get(year)
  if (known !== undefined) return known
  const summer = { from: `${lastSunday(year, '03')}T01:00:00.000Z`, until: `${lastSunday(year, '10')}T01:00:00.000Z` }
  summers.set(year, summer)
  return summer
}

export type LondonTime = { readonly date: PlainDate; readonly hour: number; readonly minute: number }

/** What London's calendars and clocks show at that moment. */
export function londonTimeOf(instant: Instant): LondonTime {
  const utcDate = plainDateOf(instant.slice(0, 10))
  const hour = Number(instant.slice(11, 13)) + (isBritishSummerTime(instant) ? 1 : 0)
  const minute = Number(instant.slice(14, 16))
  return hour === 24 ? { date: addDays(utcDate, 1), hour: 0, minute } : { date: utcDate, hour, minute }
}

/** The date in London at that moment. */
export const londonDateOf = (instant: Instant): PlainDate => londonTimeOf(instant).date

function lastSunday(year: string, month: '03' | '10'): PlainDate {
  const last = plainDateOf(`${year}-${month}-31`)
  return addDays(last, -(weekday(last) % 7))
}
