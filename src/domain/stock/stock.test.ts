import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { addDays, daysBetween, plainDateOf } from '../calendar/plain-date.ts'
import { ageBandOf, ageBands, legalDaysOf } from './age-bands.ts'
import { clearingOf } from './clearing.ts'
import { lastPeriods } from './periods.ts'
import { measureNames, percentOf, weeksOf } from './timeliness.ts'

const today = plainDateOf('2026-09-14')

describe('age bands', () => {
  const days: readonly (readonly [number, string | undefined])[] = [
    [-1, undefined], [0, undefined], [1, 'under-4'], [27, 'under-4'], [28, '4-to-12'], [84, '4-to-12'], [85, '13-to-26'], [182, '13-to-26'],
    [183, '27-to-52'], [364, '27-to-52'], [365, 'over-52'], [3000, 'over-52'],
  ]
  for (const [past, band] of days) it(`${past} days past is ${band ?? 'not overdue'}`, () => { assert.equal(ageBandOf(past), band) })

  it('are the legal days that a list is narrowed to', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2000 }), (past) => {
      const legalOn = addDays(today, -past)
      const fitting = ageBands.filter((band) => {
        const { first, last } = legalDaysOf(band, today)
        return legalOn <= last && (first === undefined || legalOn >= first)
      })
      assert.deepEqual(fitting, [ageBandOf(past)])
    }))
  })
})

describe('periods', () => {
  it('are whole months and quarters, the last one the one of today', () => {
    assert.deepEqual(lastPeriods('quarter', 3, today), [
      { firstDay: '2026-01-01', lastDay: '2026-03-31' }, { firstDay: '2026-04-01', lastDay: '2026-06-30' }, { firstDay: '2026-07-01', lastDay: '2026-09-30' },
    ])
    assert.deepEqual(lastPeriods('month', 2, plainDateOf('2028-03-31')), [{ firstDay: '2028-02-01', lastDay: '2028-02-29' }, { firstDay: '2028-03-01', lastDay: '2028-03-31' }])
    assert.equal(lastPeriods('quarter', 4, plainDateOf('2026-12-31'))[0]?.firstDay, '2026-01-01')
  })

  it('follow on each other without a gap', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom('quarter', 'month'), (after, length) => {
      const day = addDays(plainDateOf('2000-01-01'), after)
      const periods = lastPeriods(length, 12, day)
      for (const [index, { firstDay }] of periods.entries()) if (index > 0) assert.equal(firstDay, addDays(periods[index - 1]?.lastDay ?? day, 1))
      const last = periods.at(-1)
      assert.ok(last !== undefined && last.firstDay <= day && day <= last.lastDay)
    }))
  })
})

describe('rates', () => {
  it('take the weeks from the clocks themselves', () => {
    assert.deepEqual(measureNames.map((name) => [name, weeksOf(name)]), [['review-decision', 4], ['amended-plan', 12], ['assess-decision', 6], ['new-plan', 20]])
  })

  const shares: readonly (readonly [number, number, number | undefined])[] = [[0, 0, undefined], [9, 9, undefined], [5, 10, 50], [10, 10, 100], [0, 10, 0], [999, 1000, 99], [1, 1000, 1], [2, 3 * 10, 7]]
  for (const [inTime, all, percent] of shares) it(`${inTime} of ${all} is ${percent === undefined ? 'no rate' : `${percent}%`}`, () => { assert.equal(percentOf({ inTime, all }), percent) })
})

describe('the day on which overdue work would be cleared', () => {
  it('follows from the size and the present rate', () => {
    // 26 fewer in thirteen weeks is two a week: 20 are cleared in ten weeks.
    assert.deepEqual(clearingOf({ size: 20, inflow: 13, outflow: 39 }, today), { kind: 'clears', on: addDays(today, 70), weeks: 10 })
    assert.deepEqual(clearingOf({ size: 0, inflow: 5, outflow: 1 }, today), { kind: 'clear' })
  })

  it('is said not to come while as many become late as are finished', () => {
    assert.deepEqual(clearingOf({ size: 20, inflow: 13, outflow: 13 }, today), { kind: 'not-clearing', shortBy: 0 })
    assert.deepEqual(clearingOf({ size: 20, inflow: 39, outflow: 13 }, today), { kind: 'not-clearing', shortBy: 2 })
    assert.deepEqual(clearingOf({ size: 5000, inflow: 0, outflow: 1 }, today), { kind: 'not-within-years', years: 20 })
  })

  it('comes with enough extra work, and never later with more of it', () => {
    assert.deepEqual(clearingOf({ size: 20, inflow: 39, outflow: 13 }, today, 4), { kind: 'clears', on: addDays(today, 70), weeks: 10 })
    const count = fc.integer({ min: 0, max: 300 })
    fc.assert(fc.property(fc.record({ size: count, inflow: count, outflow: count }), count, count, (pace, few, more) => {
      const days = (extra: number): number => {
        const clearing = clearingOf(pace, today, extra)
        return clearing.kind === 'clears' ? daysBetween(today, clearing.on) : clearing.kind === 'clear' ? 0 : Number.POSITIVE_INFINITY
      }
      assert.ok(days(few + more) <= days(few))
    }))
  })
})
