// The policy against the table that was written apart from it: every boundary cell and a seeded sample of the rest. The whole matrix is
// `npm run proof:access`.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parts, roles as programRoles, rowParts } from '../../src/domain/access/parts.ts'
import { sightNames } from '../../src/domain/access/sights.ts'
import { actNames } from '../../src/domain/case-file/open-acts.ts'
import { helpParts } from '../../src/domain/case-file/facts.ts'
import { stages as programStages } from '../../src/domain/case-file/tracks.ts'
import { cellCount } from './cells.ts'
import { compareAll, compareCells, inWords, sampleOfCells } from './compare.ts'
import { answerOf, capacities, kinds, actNames as tableActs, flagNames, relations, roles, stages } from './reference.ts'

const seed = Number(process.env['PROPERTY_SEED'] ?? '20261122')

describe('the reference table', () => {
  it('names every kind of record, act, role and stage that the program has, and no other', () => {
    assert.deepEqual([...kinds].toSorted(), [...sightNames].toSorted(), 'a kind of record without a row in test/access/who-may.txt, or the other way about')
    assert.deepEqual([...tableActs].toSorted(), [...actNames].toSorted(), 'an act without a row in test/access/who-may.txt, or the other way about')
    assert.deepEqual([...roles].toSorted(), [...programRoles].toSorted())
    assert.deepEqual([...stages].toSorted(), [...programStages].toSorted())
  })

  it('has a capacity for every part that somebody can have', () => {
    // The deputy's row is never held as such, and the program has the council's parts.
    assert.equal(capacities.length, parts.length - 2)
    for (const part of rowParts.filter((one) => one !== 'proxy')) assert.ok(relations.some((relation) => relation.startsWith(`own ${part}`)), part)
    for (const scope of helpParts) assert.ok(relations.some((relation) => relation.startsWith(`helps ${scope} `)), scope)
  })

  it('is not the answer to everything: it can say each of its four words', () => {
    const cell = { who: 'senco', relation: 'body school', stage: 'drafting', tie: 'another’s', flags: Object.fromEntries(flagNames.map((name) => [name, false])) as never } as const
    assert.equal(answerOf({ ...cell, wish: 'look overview' }), 'yes')
    assert.equal(answerOf({ ...cell, wish: 'look panel' }), 'refused')
    assert.equal(answerOf({ ...cell, wish: 'act open-plan' }), 'not now')
    assert.equal(answerOf({ ...cell, wish: 'look overview', who: 'staff-administrator' }), 'not there')
  })
})

describe('the policy', () => {
  it('answers every boundary cell as the table does: all standings, wishes and stages, without a flag and with each one', () => {
    const { cells, differences, first } = compareAll(1)
    process.stdout.write(`access: ${cells} boundary cells of ${cellCount} compared\n`)
    assert.deepEqual(first.map(inWords), [])
    assert.equal(differences, 0)
  })

  it('answers a sample of the whole matrix as the table does', () => {
    const size = 100_000
    const { cells, first } = compareCells(sampleOfCells(size, seed))
    process.stdout.write(`access: a sample of ${cells} cells compared, seed ${seed}\n`)
    assert.deepEqual(first.map(inWords), [])
  })
})
