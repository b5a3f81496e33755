import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { englandsCalendar } from '../calendar/england.ts'
import { plainDateOf, type Instant } from '../calendar/plain-date.ts'
import { foldClocks } from '../clocks/fold-clocks.ts'
import { clockEventsOf } from './clock-events.ts'
import { plainReasons, reasonWords, whyForFamily } from './delay-reasons.ts'
import { delaysFor, delaysOf, excuseClaimsOf, promiseOf, tellingOf } from './delays.ts'
import type { Fact, RecordedFact } from './facts.ts'

const day = plainDateOf
type Line = readonly [happened: string, fact: Record<string, unknown> & { type: Fact['type'] }, corrects?: number]
const ledger = (...lines: Line[]): RecordedFact[] => lines.map(([happened, fact, corrects], index) => ({
  ...fact as unknown as Fact, seq: index + 1, happenedOn: day(happened), recordedAt: `${happened}T09:00:00.000Z` as Instant, ...(corrects === undefined ? {} : { corrects }),
}))

const request = { type: 'request-received', requestId: 'r1', madeBy: 'parent', channel: 'hub' } as const
const told = (id: string, expectedOn: string, more: Record<string, unknown> = {}) => ({
  type: 'delay-explained', delayId: id, clock: 'ASMT-10', about: 'r1', dueOn: '2027-05-31', expectedOn, because: 'no-psychologist', why: 'Why', meanwhile: 'What', noticeIds: ['n'], ...more,
} as const)
const claim = (facts: Record<string, unknown>, excuse = 'C') => ({ type: 'excuse-claimed', claimId: 'c1', clock: 'ASMT-10', about: 'r1', excuse, facts } as const)
const bereaved = { from: '2027-04-01', evidence: 'd1' }

function finalPlan(facts: readonly RecordedFact[], today: string) {
  const folded = foldClocks(clockEventsOf(facts), englandsCalendar, day(today))
  assert.ok(folded.ok, JSON.stringify(folded))
  const found = folded.value.find(({ id }) => id === 'ASMT-10')
  assert.ok(found)
  return found
}

describe('what the ledger says of delay', () => {
  it('is every telling that stands, with the excuse that fell', () => {
    const facts = ledger(
      ['2027-01-11', request], ['2027-06-01', claim(bereaved)], ['2027-06-01', told('d1', '2027-06-20', { because: 'C', claimId: 'c1' })],
      ['2027-06-10', { type: 'excuse-withdrawn', claimId: 'c1' }, 2], ['2027-06-10', told('d2', '2027-07-01')], ['2027-06-09', told('d2', '2027-07-01'), 5],
    )
    assert.deepEqual(delaysOf(facts).map(({ id, toldOn, isExcuseWithdrawn }) => [id, toldOn, isExcuseWithdrawn]), [['d1', '2027-06-01', true], ['d2', '2027-06-09', false]])
    assert.deepEqual(excuseClaimsOf(facts).map(({ id, claimedOn, withdrawnOn }) => [id, claimedOn, withdrawnOn]), [['c1', '2027-06-01', '2027-06-10']])
    assert.deepEqual(delaysFor({ clock: 'ASMT-10', about: 'r1', startedOn: day('2027-06-02') }, delaysOf(facts)).map(({ id }) => id), ['d2'])
    assert.deepEqual(delaysFor({ clock: 'ASMT-02', about: 'r1', startedOn: day('2027-01-11') }, delaysOf(facts)), [])
  })
})

describe('a claimed excuse in the ledger', () => {
  const late = [['2027-01-11', request], ['2027-06-01', claim(bereaved)]] as const satisfies Line[]

  it('disapplies the limit when its facts stand, and adds no date', () => {
    assert.equal(finalPlan(ledger(late[0]), '2027-06-15').state, 'breached')
    const excused = finalPlan(ledger(...late), '2027-06-15')
    assert.deepEqual([excused.state, excused.dueOn, excused.excuse?.reason], ['excused', '2027-05-31', 'C'])
  })

  it('leaves the breach where its facts do not stand', () => {
    const claimed = finalPlan(ledger(late[0], ['2027-06-01', claim({ from: '2027-04-01' })]), '2027-06-15')
    assert.equal(claimed.state, 'breached')
    assert.match(claimed.refusedExcuses[0]?.why ?? '', /names no evidence/)
  })

  it('leaves the breach there again when it is withdrawn', () => {
    const withdrawn = finalPlan(ledger(...late, ['2027-06-10', { type: 'excuse-withdrawn', claimId: 'c1' }, 2]), '2027-06-15')
    assert.deepEqual([withdrawn.state, withdrawn.isBreach, withdrawn.testedClaims.length], ['breached', true, 0])
  })

  it('is of the step that its limit is', () => {
    const order = { ...claim({ from: '2027-02-10', to: '2027-03-10', evidence: 'd1' }, 'O'), clock: 'ORD-01/final' }
    const [event] = clockEventsOf(ledger(['2027-06-01', order]))
    assert.deepEqual(event?.type === 'excuse-claimed' && [event.clock, event.step, event.reason, event.familyToldOn], ['ORD-01', 'final', 'O', '2027-06-01'])
  })
})

describe('promiseOf', () => {
  const promise = { expectedOn: day('2027-06-20') }
  const cases: readonly (readonly [what: string, after: Parameters<typeof promiseOf>[1], today: string, state: string])[] = [
    ['still to come', {}, '2027-06-20', 'open'],
    ['passed and not done', {}, '2027-06-21', 'broken'],
    ['done on the day', { metOn: day('2027-06-20') }, '2027-08-01', 'kept'],
    ['done a day late', { metOn: day('2027-06-21') }, '2027-08-01', 'broken'],
    ['another date given in time', { toldAgainOn: day('2027-06-20'), metOn: day('2027-06-19') }, '2027-08-01', 'moved'],
    ['another date given when it had passed', { toldAgainOn: day('2027-06-21') }, '2027-06-21', 'broken'],
    ['the case went another way in time', { overtakenOn: day('2027-06-18') }, '2027-08-01', 'lapsed'],
    ['the case went another way too late', { overtakenOn: day('2027-06-25') }, '2027-08-01', 'broken'],
  ]
  for (const [what, after, today, state] of cases) it(`${what}: ${state}`, () => assert.equal(promiseOf(promise, after, day(today)), state))
})

describe('tellingOf', () => {
  const limit = { dueOn: day('2027-05-31'), isExcused: false, isCertain: false }
  const [first] = delaysOf(ledger(['2027-06-01', told('d1', '2027-06-20')]))
  assert.ok(first)
  const cases: readonly (readonly [what: string, limit: typeof limit, told: readonly typeof first[], today: string, telling: string | undefined])[] = [
    ['the last day itself', limit, [], '2027-05-31', undefined],
    ['past its day', limit, [], '2027-06-01', 'late'],
    ['certain to be missed', { ...limit, isCertain: true }, [], '2027-05-20', 'certain'],
    ['excused', { ...limit, isExcused: true }, [], '2027-07-01', undefined],
    ['told, and the date to come', limit, [first], '2027-06-20', undefined],
    ['told, and the date passed', limit, [first], '2027-06-21', 'promise-passed'],
    ['told and excused, and the date passed', { ...limit, isExcused: true }, [first], '2027-06-21', 'promise-passed'],
    ['told of an excuse that fell', limit, [{ ...first, isExcuseWithdrawn: true }], '2027-06-10', 'excuse-withdrawn'],
  ]
  for (const [what, of, before, today, telling] of cases) it(`${what}: ${telling ?? 'nothing to tell'}`, () => assert.equal(tellingOf(of, before, day(today)), telling))
})

describe('the reasons', () => {
  it('have words for officers and, but for one’s own, for families', () => {
    for (const because of [...plainReasons, 'A', 'B', 'C', 'D', 'M', 'O', 'V'] as const) {
      assert.ok(reasonWords(because).length > 5)
      assert.equal(whyForFamily(because) === '', because === 'own-words')
    }
  })
})
