import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import type { Sum } from './small-numbers.ts'
import { isWorkedOut, leastInPublic, leastInside, withoutSmallNumbers } from './small-numbers.ts'

const row: Sum[] = [{ total: 3, parts: [0, 1, 2] }]

describe('small numbers', () => {
  for (const [numbers, sums, least, told] of [
    [[12, 30, 7, 49], row, leastInside, [12, 30, 7, 49]],
    [[12, 30, 2, 44], row, leastInside, [undefined, 30, undefined, 44]],
    [[12, 30, 0, 42], row, leastInside, [12, 30, 0, 42]],
    [[1, 1, 0, 2], row, leastInside, [undefined, undefined, 0, undefined]],
    [[12, 30, 7, 49], row, leastInPublic, [undefined, 30, undefined, 49]],
    [[3, 0, 0, 3], row, leastInside, [undefined, 0, 0, undefined]],
    [[2, 50], [], leastInside, [undefined, 50]],
  ] as const) {
    it(`${numbers.join(', ')} with fewer than ${least} hidden`, () => { assert.deepEqual(withoutSmallNumbers(numbers, sums, least), [...told]) })
  }

  it('cannot be worked out from what is told, in any table of rows, columns and totals', () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([height, width]) =>
      fc.record({ height: fc.constant(height), width: fc.constant(width), cells: fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })), { minLength: height * width, maxLength: height * width }) }))
    fc.assert(fc.property(table, fc.constantFrom(leastInside, leastInPublic), ({ height, width, cells }, least) => {
      const numbers = [...cells]
      const sums: Sum[] = []
      const add = (parts: number[]): number => {
        numbers.push(parts.reduce((sum, part) => sum + (numbers[part] ?? 0), 0))
        sums.push({ total: numbers.length - 1, parts })
        return numbers.length - 1
      }
      const rows = Array.from({ length: height }, (_, y) => add(Array.from({ length: width }, (__, x) => y * width + x)))
      const columns = Array.from({ length: width }, (_, x) => add(Array.from({ length: height }, (__, y) => y * width + x)))
      const all = add(rows)
      sums.push({ total: all, parts: columns })
      const told = withoutSmallNumbers(numbers, sums, least)
      const hidden = told.flatMap((number, place) => (number === undefined ? [place] : []))
      const isAllHidden = sums.every(({ total, parts }) => [total, ...parts].every((place) => told[place] === undefined))
      for (const [place, number] of told.entries()) {
        if (number !== undefined) assert.ok(number === numbers[place] && (number === 0 || number >= least))
        else assert.ok(isAllHidden || !isWorkedOut(place, hidden, sums), `${numbers.join()}: ${place} can be worked out`)
      }
    }), { numRuns: 2000, seed: 35 })
  })
})
