import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  added, bold, bulletList, headingsOf, heading, keyToChanges, listItem, notice, paragraph, printedDocument, removed, table,
  withChangesInWords,
} from './printed-document.ts'
import { wordsOf } from './words-of.ts'

describe('a printed document', () => {
  it('has a title', () => {
    assert.throws(() => printedDocument({ title: ' ', blocks: [] }), /needs a title/)
  })

  it('never skips a heading level, wherever the headings stand', () => {
    assert.throws(() => printedDocument({ title: 'A', blocks: [heading(2, 'Two')] }), /"Two" jumps from level 0 to level 2/)
    assert.throws(
      () => printedDocument({ title: 'A', blocks: [heading(1, 'One'), notice(heading(3, 'Three'))] }),
      /"Three" jumps from level 1 to level 3/,
    )
    assert.doesNotThrow(() => printedDocument({ title: 'A', blocks: [heading(1, 'One'), heading(2, 'Two'), heading(1, 'Next')] }))
  })

  it('has no empty headings', () => {
    assert.throws(() => printedDocument({ title: 'A', blocks: [heading(1, '')] }), /no words/)
  })

  it('has a cell for each column in every row of a table', () => {
    assert.throws(() => table('T', ['One', 'Two'], [['only one']]), /2 columns and a row of 1 cells/)
  })

  it('finds headings inside notices and list items in reading order', () => {
    const blocks = [heading(1, 'a'), notice(heading(2, 'b')), bulletList([listItem('item', heading(3, 'c'))])]
    assert.deepEqual(headingsOf(blocks).map((found) => found.spans[0]?.text), ['a', 'b', 'c'])
  })

  it('counts a word that is partly bold as one word', () => {
    assert.deepEqual(wordsOf(printedDocument({ title: 'T', blocks: [paragraph('un', bold('believ'), 'able story')] })), ['T', 'unbelievable', 'story'])
  })

  it('can say changes in words', () => {
    const document = printedDocument({ title: 'T', blocks: [paragraph('Now ', removed('ten'), ' ', added('twelve'), ' hours')] })
    assert.equal(wordsOf(withChangesInWords(document)).join(' '), 'T Now [taken out: ten] [added: twelve] hours')
    assert.equal(wordsOf(document).join(' '), 'T Now ten twelve hours')
  })

  it('explains the marks in words that carry the marks', () => {
    assert.deepEqual(
      keyToChanges.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.spans.map((span) => span.change) : [])),
      [undefined, 'added', undefined, 'removed', undefined],
    )
  })
})
