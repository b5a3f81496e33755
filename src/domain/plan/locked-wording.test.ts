import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import type { LineId } from '../ids.ts'
import type { PlanLine } from './line.ts'
import type { LockedWording } from './locked-wording.ts'
import { breaksLock, firstDifference, notSaidAsLocked } from './locked-wording.ts'

const line = (id: string, text: string, section: PlanLine['section'] = 'F'): PlanLine => ({ id: id as LineId, kind: 'provision', section, position: 1, text, fields: {}, revision: 1, sources: [] })
const lock = (words: string | undefined, section: LockedWording['section'] = 'F'): LockedWording => ({ id: 'k', lineId: 'l' as LineId, section, source: 'order', ...(words === undefined ? {} : { words }) })
const ordered = 'A speech and language therapist will work with Rewan for 45 minutes each week.'

describe('ordered words', () => {
  it('may be saved as they are, and not otherwise by a single character', () => {
    assert.equal(breaksLock(lock(ordered), { section: 'F', text: ordered, isRemoved: false }), false)
    fc.assert(fc.property(fc.nat({ max: ordered.length - 1 }), fc.constantFrom('x', ' ', '’', '\u00a0', ''), (at, other) => {
      const text = ordered.slice(0, at) + other + ordered.slice(at + 1)
      fc.pre(text !== ordered)
      assert.equal(breaksLock(lock(ordered), { section: 'F', text, isRemoved: false }), true)
      // Of two like letters beside each other either may be the one that is gone.
      if (other !== '') assert.equal(firstDifference(ordered, text)?.at, at)
      else assert.ok((firstDifference(ordered, text)?.at ?? -1) >= at)
      assert.deepEqual(notSaidAsLocked([lock(ordered)], { lines: [line('l', text)] }).length, 1)
    }))
  })
  it('do not move to another section and are not taken out', () => {
    assert.equal(breaksLock(lock(ordered), { section: 'G', text: ordered, isRemoved: false }), true)
    assert.equal(breaksLock(lock(ordered), { section: 'F', text: ordered, isRemoved: true }), true)
    assert.equal(notSaidAsLocked([lock(ordered)], { lines: [] }).length, 1)
    assert.equal(notSaidAsLocked([lock(ordered)], { lines: [line('l', ordered)] }).length, 0)
  })
  it('that strike a line out keep it out', () => {
    assert.equal(breaksLock(lock(undefined), { section: 'F', text: ordered, isRemoved: true }), false)
    assert.equal(breaksLock(lock(undefined), { section: 'F', text: ordered, isRemoved: false }), true)
    assert.equal(notSaidAsLocked([lock(undefined)], { lines: [line('l', ordered)] }).length, 1)
    assert.equal(notSaidAsLocked([lock(undefined)], { lines: [line('other', ordered)] }).length, 0)
  })
  it('of section I may be said by the line that is written when the plan is issued', () => {
    assert.equal(notSaidAsLocked([lock('Fernside School.', 'I')], { lines: [line('new', 'Fernside School.', 'I')] }).length, 0)
    assert.equal(notSaidAsLocked([lock('Fernside School.', 'I')], { lines: [line('new', 'Fernside School', 'I')] }).length, 1)
  })
})
