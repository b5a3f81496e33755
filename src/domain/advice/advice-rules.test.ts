import assert from 'node:assert/strict'
import { describe, it, test } from 'node:test'
import * as fc from 'fast-check'
import { advisersRequired } from '../rights/advisers-required.ts'
import type { AdviceInSight, Looker } from './advice-sight.ts'
import { maySeeAdvice } from './advice-sight.ts'
import { guessMark, guessSection, isLabel, markKinds } from './guess-mark.ts'
import { findingsFor } from './line-findings.ts'
import { markChanges, runsOf } from './mark-runs.ts'
import { stillToAsk } from './still-to-ask.ts'

const guesses: readonly (readonly [readonly string[], string | undefined])[] = [
  [['Outcomes we would like'], 'outcome'],
  [['Provision', 'Direct therapy'], 'provision'],
  [['Provision', 'Sources'], undefined],
  [['3. Special educational needs', 'Communication and interaction'], 'need'],
  [['Parents’ views'], 'view'],
  [['What would help (my list)'], 'provision'],
  [['Background'], undefined],
  [['Attendance'], undefined],
  [[], undefined],
]
for (const [headings, kind] of guesses) {
  test(`under ${headings.join(' / ') || 'no heading'}: ${kind ?? 'left'}`, () => assert.equal(guessMark(headings), kind))
}

test('a heading that runs into its paragraph is a label, a short sentence is not', () => {
  for (const label of ['**3.1 Understanding language.**', '3.1 Understanding language.', '**Cognition and learning.**']) assert.equal(isLabel(label), true, label)
  for (const line of ['2. Rewan will receive therapy.', 'He cannot retell a story.', '**individual direct therapy from a qualified speech and language therapist for 45 minutes once a week**']) assert.equal(isLabel(line), false, line)
})

test('where a line belongs follows its author first, then the heading', () => {
  assert.equal(guessSection('provision', 'medical', []), 'G')
  assert.equal(guessSection('provision', 'social-care', ['H1: section 2, Chronically Sick and Disabled Persons Act 1970']), 'H1')
  assert.equal(guessSection('need', 'social-care', []), 'D')
  assert.equal(guessSection('outcome', 'medical', []), 'E')
})

describe('sentences made into lines', () => {
  it('joins with the sentence before only where that one is marked', () => {
    const runs = runsOf([
      { start: 0, end: 5, kind: 'need', withBefore: false }, { start: 6, end: 9, withBefore: true },
      { start: 10, end: 12, withBefore: false }, { start: 13, end: 20, kind: 'outcome', withBefore: true },
      { start: 21, end: 30, kind: 'provision', withBefore: true },
    ])
    assert.deepEqual(runs, [
      { start: 0, end: 9, kind: 'need' }, { start: 13, end: 20, kind: 'outcome' }, { start: 21, end: 30, kind: 'provision' },
    ])
  })

  it('is at rest after its own changes are made, and never touches a mark inside a sentence', () => {
    const sentence = fc.record({ kind: fc.option(fc.constantFrom(...markKinds), { nil: undefined }), withBefore: fc.boolean() })
    fc.assert(fc.property(fc.array(sentence, { maxLength: 30 }), (said) => {
      const places = said.map((_, index) => ({ start: index * 10, end: index * 10 + 9 }))
      const runs = runsOf(said.map(({ kind, withBefore }, index) => ({ ...(places[index] ?? { start: 0, end: 0 }), ...(kind && { kind }), withBefore })))
      const inside = { start: 2, end: 5, kind: 'need' }
      const changes = markChanges(runs, [inside], places)
      assert.deepEqual(changes.removed, [])
      const again = markChanges(runs, [inside, ...changes.added], places)
      assert.deepEqual([again.added, again.changed, again.removed], [[], [], []])
    }))
  })
})

describe('what an author is told', () => {
  const line = (kind: 'provision' | 'outcome', text: string, fields = {}) => ({ kind, section: kind === 'outcome' ? 'E' as const : 'F' as const, text, fields })
  it('names what is missing and suggests no number', () => {
    const findings = findingsFor(line('provision', 'Access to speech and language therapy as required.'))
    assert.ok(findings.some(({ isEssential }) => isEssential))
    for (const { words } of findings) assert.doesNotMatch(words.replaceAll(/“[^”]*”/g, ''), /\d/)
  })
  it('is silent where the author said why it cannot be fixed, and for a specific line', () => {
    assert.deepEqual(findingsFor(line('provision', 'Access to a quiet space as required.', { flexibleBecause: 'Only Orla can show when.' })), [])
    const specific = 'A speech and language therapist will give individual therapy for 45 minutes once a week for 20 weeks a year, reviewed by the therapist each term.'
    assert.deepEqual(findingsFor(line('provision', specific)).filter(({ isEssential }) => isEssential), [])
  })
  it('says so when an outcome is provision in disguise', () => {
    assert.ok(findingsFor(line('outcome', 'Rewan will receive speech and language therapy.')).some(({ words }) => /what will be provided/.test(words)))
  })
})

describe('who may read advice', () => {
  const advice = (changes: Partial<AdviceInSight>): AdviceInSight => ({ kind: 'education', state: 'given', notFor: [], ...changes })
  const as = (personId: string, parts: Looker['parts'], organisationIds: readonly string[] = []): Looker => ({ personId, parts, organisationIds })
  const table: readonly (readonly [string, AdviceInSight, Looker, boolean])[] = [
    ['a parent reads given advice', advice({}), as('p', ['parent']), true],
    ['a parent does not read working advice', advice({ state: 'working', authorId: 'x' }), as('p', ['parent']), false],
    ['nor does the council', advice({ state: 'working', authorId: 'x' }), as('o', ['case-officer']), false],
    ['a parent does not read the other parent', advice({ kind: 'parental', authorId: 'q' }), as('p', ['parent']), false],
    ['a parent reads her own', advice({ kind: 'parental', authorId: 'p' }), as('p', ['parent']), true],
    ['the council reads each parent', advice({ kind: 'parental', authorId: 'p' }), as('o', ['case-officer']), true],
    ['a professional does not read another service', advice({ organisationId: 'slt' }), as('e', ['adviser'], ['ep']), false],
    ['a professional reads the service’s own', advice({ organisationId: 'slt' }), as('e', ['adviser'], ['slt']), true],
    ['what a child keeps from a parent', advice({ kind: 'child-views', notFor: ['person:p'] }), as('p', ['parent']), false],
    ['and not from the other', advice({ kind: 'child-views', notFor: ['person:p'] }), as('q', ['parent']), true],
    ['a parent’s views are not their employer’s', advice({ kind: 'parental', authorId: 'x', organisationId: 'school' }), as('s', ['school'], ['school']), false],
  ]
  for (const [words, subject, looker, may] of table) it(words, () => assert.equal(maySeeAdvice(subject, looker), may))
})

test('what is still to be asked leaves out what was asked and counts what was withdrawn', () => {
  const required = advisersRequired({
    yearGroup: 9, isYoungPerson: false, education: 'school-or-college', isHearingImpaired: false, isVisionImpaired: false, isParentServing: false,
    othersAppropriate: [], requestedByFamily: [],
  })
  const open = stillToAsk(required, [{ item: 'a', state: 'asked' }, { item: 'd', state: 'withdrawn' }, { item: 'b', state: 'accepted' }])
  assert.deepEqual(open.map(({ item }) => item), ['own-views', 'c', 'd', 'e', 'g'])
})
