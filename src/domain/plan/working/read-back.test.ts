import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { LineId } from '../../ids.ts'
import type { CopyParagraph } from './align.ts'
import type { PlanNow } from './judge.ts'
import { judge } from './judge.ts'
import type { Difference, ReadParagraph } from './read-back.ts'
import { readBack } from './read-back.ts'
import { isSameWords } from './same-words.ts'
import { addHereMark, copyMark, fieldMark, lineMark, roleOf, sectionMark } from './word-marks.ts'

const id = (n: number): LineId => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as LineId
const line = (n: number, text: string, part = 0): CopyParagraph => ({ mark: lineMark(id(n), part), text })

const copy: readonly CopyParagraph[] = [
  { mark: copyMark(id(9)), text: 'Working document' }, { text: 'This is a working document.' },
  { mark: sectionMark('B'), text: 'Section B: Needs' }, { text: 'B1' }, line(1, 'He finds it hard to follow two instructions at once.'), { text: 'B2' }, line(2, 'He has few words for how he feels.'),
  { mark: addHereMark('B'), text: 'To add to section B, write below this line.' },
  { mark: sectionMark('F'), text: 'Section F: Provision' }, { text: 'F1' }, line(3, 'A therapist works with him each week.'), line(3, 'She writes down what he learned.', 1),
  { text: 'How much' }, { mark: fieldMark(id(3), 0), text: '45 minutes, once a week' }, { mark: addHereMark('F'), text: 'To add to section F, write below this line.' },
]

const asRead = (paragraphs: readonly CopyParagraph[], { loses = false } = {}): ReadParagraph[] =>
  paragraphs.map(({ mark, text }) => ({ text, marks: mark === undefined || loses ? [] : [{ name: mark, at: 0 }], comments: [] }))
const plain = (text: string): ReadParagraph => ({ text, marks: [], comments: [] })
const found = (file: readonly ReadParagraph[]): readonly Difference[] => readBack(copy, file).differences
const at = (text: string): number => copy.findIndex((each) => each.text === text)
const put = (file: readonly ReadParagraph[], after: number, ...more: ReadParagraph[]): ReadParagraph[] => file.toSpliced(after + 1, 0, ...more)

test('marks fit into the forty letters that Word takes, and read back as what they are', () => {
  for (const mark of [copyMark(id(9)), lineMark(id(1), 99), fieldMark(id(1), 99), sectionMark('H1'), addHereMark('H2')]) {
    assert.ok(mark.length <= 40 && /^_\w+$/.test(mark), mark)
    assert.notEqual(roleOf(mark).kind, 'fixed')
  }
  assert.deepEqual(roleOf(lineMark(id(7), 3)), { kind: 'line', lineId: id(7), part: 3 })
  assert.equal(roleOf('_GoBack').kind, 'fixed')
})

for (const loses of [false, true]) {
  const file = asRead(copy, { loses })
  const how = loses ? 'its marks lost' : 'its marks kept'
  test(`a file that nobody changed asks for nothing, ${how}`, () => assert.deepEqual(found(file), []))
  test(`quotation marks, dashes and spaces that a program changes are no difference, ${how}`, () => {
    const other = asRead(copy.map((each) => ({ ...each, text: each.text.replaceAll(' ', '\u00a0').replaceAll('\'', '’') })), { loses })
    assert.deepEqual(found(other), [])
  })
  test(`other words are a change of that line, ${how}`, () => {
    const changed = file.with(4, { ...file[4] as ReadParagraph, text: 'He finds it hard to follow three instructions at once.' })
    assert.deepEqual(found(changed), [{ kind: 'change', lineId: id(1), was: copy[4]?.text, wanted: 'He finds it hard to follow three instructions at once.' }])
  })
  test(`a paragraph that is gone takes its line out, ${how}`, () => {
    assert.deepEqual(found(file.toSpliced(at('He has few words for how he feels.'), 1)), [{ kind: 'remove', lineId: id(2), was: 'He has few words for how he feels.' }])
  })
  test(`what stands below the place for additions is added, ${how}`, () => {
    assert.deepEqual(found(put(file, at('To add to section B, write below this line.'), plain('He is often tired.'), plain(''), plain('He hides.'))), [
      { kind: 'add', section: 'B', wanted: 'He is often tired.' }, { kind: 'add', section: 'B', wanted: 'He hides.' },
    ])
  })
  test(`a paragraph between two of one line is that line's, ${how}`, () => {
    const [only] = found(put(file, at('A therapist works with him each week.'), plain('She sees him alone.')))
    assert.equal(only?.kind === 'change' && only.wanted, 'A therapist works with him each week.\n\nShe sees him alone.\n\nShe writes down what he learned.')
  })
  test(`words before the first section are shown and not dropped, ${how}`, () => {
    assert.deepEqual(found(put(file, 1, plain('Dear officer, please read.'))), [{ kind: 'unplaced', wanted: 'Dear officer, please read.' }])
  })
  test(`a section that is not in the file is missing, and its lines are not asked out, ${how}`, () => {
    const { differences, missing } = readBack(copy, file.slice(0, at('Section F: Provision')))
    assert.deepEqual([differences, missing], [[], ['F']])
  })
}

test('a line is known by its mark although every word is another', () => {
  const file = asRead(copy)
  assert.deepEqual(found(file.with(4, { ...file[4] as ReadParagraph, text: 'Quite other.' })), [{ kind: 'change', lineId: id(1), was: copy[4]?.text, wanted: 'Quite other.' }])
})

test('two lines run into one paragraph are two again', () => {
  const file = asRead(copy)
  const [one, two] = [file[4] as ReadParagraph, file[6] as ReadParagraph]
  const merged: ReadParagraph = { text: `${one.text} ${two.text}`, marks: [...one.marks, { name: two.marks[0]?.name ?? '', at: one.text.length + 1 }], comments: [] }
  assert.deepEqual(found(file.with(4, merged).toSpliced(5, 2)), [])
})

test('a changed box is a comment on its line, with its label', () => {
  const file = asRead(copy)
  assert.deepEqual(found(file.with(at('45 minutes, once a week'), { ...file[at('45 minutes, once a week')] as ReadParagraph, text: '60 minutes, once a week' })), [
    { kind: 'comment', lineId: id(3), wanted: 'How much: 60 minutes, once a week', box: { label: 'How much', was: '45 minutes, once a week', wanted: '60 minutes, once a week' } },
  ])
})

test('a file of something else has no line of this plan', () => assert.equal(readBack(copy, [plain('A letter about a bus.')]).known, 0))

test('property: no word that somebody typed is lost, whatever they did to the file', () => {
  const typed = fc.constantFrom('Alpha one.', 'Bravo two three.', 'Charlie four five six.', 'Delta.')
  const edit = fc.record({ at: fc.nat(copy.length - 1), how: fc.constantFrom('before', 'after', 'instead', 'gone'), text: typed })
  fc.assert(fc.property(fc.array(edit, { maxLength: 6 }), fc.boolean(), (edits, loses) => {
    let file = asRead(copy, { loses })
    for (const { at: place, how, text } of edits) {
      const here = Math.min(place, file.length - 1)
      if (how === 'gone') file = file.toSpliced(here, file.length > 1 ? 1 : 0)
      else if (how === 'instead') file = file.with(here, { ...file[here] as ReadParagraph, text })
      else file = file.toSpliced(how === 'before' ? here : here + 1, 0, plain(text))
    }
    const said = found(file).map((each) => ('wanted' in each ? each.wanted : '')).join('\n')
    for (const { text } of file) if (!copy.some((each) => isSameWords(each.text, text))) assert.ok(said.includes(text), `${text} is lost`)
  }), { numRuns: 500 })
})

const nowOf = (...more: readonly (readonly [number, string | undefined])[]): PlanNow => {
  const atCopy = new Map([[id(1), { revision: 4, section: 'B' as const, text: copy[4]?.text ?? '' }]])
  const now = new Map([[id(1), copy[4]?.text ?? '']])
  for (const [n, text] of more) if (text === undefined) now.delete(id(n)); else now.set(id(n), text)
  return { atCopy, now, asked: [] }
}
const change: Difference = { kind: 'change', lineId: id(1), was: copy[4]?.text ?? '', wanted: 'Other.' }

test('a difference is judged by the plan as it stands', () => {
  const verdict = (plan: PlanNow, difference: Difference = change) => judge([difference], plan)[0]?.verdict
  assert.equal(verdict(nowOf()), 'to-propose')
  assert.equal(verdict(nowOf([1, 'Another has written.'])), 'clash')
  assert.equal(verdict(nowOf([1, undefined])), 'clash')
  assert.equal(verdict(nowOf([1, 'Other.'])), 'says-so-already')
  assert.equal(verdict(nowOf([1, undefined]), { kind: 'remove', lineId: id(1), was: 'x' }), 'says-so-already')
  assert.equal(verdict({ ...nowOf(), asked: [{ kind: 'change', lineId: id(1), section: 'B', text: 'Other.' }] }), 'asked-already')
  assert.equal(verdict(nowOf(), { kind: 'unplaced', wanted: 'x' }), 'to-place')
  assert.equal(verdict(nowOf(), { ...change, lineId: id(8) }), 'to-place', 'a line that the copy did not have')
  assert.equal(judge([change], nowOf([1, 'Another.']))[0]?.onRevision, 4, 'on the wording that they had before them')
})
