import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isId } from '../domain/ids.ts'
import { randomOf, weightedBy } from './random.ts'

const drawn = (...name: readonly (string | number)[]) => { const random = randomOf(...name); return Array.from({ length: 50 }, () => random.next()) }

describe('chance that can be asked for again', () => {
  it('is the same for the same name and another for another', () => {
    assert.deepEqual(drawn(1, 'a', 2), drawn(1, 'a', 2))
    for (const other of [[2, 'a', 2], [1, 'b', 2], [1, 'a', 3], [1, 'a2', '']]) assert.notDeepEqual(drawn(1, 'a', 2), drawn(...other))
  })
  it('never meets itself in the children of an area', () => {
    const first = new Set(Array.from({ length: 20_000 }, (_, child) => randomOf(1, 'a', child).id()))
    assert.equal(first.size, 20_000)
    assert.ok([...first].every(isId))
  })
  it('is spread evenly, and normally where it says so', () => {
    const random = randomOf('spread')
    const shares = [0, 0, 0, 0, 0]
    for (let n = 0; n < 20_000; n += 1) { const at = random.between(0, 4); shares[at] = (shares[at] ?? 0) + 1 }
    for (const share of shares) assert.ok(Math.abs(share - 4000) < 250, shares.join(' '))
    const normals = Array.from({ length: 20_000 }, () => random.normal())
    assert.ok(Math.abs(normals.reduce((sum, one) => sum + one, 0) / 20_000) < 0.03)
    assert.ok(Math.abs(normals.filter((one) => Math.abs(one) < 1).length / 20_000 - 0.683) < 0.015)
  })
  it('finds its place in a table of weights', () => {
    const table = { a: 1, none: 0, b: 3 }
    assert.deepEqual([0, 0.24, 0.25, 0.999].map((place) => weightedBy(table, place)), ['a', 'a', 'b', 'b'])
    assert.throws(() => weightedBy({ none: 0 }, 0))
  })
})
