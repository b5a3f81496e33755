import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pageOf } from './list-pages.tsx'

describe('a page of a list', () => {
  const all = Array.from({ length: 120 }, (_, n) => n)
  it('has the rows of that page and says how many there are in all', () => {
    assert.deepEqual(pageOf(all, 2, 50), { rows: all.slice(50, 100), page: 2, pages: 3, total: 120 })
    assert.deepEqual(pageOf(all, 3, 50).rows, all.slice(100))
  })
  it('is the nearest that there is', () => {
    for (const [wanted, found] of [[0, 1], [-3, 1], [4, 3], [Number.NaN, 1], [1.5, 1]] as const) assert.equal(pageOf(all, wanted, 50).page, found)
    assert.deepEqual(pageOf([], 7, 50), { rows: [], page: 1, pages: 1, total: 0 })
  })
})
