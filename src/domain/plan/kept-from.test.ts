import assert from 'node:assert/strict'
import { it } from 'node:test'
import { aContent, aLine, idOf } from '../../../test/builders/plan-content.ts'
import type { PersonId } from '../ids.ts'
import { keptFromReader } from './kept-from.ts'

const father = idOf<PersonId>(71)
const mother = idOf<PersonId>(72)
const content = aContent([aLine(1), aLine(2, { text: 'He sees Dr Vale on Fridays.' }), aLine(3, { fields: { setting: 'the Vale centre' } })])
const term = (keepFrom: string[]) => [{ term: 'Vale', why: 'private', keepFrom }]
const found = (keepFrom: string[], reader: Parameters<typeof keptFromReader>[2]) =>
  keptFromReader(content, term(keepFrom), reader).map(({ line }) => line.position)

it('keeps a term from a part, and from one person in a part', () => {
  assert.deepEqual(found(['school'], { parts: ['school'] }), [2])
  assert.deepEqual(found(['school'], { parts: ['parent'], personId: father }), [])
  assert.deepEqual(found([`parent:${father}`], { parts: ['parent'], personId: father }), [2])
  assert.deepEqual(found([`parent:${father}`], { parts: ['parent'], personId: mother }), [])
  assert.deepEqual(found([], { parts: ['parent'] }), [])
})

it('reads the boxes of a line too', () => {
  assert.equal(keptFromReader(aContent([aLine(3, { fields: { setting: 'the Vale centre' } })]), term(['school']), { parts: ['school'] }).length, 1)
})
