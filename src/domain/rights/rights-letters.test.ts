import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { readingGrade, sentencesOf } from '../../../test/reading.ts'
import { addDays, addMonths, dateOfDayNumber, dayNumber, plainDateOf } from '../calendar/plain-date.ts'
import { bornByToBeYoungPerson, youngPersonFrom } from '../calendar/school-year.ts'
import { helpParts } from '../case-file/facts.ts'
import type { RightsLetterDue } from './rights-letter-due.ts'
import { rightsLetterDue } from './rights-letter-due.ts'
import type { RightsLetterFacts } from './rights-letters.ts'
import { composePermissionLetter, composeRightsLetter } from './rights-letters.ts'

const day = plainDateOf
const facts: RightsLetterFacts = {
  to: { name: 'Beth', as: 'young-person' }, firstName: 'Beth', rightsOn: day('2029-06-30'), today: day('2028-06-30'), council: 'Wendmere Council',
  officer: { name: 'Hattie Greaves', telephone: '01632 960100' }, informationAndAdvice: { name: 'Wendmere SENDIASS', telephone: '01632 960160' },
}
const all: RightsLetterDue[] = [
  { letter: 'notice', timing: 'ahead' }, { letter: 'notice', timing: 'inside' }, { letter: 'notice', timing: 'passed' }, { letter: 'reminder' },
]
const textOf = (due: RightsLetterDue, as: 'young-person' | 'parent'): string => {
  const letter = composeRightsLetter(due, { ...facts, to: { name: as === 'parent' ? 'Kerry Skerrow' : 'Beth', as } })
  assert.ok(letter.ok)
  return letter.value.paragraphs.map(({ heading, text }) => `${heading === undefined ? '' : `${heading}.\n`}${text}`).join('\n')
}

describe('the letters about the rights', () => {
  for (const due of all) for (const as of ['young-person', 'parent'] as const) {
    it(`can be read at about nine years of age: ${due.letter}${due.letter === 'notice' ? ` ${due.timing}` : ''} to a ${as}`, () => {
      const text = textOf(due, as)
      assert.ok(readingGrade(text) <= 5, `grade ${readingGrade(text).toFixed(1)}`)
      assert.deepEqual(sentencesOf(text).filter((sentence) => sentence.split(/\s+/).length > 28), [])
    })
  }

  it('say when, that parents can still help, how to say how to be helped, and who helps that is not the council', () => {
    const text = textOf({ letter: 'notice', timing: 'ahead' }, 'young-person')
    for (const said of [/30 June 2029/, /a year from now/, /Your parents can still help/, /how you want to be helped/, /01632 960160/, /01632 960100/]) assert.match(text, said)
  })

  it('do not say a year when it is less', () => {
    assert.doesNotMatch(textOf({ letter: 'notice', timing: 'inside' }, 'parent'), /a year from now/)
    assert.match(textOf({ letter: 'notice', timing: 'inside' }, 'parent'), /less than a year away/)
    assert.match(textOf({ letter: 'notice', timing: 'passed' }, 'parent'), /We write to Beth now/)
  })

  it('are refused while the record names nobody to turn to', () => {
    const { informationAndAdvice: _, ...without } = facts
    assert.deepEqual(composeRightsLetter({ letter: 'reminder' }, without), { ok: false, refusal: { reason: 'nobody-to-turn-to', missing: ['information-and-advice'] } })
    assert.equal(composeRightsLetter({ letter: 'reminder' }, { ...facts, officer: { name: 'Nobody to reach' } }).ok, false)
  })

  it('tell a parent what they may do, and no more', () => {
    fc.assert(fc.property(fc.subarray([...helpParts]), (parts) => {
      const letter = composePermissionLetter(parts, { ...facts, to: { name: 'Kerry Skerrow', as: 'parent' } })
      assert.ok(letter.ok)
      const text = letter.value.paragraphs.map((one) => one.text).join('\n')
      assert.equal(/read the plan/.test(text), parts.includes('plan'))
      assert.equal(/copy of our letters/.test(text), parts.includes('letters'))
      assert.equal(/nothing new/.test(text), parts.length === 0)
    }))
  })
})

describe('rightsLetterDue', () => {
  const rightsOn = day('2027-06-26')
  const on = (today: string, given: { noticeOn?: string; reminderOn?: string } = {}) => rightsLetterDue({
    rightsOn, ...(given.noticeOn === undefined ? {} : { noticeOn: day(given.noticeOn) }), ...(given.reminderOn === undefined ? {} : { reminderOn: day(given.reminderOn) }),
  }, day(today))

  for (const [today, given, due] of [
    ['2026-06-25', {}, undefined],
    ['2026-06-26', {}, { letter: 'notice', timing: 'ahead' }],
    ['2026-07-10', {}, { letter: 'notice', timing: 'ahead' }],
    ['2026-07-11', {}, { letter: 'notice', timing: 'inside' }],
    ['2027-06-25', {}, { letter: 'notice', timing: 'inside' }],
    ['2027-06-26', {}, { letter: 'notice', timing: 'passed' }],
    ['2028-06-25', {}, { letter: 'notice', timing: 'passed' }],
    ['2028-06-26', {}, undefined],
    ['2027-05-28', { noticeOn: '2026-06-26' }, undefined],
    ['2027-05-29', { noticeOn: '2026-06-26' }, { letter: 'reminder' }],
    ['2027-06-25', { noticeOn: '2026-06-26' }, { letter: 'reminder' }],
    ['2027-06-26', { noticeOn: '2026-06-26' }, undefined],
    ['2027-06-01', { noticeOn: '2026-06-26', reminderOn: '2027-05-29' }, undefined],
    ['2027-06-01', { noticeOn: '2027-05-20' }, undefined],
    ['2027-06-17', { noticeOn: '2027-05-20' }, { letter: 'reminder' }],
  ] as const) {
    it(`on ${today}, told ${JSON.stringify(given)}: ${JSON.stringify(due) ?? 'nothing'}`, () => { assert.deepEqual(on(today, given), due) })
  }
})

/** Every day of birth of sixteen years. */
const births = Array.from({ length: dayNumber(day('2015-12-31')) - dayNumber(day('2000-01-01')) + 1 }, (_, index) => dateOfDayNumber(dayNumber(day('2000-01-01')) + index))

describe('who is told, found by day of birth', () => {
  it('is the same for every birth from 2000 to 2015, a year before, on the day and four weeks before', () => {
    for (const born of births) {
      const rightsOn = youngPersonFrom(born)
      for (const [today, ahead] of [
        [addMonths(rightsOn, -12), 12], [addDays(addMonths(rightsOn, -12), -1), 12], [rightsOn, 0], [addDays(rightsOn, -1), 0],
      ] as const) {
        assert.equal(born <= bornByToBeYoungPerson(addMonths(today, ahead)), rightsOn <= addMonths(today, ahead), `${born} on ${today}`)
      }
    }
  })

  it('never asks for a letter to a family whom the list would not find', () => {
    fc.assert(fc.property(fc.constantFrom(...births), fc.integer({ min: -800, max: 800 }), (born, days) => {
      const rightsOn = youngPersonFrom(born)
      const today = addDays(rightsOn, days)
      if (rightsLetterDue({ rightsOn }, today) !== undefined) assert.ok(born <= bornByToBeYoungPerson(addMonths(today, 12)))
    }))
  })
})
