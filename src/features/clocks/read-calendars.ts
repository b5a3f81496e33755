// Calendars that a file brings beside England's: bank holidays of further years, terms and closures. What does not fit together
// is refused with its place; a year that is missing stays missing.

import { calendarOf, type Calendar, type Terms, type YearsOfHolidays } from '../../domain/calendar/calendar.ts'
import { englandsHolidays } from '../../domain/calendar/england.ts'
import { partsOf } from '../../domain/calendar/plain-date.ts'
import { readBankHolidays } from '../../domain/calendar/read-calendar.ts'
import { dateAt, isObject, unknownKeys, wordOf, type Fault } from './json-values.ts'

// The same calendars come with case after case: the last one is kept, and no more, so that a long run stays small.
let last: { readonly text: string; readonly calendar: Calendar } | undefined

/** England's calendar with what the file brings: years of bank holidays, terms and closures. */
export function calendarFrom(value: unknown, at: string, faults: Fault[]): Calendar | undefined {
  const text = JSON.stringify(value)
  if (last?.text === text) return last.calendar
  if (!isObject(value)) {
    faults.push({ at, problem: 'wrong-shape', why: `Calendars are an object with bankHolidays, terms or area, not ${wordOf(value)}.` })
    return undefined
  }
  const before = faults.length
  unknownKeys(value, ['bankHolidays', 'terms', 'area'], at, faults)
  const years = value['bankHolidays'] === undefined ? englandsHolidays : yearsFrom(value['bankHolidays'], `${at}.bankHolidays`, faults)
  const terms = value['terms'] === undefined ? [] : termsFrom(value['terms'], `${at}.terms`, faults)
  const { area } = value
  if (area !== undefined && (typeof area !== 'string' || !terms.some(({ of }) => of === area))) {
    faults.push({ at: `${at}.area`, problem: 'wrong-shape', why: 'The area is the “of” of one of the terms, used for settings that have none of their own.' })
  }
  if (faults.length > before || years === undefined) return undefined
  try {
    const calendar = calendarOf({ years, terms, ...(typeof area === 'string' ? { area } : {}) })
    last = { text, calendar }
    return calendar
  } catch (fault) {
    // Terms that overlap, or lie in a year without bank holidays: the calendar says which.
    faults.push({ at: `${at}.terms`, problem: 'contradiction', why: fault instanceof Error ? fault.message : String(fault) })
    return undefined
  }
}

/** The years that the file gives whole take the place of ours; together they must leave no year out. */
function yearsFrom(value: unknown, at: string, faults: Fault[]): YearsOfHolidays | undefined {
  const read = readBankHolidays(value)
  if (!read.ok) {
    faults.push(...read.refusal.map((fault) => ({ at: fault.at.replace('$', at), problem: 'wrong-shape' as const, why: fault.why })))
    return undefined
  }
  const given = read.value
  const ours = englandsHolidays.bankHolidays.filter(({ on }) => partsOf(on).year < given.firstYear || partsOf(on).year > given.lastYear)
  if (given.firstYear > englandsHolidays.lastYear + 1 || given.lastYear < englandsHolidays.firstYear - 1) {
    faults.push({ at, problem: 'calendar-year-missing', why: `The years ${given.firstYear} to ${given.lastYear} do not join on to ${englandsHolidays.firstYear} to ${englandsHolidays.lastYear}: those between are missing.` })
    return undefined
  }
  return {
    firstYear: Math.min(given.firstYear, englandsHolidays.firstYear), lastYear: Math.max(given.lastYear, englandsHolidays.lastYear),
    bankHolidays: [...ours, ...given.bankHolidays].toSorted((a, b) => a.on.localeCompare(b.on)),
  }
}

function termsFrom(value: unknown, at: string, faults: Fault[]): readonly Terms[] {
  if (!Array.isArray(value)) {
    faults.push({ at, problem: 'wrong-shape', why: `Terms are a list, not ${wordOf(value)}.` })
    return []
  }
  return value.flatMap((entry: unknown, index): readonly Terms[] => {
    const place = `${at}[${index}]`
    if (!isObject(entry) || typeof entry['of'] !== 'string') {
      faults.push({ at: place, problem: 'wrong-shape', why: 'An entry says of which setting or area it is (“of”), with its terms and the days closed in them.' })
      return []
    }
    unknownKeys(entry, ['of', 'terms', 'closed'], place, faults)
    return [{ of: entry['of'], terms: spansFrom(entry['terms'], `${place}.terms`, faults), closed: spansFrom(entry['closed'] ?? [], `${place}.closed`, faults) }]
  })
}

function spansFrom(value: unknown, at: string, faults: Fault[]): Terms['terms'] {
  if (!Array.isArray(value)) {
    faults.push({ at, problem: value === undefined ? 'missing' : 'wrong-shape', why: 'This is a list of spans, each with firstDay and lastDay.' })
    return []
  }
  return value.flatMap((span: unknown, index): Terms['terms'] => {
    const place = `${at}[${index}]`
    if (!isObject(span)) {
      faults.push({ at: place, problem: 'wrong-shape', why: `A span is an object with firstDay and lastDay, not ${wordOf(span)}.` })
      return []
    }
    unknownKeys(span, ['firstDay', 'lastDay'], place, faults)
    const [firstDay, lastDay] = [dateAt(span['firstDay'], `${place}.firstDay`, faults), dateAt(span['lastDay'], `${place}.lastDay`, faults)]
    return firstDay === undefined || lastDay === undefined ? [] : [{ firstDay, lastDay }]
  })
}
