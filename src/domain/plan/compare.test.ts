import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { aContent, aLine, aLink, fromAdvice, planContents } from '../../../test/builders/plan-content.ts'
import { amendmentKey } from './amendment-key.ts'
import { applyDifferences, comparePlans, isSamePlan, type LineDifference } from './compare.ts'
import { keptOrder } from './kept-order.ts'
import type { PlanContent } from './line.ts'
import { inPlanOrder } from './plan-order.ts'

const shown = (before: PlanContent, after: PlanContent): string[] =>
  comparePlans(before, after).lines.map((line) => `${Number(line.id.slice(-4))} ${line.status}`)

const only = (lines: readonly LineDifference[]): Extract<LineDifference, { isReordered: boolean }> => {
  const found = lines[0]
  assert.ok(found !== undefined && lines.length === 1 && 'changes' in found)
  return found
}

test('added, removed, changed and unchanged lines stand in the later order, removed lines where they stood', () => {
  const before = aContent([aLine(1), aLine(2), aLine(3), aLine(4)])
  const after = aContent([aLine(1), aLine(3, { text: 'Other words' }), aLine(4), aLine(5)])
  assert.deepEqual(shown(before, after), ['1 unchanged', '2 removed', '3 changed', '4 unchanged', '5 added'])
})

test('a line put in at the top moves every position and reorders nothing', () => {
  const before = aContent([aLine(1, { position: 0 }), aLine(2, { position: 1 })])
  const after = aContent([aLine(9, { position: 0 }), aLine(1, { position: 1 }), aLine(2, { position: 2 })])
  assert.deepEqual(shown(before, after), ['9 added', '1 unchanged', '2 unchanged'])
})

test('one line carried to the end is the one that is reordered', () => {
  const before = aContent([aLine(1), aLine(2), aLine(3)])
  const after = aContent([aLine(1, { position: 9 }), aLine(2), aLine(3)])
  assert.deepEqual(shown(before, after), ['2 unchanged', '3 unchanged', '1 reordered'])
})

test('each field, the section, the sources and the links are told apart', () => {
  const before = aContent([aLine(1, { fields: { minutes: 30, times: 1, who: 'teacher' } })])
  const moved = aLine(
    1, { section: 'G', revision: 2, fields: { minutes: 45, times: 1, per: 'week' }, sources: [fromAdvice(2)] },
  )
  const { changes, status } = only(comparePlans(before, aContent([moved])).lines)
  assert.equal(status, 'changed')
  assert.deepEqual(changes.section, { before: 'F', after: 'G' })
  assert.deepEqual(changes.revision, { before: 1, after: 2 })
  assert.deepEqual(changes.sources?.after, [fromAdvice(2)])
  assert.equal(changes.text, undefined)
  assert.deepEqual(changes.fields, [
    { field: 'minutes', before: 30, after: 45 }, { field: 'per', after: 'week' }, { field: 'who', before: 'teacher' },
  ])
})

test('a link made or cut changes both lines that it joins', () => {
  const lines = [aLine(1, { kind: 'need', section: 'B' }), aLine(2)]
  const differences = comparePlans(aContent(lines), aContent(lines, [aLink(2, 'meets', 1)]))
  assert.deepEqual(differences.lines.map((line) => line.status), ['changed', 'changed'])
  assert.deepEqual(differences.linksAdded, [aLink(2, 'meets', 1)])
})

test('a new revision with the same words is not a change to a reader', () => {
  assert.ok(isSamePlan(comparePlans(aContent([aLine(1)]), aContent([aLine(1, { revision: 7 })]))))
})

test('property: a plan compared with itself shows nothing, whatever order its lines are held in', () => {
  fc.assert(fc.property(planContents, (content) => {
    const turned = { lines: content.lines.toReversed(), links: [...content.links.toReversed(), ...content.links] }
    assert.ok(isSamePlan(comparePlans(content, turned)))
  }))
})

test('property: applying the differences to one side gives the other', () => {
  fc.assert(fc.property(planContents, planContents, (before, after) => {
    assert.deepEqual(applyDifferences(before, comparePlans(before, after)), inPlanOrder(after))
  }), { numRuns: 500 })
})

test('property: swapping the sides swaps the answer', () => {
  const swapped = {
    added: 'removed', removed: 'added', changed: 'changed', reordered: 'reordered', unchanged: 'unchanged',
  } as const
  fc.assert(fc.property(planContents, planContents, (a, b) => {
    const there = comparePlans(a, b)
    const back = comparePlans(b, a)
    const byId = new Map(back.lines.map((line) => [line.id, line]))
    assert.equal(there.lines.length, back.lines.length)
    for (const line of there.lines) {
      const other = byId.get(line.id)
      assert.equal(other?.status, swapped[line.status])
      if ('changes' in line && other !== undefined && 'changes' in other) {
        assert.equal(line.isReordered, other.isReordered)
        assert.deepEqual(line.changes.fields.map((each) => each.field), other.changes.fields.map((each) => each.field))
        assert.deepEqual(line.changes.text?.before, other.changes.text?.after)
        assert.deepEqual(line.changes.linksAdded, other.changes.linksRemoved)
      }
    }
    assert.deepEqual(there.linksAdded, back.linksRemoved)
  }), { numRuns: 500 })
})

test('property: every line of both sides is shown once', () => {
  fc.assert(fc.property(planContents, planContents, (before, after) => {
    const ids = [...before.lines, ...after.lines].map((line) => line.id)
    assert.deepEqual(comparePlans(before, after).lines.map((line) => line.id).toSorted(), [...new Set(ids)].toSorted())
  }))
})

const isSubsequence = (short: readonly string[], long: readonly string[]): boolean => {
  let place = 0
  for (const id of long) if (id === short[place]) place += 1
  return place === short.length
}
const subsets = (ids: readonly string[]): string[][] =>
  ids.reduce<string[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]])

test('property: the kept order is one that both sides have, and as long as any', () => {
  const someIds = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
  fc.assert(fc.property(someIds, someIds, (a, b) => {
    const kept = keptOrder(a, b)
    assert.ok(isSubsequence(kept, a) && isSubsequence(kept, b))
    assert.equal(kept.length, Math.max(...subsets(a).filter((each) => isSubsequence(each, b)).map((each) => each.length)))
    assert.deepEqual(keptOrder(b, a), kept)
  }))
})

test('no two marks of the Tribunal key look the same', () => {
  const looks = amendmentKey.map((each) => [each.isBold, each.isItalic, each.isUnderlined, each.isStruckThrough].join())
  assert.equal(new Set([...looks, [false, false, false, false].join()]).size, amendmentKey.length + 1)
})
