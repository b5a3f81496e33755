// npm run calendars:refresh -- FILE
// Takes a file that somebody has fetched and looked at (gov.uk's bank-holidays.json, or a table of terms), checks all of it, and
// writes what the product reads. It goes to no network, and writes nothing when anything in the file is wrong.

import { readFileSync, writeFileSync } from 'node:fs'
import { calendarOf, type Terms, type YearsOfHolidays } from '../src/domain/calendar/calendar.ts'
import { englandsHolidays, loadedTerms } from '../src/domain/calendar/england.ts'
import { readBankHolidays, readTerms, termsHeading, type CalendarFault } from '../src/domain/calendar/read-calendar.ts'

const published = new URL('../src/domain/calendar/published/', import.meta.url)

function main(path: string | undefined): string {
  if (path === undefined) return fail(`Say which file: npm run calendars:refresh -- FILE (bank-holidays.json from gov.uk, or a table that begins “${termsHeading}”).`)
  const text = readFileSync(path, 'utf8')
  return text.trimStart().startsWith('{') ? refreshHolidays(text) : refreshTerms(text)
}

function refreshHolidays(text: string): string {
  const read = readBankHolidays(JSON.parse(text))
  if (!read.ok) return refuse(read.refusal)
  // What gov.uk publishes reaches a few years back; the years before them stay as they were, for breaches are judged by their day.
  const kept = englandsHolidays.bankHolidays.filter(({ on }) => Number(on.slice(0, 4)) < read.value.firstYear)
  const years: YearsOfHolidays = { firstYear: Math.min(englandsHolidays.firstYear, read.value.firstYear), lastYear: read.value.lastYear, bankHolidays: [...kept, ...read.value.bankHolidays] }
  if (read.value.lastYear < englandsHolidays.lastYear) return fail(`The file ends with ${read.value.lastYear}; the calendar reaches ${englandsHolidays.lastYear} already.`)
  const events = years.bankHolidays.map(({ on, name }) => `      ${JSON.stringify({ title: name, date: on })}`)
  const whole = `{\n  "england-and-wales": {\n    "division": "england-and-wales",\n    "events": [\n${events.join(',\n')}\n    ]\n  }\n}\n`
  const check = readBankHolidays(JSON.parse(whole))
  if (!check.ok) return refuse(check.refusal)
  calendarOf({ years: check.value, terms: loadedTerms })
  writeFileSync(new URL('bank-holidays.json', published), whole)
  const before = new Set(englandsHolidays.bankHolidays.map(({ on }) => on))
  const now = new Set(years.bankHolidays.map(({ on }) => on))
  const added = [...now].filter((day) => !before.has(day))
  const gone = [...before].filter((day) => !now.has(day))
  return `Bank holidays of ${years.firstYear} to ${years.lastYear}: ${added.length} days added${said(added)}, ${gone.length} taken away${said(gone)}.`
}

function refreshTerms(text: string): string {
  const read = readTerms(text)
  if (!read.ok) return refuse(read.refusal)
  const fresh = new Set(read.value.map(({ of }) => of))
  const terms: readonly Terms[] = [...loadedTerms.filter(({ of }) => !fresh.has(of)), ...read.value].toSorted((a, b) => a.of.localeCompare(b.of))
  // Overlaps, and terms in years whose bank holidays are not known, are found here.
  calendarOf({ years: englandsHolidays, terms })
  writeFileSync(new URL('terms.json', published), `${JSON.stringify(terms, null, 2)}\n`)
  return `Terms of ${read.value.map(({ of, terms: spans }) => `${of} (${spans.length})`).join(', ')}.`
}

const said = (days: readonly string[]): string => (days.length === 0 ? '' : ` (${days.join(', ')})`)
const refuse = (faults: readonly CalendarFault[]): string => fail(faults.map(({ at, why }) => `${at}: ${why}`).join('\n'))

function fail(words: string): string {
  process.exitCode = 1
  return words
}

process.stdout.write(`${main(process.argv[2])}\n`)
