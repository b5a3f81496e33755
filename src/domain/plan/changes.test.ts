import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { LineId } from '../ids.ts'
import { changeInWords, changesBetween, changesFor, unchangedCount } from './changes.ts'
import type { PlanContent, PlanLine } from './line.ts'

const line = (id: string, section: PlanLine['section'], text: string, more: Partial<PlanLine> = {}): PlanLine =>
  ({ id: id as LineId, kind: section === 'F' ? 'provision' : 'need', section, position: Number(id.replaceAll(/\D/gu, '')), text, fields: {}, revision: 1, sources: [], ...more })
const plan = (...lines: PlanLine[]): PlanContent => ({ lines, links: [] })

const before = plan(
  line('b1', 'B', 'He loses long instructions.'), line('f1', 'F', 'An adult reads with him.', { fields: { who: 'teaching assistant', minutes: 20, times: 3, per: 'week', weeks: 38 } }), line('f2', 'F', 'He has a quiet room.'),
)

describe('what of a plan changes', () => {
  it('is each line that is added, taken out or changed, in words, in the order of the plan', () => {
    const after = plan(
      line('b1', 'B', 'He loses long instructions.', { revision: 4, position: 9 }),
      line('f1', 'F', 'An adult reads with him.', { fields: { who: 'teaching assistant', minutes: 30, times: 3, per: 'week', weeks: 38 } }), line('f3', 'F', 'He has a timer.'),
    )
    const changes = changesBetween(before, after)
    assert.deepEqual(changes.map(({ number, what }) => [number, what]), [['F1', 'changed'], ['F2', 'taken-out'], ['F2', 'added']])
    assert.match(changes[0]?.before ?? '', /20 minutes/)
    assert.match(changes[0]?.after ?? '', /30 minutes/)
    assert.equal(unchangedCount(after, changes), 1)
    const words = changes.map(changeInWords)
    assert.match(words[0] ?? '', /^F1, changed\.\nIt says now: An adult reads with him\.\n.*20 minutes.*We want it to say: An adult reads with him\.\n.*30 minutes/su)
    assert.match(words[1] ?? '', /^F2, taken out\.\nIt says now: He has a quiet room\.\nWe want to take this out\.$/u)
    assert.match(words[2] ?? '', /^F2, added in section F\.\nWe want to add: He has a timer\.$/u)
  })

  it('is nothing where only the revision, the place or a source differs', () => {
    const after = plan(...before.lines.map((one) => ({ ...one, revision: 7, sources: [{ kind: 'said' as const, by: 'Debra', on: '2027-03-01' as never }] })).toReversed())
    assert.deepEqual(changesBetween(before, after), [])
  })

  it('tells a line that goes to another section where it goes', () => {
    const after = plan(...before.lines.map((one) => (one.id === ('b1' as LineId) ? { ...one, section: 'D' as const } : one)))
    const [change] = changesBetween(before, after)
    assert.equal(change?.fromSection, 'B')
    assert.equal(changeInWords(change), 'D1, changed.\nIt moves from section B to section D.')
  })

  it('is for one recipient what touches their lines, before or after', () => {
    const after = plan(line('b1', 'B', 'He loses long instructions.'), line('f1', 'F', 'A therapist reads with him.'))
    const changes = changesBetween(before, after)
    assert.deepEqual(changesFor(changes, ['f2' as LineId]).map(({ what }) => what), ['taken-out'])
    assert.deepEqual(changesFor(changes, []), [])
  })
})
