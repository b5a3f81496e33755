import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { englandsCalendar } from '../calendar/england.ts'
import { plainDateOf, type Instant } from '../calendar/plain-date.ts'
import { clockEventsOf } from '../case-file/clock-events.ts'
import type { Fact, RecordedFact } from '../case-file/facts.ts'
import { foldClocks } from '../clocks/fold-clocks.ts'
import type { ReviewId } from '../ids.ts'
import { meetingDayRefusal, mayCorrectOutcome, stepDayRefusal, stepRefusal, stepsOpen } from './review-steps.ts'
import { planMadeOn, reviewsOf } from './reviews-of.ts'

const id = 'review-a' as ReviewId
const day = plainDateOf
type Line = readonly [on: string, fact: Fact, corrects?: number]
const held: Line = ['2026-03-03', { type: 'review-meeting-held', reviewId: id, noInstitution: false }]
const decided = (outcome: 'maintain' | 'amend' | 'cease', on = '2026-03-20'): Line => [on, { type: 'review-decision-notified', reviewId: id, outcome }]
const noticed = (channel: 'hub' | 'letter' = 'hub', on = '2026-03-25'): Line => [on, { type: 'amendment-notice-sent', reviewId: id, channel }]

const ledger = (...lines: Line[]): RecordedFact[] => lines.map(([on, fact, corrects], index) => ({
  ...fact, seq: index + 1, happenedOn: day(on), recordedAt: `${corrects === undefined ? on : '2026-07-01'}T09:00:00.000Z` as Instant, ...(corrects === undefined ? {} : { corrects }),
}))

function theReview(...lines: Line[]) {
  const [review] = reviewsOf(ledger(...lines))
  assert.ok(review !== undefined)
  return review
}

describe('the reviews of a plan', () => {
  it('each begin with their meeting; a correction takes the place of what it puts right', () => {
    const other = 'review-b' as ReviewId
    const reviews = reviewsOf(ledger(held, ['2026-06-01', { type: 'review-meeting-held', reviewId: other, noInstitution: true }], decided('maintain'), [...decided('amend').slice(0, 2), 3] as unknown as Line))
    assert.deepEqual(reviews.map(({ id: one, decision }) => [one, decision?.outcome]), [[other, undefined], [id, 'amend']])
    assert.equal(planMadeOn(ledger(held)), undefined)
  })

  const open: readonly (readonly [string, Line[], string[]])[] = [
    ['after the meeting', [held], ['report', 'adulthood', 'decision']],
    ['decided to amend', [held, decided('amend')], ['report', 'adulthood', 'notice', 'amended-final', 'not-amending']],
    ['decided to keep it', [held, decided('maintain')], ['report', 'adulthood']],
    ['with the notice sent', [held, decided('amend'), noticed()], ['report', 'adulthood', 'amended-final', 'not-amending']],
    ['amended', [held, decided('amend'), ['2026-06-01', { type: 'amended-final-issued', reviewId: id }]], ['report', 'adulthood', 'notice']],
  ]
  for (const [when, lines, steps] of open) it(`can be followed by what is left to record: ${when}`, () => { assert.deepEqual(stepsOpen(theReview(...lines)), steps) })

  it('refuse what is out of order, each with its reason', () => {
    assert.deepEqual(stepRefusal('notice', theReview(held)), { kind: 'not-decided-to-amend' })
    assert.deepEqual(stepRefusal('decision', theReview(held, decided('cease'))), { kind: 'recorded-already' })
    assert.deepEqual(stepRefusal('not-amending', theReview(held, decided('amend'), ['2026-06-01', { type: 'amended-final-issued', reviewId: id }])), { kind: 'review-is-over' })
    assert.equal(mayCorrectOutcome(theReview(held, decided('amend'))), true)
    assert.equal(mayCorrectOutcome(theReview(held, decided('amend'), noticed())), false)
  })

  it('refuse days that cannot be', () => {
    const today = day('2026-07-01')
    const with3 = { today, planMadeOn: day('2025-04-01'), reviews: [theReview(held)] }
    assert.equal(meetingDayRefusal(day('2026-07-02'), with3)?.kind, 'in-the-future')
    assert.deepEqual(meetingDayRefusal(day('2025-03-31'), with3), { kind: 'too-early', before: 'plan', on: '2025-04-01' })
    assert.equal(meetingDayRefusal(day('2026-03-03'), with3)?.kind, 'same-meeting')
    assert.equal(meetingDayRefusal(day('2025-04-01'), with3), undefined)
    const review = theReview(held, decided('amend'), noticed())
    assert.deepEqual(stepDayRefusal('report', day('2026-03-02'), review, today), { kind: 'too-early', before: 'meeting', on: '2026-03-03' })
    assert.deepEqual(stepDayRefusal('amended-final', day('2026-03-24'), review, today), { kind: 'too-early', before: 'notice', on: '2026-03-25' })
    assert.deepEqual(stepDayRefusal('notice', day('2026-03-19'), theReview(held, decided('amend')), today), { kind: 'too-early', before: 'decision', on: '2026-03-20' })
    assert.equal(stepDayRefusal('amended-final', day('2026-03-25'), review, today), undefined)
  })
})

describe('the clocks of a review, from the facts of the ledger', () => {
  const clocks = (today: string, ...lines: Line[]) => {
    const folded = foldClocks(clockEventsOf(ledger(...lines)), englandsCalendar, day(today))
    assert.ok(folded.ok, JSON.stringify(folded))
    return new Map(folded.value.map((reading) => [reading.step === undefined ? reading.id : `${reading.id}/${reading.step}`, reading]))
  }

  it('run from the meeting: two weeks, four, and twelve', () => {
    const read = clocks('2026-06-30', held, decided('amend'))
    assert.equal(read.get('REV-07')?.dueOn, '2026-03-17')
    assert.equal(read.get('REV-08')?.state, 'met')
    assert.equal(read.get('REV-08')?.about, id)
    assert.equal(read.get('REV-09')?.dueOn, '2026-03-31')
    assert.equal(read.get('REV-12')?.dueOn, '2026-05-26')
    assert.equal(read.get('REV-12')?.state, 'breached')
  })

  it('do not guess who was invited and when', () => {
    const read = clocks('2026-06-30', held)
    for (const clock of ['REV-05', 'REV-06', 'REV-14/invitations', 'REV-14/advice']) assert.equal(read.get(clock), undefined, clock)
    assert.equal(clocks('2026-06-30', ['2026-03-03', { type: 'review-meeting-held', reviewId: id, noInstitution: true }]).get('REV-14/report')?.dueOn, '2026-03-17')
  })

  it('give the family fifteen days from service: by post, from the second working day', () => {
    assert.equal(clocks('2026-06-30', held, decided('amend'), noticed('hub')).get('REV-10')?.lastDay, '2026-04-08')
    const posted = clocks('2026-06-30', held, decided('amend'), noticed('letter'))
    assert.equal(posted.get('REV-10')?.lastDay, '2026-04-10')
    assert.equal(posted.get('REV-11')?.dueOn, '2026-05-20')
  })

  it('end with the amended plan, or with telling that there will be none', () => {
    const done = clocks('2026-06-30', held, decided('amend'), noticed(), ['2026-06-10', { type: 'amended-final-issued', reviewId: id }])
    assert.equal(done.get('REV-12')?.state, 'met-late')
    assert.equal(done.get('REV-11')?.daysLate, 21)
    const told = clocks('2026-06-30', held, decided('amend'), noticed(), ['2026-05-10', { type: 'not-amending-notified', reviewId: id }])
    assert.equal(told.get('REV-12')?.state, 'overtaken')
    assert.equal(told.get('REV-13')?.state, 'met')
  })

  it('count anew when the day of the meeting is put right, and a breach that stood stays', () => {
    const read = clocks('2026-07-01', held, decided('amend', '2026-05-20'), ['2026-05-01', { type: 'review-meeting-held', reviewId: id, noInstitution: false }, 1])
    assert.equal(read.get('REV-08')?.dueOn, '2026-05-29')
    assert.equal(read.get('REV-08')?.state, 'met')
    assert.equal(read.get('REV-08')?.countsAsBreach, true)
  })
})
