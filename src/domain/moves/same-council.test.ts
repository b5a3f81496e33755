import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isSameCouncil } from './same-council.ts'

describe('the council that a package names', () => {
  const cases: readonly (readonly [one: string, other: string, same: boolean])[] = [
    ['Tarn Valley Council', 'Tarn Valley Council', true], ['tarn valley', 'Tarn Valley Council', true], ['The Borough of Tarn-Valley', 'Tarn Valley Council', true],
    ['St Wendmere’s City Council', 'St Wendmeres', true], ['Northmoor Council', 'Tarn Valley Council', false], ['Tarn', 'Tarn Valley Council', false],
    ['The Council', 'Council', false], ['', '', false],
  ]
  for (const [one, other, same] of cases) it(`${same ? 'is' : 'is not'} the same: “${one}” and “${other}”`, () => { assert.equal(isSameCouncil(one, other), same) })
})
