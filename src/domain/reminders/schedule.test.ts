import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { arbitraryDate } from '../../../test/arbitrary-dates.ts'
import { addDays, plainDateOf } from '../calendar/plain-date.ts'
import { clockOn } from '../clocks/regimes.ts'
import { dueStep, furthestStep, schedule, scheduleOf, viewsSteps } from './schedule.ts'

const due = plainDateOf('2027-03-31')

describe('the schedule of reminders', () => {
  it('names clocks that are law, each once, with the longest step first', () => {
    const clocks = schedule.flatMap((row) => row.clocks)
    assert.deepEqual(clocks.filter((clock, index) => clocks.indexOf(clock) !== index), [])
    for (const clock of clocks) assert.ok(clockOn(clock).title.length > 0)
    for (const { steps } of schedule) assert.deepEqual(steps, [...new Set(steps)].toSorted((a, b) => b - a))
    assert.equal(furthestStep, 28)
    // A family is told on days on which the clock was found at all.
    assert.deepEqual(viewsSteps.filter((step) => !scheduleOf('ASMT-05')?.steps.includes(step)), [])
  })

  const days: readonly (readonly [string, string, number | undefined])[] = [
    ['long before', '2027-03-01', undefined],
    ['the day before the first step', '2027-03-16', undefined],
    ['the first step', '2027-03-17', 14],
    ['between two, after days on which nothing ran: the newest that has come', '2027-03-25', 7],
    ['the second', '2027-03-24', 7],
    ['two days before', '2027-03-29', 2],
    ['the day before, across the change to summer time', '2027-03-30', 2],
    ['the day itself', '2027-03-31', 0],
    ['the day after', '2027-04-01', undefined],
  ]
  for (const [when, today, step] of days) it(`gives, ${when}, ${step ?? 'nothing'}`, () => assert.equal(dueStep([14, 7, 2, 0], due, plainDateOf(today)), step))

  it('never goes back to an earlier step as days pass, and never speaks of a day that has passed', () => {
    fc.assert(fc.property(arbitraryDate, fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 90 }), (dueOn, steps, before) => {
      const today = dueStep(steps, dueOn, addDays(dueOn, -before))
      const next = dueStep(steps, dueOn, addDays(dueOn, 1 - before))
      if (before === 0) return assert.equal(next, undefined)
      if (today !== undefined) assert.ok(next !== undefined && next <= today)
      return assert.equal(today, steps.some((step) => step >= before) ? Math.min(...steps.filter((step) => step >= before)) : undefined)
    }))
  })
})
