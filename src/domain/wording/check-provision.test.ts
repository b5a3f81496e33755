import assert from 'node:assert/strict'
import { test } from 'node:test'
import { notesForAuthor } from './author-notes.ts'
import { checkProvision, type Verdict } from './check-provision.ts'
import type { MissingPart } from './parts-said.ts'

const lines: readonly (readonly [string, Verdict, readonly MissingPart[]])[] = [
  // Who, what, how much, how often, with whom and who checks.
  ['A speech and language therapist will see Ida individually for 40 minutes a week and review her targets each term.', 'specific', []],
  ['40 minutes of individual speech and language therapy a week from a therapist.', 'specific', ['reviewer']],
  // Ratio does not lower direct therapy, and does lower group work and adult hours.
  ['40 minutes of speech and language therapy a week from a therapist.', 'specific', ['ratio', 'reviewer']],
  ['40 minutes a week in a small group for reading with a qualified teacher.', 'partly', ['ratio', 'reviewer']],
  ['Ten hours a week of support from a teaching assistant.', 'partly', ['ratio', 'reviewer']],
  // An interval is enough for clinics and visits.
  ['Review in clinic by the paediatrician every six months.', 'specific', []],
  // A hedge keeps the line from being specific, and takes a lone frequency away.
  ['A speech and language therapist will see Ida individually for 40 minutes a week where possible.', 'partly', ['reviewer']],
  ['Sensory breaks each morning where possible.', 'vague', ['who', 'howMuch', 'howOften', 'reviewer']],
  // A condition of ability, opinion or leave takes the promise back; an event that anybody can see does not.
  ['Ida will have 40 minutes of individual reading a week with a qualified teacher, if one can be found.', 'partly', ['reviewer']],
  ['Weekly speech therapy if the therapist considers it necessary.', 'vague', ['who', 'howMuch', 'howOften', 'ratio', 'reviewer']],
  ['Whenever her alarm sounds, the teaching assistant will walk with Ida to the medical room and stay there.', 'specific', ['reviewer']],
  // What is changed in the light of a check takes nothing back.
  ['A teacher will see Ida individually for an hour each week; the psychologist will watch each term and change her plan if needed.', 'specific', []],
  // A settled amount is owed now, not later (C v SENT and Greenwich).
  ['The therapist will determine the amount of therapy.', 'vague', ['howMuch', 'howOften', 'ratio', 'reviewer']],
  // A share of a stated whole is an amount and a frequency.
  ['Individual support from a teaching assistant for 60% of lessons.', 'specific', ['reviewer']],
  // A check as the first thing said is the provision.
  ["The child and adolescent psychiatrist will review Ida's medicine every three months.", 'specific', []],
  // In a long line an act on a stated occasion is its own amount; time together is not.
  ['Each Monday the teaching assistant will photocopy all of the worksheets for the week at A3 size for Ida.', 'specific', ['reviewer']],
  ['The speech and language therapist will work directly with Ida once every fortnight on her use of longer sentences.',
    'partly', ['howMuch', 'ratio', 'reviewer']],
  // A ceiling promises nothing; a largest group size does.
  ['Up to 40 minutes a week of one-to-one reading with a qualified teacher.', 'partly', ['howMuch', 'reviewer']],
  ['40 minutes a week of reading with a qualified teacher in a group of up to four.', 'specific', ['reviewer']],
  // Numbers that are no quantity.
  ['In Year 4 support at Level 2 of Key Stage 2.', 'vague', ['who', 'what', 'howMuch', 'howOften', 'ratio', 'reviewer']],
  // Access to a thing can still be specific.
  ['Access to the sensory room with her teaching assistant for ten minutes at 10.00 each school day.', 'specific', ['reviewer']],
  // A strategy needs who and when, not minutes.
  ['Every adult who teaches Ida will show her the next step on a card in every lesson.', 'specific', ['reviewer']],
  ['Staff should be aware of her hearing loss.', 'vague', ['who', 'what', 'howMuch', 'howOften']],
  // Equipment needs who, what and how many.
  ['The council will provide one standing frame by 1 May 2027; the physiotherapist will check it each term.', 'specific', []],
  ['Appropriate equipment to be provided.', 'vague', ['who', 'what', 'howMuch']],
  // Training needs the trainer.
  ['The epilepsy nurse will train four staff for two hours each September.', 'specific', ['reviewer']],
  ['Staff will receive two hours of training in signing each year.', 'partly', ['who', 'reviewer']],
]
for (const [text, verdict, missing] of lines) {
  test(`${verdict}: ${text}`, () => {
    const check = checkProvision(text)
    assert.deepEqual({ verdict: check.verdict, missing: check.missing }, { verdict, missing })
  })
}

test('the empty line is vague', () => assert.equal(checkProvision('').verdict, 'vague'))

test('phrases are the author\'s own words at their own place', () => {
  const text = 'Access  to **regular** support, as and when required.'
  const { phrases } = checkProvision(text)
  assert.ok(phrases.length >= 3)
  for (const phrase of phrases) assert.equal(text.slice(phrase.start, phrase.end), phrase.text)
})

test('what was found points at the author\'s words', () => {
  const text = 'Twenty-five minutes of phonics twice a week, one-to-one, with a qualified teacher.'
  const { found } = checkProvision(text)
  const words = (place: { start: number; end: number } | undefined): string | undefined =>
    place === undefined ? undefined : text.slice(place.start, place.end)
  assert.deepEqual(
    [words(found.howMuch), words(found.howOften), words(found.ratio), words(found.who)],
    ['Twenty-five minutes', 'twice a week', 'one-to-one', 'qualified teacher'],
  )
})

test('in social care the size of a club is not asked for', () => {
  const text = 'A youth worker will take Ida to a music group for two hours each Saturday.'
  assert.ok(checkProvision(text, { section: 'F' }).missing.includes('ratio'))
  assert.ok(!checkProvision(text, { section: 'H1' }).missing.includes('ratio'))
})

test('the author is told what is missing, and never a number', () => {
  const notes = notesForAuthor(checkProvision('Weekly speech and language therapy from the speech and language therapist.'))
  assert.deepEqual(notes.map(({ part, isEssential }) => [part, isEssential]), [
    ['howMuch', true], ['ratio', false], ['reviewer', false],
  ])
  assert.equal(notes[0]?.note, 'It does not say how long each session lasts. Add the minutes, or say why it cannot be fixed for this child.')
  for (const { note } of notes) assert.doesNotMatch(note, /\d/)
})
