import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, plainDateOf } from '../calendar/plain-date.ts'
import { endsUnconfirmedOn, isOverUnconfirmed, isReviewOverdue, reviewDueOn, reviewStep } from './access-review.ts'

const confirmed = plainDateOf('2026-06-01')
const due = plainDateOf('2026-08-30')

test('a review is due 90 days after the last', () => { assert.equal(reviewDueOn(confirmed), due) })

for (const [days, step] of [
  [-15, undefined], [-14, 'soon'], [-1, 'soon'], [0, 'due'], [6, 'due'], [7, 'late'], [13, 'late'], [14, 'overdue'], [20, 'overdue'], [21, 'last-warning'], [300, 'last-warning'],
] as const) {
  test(`${days} days from the day it is due: ${step ?? 'nothing'}`, () => { assert.equal(reviewStep(due, addDays(due, days))?.step, step) })
}

test('the council hears of it and the person is warned before anything ends', () => {
  assert.deepEqual([13, 14, 200].map((days) => isReviewOverdue(due, addDays(due, days))), [false, true, true])
  assert.deepEqual(reviewStep(due, addDays(due, 14))?.whom, ['administrators', 'council'])
  assert.ok(reviewStep(due, addDays(due, 21))?.whom.some((who) => who === 'person'))
})

test('what nobody confirmed is over 28 days after it was due, and seven after the warning', () => {
  const over = (day: number, more: Partial<Parameters<typeof isOverUnconfirmed>[0]> = {}): boolean =>
    isOverUnconfirmed({ dueOn: due, today: addDays(due, day), isOnlyAdministrator: false, warnedOn: addDays(due, 21), ...more })
  assert.equal(endsUnconfirmedOn(due), addDays(due, 28))
  assert.deepEqual([27, 28, 29].map((day) => over(day)), [false, true, true])
  assert.equal(over(400, { isOnlyAdministrator: true }), false, 'the only administrator stays: nobody else could put it right')
  assert.equal(over(400, { warnedOn: undefined }), false, 'nobody goes without a warning')
  assert.deepEqual([41, 42].map((day) => over(day, { warnedOn: addDays(due, 35) })), [false, true], 'a warning that came late gives its seven days')
})
