import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { plainDateOf } from '../calendar/plain-date.ts'
import type { LineId } from '../ids.ts'
import { columnSaid } from './columns.ts'
import { daySaid } from './day-said.ts'
import type { Piece } from './piece.ts'
import { adviceListed, planOfPieces } from './plan-of-pieces.ts'
import { planFacts } from './plan-facts.ts'
import { agree, countsOf, holdsSameWords, join, leaveOut, moveTo, split, takeBack } from './placing.ts'
import { readOlderPlan } from './read-older-plan.ts'
import { differencesOf, isAnotherChild } from './same-child.ts'
import { headingSaid } from './section-headings.ts'
import type { WordBlock, WordFile, WordParagraph } from './word-file.ts'
import { wordsIn } from './word-file.ts'

const para = (text: string, more: Partial<WordParagraph> = {}): WordParagraph => ({ kind: 'paragraph', text, isBold: false, ...more })
const bold = (text: string): WordParagraph => para(text, { isBold: true })
const fileOf = (...blocks: WordBlock[]): WordFile => ({ blocks, changes: 0, comments: 0, pictures: 0 })

describe('the heading of a section', () => {
  const opened: readonly (readonly [string, string | undefined])[] = [
    ['Section A', 'A'], ['SECTION F – Special Educational Provision', 'F'], ['Part B: Special educational needs', 'B'], ['The views, interests and aspirations of Rewan and his parents', 'A'],
    ['Section H1: provision under the Chronically Sick and Disabled Persons Act 1970', 'H1'], ['H2. Any other social care provision', 'H2'], ['Section H', 'H'], ['H', undefined],
    ['Special educational needs (SEN)', 'B'], ['Special educational provision', 'F'], ['Health care needs which relate to SEN', 'C'], ['Health care provision', 'G'], ['Social care needs', 'D'],
    ['The outcomes sought', 'E'], ['Name and type of school', 'I'], ['Personal budget and direct payments', 'J'], ['Appendices', 'K'], ['Sections E and F', 'several'], ['Section 4: Special educational provision', 'F'],
    ['2.1 My special educational needs (Section B)', 'B'], ['The support I must have to learn – Section F', 'F'], ['3.3 The support I must have from social care (Sections H1 and H2)', 'H'], ['My learning (Sections B, E and F)', 'several'],
    ['Adran C / Section C – Anghenion iechyd / Health needs', 'C'], ['H2 Other social care provision', 'H2'], ['Part 1: Who am I and what is in my plan?', 'A'], ['He needs what is set out in Section F', undefined], ['4.4 How this plan will be reviewed', undefined],
    ['All about me', 'A'], ['Contents', undefined], ['Date of birth', undefined],
  ]
  for (const [text, section] of opened) it(`“${text}” opens ${section ?? 'nothing'}`, () => { assert.equal(headingSaid(text, { isHeading: true })?.opens, section) })

  it('is not a sentence that speaks of a section', () => {
    for (const text of ['Section F sets out what the school does.', 'Please read section B before the meeting.', 'Special educational provision is described below and reviewed each year by the school.']) {
      assert.equal(headingSaid(text, { isHeading: false }), undefined, text)
    }
  })

  it('goes by its title where letter and title differ, and is unsure', () => {
    assert.deepEqual(headingSaid('Section D: Special educational provision', { isHeading: true }), { opens: 'F', sure: 'unsure', isLettered: true })
  })

  it('leaves the words that follow it on its line to the section', () => {
    assert.equal(headingSaid('Section I: Placement: Larkfell Primary School', { isHeading: true })?.rest, 'Larkfell Primary School')
    assert.equal(headingSaid('H1: None', { isHeading: false })?.rest, 'None')
  })
})

it('the head of a column says what its cells are', () => {
  const said: readonly (readonly [string, string | undefined])[] = [
    ['Special educational needs', 'need'], ['Outcome(s) sought', undefined], ['Outcomes', 'outcome'], ['Provision required', 'provision'], ['How often?', 'how-often'], ['By whom', 'who'], ['Success criteria', 'measure'],
    ['What provision will be made?', 'provision'], ['Health needs', 'health-need'], ['Area of need', 'area'], ['No.', 'reference'], ['Canlyniad / Outcome', 'outcome'], ['Strengths and needs', 'need'], ['Need(s) met', 'reference'], ['Rewan likes football', undefined],
  ]
  for (const [text, column] of said) if (column !== undefined) assert.equal(columnSaid(text), column, text)
  assert.equal(columnSaid('Rewan likes football'), undefined)
})

it('a day is read as plans write it, and a month alone is none', () => {
  const days: readonly (readonly [string, string | undefined])[] = [
    ['3 March 2025', '2025-03-03'], ['3rd March 2025', '2025-03-03'], ['03/03/2025', '2025-03-03'], ['9.6.25', '2025-06-09'], ['dated 4th of December 2023', '2023-12-04'], ['March 2025', undefined], ['31/02/2025', undefined], ['2025-03-03', '2025-03-03'],
  ]
  for (const [text, day] of days) assert.equal(daySaid(text), day, text)
})

describe('an older plan that is read', () => {
  const small = fileOf(
    para('Education, Health and Care Plan for Rewan Tahsin', { level: 1 }), para('Date of birth: 23/02/2018'),
    bold('Section A'), para('Rewan likes maths.'), bold('Section B'), para('He understands two key words.'), bold('Section E'), para('By July 2027 Rewan will retell a story.'), bold('Section F'), para('Speech and language therapy for 45 minutes a week.'),
    bold('Section C'), para('None'), bold('Signed'), para('P. Marrable'),
  )

  it('puts words where their heading says, says when nothing is needed, and lets the rest wait', () => {
    const read = readOlderPlan(small)
    assert.ok(read.ok)
    const where = read.value.pieces.filter(({ role }) => role === 'line').map(({ section, kind, text }) => `${section ?? 'waits'} ${kind ?? ''}: ${text}`)
    assert.deepEqual(where, [
      'waits : Education, Health and Care Plan for Rewan Tahsin', 'A view: Rewan likes maths.', 'B need: He understands two key words.', 'E outcome: By July 2027 Rewan will retell a story.',
      'F provision: Speech and language therapy for 45 minutes a week.', 'C none-identified: None', 'waits : Signed', 'waits : P. Marrable',
    ])
    assert.equal(read.value.pieces.find(({ section }) => section === 'F')?.fields.minutes, 45)
    assert.equal(read.value.pieces.find(({ section }) => section === 'E')?.fields.by, 'July 2027')
  })

  it('joins what stands in one row, and adds how often and who to the words of the provision', () => {
    const cell = (text: string, isBold = false) => ({ span: 1, continues: false, blocks: [para(text, { isBold })] })
    const read = readOlderPlan(fileOf(
      bold('Section A'), para('Likes maths.'), bold('Section C'), para('None'), bold('Section D'), para('None'), bold('Sections B, E and F'),
      { kind: 'table', rows: [{ cells: ['Need', 'Outcome', 'Provision', 'How often'].map((text) => cell(text, true)) }, { cells: ['Speech is hard.', 'Rewan will speak.', 'Therapy', 'Once a week'].map((text) => cell(text)) }] },
    ))
    assert.ok(read.ok)
    let next = 0
    const plan = planOfPieces(read.value.pieces, { newId: () => `${next += 1}` as LineId, source: { kind: 'said', by: 'the plan', on: plainDateOf('2025-03-03') } })
    const textOf = (id: LineId) => plan.lines.find((line) => line.id === id)?.text
    assert.deepEqual(plan.links.map(({ from, to, kind }) => `${textOf(from)} ${kind} ${textOf(to)}`), ['Speech is hard. leads-to Rewan will speak.', 'Therapy. How often: Once a week. meets Speech is hard.', 'Therapy. How often: Once a week. serves Rewan will speak.'])
  })

  it('is refused when it is a statement, or no plan at all', () => {
    const statement = readOlderPlan(fileOf(bold('Statement of special educational needs'), para('Made under the Education Act 1996'), bold('Part 2: Special educational needs'), para('Some.'), bold('Part 3: Special educational provision'), para('More.')))
    assert.deepEqual(statement, { ok: false, refusal: 'statement' })
    assert.deepEqual(readOlderPlan(fileOf(para('Dear parent'))), { ok: false, refusal: 'not-a-plan' })
  })

  const texts = fc.array(fc.constantFrom('Section A', 'Section B', 'Outcomes', 'Provision:', 'How often: daily', 'H1', 'Rewan will read.', 'Special educational provision', 'None', 'Contents', 'Signed: me', 'Who', 'a therapist', 'By when', 'K. Advice', 'He will have:', 'word'), { minLength: 1, maxLength: 30 })
  it('property: no word of the file is lost, whatever it is made of', () => {
    fc.assert(fc.property(texts, fc.array(fc.nat(3), { maxLength: 30 }), (words, kinds) => {
      const blocks = words.map((text, index): WordBlock => {
        const kind = kinds[index] ?? 0
        if (kind === 3) return { kind: 'table', rows: [{ cells: [text, words[(index + 1) % words.length] ?? ''].map((one) => ({ span: 1, continues: false, blocks: [para(one, { isBold: index % 2 === 0 })] })) }] }
        return para(text, { isBold: kind === 1, ...(kind === 2 ? { list: 1 } : {}) })
      })
      const frame = ['A', 'B', 'C', 'D', 'E'].flatMap((letter) => [bold(`Section ${letter}`), para(`Words of ${letter}.`)])
      const read = readOlderPlan(fileOf(...frame, ...blocks))
      assert.ok(read.ok)
      const bare = (list: readonly string[]) => list.map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, '')).filter(Boolean)
      const left = bare(read.value.pieces.flatMap(({ text }) => wordsIn(text)))
      for (const word of bare(blocks.flatMap(wordsOfBlock))) {
        const at = left.indexOf(word)
        assert.ok(at >= 0, word)
        left.splice(at, 1)
      }
    }))
  })
  const wordsOfBlock = (block: WordBlock): string[] => (block.kind === 'paragraph' ? wordsIn(block.text) : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks.flatMap(wordsOfBlock))))
})

describe('the front of a plan', () => {
  it('says whose it is and its days', () => {
    const facts = planFacts(fileOf(
      para('Surname: TAHSIN\tForename: Rewan\tDOB: 23.2.18'), para('Final Plan date: 3 March 2025'), para('Date plan first made: 14/05/2023'), para('UPN: M001900121014'), para('Wendmere County Council'),
    ), ['Name of school: Larkfell Primary School'])
    assert.deepEqual(facts, { givenName: 'Rewan', familyName: 'Tahsin', bornOn: '2018-02-23', upn: 'M001900121014', firstMadeOn: '2023-05-14', issuedOn: '2025-03-03', council: 'Wendmere County Council', setting: 'Larkfell Primary School' })
  })

  it('is compared with the record', () => {
    const child = { givenName: 'Rewan', familyName: 'Tahsin', bornOn: plainDateOf('2018-02-23') }
    assert.deepEqual(differencesOf({ givenName: 'REWAN A.', familyName: 'Tahsin', bornOn: child.bornOn }, child), [])
    assert.equal(isAnotherChild(differencesOf({ givenName: 'Rewan', familyName: 'Tahsin', bornOn: plainDateOf('2018-02-24') }, child)), false)
    assert.ok(isAnotherChild(differencesOf({ givenName: 'Orla', familyName: 'Rowe', bornOn: plainDateOf('2021-07-12') }, child)))
  })
})

describe('placing', () => {
  const piece = (id: number, text: string, more: Partial<Piece> = {}): Piece => ({ id, role: 'line', text, sure: 'unsure', why: '', fields: {}, rows: [], ...more })
  const pieces = [piece(1, 'one two three'), piece(2, 'four five', { section: 'F', kind: 'provision' }), piece(3, 'six seven', { section: 'F', kind: 'provision' })]

  it('refuses what would lose or change words', () => {
    assert.deepEqual(split(pieces, 1, ['one two', 'three four']), { ok: false, refusal: 'words-differ' })
    assert.deepEqual(split(pieces, 1, ['one two three']), { ok: false, refusal: 'one-part' })
    assert.deepEqual(join(pieces, [1, 2]), { ok: false, refusal: 'not-in-one-place' })
    assert.deepEqual(leaveOut(pieces, [1], ' '), { ok: false, refusal: 'no-reason' })
    assert.deepEqual(moveTo(pieces, [9], 'A'), { ok: false, refusal: 'no-such-piece' })
  })

  it('counts what a person still has to look at', () => {
    assert.equal(countsOf(pieces).waiting, 1)
    const out = leaveOut(pieces, [1], 'the front page')
    assert.ok(out.ok)
    assert.equal(countsOf(out.value).waiting, 0)
    const agreed = agree(out.value, [2, 3])
    assert.ok(agreed.ok)
    assert.equal(countsOf(agreed.value).unsure, 0)
  })

  it('property: any run of moves keeps every word', () => {
    const moves = fc.array(fc.record({ does: fc.constantFrom('move', 'out', 'back', 'split', 'join'), id: fc.integer({ min: 1, max: 6 }), to: fc.constantFrom('A', 'B', 'F', 'K') }), { maxLength: 12 })
    fc.assert(fc.property(moves, (run) => {
      let now: readonly Piece[] = pieces
      for (const { does, id, to } of run) {
        const words = now.find((one) => one.id === id)?.text.split(' ') ?? []
        const done = does === 'move' ? moveTo(now, [id], to as 'A') : does === 'out' ? leaveOut(now, [id], 'x') : does === 'back' ? takeBack(now, [id]) : does === 'split' ? split(now, id, [words.slice(0, 1).join(' '), words.slice(1).join(' ')]) : join(now, [id, id + 1])
        if (done.ok) now = done.value
      }
      return holdsSameWords(pieces, now) && new Set(now.map(({ id }) => id)).size === now.length
    }))
  })

  it('lists the reports of section K with their day where they say one', () => {
    assert.deepEqual(adviceListed([piece(1, 'Mrs A. Quill, educational psychologist, 3 March 2026', { section: 'K' }), piece(2, 'SENCO report', { section: 'K' })]), [
      { title: 'Mrs A. Quill, educational psychologist', author: '', role: '', dated: '2026-03-03' }, { title: 'SENCO report', author: '', role: '' },
    ])
  })
})
