import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarByRule, holidaysByRule } from '../../../test/calendar-by-rule.ts'
import { calendarOf, type Calendar } from '../calendar/calendar.ts'
import { plainDateOf as day } from '../calendar/plain-date.ts'
import type { ClockEvent } from './events.ts'
import { clock } from './clock.ts'
import { explain } from './explain.ts'
import { foldClocks, type FoldOptions } from './fold-clocks.ts'
import type { ClockReading } from './reading.ts'
import { childrenAndFamiliesAct2014, type Regime } from './regimes.ts'

const calendar = calendarByRule()

function fold(facts: readonly ClockEvent[], today = '2029-01-01', options: FoldOptions = {}, by: Calendar = calendar): readonly ClockReading[] {
  const folded = foldClocks(facts, by, day(today), options)
  assert.ok(folded.ok, JSON.stringify(folded))
  return folded.value
}

function reading(readings: readonly ClockReading[], key: string, about?: string): ClockReading {
  const found = readings.filter(({ id, step, about: thing }) => (step === undefined ? id : `${id}/${step}`) === key && (about === undefined || thing === about))
  return found.at(-1) ?? assert.fail(`no clock ${key}`)
}

const refusals = (facts: readonly ClockEvent[], today = '2029-01-01', by: Calendar = calendar, options: FoldOptions = {}) => {
  const folded = foldClocks(facts, by, day(today), options)
  return folded.ok ? [] : folded.refusal.map(({ kind, fact }) => `${kind} ${fact}`)
}

const request: ClockEvent = { type: 'request-received', on: day('2027-01-11') }

describe('the edges that the timetable names', () => {
  it('leaves a last day on a bank holiday, in August and at Christmas where it falls', () => {
    assert.equal(reading(fold([request]), 'ASMT-10').dueOn, '2027-05-31')
    assert.equal(reading(fold([{ type: 'request-received', on: day('2027-03-26') }]), 'ASMT-10').dueOn, '2027-08-13')
    assert.equal(reading(fold([{ type: 'order-made', on: day('2026-11-24'), kind: 'amend-contents' }]), 'ORD-04/final').dueOn, '2026-12-29')
  })

  it('counts 29 February inside and at the ends of periods', () => {
    assert.equal(reading(fold([{ type: 'request-received', on: day('2028-01-18') }]), 'ASMT-02').dueOn, '2028-02-29')
    assert.equal(reading(fold([{ type: 'plan-made', on: day('2028-02-29') }], '2028-03-01'), 'REV-01').dueOn, '2029-02-28')
    assert.equal(reading(fold([{ type: 'phase-transfer-due', on: day('2027-06-01'), kind: 'post-16-to-post-16', transferOn: day('2028-07-31') }]), 'PT-03').dueOn, '2028-02-29')
  })

  it('counts advice from the day the body received the request, not from the day it was sent', () => {
    const facts: ClockEvent[] = [{ type: 'advice-asked', on: day('2027-02-22'), about: 'a' }, { type: 'advice-request-received', on: day('2027-02-25'), about: 'a' }]
    assert.equal(reading(fold(facts), 'ASMT-05').dueOn, '2027-04-08')
  })

  it('serves a posted draft on the second working day after posting', () => {
    const window = reading(fold([{ type: 'draft-sent', on: day('2027-04-30'), channel: 'post' }]), 'ASMT-08')
    assert.deepEqual([window.firstDay, window.lastDay, window.mayActFrom], ['2027-05-05', '2027-05-19', '2027-05-20'])
  })

  const asked: readonly (readonly [string, boolean])[] = [['2026-07-14', false], ['2026-07-15', true], ['2026-08-26', true], ['2026-08-27', false]]
  for (const [askedOn, stands] of asked) {
    it(`${stands ? 'takes' : 'refuses'} a head teacher asked on ${askedOn} for a closure from 22 July to 2 September`, () => {
      const facts: ClockEvent[] = [
        { type: 'request-received', on: day('2026-07-10') },
        { type: 'excuse-claimed', on: day('2026-09-20'), clock: 'ASMT-06', reason: 'A', closedFrom: day('2026-07-22'), reopens: day('2026-09-02'), askedOn: day(askedOn) },
      ]
      const sixteen = reading(fold(facts), 'ASMT-06')
      assert.equal(sixteen.excuse !== undefined, stands)
      assert.equal(sixteen.state, stands ? 'excused' : 'breached')
    })
  }

  it('takes a closure of exactly four weeks and no less', () => {
    const closed = (reopens: string) => reading(fold([
      { type: 'request-received', on: day('2026-07-10') },
      { type: 'excuse-claimed', on: day('2026-07-20'), clock: 'ASMT-02', reason: 'A', closedFrom: day('2026-07-22'), reopens: day(reopens), askedOn: day('2026-07-20') },
    ]), 'ASMT-02').testedClaims[0]?.stands
    assert.equal(closed('2026-08-19'), true)
    assert.equal(closed('2026-08-18'), false)
  })

  it('binds the earlier day: an early notice moves the final forward, a late one does not move it back', () => {
    const final = (notice: string) => reading(fold([{ type: 'review-meeting-held', on: day('2026-11-12') }, { type: 'amendment-notice-sent', on: day(notice) }]), 'REV-11')
    assert.deepEqual([final('2026-11-26').dueOn, final('2026-11-26').boundBy], ['2027-01-21', undefined])
    assert.deepEqual([final('2027-01-14').dueOn, final('2027-01-14').boundBy], ['2027-02-04', 'REV-12'])
  })

  it('binds the transfer date and the end of the review year when they are earlier', () => {
    const facts: ClockEvent[] = [
      { type: 'plan-made', on: day('2026-01-20') }, { type: 'phase-transfer-due', on: day('2026-09-01'), kind: 'primary-to-secondary', year: 2027 },
      { type: 'review-meeting-held', on: day('2027-01-05') }, { type: 'amendment-notice-sent', on: day('2027-01-12') },
    ]
    const readings = fold(facts)
    assert.deepEqual([reading(readings, 'REV-08').dueOn, reading(readings, 'REV-08').boundBy], ['2027-01-19', 'REV-01'])
    assert.deepEqual([reading(readings, 'REV-11').dueOn, reading(readings, 'REV-11').boundBy], ['2027-02-14', 'PT-01'])
  })

  it('counts anew when a child moves in before there is a plan, and ends what the old council owed', () => {
    const readings = fold([request, { type: 'became-responsible-on-move', on: day('2027-03-01') }], '2027-03-02')
    assert.deepEqual(['assess-decision', 'no-plan', 'final'].map((step) => reading(readings, `ASMT-12/${step}`).dueOn), ['2027-04-12', '2027-06-21', '2027-07-19'])
    assert.equal(reading(readings, 'ASMT-10').state, 'overtaken')
    // The six weeks had been over for a week: leaving does not undo that.
    assert.equal(reading(readings, 'ASMT-02').state, 'breached')
    assert.ok(!readings.some(({ id }) => id.startsWith('TR-')))
  })

  it('does not move a clock when the child becomes a young person between two steps', () => {
    const dues = (born: string) => fold([{ type: 'born', on: day(born) }, { type: 'request-received', on: day('2027-05-01') }]).filter(({ id }) => id.startsWith('ASMT')).map(({ dueOn }) => dueOn)
    assert.deepEqual(dues('2011-07-20'), dues('2013-07-20'))
  })
})

describe('law that changed', () => {
  it('gives a SENCO three years, and an earlier course no longer than to the end of August 2027', () => {
    const last = (appointed: string, courseStartedOn?: string) => {
      const readings = fold([{ type: 'senco-appointed', on: day(appointed), ...(courseStartedOn === undefined ? {} : { courseStartedOn: day(courseStartedOn) }) }])
      return readings.filter(({ id }) => id === 'SCH-02').map(({ step, dueOn }) => [step, dueOn])
    }
    assert.deepEqual(last('2026-09-01'), [['npq', '2029-08-31']])
    assert.deepEqual(last('2025-03-01', '2024-05-01'), [['earlier-award', '2027-08-31']])
    assert.deepEqual(last('2023-09-01', '2024-01-10'), [['earlier-award', '2026-08-31']])
    assert.deepEqual(last('2020-09-01'), [['until-2024', '2023-08-31']])
  })
})

describe('a second time', () => {
  it('joins a duplicate request to the open one, and keeps the earlier day', () => {
    const readings = fold([{ ...request, about: 'one' }, { type: 'request-received', on: day('2027-02-01'), about: 'two' }, { type: 'assessment-decision-notified', on: day('2027-02-20'), outcome: 'assess', about: 'two' }])
    assert.deepEqual(readings.filter(({ id }) => id === 'ASMT-02').map(({ dueOn, state }) => [dueOn, state]), [['2027-02-22', 'met']])
  })

  it('starts new clocks for a request after a refusal', () => {
    const readings = fold([request, { type: 'assessment-decision-notified', on: day('2027-02-20'), outcome: 'not-assess' }, { type: 'request-received', on: day('2027-09-01') }])
    assert.deepEqual(readings.filter(({ id }) => id === 'ASMT-10').map(({ about, state }) => [about, state]), [['request 1', 'overtaken'], ['request 2', 'breached']])
  })

  it('reviews each year from the last decision, and plans from the meeting', () => {
    const readings = fold([
      { type: 'plan-made', on: day('2026-03-10') }, { type: 'review-meeting-held', on: day('2027-01-20') }, { type: 'review-decision-notified', on: day('2027-02-10'), outcome: 'maintain' },
    ], '2027-03-01')
    assert.equal(reading(readings, 'REV-01').state, 'met')
    assert.deepEqual([reading(readings, 'REV-02').dueOn, reading(readings, 'REV-02').targetOn], ['2028-02-09', '2028-01-19'])
  })

  it('calls nothing late of the reviews before a plan was brought in, and counts from its last', () => {
    const old = { type: 'plan-made', on: day('2019-03-10'), firstReviewNotKnown: true } as const
    const decided = fold([old, { type: 'review-decision-notified', on: day('2026-02-10'), outcome: 'maintain' }], '2026-03-01')
    assert.deepEqual([decided.filter(({ id }) => id === 'REV-01'), reading(decided, 'REV-02').dueOn], [[], '2027-02-09'])
    const met = fold([old, { type: 'review-meeting-held', on: day('2026-02-10'), preparationNotKnown: true }], '2026-03-01')
    assert.deepEqual([met.filter(({ id }) => id === 'REV-01'), reading(met, 'REV-08').dueOn], [[], '2026-03-10'])
  })

  it('stops the review year while somebody is detained', () => {
    const readings = fold([{ type: 'plan-made', on: day('2026-03-10') }, { type: 'detained', on: day('2026-10-01') }, { type: 'released', on: day('2027-06-01') }], '2027-06-02')
    assert.equal(reading(readings, 'REV-01').state, 'overtaken')
    assert.equal(reading(readings, 'REV-16').state, 'running')
  })
})

describe('excuses', () => {
  it('stand beside the limit and give no new date, before and after the step is done', () => {
    const absent: ClockEvent = { type: 'excuse-claimed', on: day('2027-02-20'), clock: 'ASMT-02', reason: 'D', from: day('2027-01-12'), to: day('2027-02-15') }
    const open = reading(fold([request, absent], '2027-03-10'), 'ASMT-02')
    assert.deepEqual([open.state, open.dueOn, open.isBreach, open.warnings.map(({ kind }) => kind)], ['excused', '2027-02-22', false, ['excuse-over']])
    const done = reading(fold([request, absent, { type: 'assessment-decision-notified', on: day('2027-03-09'), outcome: 'assess' }]), 'ASMT-02')
    assert.deepEqual([done.state, done.metOn, done.daysLate], ['excused', '2027-03-09', 15])
    assert.equal(reading(fold([request, absent, { type: 'assessment-decision-notified', on: day('2027-02-21'), outcome: 'assess' }]), 'ASMT-02').state, 'met')
  })

  it('count only the days of an absence that fall in the period', () => {
    const claim = (from: string, to: string) => reading(fold([request, { type: 'excuse-claimed', on: day('2027-04-01'), clock: 'ASMT-02', reason: 'D', from: day(from), to: day(to) }]), 'ASMT-02').testedClaims[0]
    assert.equal(claim('2026-12-20', '2027-01-20')?.stands, false)
    assert.equal(claim('2027-01-26', '2027-02-22')?.stands, true)
    assert.equal(claim('2027-01-27', '2027-02-22')?.stands, false)
  })

  it('of 2020 excuse a last day from 1 May to 25 September 2020 and no other', () => {
    const due = (received: string) => reading(fold([{ type: 'request-received', on: day(received) }, { type: 'excuse-claimed', on: day('2020-10-30'), clock: 'ASMT-02', reason: 'V' }]), 'ASMT-02').excuse !== undefined
    assert.deepEqual([due('2020-03-19'), due('2020-03-20'), due('2020-08-14'), due('2020-08-15')], [false, true, true, false])
  })

  it('say why they fail', () => {
    const [claim] = reading(fold([request, { type: 'excuse-claimed', on: day('2027-02-01'), clock: 'ASMT-10', reason: 'M', appointmentOn: day('2027-02-01') }]), 'ASMT-10').refusedExcuses
    assert.match(claim?.why ?? '', /does not list a missed appointment/)
  })
})

describe('corrections', () => {
  const told: ClockEvent = { type: 'assessment-decision-notified', on: day('2027-03-01'), outcome: 'assess', seq: 2, recordedOn: day('2027-03-01') }
  const received: ClockEvent = { ...request, seq: 1, recordedOn: day('2027-01-11') }

  it('compute anew and keep the breach that stood', () => {
    const later: ClockEvent = { ...request, on: day('2027-01-25'), seq: 3, recordedOn: day('2027-04-01'), corrects: 1 }
    const six = reading(fold([received, told, later]), 'ASMT-02')
    assert.deepEqual([six.state, six.dueOn, six.isBreach, six.countsAsBreach], ['met', '2027-03-08', false, true])
    assert.deepEqual(six.formerly, [{ state: 'met-late', dueOn: '2027-02-22', daysLate: 7, changedBy: 2, recordedOn: '2027-04-01' }])
    assert.match(explain(six), /before a correction recorded on 1 April 2027 it was due on 22 February 2027 and late/)
  })

  it('that were made before the day had passed leave no breach', () => {
    const early: ClockEvent = { ...request, on: day('2027-01-25'), seq: 2, recordedOn: day('2027-01-26'), corrects: 1 }
    const six = reading(fold([received, early], '2027-02-25'), 'ASMT-02')
    assert.deepEqual([six.state, six.dueOn, six.countsAsBreach], ['running', '2027-03-08', false])
    assert.deepEqual(six.formerly.map(({ state, dueOn }) => [state, dueOn]), [['running', '2027-02-22']])
  })

  it('that strike a fact out keep the clock that was breached', () => {
    const gone: ClockEvent = { type: 'struck-out', on: day('2027-04-01'), seq: 2, recordedOn: day('2027-04-01'), corrects: 1 }
    const six = reading(fold([received, gone]), 'ASMT-02')
    assert.deepEqual([six.state, six.countsAsBreach], ['overtaken', true])
  })

  it('of corrections leave every breach on the record', () => {
    const first: ClockEvent = { ...request, on: day('2027-01-20'), seq: 3, recordedOn: day('2027-04-01'), corrects: 1 }
    const second: ClockEvent = { ...request, on: day('2027-01-22'), seq: 4, recordedOn: day('2027-05-01'), corrects: 3 }
    const ten = reading(fold([received, told, first, second], '2027-05-20'), 'ASMT-02')
    assert.deepEqual(ten.formerly.map(({ dueOn, changedBy }) => [dueOn, changedBy]), [['2027-02-22', 2], ['2027-03-03', 3]])
    assert.equal(ten.countsAsBreach, true)
  })

  it('are marked when something done in time was written down after the day', () => {
    const late: ClockEvent = { type: 'assessment-decision-notified', on: day('2027-02-20'), outcome: 'assess', recordedOn: day('2027-04-01') }
    assert.deepEqual(reading(fold([request, late]), 'ASMT-02').warnings, [{ kind: 'recorded-after-due', recordedOn: '2027-04-01' }])
  })
})

describe('facts that cannot stand', () => {
  const wrong: readonly (readonly [string, readonly ClockEvent[], readonly string[]])[] = [
    ['a day that does not exist', [{ ...request, on: '2027-02-30' as never }], ['no-such-day 0']],
    ['a day that is still to come', [{ ...request, on: day('2030-01-01') }], ['in-the-future 0']],
    ['a fact recorded before it happened', [{ ...request, recordedOn: day('2027-01-10') }], ['in-the-future 0']],
    ['a fact that nobody reads', [{ type: 'moon-landing', on: day('2027-01-01') } as never], ['no-such-fact 0']],
    ['a fact before the birth', [{ type: 'born', on: day('2027-06-01') }, request], ['before-birth 1']],
    ['two births', [{ type: 'born', on: day('2015-06-01') }, { type: 'born', on: day('2015-06-02') }], ['said-differently 1']],
    ['a decision before its request', [request, { type: 'assessment-decision-notified', on: day('2027-01-04'), outcome: 'assess' }], ['before-what-it-answers 1']],
    ['advice given before it was asked for', [{ type: 'advice-request-received', on: day('2027-03-01'), about: 'a' }, { type: 'advice-given', on: day('2027-02-01'), about: 'a' }], ['before-what-it-answers 1']],
    ['two answers to one question', [request, { type: 'assessment-decision-notified', on: day('2027-02-01'), outcome: 'not-assess' }, { type: 'assessment-decision-notified', on: day('2027-02-08'), outcome: 'assess' }], ['two-answers 2']],
    ['a school that reopens before it closes', [request, { type: 'excuse-claimed', on: day('2027-02-01'), clock: 'ASMT-02', reason: 'A', closedFrom: day('2027-02-01'), reopens: day('2027-01-20') }], ['ends-before-it-starts 1']],
    ['an excuse for a clock that does not exist', [request, { type: 'excuse-claimed', on: day('2027-02-01'), clock: 'ASMT-99', reason: 'C' }], ['needs-more 1']],
    ['a transfer without its year', [{ type: 'phase-transfer-due', on: day('2026-09-01'), kind: 'infant-to-junior' }], ['needs-more 0']],
    ['a correction of nothing', [{ ...request, corrects: 7 }], ['corrects-nothing 0']],
    ['a correction of itself', [{ ...request, seq: 7, corrects: 7 }], ['corrects-nothing 0']],
    ['two corrections of one fact', [{ ...request, seq: 1 }, { ...request, seq: 2, corrects: 1 }, { ...request, seq: 3, corrects: 1 }], ['corrected-twice 2']],
    ['a correction of another kind', [{ ...request, seq: 1 }, { type: 'bodies-told', on: day('2027-01-12'), seq: 2, corrects: 1 }], ['corrects-another-kind 1']],
    ['an order before the law that the pack holds', [{ type: 'order-made', on: day('2015-01-05'), kind: 'assess' }], ['no-law-for-that-day 0']],
    ['several at once, each with its place', [{ ...request, on: day('2030-01-01') }, { ...request, on: '2027-13-01' as never }], ['in-the-future 0', 'no-such-day 1']],
  ]
  for (const [what, facts, expected] of wrong) it(`refuses ${what}`, () => assert.deepEqual(refusals(facts), expected))

  it('lets an order, or a decision taken again, answer a second time', () => {
    const refusedFirst: ClockEvent = { type: 'assessment-decision-notified', on: day('2027-02-01'), outcome: 'not-assess' }
    assert.deepEqual(refusals([request, refusedFirst, { type: 'order-made', on: day('2027-06-01'), kind: 'assess' }, { ...refusedFirst, on: day('2027-06-10'), outcome: 'assess' }]), [])
    assert.deepEqual(refusals([request, refusedFirst, { ...refusedFirst, on: day('2027-02-20'), outcome: 'assess', reconsidered: true }]), [])
  })

  it('says which calendar year is missing, and only when a clock needs it', () => {
    const short = calendarOf({ years: holidaysByRule(2020, 2027) })
    const notice: ClockEvent = { type: 'decision-notice-sent', on: day('2027-11-20') }
    assert.deepEqual(refusals([notice], '2027-12-01', short), ['calendar-year-missing 0'])
    assert.deepEqual(refusals([{ ...request, on: day('2027-11-20') }], '2027-12-01', short), [])
    assert.deepEqual(refusals([{ type: 'new-registration-learned', on: day('2027-02-08'), setting: 'unknown' }]), ['no-terms-for-setting 0'])
  })
})

describe('targets and regimes', () => {
  it('keeps a council’s target beside the legal date', () => {
    const ten = reading(fold([request], '2027-02-01', { targets: { 'ASMT-10': { kind: 'days-after-start', count: 98 } } }), 'ASMT-10')
    assert.deepEqual([ten.targetOn, ten.dueOn], ['2027-04-19', '2027-05-31'])
    // 31 May 2027 is a bank holiday; without a target of its own a council aims at the last working day.
    assert.equal(reading(fold([request], '2027-02-01'), 'ASMT-10').targetOn, '2027-05-28')
  })

  const next: Regime = {
    id: 'NEXT', title: 'A law that is invented for this test', from: day('2029-09-01'),
    clocks: [clock({
      id: 'ASMT-02', title: 'Decide within four weeks, as an invented law says', about: 'request', starts: 'request-received', period: { kind: 'within-weeks', count: 4 },
      metBy: 'assessment-decision-notified', law: ['An invented Act'], since: day('2029-09-01'),
    })],
  }
  const old: Regime = { ...childrenAndFamiliesAct2014, until: day('2029-08-31') }
  const both = [old, next]

  it('dates each case by the law of its day', () => {
    const due = (received: string) => reading(fold([{ ...request, on: day(received) }], '2030-01-01', { regimes: both }), 'ASMT-02').dueOn
    assert.deepEqual([due('2029-08-31'), due('2029-09-01')].map((date) => date?.slice(5)), ['10-12', '09-29'])
  })

  it('refuses to guess where a pack has ended and no other goes on', () => {
    assert.deepEqual(refusals([{ ...request, on: day('2029-09-01') }], '2030-01-01', calendar, { regimes: [old] }), ['no-law-for-that-day 0'])
  })
})
