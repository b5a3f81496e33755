import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Instant } from '../calendar/plain-date.ts'
import { emergencyReasonCodes, emergencyReasons, isEmergencyReason, nameToCompare } from './emergency.ts'
import { isOutOfHours, limitFor, usualLimits } from './unusual.ts'

describe('an emergency', () => {
  it('compares names by their letters', () => {
    for (const [typed, kept] of [['  Rewan ', 'rewan'], ['Ann  Marie', 'Ann Marie'], ['O’Neill', "O'Neill"], ['Zoe\u0308', 'Zoë']] as const) assert.equal(nameToCompare(typed), nameToCompare(kept))
    assert.notEqual(nameToCompare('Rewan'), nameToCompare('Rowan'))
  })

  it('has a reason with words for both', () => {
    for (const code of emergencyReasonCodes) assert.ok(emergencyReasons[code].words.length > 10 && emergencyReasons[code].forFamily.length > 10)
    assert.ok(!isEmergencyReason('curious'))
  })
})

describe('unusual looking', () => {
  it('counts the widest role', () => {
    assert.equal(limitFor(['adviser', 'advice-coordinator'], usualLimits), 30)
    assert.equal(limitFor([], usualLimits), 0)
  })

  it('knows nights and weekends in London', () => {
    const cases: readonly (readonly [string, boolean])[] = [
      ['2026-09-14T09:00:00.000Z', false], ['2026-09-14T05:59:00.000Z', true], ['2026-09-14T06:00:00.000Z', false], ['2026-09-14T18:59:00.000Z', false],
      ['2026-09-14T19:00:00.000Z', true], ['2026-09-12T11:00:00.000Z', true], ['2026-12-14T19:30:00.000Z', false], ['2026-12-14T20:00:00.000Z', true],
    ]
    for (const [at, expected] of cases) assert.equal(isOutOfHours(at as Instant), expected, at)
  })
})
