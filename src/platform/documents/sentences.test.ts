import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { keptText, type Piece } from './kept-text.ts'
import { textOfMarkdown } from './plain-in.ts'
import { sentences } from './sentences.ts'

const split = (text: string, kind: Piece['kind'] = 'paragraph') => {
  const kept = keptText([{ kind, text }])
  return sentences(kept.text, kept.blocks).map((one) => kept.text.slice(one.start, one.end))
}

describe('sentences', () => {
  for (const [why, parts] of [
    ['stops', ['He reads.', 'He writes!', 'Does he draw?', 'Yes.']],
    ['titles', ['Dr Petrie and Dr. Shah met Mrs. Tahsin.', 'Prof. Lee did not.']],
    ['initials', ['Seen by J. R. Petrie on Monday.', 'Then by A.B. Shah.']],
    ['a letter that is no initial', ['He has hepatitis B.', 'He is well.']],
    ['for example and that is', ['Use cues, e.g. Objects of reference, or signs, i.e. Makaton.', 'Wait.']],
    ['decimals and times', ['It was 10.45 at 9.00 on 1.5.2026, about £4.50.', 'Then it rained.']],
    ['clock abbreviations', ['Meet at 9 a.m. and 3 p.m. on site.', 'Bring him.']],
    ['numbers after no. and p.', ['See no. 5 on p. 12 and para. 3.4 of reg. 6.', 'No.', 'Never.']],
    ['months', ['Seen on 3 Nov. 2026 at home.', 'Fine.']],
    ['a year at the end', ['He is in Year 4.', 'He is 8.', '10 children were there.']],
    ['quotations', ['"I like it."', '"Why?" she asked.', 'He said, "Because."', 'They left.']],
    ['curly marks and brackets', ['He said “No.”', '(He meant it.)', 'We agreed.']],
    ['Markdown emphasis', ['**6.1 Adult support.**', 'Rewan needs help.', '*Read back and agreed.*', 'Signed.']],
    ['item numbers', ['1. He will read.', 'Then write.']],
    ['section numbers', ['3.2. He speaks in phrases.', 'They are short.']],
    ['ellipses', ['He waited… and waited.', 'Nothing...', 'Then a smile.']],
    ['a small letter goes on', ['He has approx. twelve words and says etc. often.', 'Good.']],
    ['no stop at all', ['Weekly, 30 minutes']],
    ['another script', ['Her name is شنۆ.', 'Олена came.', 'Żaneta left.']],
  ] satisfies readonly [string, readonly string[]][]) {
    it(why, () => assert.deepEqual(split(parts.join(' ')), parts))
  }

  it('keeps wrapped lines in one sentence', () => {
    assert.deepEqual(split('He reads\nevery day. He\nwrites.'), ['He reads\nevery day.', 'He\nwrites.'])
  })

  it('keeps a table row and a heading whole', () => {
    assert.deepEqual(split('Teacher | Reads. Writes. | Weekly', 'table-row'), ['Teacher | Reads. Writes. | Weekly'])
    assert.deepEqual(split('3. Needs. And more', 'heading'), ['3. Needs. And more'])
  })

  it('knows the headings above', () => {
    const kept = textOfMarkdown('# Report\n\nOne.\n\n## Needs\n\nTwo.\n\n### Speech\n\n- Three. Four.\n\n## Provision\n\n---\n\nFive.')
    const seen = sentences(kept.text, kept.blocks).map((one) => [kept.text.slice(one.start, one.end), one.headings.join(' > ')])
    assert.deepEqual(seen, [
      ['# Report', ''], ['One.', 'Report'], ['## Needs', 'Report'], ['Two.', 'Report > Needs'], ['### Speech', 'Report > Needs'],
      ['- Three.', 'Report > Needs > Speech'], ['Four.', 'Report > Needs > Speech'], ['## Provision', 'Report'], ['Five.', 'Report > Provision'],
    ])
  })

  it('holds every letter of every block once, in order, for any text', () => {
    const word = fc.constantFrom('He', 'reads', 'Dr.', 'e.g.', '10.45', '3.', 'No.', '"Yes."', 'B.', '**Bold.**', '…', '?!', '(x)', 'شنۆ', 'a.m.', '\n', '—', '1)')
    const text = fc.oneof(fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')), fc.string({ maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 40 }))
    const kind = fc.constantFrom<Piece['kind']>('heading', 'paragraph', 'list-item', 'table-row')
    fc.assert(fc.property(fc.array(fc.record({ kind, text }), { maxLength: 6 }), (pieces) => {
      const kept = keptText(pieces)
      const found = sentences(kept.text, kept.blocks)
      let at = 0
      let between = ''
      for (const one of found) {
        assert.ok(one.start >= at && one.end > one.start)
        const words = kept.text.slice(one.start, one.end)
        assert.equal(words, words.trim())
        between += kept.text.slice(at, one.start)
        at = one.end
      }
      assert.equal((between + kept.text.slice(at)).trim(), '')
    }), { numRuns: 2000 })
  })
})
