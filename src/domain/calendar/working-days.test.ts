import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { arbitraryDate } from '../../../test/arbitrary-dates.ts'
import { addDays, plainDateOf, weekday } from './plain-date.ts'
import {
  addWorkingDays,
  isWorkingDay,
  lastOfWorkingDaysBeginningWith,
  workingDayOnOrAfter,
  workingDaysBetween,
} from './working-days.ts'

const day = plainDateOf

describe('working days', () => {
  const closed = ['2027-05-15', '2027-05-16', '2027-05-03', '2027-03-26', '2026-12-25', '2026-12-28']
  for (const date of closed) it(`${date} is none`, () => assert.equal(isWorkingDay(day(date)), false))
  for (const date of ['2027-05-04', '2026-12-24', '2026-12-29']) {
    it(`${date} is one`, () => assert.equal(isWorkingDay(day(date)), true))
  }

  const added: readonly (readonly [string, number, string, string])[] = [
    ['2026-12-24', 3, '2026-12-31', 'TT-25: three working days over Christmas'],
    ['2027-04-29', 2, '2027-05-04', 'a bank holiday Monday inside'],
    ['2027-05-01', 1, '2027-05-04', 'from a Saturday'],
    ['2027-05-04', -1, '2027-04-30', 'backwards over a bank holiday'],
    ['2027-05-01', 0, '2027-05-01', 'none added, nothing moves'],
  ]
  for (const [from, count, to, why] of added) {
    it(`${from} and ${count}: ${why}`, () => assert.equal(addWorkingDays(day(from), count), to))
  }

  it('TT-56: fifteen working days beginning with a working day count that day', () => {
    assert.equal(lastOfWorkingDaysBeginningWith(day('2027-04-01'), 15), '2027-04-21')
  })

  it('beginning with a day that is no working day starts on the next one', () => {
    assert.equal(lastOfWorkingDaysBeginningWith(day('2027-05-01'), 1), '2027-05-04')
  })

  it('TT-54: eighteen working days of notice of a move', () => {
    assert.equal(workingDaysBetween(day('2027-03-15'), day('2027-04-12')), 18)
  })
})

describe('working days, always', () => {
  const few = fc.integer({ min: 0, max: 60 })

  it('never land on a closed day once any is added', () => {
    fc.assert(fc.property(arbitraryDate, few, (date, n) => n === 0 || isWorkingDay(addWorkingDays(date, n))))
  })

  it('add up: n and then m is n + m', () => {
    fc.assert(
      fc.property(arbitraryDate, few, few, (date, n, m) =>
        assert.equal(addWorkingDays(addWorkingDays(date, n), m), addWorkingDays(date, n + m)),
      ),
    )
  })

  it('go there and back from a working day', () => {
    fc.assert(
      fc.property(arbitraryDate, few, (date, n) => {
        const from = workingDayOnOrAfter(date)
        assert.equal(addWorkingDays(addWorkingDays(from, n), -n), from)
        assert.equal(workingDaysBetween(from, addWorkingDays(from, n)), n)
      }),
    )
  })

  it('agree between the two ways of counting', () => {
    fc.assert(
      fc.property(arbitraryDate, fc.integer({ min: 1, max: 40 }), (date, n) => {
        const last = lastOfWorkingDaysBeginningWith(date, n)
        assert.equal(workingDaysBetween(date, addDays(last, 1)), n)
      }),
    )
  })

  it('are reversed by reversing', () => {
    fc.assert(
      fc.property(arbitraryDate, few, (date, n) =>
        assert.equal(workingDaysBetween(addDays(date, n), date) + workingDaysBetween(date, addDays(date, n)), 0),
      ),
    )
  })

  it('are never a weekend', () => {
    fc.assert(fc.property(arbitraryDate, (date) => !(weekday(date) > 5 && isWorkingDay(date))))
  })
})
