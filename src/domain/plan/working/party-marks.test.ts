import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { textChanges } from '../../../ui/word-diff.tsx'
import type { MarkedWords, Step } from './party-marks.ts'
import { markedWords, wordsAfter } from './party-marks.ts'

const shown = (marked: readonly MarkedWords[]): string => marked.map(({ text, mark }) => (mark === undefined ? text : `{${mark.does === 'adds' ? '+' : '-'}${mark.party}: ${text}}`)).join('')

const cases: readonly (readonly [what: string, issued: string, steps: readonly Step[], reads: string])[] = [
  ['nothing changed', 'One two.', [], 'One two.'],
  ['the council adds', 'One two.', [{ text: 'One two three.', party: 'local-authority' }], 'One two{+local-authority:  three}.'],
  ['what was accepted is agreed', 'One two.', [{ text: 'One four.', party: 'agreed' }], 'One {-agreed: two}{+agreed: four}.'],
  ['what the council wrote and took back leaves no mark', 'One two.', [{ text: 'One two three.', party: 'local-authority' }, { text: 'One two.', party: 'local-authority' }], 'One two.'],
  ['what a family asks out of the council’s new words stays to be seen', 'One.', [{ text: 'One two.', party: 'local-authority' }, { text: 'One.', party: 'family', isAsked: true }], 'One{-family:  two}.'],
  ['a new line is all added', '', [{ text: 'All new.', party: 'local-authority' }], '{+local-authority: All new.}'],
  ['a line asked out is all struck', 'Gone.', [{ text: '', party: 'family', isAsked: true }], '{-family: Gone.}'],
  ['two parties in one line', 'A b c d.', [{ text: 'A x c d.', party: 'local-authority' }, { text: 'A x c y.', party: 'family', isAsked: true }], 'A {-local-authority: b}{+local-authority: x} c {-family: d}{+family: y}.'],
]
for (const [what, issued, steps, reads] of cases) {
  test(what, () => assert.equal(shown(markedWords(issued, steps, textChanges)), reads))
}

const words = fc.array(fc.constantFrom('the', 'plan', 'says', 'often', ' ', '\n\n', '.', 'é'), { maxLength: 20 }).map((parts) => parts.join(' '))
const steps = fc.array(fc.record({ text: words, party: fc.constantFrom('agreed' as const, 'family' as const, 'local-authority' as const) }), { maxLength: 6 })

test('property: whoever takes every mark as done reads the last step, and whoever takes none reads the plan as issued', () => {
  fc.assert(fc.property(words, steps, (issued, made) => {
    const marked = markedWords(issued, made, textChanges)
    assert.equal(wordsAfter(marked), made.at(-1)?.text ?? issued)
    assert.equal(marked.filter(({ mark }) => mark?.does !== 'adds').map(({ text }) => text).join(''), issued)
  }), { numRuns: 400 })
})
