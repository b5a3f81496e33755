import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { aContent, aLine, planContents } from '../../../test/builders/plan-content.ts'
import { plainDateOf } from '../calendar/plain-date.ts'
import { freeze, inIssuedOrder, thaw, type IssuedVersion } from './freeze.ts'
import type { PlanContent } from './line.ts'

const issued = (content: PlanContent): IssuedVersion => ({
  heading: {
    childNames: ['Rewan Tahsin'], dateOfBirth: plainDateOf('2018-02-23'), areaName: 'Wendmere Council', status: 'final',
    versionNumber: 1, issuedOn: plainDateOf('2027-01-20'), firstMadeOn: plainDateOf('2027-01-20'),
  },
  content,
  advice: [
    {
      author: 'Dr Imogen Petrie',
      role: 'educational psychologist',
      dated: plainDateOf('2026-11-13'),
      title: 'Psychological advice',
    },
  ],
})

/** The same value with the keys of every object in the opposite order. */
const keysTurned = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(keysTurned)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).toReversed().map(([key, each]) => [key, keysTurned(each)]))
      : value

test('property: what was frozen comes back as it was', () => {
  fc.assert(fc.property(planContents, (content) => {
    assert.deepEqual(thaw(freeze(issued(content))), { ok: true, value: inIssuedOrder(issued(content)) })
  }))
})

test('property: one plan has one text, however its lines, links and keys are held', () => {
  fc.assert(fc.property(planContents, (content) => {
    const turned = { lines: content.lines.toReversed(), links: [...content.links.toReversed(), ...content.links] }
    assert.equal(freeze(keysTurned(issued(turned)) as IssuedVersion), freeze(issued(content)))
  }))
})

test('property: two plans that differ have different texts', () => {
  fc.assert(fc.property(planContents, planContents, (a, b) => {
    const isSame = freeze(issued(a)) === freeze(issued(b))
    let isEqual = true
    try {
      assert.deepEqual(inIssuedOrder(issued(a)), inIssuedOrder(issued(b)))
    } catch {
      isEqual = false
    }
    assert.equal(isSame, isEqual)
  }))
})

test('words are kept as typed: composed and decomposed accents stay apart, and spaces stay', () => {
  const typed = ['Zoë', 'Zoe\u0308', ' two  spaces ', 'line\r\nbreak', '\u{1F41D}', '\uD83D']
  for (const text of typed) {
    const back = thaw(freeze(issued(aContent([aLine(1, { text })]))))
    assert.equal(back.ok && back.value.content.lines[0]?.text, text)
  }
  assert.notEqual(
    freeze(issued(aContent([aLine(1, { text: 'Zoë' })]))), freeze(issued(aContent([aLine(1, { text: 'Zoe\u0308' })]))),
  )
})

test('a text that was not frozen here is refused, to the letter', () => {
  const text = freeze(issued(aContent([aLine(1)])))
  const table: readonly [string, string][] = [
    ['{', 'not-json'], ['[]', 'unknown-format'], ['{"format":"other"}', 'unknown-format'],
    [
      text.replace('"section":"F"', '"section":"Z"'), 'not-a-plan',
    ], [text.replace('"start":10', '"start":"10"'), 'not-a-plan'],
    [text.replace('2018-02-23', '2018-02-30'), 'not-a-plan'], [` ${text}`, 'not-canonical'], [
      text.replace('"revision":1', '"revision":1.0'), 'not-canonical',
    ],
  ]
  for (const [each, refusal] of table) assert.deepEqual(thaw(each), { ok: false, refusal })
})

test('a number that cannot be kept is a fault', () => {
  assert.throws(() => freeze(issued(aContent([aLine(1, { fields: { minutes: Number.NaN } })]))))
})

test('the text of a plan does not change from one release of the program to the next', () => {
  const text = freeze(issued(aContent([aLine(1, { text: 'Words', fields: { minutes: 45, times: 1 }, sources: [] })])))
  assert.equal(text, '{"advice":[{"author":"Dr Imogen Petrie","dated":"2026-11-13","role":"educational psychologist","title":"Psychological advice"}],'
    + '"content":{"lines":[{"fields":{"minutes":45,"times":1},"id":"00000000-0000-7000-8000-000000000001","kind":"provision","position":1,'
    + '"revision":1,"section":"F","sources":[],"text":"Words"}],"links":[]},"format":"golden-thread-plan-1","heading":{"areaName":"Wendmere Council",'
    + '"childNames":["Rewan Tahsin"],"dateOfBirth":"2018-02-23","firstMadeOn":"2027-01-20","issuedOn":"2027-01-20","status":"final","versionNumber":1}}')
})
