import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bankHolidaysOf } from './bank-holidays.ts'
import { calendarOf } from './calendar.ts'
import { englandsHolidays } from './england.ts'
import { dayNumber, dateOfDayNumber, plainDateOf as day } from './plain-date.ts'
import { readBankHolidays, readTerms } from './read-calendar.ts'

const year = (number: number) => bankHolidaysOf(number).map(({ on, name }) => ({ title: name, date: on, notes: '', bunting: true }))
const file = (events: unknown) => ({ 'england-and-wales': { division: 'england-and-wales', events } })
const places = (json: unknown) => {
  const read = readBankHolidays(json)
  return read.ok ? [] : read.refusal.map(({ at }) => at)
}

describe('readBankHolidays', () => {
  it('reads the shape of gov.uk', () => {
    const read = readBankHolidays(file([...year(2026), ...year(2027)]))
    assert.ok(read.ok)
    assert.deepEqual([read.value.firstYear, read.value.lastYear, read.value.bankHolidays.length], [2026, 2027, 16])
  })

  it('refuses what is wrong, with its place', () => {
    assert.deepEqual(places({}), ["$['england-and-wales'].events"])
    assert.deepEqual(places(file([...year(2026), { title: 'A day', date: '2026-02-30' }, { title: 'A day', date: '2026-12-25' }, { date: '2026-07-01' }])), [
      "$['england-and-wales'].events[8].date", "$['england-and-wales'].events[9].date", "$['england-and-wales'].events[10].title",
    ])
  })

  it('refuses a year that is not whole, and a gap between years', () => {
    assert.equal(places(file([...year(2026), ...year(2027).slice(0, 5)])).length, 1)
    assert.equal(places(file([...year(2026), ...year(2028)])).length, 1)
  })
})

it('the published bank holidays are what the rules and proclamations give', () => {
  for (let number = englandsHolidays.firstYear; number <= englandsHolidays.lastYear; number += 1) {
    assert.deepEqual(englandsHolidays.bankHolidays.filter(({ on }) => on.startsWith(String(number))).map(({ on }) => on), bankHolidaysOf(number).map(({ on }) => on))
  }
})

describe('readTerms', () => {
  const table = 'of,kind,first day,last day\nzz-school,term,2027-01-04,2027-03-25\nzz-school,closed,2027-02-15,2027-02-19\nzz-school,term,2027-04-12,2027-07-21\nzz-school,term,2027-09-02,2027-12-17\n'

  it('reads terms, and a calendar counts the days of school and the closures between', () => {
    const read = readTerms(table)
    assert.ok(read.ok)
    const calendar = calendarOf({ years: englandsHolidays, terms: read.value })
    assert.equal(dateOfDayNumber(calendar.addSchoolDays('zz-school', dayNumber(day('2027-02-08')), 15)), '2027-03-08')
    assert.deepEqual(calendar.closureAround('zz-school', dayNumber(day('2027-07-15')), 28), { closedFrom: '2027-07-22', reopens: '2027-09-02' })
    assert.ok(Number.isNaN(calendar.addSchoolDays('another', dayNumber(day('2027-02-08')), 15)))
    assert.ok(Number.isNaN(calendar.addSchoolDays('zz-school', dayNumber(day('2027-12-10')), 15)))
  })

  it('uses the area’s terms for a setting without its own', () => {
    const read = readTerms(table.replaceAll('zz-school', 'zz-area'))
    assert.ok(read.ok)
    const calendar = calendarOf({ years: englandsHolidays, terms: read.value, area: 'zz-area' })
    assert.equal(dateOfDayNumber(calendar.addSchoolDays('any-school', dayNumber(day('2027-02-08')), 15)), '2027-03-08')
  })

  it('refuses what is wrong, with its line', () => {
    const read = readTerms(`${table}zz,holiday,2027-01-01,2027-01-02\nzz,term,2027-02-30,2027-03-01\nzz,term,2027-03-02,2027-03-01\n`)
    assert.deepEqual(read.ok ? [] : read.refusal.map(({ at }) => at), ['line 6', 'line 7', 'line 8'])
    assert.equal(readTerms('').ok, false)
  })

  it('does not take terms that overlap, nor those of a year without bank holidays', () => {
    const spans = (first: string, last: string) => [{ firstDay: day('2027-01-04'), lastDay: day('2027-03-25') }, { firstDay: day(first), lastDay: day(last) }]
    assert.throws(() => calendarOf({ years: englandsHolidays, terms: [{ of: 'zz', terms: spans('2027-03-20', '2027-05-01'), closed: [] }] }), /overlap/)
    assert.throws(() => calendarOf({ years: englandsHolidays, terms: [{ of: 'zz', terms: spans('2035-03-20', '2035-05-01'), closed: [] }] }), /not known/)
  })
})
