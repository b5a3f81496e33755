import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import type { PlainDate } from '../calendar/plain-date.ts'
import { addDays, plainDateOf } from '../calendar/plain-date.ts'
import type { Effect, Restriction } from '../family/restriction.ts'
import { effects, restrictionKinds, widens } from '../family/restriction.ts'
import { isParentInLaw, mayBeTold, mayHaveSight, standingOn } from './family-standing.ts'

const today = plainDateOf('2026-09-14')
const yesterday = addDays(today, -1)
const tomorrow = addDays(today, 1)
const me = 'person-1'

/** Each span of days, and whether today is in it: both ends are in. */
const spans: readonly (readonly [from: PlainDate | undefined, to: PlainDate | undefined, isNow: boolean])[] = [
  [undefined, undefined, true], [undefined, yesterday, false], [undefined, today, true], [undefined, tomorrow, true],
  [yesterday, undefined, true], [today, undefined, true], [tomorrow, undefined, false],
  [yesterday, yesterday, false], [yesterday, today, true], [today, today, true], [today, tomorrow, true], [tomorrow, tomorrow, false],
]

describe('what somebody is to a child in law', () => {
  it('is told by responsibility, care, every order and every day: all combinations', () => {
    let seen = 0
    for (const responsible of [true, false]) for (const cares of [true, false]) for (const [prFrom, prTo, prNow] of spans) for (const [careFrom, careTo, careNow] of spans) {
      for (const effect of [undefined, ...effects]) for (const [from, to, isBound] of spans.filter(([first]) => first !== undefined)) {
        const orders: Restriction[] = effect === undefined || from === undefined ? [] : [{ kind: 'other', personId: me, effects: [effect], from, ...(to === undefined ? {} : { to }) }]
        const standing = standingOn({ hasParentalResponsibility: responsible, responsibilityFrom: prFrom, responsibilityTo: prTo, livesWithChild: cares, careFrom, careTo }, orders, me, today)
        const isParent = (responsible && prNow) || (cares && careNow)
        const binds = (one: Effect): boolean => effect === one && isBound
        assert.equal(standing.hasParentalResponsibility, responsible && prNow)
        assert.equal(standing.hasCare, cares && careNow)
        assert.equal(isParentInLaw(standing), isParent)
        assert.equal(mayHaveSight(standing), isParent && !binds('may-not-see-record'))
        assert.equal(mayBeTold(standing), isParent && !binds('may-not-see-record') && !binds('may-not-be-contacted'))
        assert.equal(standing.mayNotKnowAddress, binds('may-not-know-address'))
        assert.equal(standing.mayNotContactChild, binds('may-not-contact-child'))
        assert.equal(standing.onlySupervised, binds('supervised-contact'))
        assert.equal(standing.isLimitedInEducation, binds('responsibility-limited'))
        seen += 1
      }
    }
    assert.equal(seen, 2 * 2 * 12 * 12 * 7 * 8)
  })

  it('leaves a row as it was given while nobody has recorded a tie; an order binds all the same, and nobody else', () => {
    assert.equal(mayHaveSight(standingOn(undefined, [], me, today)), true)
    assert.equal(mayHaveSight(standingOn(undefined, [{ kind: 'bail', personId: me, effects: ['may-not-see-record'], from: today }], me, today)), false)
    const others: Restriction[] = [{ kind: 'bail', personId: 'person-2', effects: [...effects], from: yesterday }, { kind: 'care-or-placement', effects: [], from: yesterday }]
    assert.equal(mayHaveSight(standingOn({ hasParentalResponsibility: true, livesWithChild: false }, others, me, today)), true)
  })
})

const day = fc.integer({ min: -40, max: 40 }).map((shift) => addDays(today, shift))
const terms = fc.record({ effects: fc.subarray([...effects]), from: day, length: fc.option(fc.nat(40), { nil: undefined }) })
  .map(({ effects: chosen, from, length }) => ({ effects: chosen, from, ...(length === undefined ? {} : { to: addDays(from, length) }) }))
const restriction = fc.record({ kind: fc.constantFrom(...restrictionKinds), terms }).map(({ kind, terms: of }): Restriction => ({ kind, personId: me, ...of }))

describe('an order or restriction', () => {
  it('never gives anybody more: with one more, everybody has what they had or less', () => {
    const tie = { hasParentalResponsibility: true, livesWithChild: true }
    fc.assert(fc.property(fc.array(restriction, { maxLength: 4 }), restriction, day, (before, added, on) => {
      const [was, is] = [standingOn(tie, before, me, on), standingOn(tie, [...before, added], me, on)]
      assert.ok(!mayHaveSight(is) || mayHaveSight(was))
      assert.ok(!mayBeTold(is) || mayBeTold(was))
      for (const kept of ['mayNotSee', 'mayNotBeTold', 'mayNotKnowAddress', 'mayNotContactChild', 'onlySupervised', 'isLimitedInEducation'] as const) assert.ok(is[kept] || !was[kept])
    }))
  })

  it('asks a second person exactly when, from today on, a day has less than it had', () => {
    fc.assert(fc.property(terms, terms, (before, after) => {
      const days = Array.from({ length: 200 }, (_, index) => addDays(today, index))
      const bound = (of: typeof before, on: PlainDate): string[] => (of.from <= on && (of.to === undefined || on <= of.to) ? of.effects : [])
      const loses = days.some((on) => bound(before, on).some((effect) => !bound(after, on).includes(effect)))
      assert.equal(widens(before, after, today), loses, JSON.stringify({ before, after }))
    }), { numRuns: 2000 })
  })
})
