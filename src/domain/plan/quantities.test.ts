import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { periods, type ProvisionFields } from './line.ts'
import { promiseInWords } from './promise-words.ts'
import { quantityOf, yearlyHours } from './quantities.ts'

const examples: readonly [ProvisionFields, number | null, number | null, number | null][] = [
  // fields, minutes a week, minutes a year, minutes in all
  [{ minutes: 45, times: 1, per: 'week', weeks: 20 }, 45, 900, null],
  [{ minutes: 20, times: 2, per: 'school-day', weeks: 38 }, 200, 7600, null],
  [{ minutes: 15, times: 1, per: 'day', weeks: 52 }, 105, 5460, null],
  [{ minutes: 45, times: 1, per: 'fortnight', weeks: 38 }, 22.5, 855, null],
  [{ minutes: 60, times: 1, per: 'fortnight', weeks: 39 }, 30, 19 * 60, null],
  [{ minutes: 60, times: 1, per: 'month' }, null, 720, null],
  [{ minutes: 60, times: 1, per: 'month', weeks: 26 }, null, 360, null],
  [{ minutes: 60, times: 1, per: 'half-term' }, null, 360, null],
  [{ minutes: 60, times: 1, per: 'half-term', weeks: 38 }, null, 360, null],
  [{ minutes: 60, times: 2, per: 'half-term', weeks: 19 }, null, 360, null],
  [{ minutes: 90, times: 1, per: 'term' }, null, 270, null],
  [{ minutes: 90, times: 1, per: 'term', weeks: 10 }, null, 90, null],
  [{ minutes: 360, times: 1, per: 'year' }, null, 360, null],
  [{ minutes: 45, times: 25, per: 'year', weeks: 38 }, null, 1125, null],
  [{ minutes: 60, times: 4, per: 'once' }, null, null, 240],
  [{ minutes: 45, times: 1, per: 'week' }, 45, null, null],
  [{ times: 1, per: 'term' }, null, null, null],
  [{ minutes: 45, per: 'week', weeks: 20 }, null, null, null],
  [{ minutes: 45, times: 1, weeks: 20 }, null, null, null],
  [{ minutes: -45, times: 1, per: 'week', weeks: 20 }, null, null, null],
  [{ minutes: 45, times: 1, per: 'term', weeks: 0 }, null, null, null],
]

test('amounts are derived from what the line says', () => {
  for (const [fields, week, year, all] of examples) {
    const quantity = quantityOf(fields)
    assert.deepEqual(
      [quantity.minutesAWeek, quantity.minutesAYear, quantity.minutesInAll], [week, year, all], JSON.stringify(fields),
    )
    assert.equal(quantity.isAssumed, false)
  }
})

test('times are known where minutes are not: a visit each term is three visits a year', () => {
  assert.equal(quantityOf({ times: 1, per: 'term' }).timesAYear, 3)
  assert.equal(quantityOf({ times: 12, per: 'year' }).timesAYear, 12)
  assert.equal(quantityOf({ times: 1, per: 'once' }).timesInAll, 1)
})

test('weeks of term are assumed only when asked, said to be assumed, and never for every day of the year', () => {
  const weekly: ProvisionFields = { minutes: 60, times: 1, per: 'week' }
  assert.equal(yearlyHours(weekly), null)
  assert.equal(yearlyHours(weekly, { termTimeWeeks: 38 }), 38)
  assert.equal(yearlyHours(weekly, { termTimeWeeks: 39 }), 39)
  assert.equal(quantityOf(weekly, { termTimeWeeks: 39 }).isAssumed, true)
  assert.equal(yearlyHours({ ...weekly, weeks: 10 }, { termTimeWeeks: 39 }), 10)
  assert.equal(quantityOf({ ...weekly, weeks: 10 }, { termTimeWeeks: 39 }).isAssumed, false)
  assert.equal(yearlyHours({ ...weekly, per: 'day' }, { termTimeWeeks: 39 }), null)
})

const amounts = fc.record({
  minutes: fc.integer({ min: 1, max: 600 }),
  times: fc.integer({ min: 1, max: 30 }),
  per: fc.constantFrom(...periods),
  weeks: fc.integer({ min: 1, max: 52 }),
})

test('property: a missing part never becomes an amount', () => {
  fc.assert(fc.property(amounts, fc.constantFrom<('minutes' | 'times' | 'per')[]>('minutes', 'times', 'per'), (fields, part) => {
    const { [part]: _, ...rest } = fields
    const { minutesAWeek, minutesAYear, minutesInAll } = quantityOf(rest, { termTimeWeeks: 39 })
    return minutesAWeek === null && minutesAYear === null && minutesInAll === null
  }))
})

test('property: weeks cap the year, and more weeks never mean less', () => {
  fc.assert(fc.property(amounts, ({ weeks, ...fields }) => {
    const capped = quantityOf({ ...fields, weeks }).timesAYear
    const more = quantityOf({ ...fields, weeks: weeks + 1 }).timesAYear
    if (capped === null || more === null) return fields.per === 'once'
    const whole = quantityOf(fields).timesAYear
    return capped <= more && (whole === null || capped <= whole)
  }))
})

test('property: a complete promise has exactly one total, and its words show it', () => {
  fc.assert(fc.property(amounts, (fields) => {
    const { minutesAYear, minutesInAll } = quantityOf(fields)
    const words = promiseInWords(fields) ?? ''
    return (minutesAYear === null) !== (minutesInAll === null) && !words.includes('not said')
  }))
})

test('a promise in words', () => {
  const table: readonly [ProvisionFields, string | undefined][] = [
    [{ minutes: 45, times: 1, per: 'week', weeks: 20 }, '45 minutes, once a week, for 20 weeks a year: 15 hours a year'],
    [
      { minutes: 20, times: 2, per: 'school-day', weeks: 38 },
      '20 minutes, twice each school day, for 38 weeks a year: 126 hours 40 minutes a year',
    ],
    [{ minutes: 60, times: 4, per: 'once' }, '1 hour, 4 times in all: 4 hours in all'],
    [{ minutes: 180, times: 1, per: 'once' }, '3 hours, once in all'],
    [{ minutes: 45, times: 1, per: 'week' }, '45 minutes, once a week, weeks in the year not said'],
    [{ times: 1, per: 'term' }, 'length of each time not said, once each term'],
    [{ minutes: 30 }, '30 minutes, how often not said'],
    [{ minutes: 30, per: 'week' }, '30 minutes, number of times a week not said, weeks in the year not said'],
    [{ minutes: 30, times: 3 }, '30 minutes, 3 times, in what period not said'],
    [{ who: 'a speech and language therapist' }, undefined],
  ]
  for (const [fields, words] of table) assert.equal(promiseInWords(fields), words)
  assert.equal(
    promiseInWords({ minutes: 60, times: 1, per: 'week' }, { termTimeWeeks: 38 }),
    '1 hour, once a week, weeks in the year not said: 38 hours a year, if given in all 38 weeks of term',
  )
})
