import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { addDays, addMonths, plainDateOf } from '../calendar/plain-date.ts'
import { yearGroupOn } from '../calendar/school-year.ts'
import { lastMoveOn } from './last-move.ts'
import type { CurrencyRule, ScoredSection } from './rule.ts'
import { refusalsOf, scoredSections, usualRule } from './rule.ts'
import type { Score } from './scores.ts'
import { planScore, scoreOf, scores } from './scores.ts'

const day = plainDateOf
const today = day('2026-11-22')
const withSection = (section: ScoredSection, change: Partial<CurrencyRule['sections']['B']>): CurrencyRule =>
  ({ ...usualRule, sections: { ...usualRule.sections, [section]: { ...usualRule.sections[section], ...change } } })

describe('the score of a section', () => {
  const cases: readonly (readonly [confirmed: string | undefined, score: Score, movedOn?: string, change?: Partial<CurrencyRule>])[] = [
    ['2026-11-22', 'green'], ['2025-11-23', 'green'],
    // A year is over on the same day: under twelve months no more.
    ['2025-11-22', 'amber'], ['2024-11-22', 'amber'],
    ['2024-11-21', 'red'], ['1999-01-01', 'red'],
    [undefined, 'empty'],
    // The phase changed since.
    ['2026-08-31', 'red', '2026-09-01'], ['2026-09-01', 'green', '2026-09-01'], ['2026-03-02', 'red', '2026-09-01'], ['2025-11-22', 'amber', '2020-09-01'],
    ['2026-03-02', 'green', '2026-09-01', { moveMakesRed: false }],
    // Confirmed at the review for the move, where the area counts that as confirmed for the new phase.
    ['2026-02-13', 'green', '2026-09-01', { monthsBeforeMove: 7 }], ['2026-01-31', 'red', '2026-09-01', { monthsBeforeMove: 7 }],
    [undefined, 'empty', '2026-09-01'],
  ]
  for (const [confirmed, score, movedOn, change] of cases) {
    it(`confirmed ${confirmed ?? 'never'}${movedOn === undefined ? '' : `, moved ${movedOn}`}${change === undefined ? '' : `, ${JSON.stringify(change)}`}: ${score}`, () => {
      const rule = { ...usualRule, ...change }
      assert.equal(scoreOf(rule, 'F', confirmed === undefined ? undefined : day(confirmed), { today, movedOn: movedOn === undefined ? undefined : day(movedOn) }), score)
    })
  }

  it('follows the thresholds of the area, by section', () => {
    const rule = withSection('G', { amberAfter: 6, redAfter: 9 })
    const on = { today, movedOn: undefined }
    assert.equal(scoreOf(rule, 'G', day('2026-05-22'), on), 'amber')
    assert.equal(scoreOf(rule, 'G', day('2026-02-21'), on), 'red')
    assert.equal(scoreOf(rule, 'F', day('2026-02-21'), on), 'green')
  })

  it('is amber from the last day of February where the year before had a 29th', () => {
    const on = (text: string) => ({ today: day(text), movedOn: undefined })
    assert.equal(scoreOf(usualRule, 'B', day('2024-02-29'), on('2025-02-27')), 'green')
    assert.equal(scoreOf(usualRule, 'B', day('2024-02-29'), on('2025-03-01')), 'amber')
  })
})

describe('the score of a plan', () => {
  const on = { today, movedOn: undefined }
  const fresh = day('2026-10-01')
  const old = day('2024-01-01')
  it('is the worst of the sections that count; H1 and H2 are scored and do not count until an area says so', () => {
    assert.equal(planScore(usualRule, { B: fresh, F: day('2025-10-01') }, on), 'amber')
    assert.equal(planScore(usualRule, { B: fresh, G: old, F: fresh }, on), 'red')
    assert.equal(planScore(usualRule, { B: fresh, H1: old, H2: old }, on), 'green')
    assert.equal(planScore(withSection('H1', { counts: true }), { B: fresh, H1: old }, on), 'red')
    assert.equal(planScore(usualRule, {}, on), 'empty')
  })

  it('never gets better by waiting, and never worse by a later confirmation', () => {
    const anyDay = fc.integer({ min: -3000, max: 0 }).map((days) => addDays(today, days))
    const days = fc.dictionary(fc.constantFrom(...scoredSections), anyDay)
    fc.assert(fc.property(days, fc.constantFrom(...scoredSections), fc.integer({ min: 0, max: 3000 }), fc.option(anyDay, { nil: undefined }), (oldest, section, later, movedOn) => {
      const rank = (score: Score): number => scores.indexOf(score)
      const now = planScore(usualRule, oldest, { today, movedOn })
      assert.ok(rank(planScore(usualRule, oldest, { today: addDays(today, later), movedOn })) >= rank(now))
      const before = oldest[section]
      if (before !== undefined) assert.ok(rank(planScore(usualRule, { ...oldest, [section]: addDays(before, later) }, { today, movedOn })) <= rank(now))
    }))
  })
})

describe('the last move of a child', () => {
  const cases: readonly (readonly [yearGroup: number, movedOn: string | undefined])[] = [
    [-1, undefined], [0, '2026-09-01'], [6, '2020-09-01'], [7, '2026-09-01'], [8, '2025-09-01'], [11, '2022-09-01'], [12, '2026-09-01'], [14, '2024-09-01'],
  ]
  for (const [yearGroup, movedOn] of cases) it(`in year group ${yearGroup}: ${movedOn ?? 'none yet'}`, () => { assert.equal(lastMoveOn(yearGroup, today), movedOn) })

  it('is never in the future, and stands still until the next', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 3000 }), (age, later) => {
      const born = addDays(today, -age)
      const [first, second] = [today, addDays(today, later)].map((on) => lastMoveOn(yearGroupOn(born, on), on))
      assert.ok(first === undefined || first <= today)
      assert.ok(first === undefined || (second !== undefined && second >= first))
    }))
  })
})

describe('the rule of an area', () => {
  it('can hold as it is before anybody sets one', () => { assert.deepEqual(refusalsOf(usualRule), []) })
  it('is refused where it could not tell the two apart, or counts nothing', () => {
    assert.deepEqual(refusalsOf(withSection('C', { amberAfter: 24 })), [{ kind: 'not-in-order', section: 'C' }])
    assert.deepEqual(refusalsOf(withSection('C', { amberAfter: 0 })), [{ kind: 'out-of-range', what: 'C' }])
    assert.deepEqual(refusalsOf({ ...usualRule, monthsBeforeMove: 13, answerDays: 0 }).map(({ kind }) => kind), ['out-of-range', 'out-of-range'])
    const none = Object.fromEntries(scoredSections.map((section) => [section, { amberAfter: 12, redAfter: 24, counts: false }])) as CurrencyRule['sections']
    assert.deepEqual(refusalsOf({ ...usualRule, sections: none }), [{ kind: 'nothing-counts' }])
  })
  it('says nothing of a day that is not there', () => { assert.equal(addMonths(day('2026-03-31'), -1), '2026-02-28') })
})
