import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { arbitraryDate } from '../../../test/arbitrary-dates.ts'
import {
  atLeastMonthsBefore,
  atLeastWeeksBefore,
  daysBeginningWith,
  monthsBeginningWith,
  withinDays,
  withinMonths,
  withinWeeks,
} from './law-periods.ts'
import { addDays, daysBetween, plainDateOf, weekday } from './plain-date.ts'

const day = plainDateOf

describe('within so many weeks, days or months', () => {
  it('does not count the day of the event', () => {
    assert.equal(withinWeeks(day('2027-01-11'), 6), '2027-02-22')
    assert.equal(withinDays(day('2027-05-05'), 15), '2027-05-20')
  })

  const months: readonly (readonly [string, number, string])[] = [
    ['2026-10-01', 2, '2026-12-01'],
    ['2026-11-29', 1, '2026-12-29'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2027-12-30', 2, '2028-02-29'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
  ]
  for (const [event, count, last] of months) {
    it(`${count} months after ${event} is ${last}`, () => assert.equal(withinMonths(day(event), count), last))
  }
})

describe('beginning with a day', () => {
  it('counts that day as the first', () => {
    assert.deepEqual(daysBeginningWith(day('2027-04-30'), 15), { firstDay: '2027-04-30', lastDay: '2027-05-14' })
  })

  const periods: readonly (readonly [string, number, string])[] = [
    ['2026-03-10', 12, '2027-03-09'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2027-03-01', 12, '2028-02-29'],
    ['2027-04-01', 3, '2027-06-30'],
    ['2026-09-01', 36, '2029-08-31'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-01', 3, '2027-02-28'],
  ]
  for (const [event, count, last] of periods) {
    it(`${count} months starting with ${event} end on ${last}`, () =>
      assert.equal(monthsBeginningWith(day(event), count).lastDay, last))
  }
})

describe('at least so long before', () => {
  it('counts back as it would count forward', () => {
    assert.equal(atLeastWeeksBefore(day('2026-11-12'), 2), '2026-10-29')
    assert.equal(atLeastMonthsBefore(day('2028-01-04'), 5), '2027-08-04')
    assert.equal(atLeastMonthsBefore(day('2027-07-31'), 5), '2027-02-28')
  })
})

describe('periods of law, always', () => {
  const count = fc.integer({ min: 1, max: 60 })

  it('weeks end on the weekday on which they began, 7 days apart, across leap days and clock changes', () => {
    fc.assert(
      fc.property(arbitraryDate, count, (event, n) => {
        assert.equal(weekday(withinWeeks(event, n)), weekday(event))
        assert.equal(daysBetween(event, withinWeeks(event, n)), 7 * n)
        assert.equal(atLeastWeeksBefore(withinWeeks(event, n), n), event)
      }),
    )
  })

  it('"beginning with" is one day shorter than "after"', () => {
    fc.assert(
      fc.property(arbitraryDate, count, (event, n) =>
        assert.equal(addDays(daysBeginningWith(event, n).lastDay, 1), withinDays(event, n)),
      ),
    )
  })

  it('a period of months ends in order, and the next one starts no later than the day after', () => {
    fc.assert(
      fc.property(arbitraryDate, count, (event, n) => {
        const { lastDay } = monthsBeginningWith(event, n)
        assert.ok(lastDay >= event)
        assert.ok(lastDay <= withinMonths(event, n))
        assert.ok(daysBetween(lastDay, withinMonths(event, n)) <= 1)
        assert.ok(lastDay <= monthsBeginningWith(addDays(event, 1), n).lastDay)
      }),
    )
  })
})
