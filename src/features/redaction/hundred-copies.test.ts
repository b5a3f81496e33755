// A hundred invented reports with names, addresses, numbers and mails of other people planted in headings, lists, tables and
// sentences, broken over lines, in capitals, with accents. Each is made into its copy, and everything that can be got out of the
// copy's Word file, PDF, web page and properties is searched for what was planted.

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { findPassages } from '../../domain/redaction/find-passages.ts'
import type { WhatIsKnown } from '../../domain/redaction/find-passages.ts'
import { folded } from '../../domain/redaction/folded.ts'
import type { Piece } from '../../platform/documents/kept-text.ts'
import { keptText } from '../../platform/documents/kept-text.ts'
import { pdfMaker } from '../../platform/documents/to-pdf.ts'
import { FormBody } from '../../platform/http/form-body.ts'
import { makeCopy } from './copy-document.ts'
import { everythingIn, filesOfCopy, recoverable } from './copy-files.ts'
import { choiceField, groupsOf, readMarks } from './passages/form.ts'

const pdf = pdfMaker()
after(async () => { if (pdf.available) await pdf.stop() })

/** The same documents at each run (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

const first = ['Kestrel', 'Dorian', 'Zoë', 'Marguerita', 'Ignatius', 'Perpetua', 'Lucian', 'Ottoline', 'Fenwick', 'Bronagh', 'Siân', 'Jarek']
const last = ['Harkerby', 'Quillfeather', 'O’Rafferty', 'Marr-Lyle', 'Ödegaard', 'Thistlewood', 'Brackenbury', 'Penhallow', 'Underhillock', 'Vanterpool']
const streets = ['Quarrymount', 'Alderbank', 'Saltersgate', 'Fennelwick', 'Harebellow']

interface Planted {
  readonly pieces: readonly Piece[]
  /** What must be nowhere in the copy. */
  readonly secrets: readonly string[]
  /** Names that nothing introduces and no record holds: only a person can find them, and types them in. */
  readonly onlyAPersonFinds: readonly string[]
  readonly known: WhatIsKnown
}

function plant(seed: number): Planted {
  const roll = dice(seed)
  const pick = <T>(from: readonly T[]): T => from[roll(from.length)] as T
  const names = new Set<string>()
  while (names.size < 4) names.add(`${pick(first)} ${pick(last)}`)
  const [onRecord = '', byRelation = '', titled = '', silent = ''] = names
  const phone = `01632 960 ${String(100 + roll(900))}`
  const email = `${folded(onRecord).replaceAll(/[^a-z]/g, '.')}${roll(90)}@example.org`
  const postcode = `ZZ${1 + roll(9)}${roll(10)} ${roll(10)}XQ`
  const street = `${1 + roll(200)} ${pick(streets)} Road`
  const born = `${1 + roll(28)} March ${2008 + roll(10)}`
  const [given = '', family = ''] = onRecord.split(' ')
  const pieces: Piece[] = [
    { kind: 'heading', level: 1, text: roll(2) === 0 ? `Visit to ${onRecord}` : 'Home visit' },
    { kind: 'paragraph', text: `Arlo reads with help. ${onRecord} lives at ${street}, ${postcode}, and ${given} rings from ${phone}.` },
    { kind: 'heading', level: 3, text: 'Family' },
    { kind: 'list-item', text: `- ${onRecord.toUpperCase()} (born ${born}) shares a room.` },
    { kind: 'list-item', text: `- Write to ${email}.` },
    { kind: 'paragraph', text: `His mother’s new partner, ${byRelation}, was not there. ${byRelation.split(' ')[0]} has asked for a meeting.` },
    { kind: 'table-row', text: `Neighbour | Mrs ${titled.split(' ')[1]} | ${phone.replaceAll(' ', '')}` },
    { kind: 'paragraph', text: `${given}\n${family} came back, and so did ${silent}.` },
    { kind: 'paragraph', text: 'Arlo needs a quiet corner for twenty minutes each day.' },
  ]
  return {
    pieces, onlyAPersonFinds: [silent],
    secrets: [onRecord, given, family, byRelation, ...byRelation.split(' '), titled.split(' ')[1] ?? '', silent, ...silent.split(' '), phone, phone.replaceAll(' ', ''), email, postcode, street, born],
    known: { others: [onRecord], spared: ['Arlo', 'Testerley', 'Rosalind Testerley'], keptOut: [], addresses: [] },
  }
}

test('nothing that was removed from a hundred reports can be got back', async () => {
  let planted = 0
  let byRule = 0
  const back: string[] = []
  for (let seed = 1; seed <= 100; seed += 1) {
    const { pieces, secrets, onlyAPersonFinds, known } = plant(seed)
    const source = keptText(pieces)
    const found = findPassages(source.text, known)
    const choices = Object.fromEntries(groupsOf(source.text, found).map(({ key }) => [choiceField(key), 'remove']))
    const names = onlyAPersonFinds.flatMap((name) => [name, ...name.split(' ')]).filter((name) => folded(source.text).includes(folded(name)))
    const read = readMarks(FormBody.of({ ...choices, more: names.join('\n'), moreReason: 'third-party' }), source.text, found, { isForCheck: true })
    assert.deepEqual(read.errors, [], `document ${seed}`)
    const copy = makeCopy({ ...source, title: `Report about ${secrets[0]}`, readerName: 'Rosalind Testerley' }, read.passages, 'Wendmere Council')
    const files = await filesOfCopy({ pdf }, copy)
    const everything = folded((await everythingIn(files, copy)).join('\n'))
    const tight = everything.replaceAll(/\s/g, '')
    assert.ok(everything.includes('arlo needs a quiet corner'), `document ${seed} lost what stays`)
    assert.ok(everything.includes('[removed: about another person]'))
    for (const secret of new Set(secrets)) {
      planted += 1
      if (found.some(({ start, end }) => folded(source.text.slice(start, end)).includes(folded(secret)))) byRule += 1
      if (everything.includes(folded(secret)) || tight.includes(folded(secret).replaceAll(' ', ''))) back.push(`document ${seed}: ${secret}`)
    }
    assert.deepEqual(await recoverable(files, copy, { spared: known.spared, stays: [] }), [], `document ${seed}`)
  }
  process.stdout.write(`100 documents, ${planted} planted: ${byRule} found by rule, the rest typed in by a person; ${back.length} recoverable${pdf.available ? '' : ' (no PDF maker on this machine: Word and web page only)'}\n`)
  assert.deepEqual(back, [])
})

test('the proof notices a copy whose file still holds what was removed', async () => {
  const source = keptText([{ kind: 'paragraph', text: 'Dorian Penhallow came.' }])
  const copy = makeCopy({ ...source, title: 'Report', readerName: 'Rosalind Testerley' }, [{ start: 0, end: 16, reason: 'third-party', foundAs: 'typed', choice: 'remove' }], 'Wendmere Council')
  const painted = makeCopy({ ...source, title: 'Report', readerName: 'Rosalind Testerley' }, [], 'Wendmere Council')
  assert.deepEqual((await recoverable(await filesOfCopy({ pdf }, painted), copy, { spared: [], stays: [] })).toSorted(), ['Dorian', 'Dorian Penhallow', 'Penhallow'])
})
