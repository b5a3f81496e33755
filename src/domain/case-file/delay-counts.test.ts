import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { addDays, plainDateOf } from '../calendar/plain-date.ts'
import { countDelays, countWords, soonOf, soons, type ToldRow } from './delay-counts.ts'
import { plainReasons } from './delay-reasons.ts'
import { promiseStates } from './delays.ts'

const day = plainDateOf
const due = day('2027-05-31')
const row = (more: Partial<ToldRow> = {}): ToldRow => ({ clock: 'ASMT-10', because: 'no-psychologist', dueOn: due, toldOn: day('2027-06-01'), expectedOn: day('2027-06-20'), isFirst: true, ...more })

describe('soonOf', () => {
  const cases = [[-3, 'before'], [0, 'before'], [1, 'same-day'], [2, 'week'], [8, 'week'], [9, 'four-weeks'], [29, 'four-weeks'], [30, 'later']] as const
  for (const [days, soon] of cases) it(`${days} days after the legal day: ${soon}`, () => assert.equal(soonOf({ dueOn: due, toldOn: addDays(due, days) }), soon))
})

describe('countDelays', () => {
  it('counts by reason, by limit, by month, how soon, and what became of each promise', () => {
    const counts = countDelays([
      row({ metOn: day('2027-06-18') }), row({ toldOn: day('2027-06-05'), toldAgainOn: day('2027-06-10'), because: 'our-mistake' }),
      row({ toldOn: day('2027-06-10'), because: 'C', isFirst: false, expectedOn: day('2027-08-01') }), row({ clock: 'ASMT-02', toldOn: day('2027-05-20') }),
    ], day('2027-07-01'))
    assert.deepEqual([counts.told, counts.legal, counts.plain, counts.middleDaysLate], [4, 1, 3, 1])
    assert.deepEqual(counts.promises, { open: 1, kept: 1, moved: 1, broken: 1, lapsed: 0 })
    assert.deepEqual(counts.byReason.map(({ because, told }) => [because, told]), [['no-psychologist', 2], ['C', 1], ['our-mistake', 1]])
    assert.deepEqual(counts.byLimit.map(({ clock, told }) => [clock, told]), [['ASMT-10', 3], ['ASMT-02', 1]])
    assert.deepEqual(counts.byMonth.map(({ month, told }) => [month, told]), [['2027-06', 3], ['2027-05', 1]])
    assert.deepEqual(counts.bySoon, { before: 1, 'same-day': 1, week: 1, 'four-weeks': 0, later: 0 })
  })

  it('loses nobody: every way of counting adds up to all', () => {
    const rows = fc.array(fc.record({
      clock: fc.constantFrom('ASMT-02', 'ASMT-10', 'REV-08'), because: fc.constantFrom(...plainReasons, 'A' as const, 'D' as const), isFirst: fc.boolean(),
      dueOn: fc.integer({ min: 0, max: 300 }).map((n) => addDays(due, n)), toldOn: fc.integer({ min: 0, max: 400 }).map((n) => addDays(due, n)), expectedOn: fc.integer({ min: 0, max: 400 }).map((n) => addDays(due, n)),
    }))
    fc.assert(fc.property(rows, (given) => {
      const counts = countDelays(given, day('2027-12-01'))
      const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
      assert.equal(counts.legal + counts.plain, given.length)
      for (const groups of [counts.byReason, counts.byLimit, counts.byMonth]) assert.equal(sum(groups.map(({ told }) => told)), given.length)
      assert.equal(sum(promiseStates.map((state) => counts.promises[state])), given.length)
      assert.equal(sum(soons.map((soon) => counts.bySoon[soon])), given.filter(({ isFirst }) => isFirst).length)
    }))
  })
})

describe('countWords', () => {
  it('hides one to four from those who do not see the cases', () => {
    assert.deepEqual([0, 1, 4, 5, 1200].map((count) => countWords(count, false)), ['0', 'fewer than 5', 'fewer than 5', '5', '1,200'])
    assert.deepEqual([0, 1, 4].map((count) => countWords(count, true)), ['0', '1', '4'])
  })
})
