import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Instant } from '../calendar/plain-date.ts'
import { isByDay } from './by-day.ts'

// 2027: summer time begins on 28 March and ends on 31 October, at 1 a.m. UTC.
const moments: readonly (readonly [string, boolean, string])[] = [
  ['2027-01-15T07:59:59.999Z', false, 'a second before eight in winter'],
  ['2027-01-15T08:00:00.000Z', true, 'eight in winter'],
  ['2027-01-15T19:59:59.999Z', true, 'a second before eight in the evening'],
  ['2027-01-15T20:00:00.000Z', false, 'eight in the evening'],
  ['2027-07-01T06:59:59.999Z', false, 'before eight in summer'],
  ['2027-07-01T07:00:00.000Z', true, 'eight in summer'],
  ['2027-07-01T18:59:59.999Z', true, 'before eight in the evening in summer'],
  ['2027-07-01T19:00:00.000Z', false, 'eight in the evening in summer'],
  ['2027-03-28T00:30:00.000Z', false, 'the night in which the clocks go forward'],
  ['2027-03-28T07:00:00.000Z', true, 'eight on that morning, an hour earlier than the day before'],
  ['2027-03-27T07:00:00.000Z', false, 'seven on the morning before'],
  ['2027-10-31T07:00:00.000Z', false, 'seven on the morning after the clocks went back'],
  ['2027-10-31T08:00:00.000Z', true, 'eight on that morning'],
  ['2027-10-30T23:30:00.000Z', false, 'half past midnight in London'],
]

describe('sending by day', () => {
  for (const [moment, expected, what] of moments) it(`${expected ? 'sends' : 'waits'}: ${what}`, () => assert.equal(isByDay(moment as Instant), expected))
})
