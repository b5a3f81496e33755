import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isSection38Setting } from './section-38.ts'

for (const [type, expected] of [
  ['mainstream primary school', true], ['mainstream secondary academy', true], ['special school', true], ['maintained nursery school', true],
  ['further education college', true], ['non-maintained special school', true], ['independent special school', false],
  ['independent special school, approved under section 41', true], ['online tuition', false], [undefined, true],
] as const) {
  it(`${type ?? 'a type that is not known'} is ${expected ? '' : 'not '}one that a family has a right to ask for`, () => {
    assert.equal(isSection38Setting(type), expected)
  })
}
