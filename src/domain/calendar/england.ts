// The calendar that is in force here: the bank holidays as published, kept in ./published and renewed from a file by
// `npm run calendars:refresh`. Terms are added by whoever knows the area.

import { calendarOf, type Calendar, type Terms, type YearsOfHolidays } from './calendar.ts'
import published from './published/bank-holidays.json' with { type: 'json' }
import terms from './published/terms.json' with { type: 'json' }
import { readBankHolidays } from './read-calendar.ts'
import { plainDateOf } from './plain-date.ts'

function readPublished(): YearsOfHolidays {
  const read = readBankHolidays(published)
  if (!read.ok) throw new Error(`the published bank holidays cannot be read: ${JSON.stringify(read.refusal)}`)
  return read.value
}

export const englandsHolidays: YearsOfHolidays = readPublished()

interface WrittenSpan { readonly firstDay: string; readonly lastDay: string }
const spans = (written: readonly WrittenSpan[]) => written.map(({ firstDay, lastDay }) => ({ firstDay: plainDateOf(firstDay), lastDay: plainDateOf(lastDay) }))

/** The terms that have been loaded, of areas and of settings. */
export const loadedTerms: readonly Terms[] = (terms as readonly { of: string; terms: readonly WrittenSpan[]; closed: readonly WrittenSpan[] }[])
  .map((entry) => ({ of: entry.of, terms: spans(entry.terms), closed: spans(entry.closed) }))

/** The calendar of a local area: its own terms for every setting without any. */
export const calendarOfArea = (area: string): Calendar => calendarOf({ years: englandsHolidays, terms: loadedTerms, area })

/** The calendar of England, with no area's terms. */
export const englandsCalendar: Calendar = calendarOf({ years: englandsHolidays, terms: loadedTerms })
