import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainDateOf } from '../calendar/plain-date.ts'
import { isChaseDue, mostAutomaticChases } from './chasing.ts'

const on = plainDateOf

describe('chasing without anybody asking', () => {
  const dueOn = on('2027-03-26')
  const days: readonly (readonly [string, readonly string[], string, boolean])[] = [
    ['not on the last day', [], '2027-03-26', false],
    ['the day after', [], '2027-03-27', true],
    ['not again for five days, whoever chased', ['2027-03-27'], '2027-03-31', false],
    ['again after five', ['2027-03-27'], '2027-04-01', true],
    ['not when an officer chased before the day and five days are not over', ['2027-03-25'], '2027-03-28', false],
    ['not when the clock on the wall goes back', ['2027-04-01'], '2027-03-28', false],
  ]
  for (const [what, chasedOn, today, expected] of days) it(what, () => assert.equal(isChaseDue({ dueOn, chasedOn: chasedOn.map(on) }, on(today)), expected))

  it('ends after some: then somebody telephones', () => {
    assert.equal(isChaseDue({ dueOn, chasedOn: Array.from({ length: mostAutomaticChases }, () => dueOn) }, on('2027-12-01')), false)
  })
})
