// A few of the changes that `npm run proof:mutation` makes to the tables of acts and sights, drawn by a seed: each must be found by the table that was written apart.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { chance } from '../../scripts/audit-tamperings.ts'
import { compareAll } from './compare.ts'
import { tableMutants } from './table-mutants.ts'

const seed = Number(process.env['PROPERTY_SEED'] ?? '20261122') || 1
const count = 12

describe('a change to one entry of the tables', () => {
  it('is found, whichever it is', () => {
    const pick = chance(seed)
    const all = [...tableMutants()]
    const drawn = Array.from({ length: count }, () => all[pick(all.length)]).filter((one) => one !== undefined)
    process.stdout.write(`mutation: ${count} of ${all.length} changes to the tables drawn, seed ${seed}; npm run proof:mutation makes all, and those of the code\n`)
    const survivors = drawn.filter(({ change }) => {
      const undo = change()
      try {
        return [0, 1].every((mostFlags) => compareAll(mostFlags, { stopAtFirst: true, onlyWithAPart: true }).differences === 0)
      } finally {
        undo()
      }
    })
    assert.deepEqual(survivors.map(({ name }) => name), [])
  })
})
