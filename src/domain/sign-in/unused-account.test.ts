import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { addDays, plainDateOf } from '../calendar/plain-date.ts'
import { closesOn, unusedBounds, unusedStep, usualUnusedAfter, warnDaysBefore } from './unused-account.ts'

const used = plainDateOf('2026-01-05')
const step = (kind: 'staff' | 'family', day: number, warned?: number) =>
  unusedStep({ kind, lastUsedOn: used, warnedOn: warned === undefined ? undefined : addDays(used, warned) }, usualUnusedAfter, addDays(used, day))

for (const [kind, day, warned, expected] of [
  ['staff', 75, undefined, 'none'], ['staff', 76, undefined, 'warn'], ['staff', 500, undefined, 'warn'],
  ['staff', 89, 76, 'none'], ['staff', 90, 76, 'close'], ['staff', 90, 80, 'none'], ['staff', 94, 80, 'close'],
  ['staff', 76, -10, 'warn'],
  ['family', 365, undefined, 'none'], ['family', 715, undefined, 'none'], ['family', 716, undefined, 'warn'], ['family', 729, 716, 'none'], ['family', 730, 716, 'close'],
] as const) {
  test(`${kind}, ${day} days after the last page${warned === undefined ? '' : `, warned on day ${warned}`}: ${expected}`, () => { assert.equal(step(kind, day, warned), expected) })
}

test('a family that looks once a year is never closed, and what may be set stays round the usual', () => {
  assert.ok(usualUnusedAfter.family > 366 + 28)
  for (const kind of ['staff', 'family'] as const) {
    assert.ok(unusedBounds[kind].least <= usualUnusedAfter[kind] && usualUnusedAfter[kind] <= unusedBounds[kind].most)
  }
  assert.ok(unusedBounds.family.least > 366)
})

test('nobody is closed without a fortnight’s warning', () => {
  fc.assert(fc.property(fc.constantFrom('staff' as const, 'family' as const), fc.integer({ min: 0, max: 1000 }), fc.option(fc.integer({ min: -100, max: 1000 }), { nil: undefined }), (kind, day, warned) => {
    const use = { kind, lastUsedOn: used, warnedOn: warned === undefined ? undefined : addDays(used, warned) }
    const today = addDays(used, day)
    if (unusedStep(use, usualUnusedAfter, today) !== 'close') return
    assert.ok(warned !== undefined && warned >= 0 && day >= warned + warnDaysBefore && day >= usualUnusedAfter[kind])
    assert.ok(closesOn(use, usualUnusedAfter, today) <= today)
  }))
})
