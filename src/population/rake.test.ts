import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { rake } from './rake.ts'

describe('a table fitted to its totals', () => {
  it('meets both margins and keeps what was impossible impossible', () => {
    const cells = Float64Array.from([1, 0, 2, 5, 1, 1])
    rake(cells, [{ of: (cell) => (cell < 3 ? 'up' : 'down'), totals: { up: 40, down: 60 } }, { of: (cell) => `${cell % 3}`, totals: { 0: 20, 1: 30, 2: 50 } }])
    const sum = (...at: number[]): number => at.reduce((total, cell) => total + (cells[cell] ?? 0), 0)
    for (const [made, wanted] of [[sum(0, 1, 2), 40], [sum(3, 4, 5), 60], [sum(0, 3), 20], [sum(1, 4), 30], [sum(2, 5), 50]] as const) assert.ok(Math.abs(made - wanted) < 0.01, `${made} for ${wanted}`)
    assert.equal(cells[1], 0)
  })
  it('leaves alone what a margin does not speak of', () => {
    const cells = Float64Array.from([3, 7])
    rake(cells, [{ of: (cell) => (cell === 0 ? 'a' : undefined), totals: { a: 5 } }])
    assert.deepEqual([...cells], [5, 7])
  })
})
