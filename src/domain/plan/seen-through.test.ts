import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WordedRevision } from './seen-through.ts'
import { seenThrough } from './seen-through.ts'

const revision = (n: number, text: string, isRemoved = false): WordedRevision =>
  ({ n, wording: { section: 'F', text, fields: { minutes: 30 } }, isRemoved })

const examples: readonly { what: string; base: number; revisions: readonly WordedRevision[]; seen: number }[] = [
  { what: 'the latest itself', base: 2, revisions: [revision(1, 'a'), revision(2, 'b')], seen: 2 },
  { what: 'a line moved twice', base: 1, revisions: [revision(1, 'a'), revision(2, 'a'), revision(3, 'a')], seen: 3 },
  { what: 'moved, then reworded', base: 1, revisions: [revision(1, 'a'), revision(2, 'a'), revision(3, 'b')], seen: 2 },
  { what: 'reworded and put back', base: 1, revisions: [revision(1, 'a'), revision(2, 'b'), revision(3, 'a')], seen: 1 },
  { what: 'taken out', base: 1, revisions: [revision(1, 'a'), revision(2, 'a', true)], seen: 1 },
  { what: 'a base that was never made', base: 7, revisions: [revision(1, 'a')], seen: 7 },
]

for (const { what, base, revisions, seen } of examples) {
  test(`${what}: seen through revision ${seen}`, () => assert.equal(seenThrough(base, revisions), seen))
}
