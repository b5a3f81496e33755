// Reads calendars as others publish them: bank holidays in the shape of gov.uk's bank-holidays.json, terms as a table. Whatever
// is wrong is refused with its place; nothing is filled in.

import { ok, refused, type Outcome } from '../outcome.ts'
import type { Terms, YearsOfHolidays } from './calendar.ts'
import { parsePlainDate, partsOf, type PlainDate } from './plain-date.ts'

/** A JSON path ("$['england-and-wales'].events[3].date") or a line of a table ("line 7"), and what is wrong there. */
export interface CalendarFault {
  readonly at: string
  readonly why: string
}

type Json = { readonly [key: string]: unknown }
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * England's bank holidays. A year counts as known when its list is whole: eight days or more, from New Year to Boxing Day. The
 * known years must follow one on another.
 */
export function readBankHolidays(json: unknown): Outcome<YearsOfHolidays, readonly CalendarFault[]> {
  const division = isJson(json) ? json['england-and-wales'] : undefined
  const events = isJson(division) ? division['events'] : undefined
  if (!Array.isArray(events)) return refused([{ at: "$['england-and-wales'].events", why: 'There is no list of days for England and Wales.' }])
  const faults: CalendarFault[] = []
  const bankHolidays: { on: PlainDate; name: string }[] = []
  const seen = new Set<string>()
  for (const [index, event] of events.entries()) {
    const at = `$['england-and-wales'].events[${index}]`
    const on = isJson(event) && typeof event['date'] === 'string' ? parsePlainDate(event['date']) : undefined
    const name = isJson(event) && typeof event['title'] === 'string' ? event['title'] : undefined
    if (on === undefined) faults.push({ at: `${at}.date`, why: 'This is no day of the calendar.' })
    else if (seen.has(on)) faults.push({ at: `${at}.date`, why: `${on} is in the list twice.` })
    else if (name === undefined) faults.push({ at: `${at}.title`, why: 'The day has no name.' })
    else {
      seen.add(on)
      bankHolidays.push({ on, name })
    }
  }
  if (faults.length > 0) return refused(faults)
  const counts = new Map<number, number>()
  for (const { on } of bankHolidays) counts.set(partsOf(on).year, (counts.get(partsOf(on).year) ?? 0) + 1)
  const years = [...counts.keys()].toSorted((a, b) => a - b)
  const [firstYear, lastYear] = [years[0], years.at(-1)]
  if (firstYear === undefined || lastYear === undefined) return refused([{ at: "$['england-and-wales'].events", why: 'The list is empty.' }])
  for (let year = firstYear; year <= lastYear; year += 1) {
    const many = counts.get(year) ?? 0
    if (many < 8) faults.push({ at: "$['england-and-wales'].events", why: `${year} has ${many} days; a whole year has eight or more.` })
  }
  return faults.length > 0 ? refused(faults) : ok({ firstYear, lastYear, bankHolidays: bankHolidays.toSorted((a, b) => a.on.localeCompare(b.on)) })
}

/** The heading that a table of terms must have. `of` is an area's or a setting's key; `kind` is "term" or "closed". */
export const termsHeading = 'of,kind,first day,last day'

/** Terms and closures from a table with one span a line. */
export function readTerms(text: string): Outcome<readonly Terms[], readonly CalendarFault[]> {
  const lines = text.split(/\r?\n/)
  if (lines[0]?.trim().toLowerCase() !== termsHeading) return refused([{ at: 'line 1', why: `The first line must be “${termsHeading}”.` }])
  const faults: CalendarFault[] = []
  const byKey = new Map<string, { of: string; terms: { firstDay: PlainDate; lastDay: PlainDate }[]; closed: { firstDay: PlainDate; lastDay: PlainDate }[] }>()
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue
    const at = `line ${index + 1}`
    const [of = '', kind = '', first = '', last = '', ...more] = line.split(',').map((cell) => cell.trim())
    const [firstDay, lastDay] = [parsePlainDate(first), parsePlainDate(last)]
    if (more.length > 0 || of === '') faults.push({ at, why: 'A line has four cells: of, kind, first day, last day.' })
    else if (kind !== 'term' && kind !== 'closed') faults.push({ at, why: `“${kind}” is neither “term” nor “closed”.` })
    else if (firstDay === undefined || lastDay === undefined) faults.push({ at, why: `“${firstDay === undefined ? first : last}” is no day of the calendar; days read 2027-01-04.` })
    else if (lastDay < firstDay) faults.push({ at, why: 'It ends before it begins.' })
    else {
      const entry = byKey.get(of) ?? { of, terms: [], closed: [] }
      byKey.set(of, entry)
      entry[kind === 'term' ? 'terms' : 'closed'].push({ firstDay, lastDay })
    }
  }
  return faults.length > 0 ? refused(faults) : ok([...byKey.values()])
}
