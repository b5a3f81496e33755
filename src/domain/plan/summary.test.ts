import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { aContent, aLine, planContents } from '../../../test/builders/plan-content.ts'
import { planLines } from '../../../test/builders/plan-under-check.ts'
import { shortened, summaryBounds, summaryOf, summaryTopics, type SummaryPart, type SummaryTopic } from './summary.ts'
import type { PlanContent } from './line.ts'

const part = (content: PlanContent, topic: SummaryTopic): SummaryPart => {
  const found = summaryOf(content, []).parts.find((each) => each.topic === topic)
  assert.ok(found)
  return found
}

test('the four topics come from their own lines, with who and how much', () => {
  const content = aContent(planLines)
  assert.deepEqual(summaryOf(content, []).parts.map((each) => [each.topic, each.entries.length, each.notShown]), [
    ['what-matters', 2, 0], ['what-help', 1, 0], ['what-we-want', 1, 0], ['who-does-what', 1, 0],
  ])
  const [promise] = part(content, 'who-does-what').entries
  assert.deepEqual(
    [promise?.who, promise?.amount],
    ['speech and language therapist', '45 minutes, once a week, for 20 weeks a year: 15 hours a year'],
  )
})

test('an amount that the plan does not say is shown as not said', () => {
  const content = aContent([aLine(1, { fields: { who: 'teacher', minutes: 20 } })])
  assert.equal(part(content, 'who-does-what').entries[0]?.amount, '20 minutes, how often not said')
})

test('groups take turns: six lines in F do not push out the one in G, nor five parents’ views the child’s', () => {
  const lines = [1, 2, 3, 4, 5, 6, 7].map((number) => aLine(number))
  const provision = part(aContent([...lines, aLine(8, { section: 'G' })]), 'who-does-what')
  assert.ok(provision.entries.some((entry) => entry.lineId === aLine(8).id))
  assert.equal(provision.notShown, 2)
  const views = [1, 2, 3, 4, 5].map((number) => aLine(number, { kind: 'view', section: 'A', fields: { whose: 'parent' } }))
  const mine = part(
    aContent([...views, aLine(6, { kind: 'view', section: 'A', fields: { whose: 'child' } })]), 'what-matters',
  )
  assert.ok(mine.entries.some((entry) => entry.lineId === aLine(6).id))
})

test('a long line is shown by its first whole sentences, or by whole words with a mark', () => {
  assert.deepEqual(shortened('One two. Three four. Five six.', 22), { text: 'One two. Three four.', isShortened: true })
  assert.deepEqual(shortened('He said “Yes.” Then he left the room.', 20), { text: 'He said “Yes.”', isShortened: true })
  assert.deepEqual(shortened('One two three four', 10), { text: 'One two…', isShortened: true })
  assert.deepEqual(shortened('3.5 hours a week of help', 12), { text: '3.5 hours a…', isShortened: true })
  assert.deepEqual(shortened('\u{1F41D}\u{1F41D}\u{1F41D}', 4), { text: '\u{1F41D}…', isShortened: true })
})

test('who to ask is bounded too', () => {
  const contacts = [1, 2, 3, 4, 5].map((number) => ({ name: `N${number}`, role: 'case officer', reach: '01632 960141' }))
  assert.deepEqual(summaryOf(aContent([]), contacts).ask, contacts.slice(0, 3))
})

test('property: the summary stays within its page and says nothing that the plan does not say', () => {
  const long = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 60 }).map((words) => words.join(' '))
  fc.assert(fc.property(planContents, fc.array(long, { maxLength: 12 }), (content, texts) => {
    const plan = { ...content, lines: content.lines.map((line, place) => ({ ...line, text: texts[place] ?? line.text })) }
    for (const { topic, entries, notShown } of summaryOf(plan, []).parts) {
      assert.ok(entries.length <= summaryBounds.entries[topic])
      const kind = {
        'what-matters': 'view', 'what-help': 'need', 'what-we-want': 'outcome', 'who-does-what': 'provision',
      }[topic]
      assert.equal(
        entries.length + notShown, plan.lines.filter((line) => line.kind === kind && line.text.trim() !== '').length,
      )
      for (const entry of entries) {
        const line = plan.lines.find((each) => each.id === entry.lineId)
        assert.ok(entry.text.length <= summaryBounds.textLength)
        const shown = entry.isShortened && entry.text.endsWith('…') && !line?.text.trim().startsWith(entry.text)
          ? entry.text.slice(0, -1)
          : entry.text
        assert.ok(line?.text.trim().startsWith(shown))
        assert.equal(entry.isShortened, line?.text.trim() !== entry.text)
      }
    }
    assert.equal(summaryOf(plan, []).parts.length, summaryTopics.length)
  }))
})
