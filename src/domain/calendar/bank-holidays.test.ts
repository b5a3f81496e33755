import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { bankHolidaysOf, easterSunday, isBankHoliday, proclaimedChanges } from './bank-holidays.ts'
import { addDays, plainDateOf, weekday } from './plain-date.ts'

// As published for England and Wales; 2028 to 2030 as the rules give them (checked against another implementation).
const published = `
2011 01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27
2012 01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26
2013 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26
2014 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26
2015 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
2016 01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27
2017 01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26
2018 01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26
2019 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26
2020 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28
2021 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28
2022 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27
2023 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26
2024 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26
2025 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26
2026 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
2027 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28
2028 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26
2029 01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26
2030 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26`
  .trim()
  .split('\n')
  .map((line) => line.split(' '))

describe('bankHolidaysOf', () => {
  for (const [year, ...days] of published) {
    it(`gives the days kept in ${year}`, () => {
      assert.deepEqual(
        bankHolidaysOf(Number(year)).map((day) => day.on),
        days.map((day) => `${year}-${day}`),
      )
    })
  }

  it('names substitute days, so that a page can say why a Tuesday is closed', () => {
    assert.deepEqual(
      bankHolidaysOf(2021).filter((day) => day.name.includes('substitute')).map((day) => day.on),
      ['2021-12-27', '2021-12-28'],
    )
    assert.equal(bankHolidaysOf(2022)[0]?.name, 'New Year’s Day (substitute day)')
  })

  it('falls on weekdays only, once each, eight a year unless a proclamation adds one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1978, max: 2199 }), (year) => {
        const days = bankHolidaysOf(year).map((day) => day.on)
        const added = proclaimedChanges.find((row) => row.year === year)?.added?.length ?? 0
        assert.equal(new Set(days).size, 8 + added)
        assert.ok(days.every((day) => weekday(day) <= 5))
        assert.deepEqual(days, days.toSorted())
      }),
    )
  })

  it('moves only days that the rules had put there', () => {
    for (const { year, moved } of proclaimedChanges) {
      if (!moved) continue
      assert.equal(isBankHoliday(moved.from), false, `${year}: the old day is an ordinary day`)
      assert.equal(isBankHoliday(moved.to), true)
    }
  })

  it('refuses years before the early May holiday', () => {
    assert.throws(() => bankHolidaysOf(1977))
  })
})

describe('easterSunday', () => {
  const easters = ['2000-04-23', '2008-03-23', '2011-04-24', '2019-04-21', '2024-03-31', '2038-04-25', '2045-04-09']
  for (const day of easters) {
    it(`is ${day}`, () => assert.equal(easterSunday(Number(day.slice(0, 4))), day))
  }

  it('is a Sunday between 22 March and 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
        const easter = easterSunday(year)
        assert.equal(weekday(easter), 7)
        assert.ok(easter >= `${year}-03-22` && easter <= `${year}-04-25`)
        if (year >= 1978) assert.ok(isBankHoliday(addDays(easter, 1)))
      }),
    )
  })
})

it('does not take an English day from Scotland or Northern Ireland', () => {
  for (const day of ['2026-01-02', '2026-11-30', '2026-03-17', '2026-07-13', '2026-08-03']) {
    assert.equal(isBankHoliday(plainDateOf(day)), false)
  }
})
