import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import {
  aContent, adviceId, adviceLineId, aLine, aLink, fromAdvice, lineId, planContents, said,
} from '../../../test/builders/plan-content.ts'
import type { AdviceLine, Disposition } from './advice-line.ts'
import { adoptAdviceLine, joinSources, mergeAdviceLine, mergeLines, splitLine } from './assemble.ts'
import type { PlanContent, PlanLine } from './line.ts'
import { linkKey } from './plan-order.ts'
import { whatBecameOf, whatBecameOfLine, wordsBehind } from './what-became-of.ts'

const advised: AdviceLine = {
  id: adviceLineId(5),
  adviceId: adviceId(5),
  kind: 'provision',
  section: 'F',
  text: 'Therapy from a qualified speech and language therapist for 45 minutes once a week.',
  fields: { who: 'qualified speech and language therapist', minutes: 45, times: 1, per: 'week' },
  quote: 'individual direct therapy from a qualified speech and language therapist for 45 minutes once a week',
  start: 812,
  end: 911,
}
const empty = aContent([aLine(1)])
const adopted = (): PlanContent => {
  const outcome = adoptAdviceLine(empty, advised, { lineId: lineId(2) })
  assert.ok(outcome.ok)
  return outcome.value.content
}
const lineOf = (content: PlanContent, number: number): PlanLine => {
  const line = content.lines.find((each) => each.id === lineId(number))
  assert.ok(line)
  return line
}
const became = (content: PlanContent, disposition?: Disposition) => whatBecameOfLine(advised, disposition, content)

test('an adopted line says what the advice says, at the end of its section, and keeps the exact words as its source', () => {
  const line = lineOf(adopted(), 2)
  assert.deepEqual(
    [line.text, line.fields, line.section, line.position, line.revision], [advised.text, advised.fields, 'F', 2, 1],
  )
  assert.deepEqual(
    line.sources,
    [
      {
        kind: 'advice',
        adviceId: adviceId(5),
        adviceLineId: adviceLineId(5),
        quote: advised.quote,
        start: 812,
        end: 911,
      },
    ],
  )
})

test('a line goes to the section that a person says, if its kind may stand there', () => {
  const outcome = adoptAdviceLine(empty, { ...advised, section: 'G' }, { lineId: lineId(2), section: 'F' })
  assert.ok(outcome.ok && lineOf(outcome.value.content, 2).section === 'F')
  assert.deepEqual(
    adoptAdviceLine(empty, advised, { lineId: lineId(2), section: 'B' }), { ok: false, refusal: 'kind-not-in-section' },
  )
  assert.deepEqual(adoptAdviceLine(empty, advised, { lineId: lineId(1) }), { ok: false, refusal: 'line-exists' })
})

test('merging advice into a line adds its source and changes no word or number by itself', () => {
  const outcome = mergeAdviceLine(empty, advised, { lineId: lineId(1) })
  assert.ok(outcome.ok)
  const line = lineOf(outcome.value.content, 1)
  assert.deepEqual([line.text, line.fields, line.revision, line.sources.length], [aLine(1).text, {}, 2, 2])
  assert.deepEqual(outcome.value.disposition, { kind: 'merged', lineId: lineId(1) })
  assert.deepEqual(
    mergeAdviceLine(outcome.value.content, advised, { lineId: lineId(1) }), { ok: false, refusal: 'already-adopted' },
  )
  assert.deepEqual(
    mergeAdviceLine(empty, { ...advised, kind: 'need' }, { lineId: lineId(1) }),
    { ok: false, refusal: 'kind-not-in-section' },
  )
})

test('what became of a recommendation: stands, changed with both wordings, merged, not used, waiting', () => {
  const content = adopted()
  assert.deepEqual(became(content), { kind: 'stands', lineId: lineId(2) })
  const reworded = aContent([{ ...lineOf(content, 2), fields: { ...advised.fields, minutes: 30 } }])
  assert.deepEqual(became(reworded), {
    kind: 'changed',
    advised: { text: advised.text, fields: advised.fields },
    inPlan: [{ lineId: lineId(2), text: advised.text, fields: { ...advised.fields, minutes: 30 } }],
  })
  assert.equal(became(aContent([aLine(1, { sources: [fromAdvice(4), ...lineOf(content, 2).sources] })])).kind, 'merged')
  assert.deepEqual(
    became(empty, { kind: 'not-used', reason: 'for all pupils' }), { kind: 'not-used', reason: 'for all pupils' },
  )
  assert.deepEqual(became(empty), { kind: 'waiting', why: 'undecided' })
  assert.deepEqual(
    became(empty, { kind: 'ask-author', question: 'How often?' }),
    { kind: 'waiting', why: 'ask-author', words: 'How often?' },
  )
  assert.deepEqual(
    became(empty, { kind: 'disagree', reason: '15 or 25 hours' }),
    { kind: 'waiting', why: 'disagree', words: '15 or 25 hours' },
  )
})

test('a recommendation that stands in two lines is changed, though one of them says it word for word', () => {
  const line = lineOf(adopted(), 2)
  const answer = became(aContent([line, { ...line, id: lineId(3), position: 9, text: 'And a written update.' }]))
  assert.ok(answer.kind === 'changed')
  assert.deepEqual(answer.inPlan.map((each) => each.lineId), [lineId(2), lineId(3)])
})

test('a recommendation whose line was taken out of the plan is open again', () => {
  assert.deepEqual(became(empty, { kind: 'used', lineId: lineId(2) }), { kind: 'waiting', why: 'line-removed' })
})

test('the plan itself is asked first: a note that says not used does not hide a line that stands', () => {
  assert.equal(became(adopted(), { kind: 'not-used', reason: 'a slip' }).kind, 'stands')
})

test('a source without the advice line’s id is known by its place in the same report', () => {
  const { start, end, quote } = advised
  const bare = aLine(
    3,
    {
      text: advised.text,
      fields: advised.fields,
      sources: [{ kind: 'advice', adviceId: adviceId(5), quote, start, end }],
    },
  )
  assert.equal(became(aContent([bare])).kind, 'stands')
})

test('from a line of the plan to its words', () => {
  const line = aLine(3, { sources: [...lineOf(adopted(), 2).sources, said('Rewan')] })
  const [advice, spoken] = wordsBehind(line, [advised])
  assert.ok(advice?.kind === 'advice' && spoken?.kind === 'said')
  assert.deepEqual([advice.source.quote, advice.adviceLine, spoken.source.by], [advised.quote, advised, 'Rewan'])
})

test('property: every recommendation has an answer, one each, in order', () => {
  const kinds = fc.constantFrom<(Disposition | undefined)[]>(
    undefined, { kind: 'used', lineId: lineId(1) }, { kind: 'merged', lineId: lineId(2) },
    { kind: 'not-used', reason: 'r' }, { kind: 'disagree', reason: 'r' },
  )
  fc.assert(fc.property(planContents, fc.array(kinds, { maxLength: 4 }), (content, noted) => {
    const lines = noted.map((_, place) => ({ ...advised, id: adviceLineId(place + 1), adviceId: adviceId(place + 1) }))
    const dispositions = new Map(noted.flatMap((each, place) => (each ? [[adviceLineId(place + 1), each] as const] : [])))
    const answers = whatBecameOf(lines, dispositions, content)
    assert.deepEqual(answers.map((answer) => answer.adviceLine.id), lines.map((line) => line.id))
    for (const { adviceLine, became: answer } of answers) {
      const isCited = content.lines.some((line) =>
        line.sources.some((source) => source.kind === 'advice' && source.adviceLineId === adviceLine.id))
      assert.equal(['stands', 'changed', 'merged'].includes(answer.kind), isCited)
    }
  }))
})

const part = (text: string) => ({ text, fields: {} })

test('splitting keeps the identity in the first part, and the parts stand one after another', () => {
  const content = aContent([aLine(1), aLine(2), aLine(3)], [aLink(2, 'meets', 8)])
  const outcome = splitLine(content, lineId(2), part('First'), [{ ...part('Second'), id: lineId(9) }])
  assert.ok(outcome.ok)
  assert.deepEqual(
    outcome.value.lines.map((line) => [Number(line.id.slice(-4)), line.position]), [[1, 0], [2, 1], [9, 2], [3, 3]],
  )
  assert.deepEqual(outcome.value.links, [aLink(2, 'meets', 8), aLink(9, 'meets', 8)])
})

test('splits and merges that would lose or mix something are refused', () => {
  const content = aContent([aLine(1), aLine(2, { section: 'G' }), aLine(3, { kind: 'need', section: 'B' }), aLine(4)])
  const other = { ...part('Second'), id: lineId(9) }
  assert.deepEqual(splitLine(content, lineId(7), part('x'), [other]), { ok: false, refusal: 'no-such-line' })
  assert.deepEqual(splitLine(content, lineId(1), part('x'), []), { ok: false, refusal: 'too-few-parts' })
  assert.deepEqual(splitLine(content, lineId(1), part(' '), [other]), { ok: false, refusal: 'empty-part' })
  assert.deepEqual(splitLine(content, lineId(1), part('x'), [other, other]), { ok: false, refusal: 'line-exists' })
  assert.deepEqual(mergeLines(content, [lineId(1), lineId(1)], part('x')), { ok: false, refusal: 'too-few-lines' })
  assert.deepEqual(mergeLines(content, [lineId(1), lineId(2)], part('x')), { ok: false, refusal: 'different-sections' })
  assert.deepEqual(mergeLines(content, [lineId(1), lineId(3)], part('x')), { ok: false, refusal: 'different-kinds' })
  assert.deepEqual(mergeLines(content, [lineId(1), lineId(7)], part('x')), { ok: false, refusal: 'no-such-line' })
  assert.deepEqual(mergeLines(content, [lineId(1), lineId(4)], part(' ')), { ok: false, refusal: 'empty-part' })
})

// A line linked to itself means nothing; a merge drops such links.
const keysOf = (links: PlanContent['links']): string[] =>
  [...new Set(links.filter((link) => link.from !== link.to).map(linkKey))].toSorted()

test('property: splitting a line and merging its parts again loses no source and no link', () => {
  fc.assert(fc.property(planContents, fc.nat(), (content, pick) => {
    const line = content.lines[pick % Math.max(1, content.lines.length)]
    if (line === undefined) return
    const split = splitLine(
      content, line.id, part('First'), [{ ...part('Second'), id: lineId(50) }, { ...part('Third'), id: lineId(51) }],
    )
    assert.ok(split.ok)
    for (const id of [line.id, lineId(50), lineId(51)]) {
      assert.deepEqual(split.value.lines.find((each) => each.id === id)?.sources, line.sources)
    }
    const whole = mergeLines(split.value, [line.id, lineId(50), lineId(51)], part('Whole again'))
    assert.ok(whole.ok)
    assert.deepEqual(keysOf(whole.value.links), keysOf(content.links))
    assert.deepEqual(whole.value.lines.find((each) => each.id === line.id)?.sources, joinSources(line.sources))
    assert.equal(whole.value.lines.length, content.lines.length)
  }), { numRuns: 300 })
})

test('property: merging any two lines of a kind and section keeps every source and every link of both', () => {
  fc.assert(fc.property(planContents, (content) => {
    for (const first of content.lines) for (const second of content.lines) {
      if (first.id === second.id || first.kind !== second.kind || first.section !== second.section) continue
      const outcome = mergeLines(content, [first.id, second.id], part('Both'))
      assert.ok(outcome.ok)
      const merged = outcome.value.lines.find((line) => line.id === first.id)
      for (const source of [...first.sources, ...second.sources]) assert.ok(
        merged?.sources.some((each) => JSON.stringify(each) === JSON.stringify(source))
      )
      for (const link of content.links) {
        const [from, to] = [link.from, link.to].map((id) => (id === second.id ? first.id : id))
        if (from !== to) assert.ok(
          outcome.value.links.some((each) => each.kind === link.kind && each.from === from && each.to === to)
        )
      }
    }
  }))
})
