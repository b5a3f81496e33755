import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Part } from '../access/parts.ts'
import { copyFor } from './copy-for.ts'
import type { WhatIsKnown } from './find-passages.ts'
import { findPassages, joined } from './find-passages.ts'
import { folded, placesOf } from './folded.ts'
import { removalReasonRows, removalReasons } from './reasons.ts'
import { leftBehind, removePassages } from './remove-passages.ts'

const known: WhatIsKnown = { others: ['Dean Harker', 'Zoë Marr-Lyle'], spared: ['Rewan', 'Tahsin', 'Shno Tahsin', 'Dr Imogen Petrie'], keptOut: [{ term: 'the blue house', reason: 'safeguarding' }], addresses: [{ words: '14 Quarry Mount', isConfidential: true }] }
const foundIn = (text: string): string[] => findPassages(text, known).map(({ start, end }) => text.slice(start, end))

describe('what is looked for in a report', () => {
  const table: readonly (readonly [text: string, found: readonly string[]])[] = [
    ['Dean Harker was there. DEAN HARKER left. Mr Harker came back.', ['Dean Harker', 'DEAN HARKER', 'Harker']],
    ['D. Harker and D Harker and Dean’s car', ['D. Harker', 'D Harker', 'Dean']],
    ['Dean\nHarker over two lines', ['Dean\nHarker']],
    ['Zoe Marr-Lyle and Zoë', ['Zoe Marr-Lyle', 'Zoë']],
    ['Deansgate and a harker are no names', []],
    ['His mother’s new partner, Kyle Benbow, collects him. Kyle is kind.', ['Kyle Benbow', 'Kyle']],
    ['Tamika Rowntree, his half-sister, shares a room.', ['Tamika Rowntree']],
    ['Mrs Ashby from next door', ['Ashby']],
    ['Rewan lives with Shno Tahsin. Dr Imogen Petrie saw Rewan.', []],
    ['His mother, Shno Tahsin, said so.', []],
    ['Ring 01632 960 123 or +44 1632 960124', ['01632 960 123', '+44 1632 960124']],
    ['kyle.b@example.org', ['kyle.b@example.org']],
    ['They live at 22 Alder Road, ZZ97 1XX.', ['22 Alder Road', 'ZZ97 1XX']],
    ['moved to 14 quarry mount and the Blue House', ['14 quarry mount', 'the Blue House']],
    ['his brother (born 3 May 2015), DOB: 01/02/2013', ['3 May 2015', '01/02/2013']],
    ['NHS number: 999 123 4567', ['999 123 4567']],
    ['20 weeks, 3 hours a day, level 2 of 4, page 14', []],
  ]
  for (const [text, found] of table) it(text.slice(0, 60).replaceAll('\n', ' '), () => { assert.deepEqual(foundIn(text), found) })

  it('names the reason that protects most where two meet', () => {
    const passages = joined([{ start: 0, end: 10, reason: 'third-party', foundAs: 'typed' }, { start: 5, end: 15, reason: 'confidential-address', foundAs: 'address' }])
    assert.deepEqual(passages, [{ start: 0, end: 15, reason: 'confidential-address', foundAs: 'address' }])
  })

  it('never suggests less of a text than it says, and always inside it', () => {
    const text = 'x'.repeat(10) + ' Dean Harker '
    for (const { start, end } of findPassages(text, known)) assert.ok(start >= 0 && start < end && end <= text.length)
    assert.equal(folded('Zoë’s\tÅ–ﬁ').length, 'Zoë’s\tÅ–ﬁ'.length)
    assert.deepEqual(placesOf('a.b', folded('aXb a.b')), [{ start: 4, end: 7 }])
  })
})

describe('the words that stay', () => {
  const text = 'About home\n\nDean Harker lives there. He rings 01632 960123.\n\nRewan reads.'
  const blocks = [{ start: 0, end: 10 }, { start: 12, end: 59 }, { start: 61, end: 73 }]
  const at = (words: string, reason: 'third-party' | 'confidential-address' = 'third-party') => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, reason })

  it('have a label in place of what was removed, and nothing of it', () => {
    const copy = removePassages(text, blocks, [at('Dean Harker'), at('01632 960123', 'confidential-address')])
    assert.equal(copy.text, 'About home\n\n[Removed: about another person] lives there. He rings [Removed: contact details].\n\nRewan reads.')
    for (const { start, end } of copy.blocks) assert.equal(copy.text.slice(start, end).trim(), copy.text.slice(start, end))
    assert.deepEqual(copy.blocks.map(({ start, end }) => copy.text.slice(start, end))[2], 'Rewan reads.')
  })

  it('come only from blocks, and what runs over several leaves one label', () => {
    const copy = removePassages(text, [blocks[0] ?? { start: 0, end: 0 }, blocks[2] ?? { start: 0, end: 0 }], [])
    assert.equal(copy.text, 'About home\n\nRewan reads.')
    assert.equal(removePassages(text, blocks, [{ start: 20, end: 65, reason: 'privilege' }]).text, 'About home\n\nDean Har[Removed: legal advice]\n\nn reads.')
    assert.equal(removePassages(text, blocks, [{ start: 0, end: text.length, reason: 'safeguarding' }]).text, '[Removed: to keep somebody safe]')
  })

  it('are looked through for what was removed elsewhere', () => {
    assert.deepEqual(leftBehind(['Dean Harker'], 'Later Dean came.'), ['Dean'])
    assert.deepEqual(leftBehind(['Dean Harker'], 'Later the dean came.'), [])
    assert.deepEqual(leftBehind(['01632 960123'], 'Ring 01632960123'), ['01632 960123'])
    assert.deepEqual(leftBehind(['Shno Tahsin'], 'Tahsin', ['Tahsin']), [])
    assert.deepEqual(leftBehind(['He said that Dean was not to be told of it'], 'He was there'), [])
  })
})

describe('who gets which copy', () => {
  const person = 'p1'
  const reader = (parts: readonly Part[], isOwner = false) => ({ personId: person, parts, isOwner })
  const table: readonly (readonly [words: string, demands: Parameters<typeof copyFor<string>>[0], parts: readonly Part[], is: string])[] = [
    ['nothing is held back', [], ['parent'], 'whole'],
    ['the council reads the whole', [{ reader: 'everybody' }], ['case-officer'], 'whole'],
    ['held back and not released', [{ reader: 'person:p1' }], ['parent'], 'nothing-yet'],
    ['released', [{ reader: 'person:p1', copy: 'mine' }], ['parent'], 'mine'],
    ['somebody else’s demand', [{ reader: 'person:p2' }], ['parent'], 'whole'],
    ['the nearest counts', [{ reader: 'everybody', copy: 'all' }, { reader: 'part:parent', copy: 'parents' }, { reader: 'person:p1', copy: 'mine' }], ['parent'], 'mine'],
    ['the nearest counts, even while it is not released', [{ reader: 'everybody', copy: 'all' }, { reader: 'person:p1' }], ['parent'], 'nothing-yet'],
    ['by part', [{ reader: 'everybody', copy: 'all' }, { reader: 'part:school', copy: 'school' }], ['school'], 'school'],
    ['everybody', [{ reader: 'everybody', copy: 'all' }], ['school'], 'all'],
    ['a young person’s parent is a parent', [{ reader: 'part:parent', copy: 'parents' }], ['past-parent'], 'parents'],
    ['two parts with different copies wait', [{ reader: 'part:school', copy: 'a' }, { reader: 'part:adviser', copy: 'b' }], ['school', 'adviser'], 'nothing-yet'],
  ]
  for (const [words, demands, parts, is] of table) {
    it(words, () => {
      const given = copyFor(demands, reader(parts))
      assert.equal(given.kind === 'copy' ? given.copy : given.kind, is)
    })
  }
  it('nobody’s own words are kept from them', () => { assert.equal(copyFor([{ reader: 'everybody' }], reader(['adviser'], true)).kind, 'whole') })
  it('each reason names its law', () => { for (const reason of removalReasons) assert.match(removalReasonRows[reason].cites, /UK GDPR|Data Protection Act/) })
})
