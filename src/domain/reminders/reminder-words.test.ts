import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { arbitraryDate } from '../../../test/arbitrary-dates.ts'
import { dateWords } from '../calendar/date-words.ts'
import { addDays, plainDateOf } from '../calendar/plain-date.ts'
import type { Reminded } from './reminder-words.ts'
import { digestWords, isWorthSaying, reminderWords } from './reminder-words.ts'

/** Everything that a reminder may ever be made of. Whatever is not in here is a leak until somebody adds it on purpose. */
const vocabulary = new Set((
  'a reminder please answer by we asked you for an answer there is something can do until your due were it are other dates too sign in to see date '
  + 'today do not put any details this message keep them private never ask password e-mail'
).split(' '))

const kinds = fc.constantFrom<Reminded['kind']>('answers', 'last-days', 'asked')
const some = fc.tuple(arbitraryDate, fc.array(fc.record({ kind: kinds, inDays: fc.integer({ min: 0, max: 28 }) }), { minLength: 1, maxLength: 4 }))

describe('the words of a reminder', () => {
  it('are made of a small set of words and one date, whatever it is about', () => {
    fc.assert(fc.property(some, ([today, given]) => {
      const reminded = given.map(({ kind, inDays }) => ({ kind, dueOn: addDays(today, inDays) })) as [Reminded, ...Reminded[]]
      const { subject, email, textMessage } = reminderWords(reminded, today)
      const first = reminded.map(({ dueOn }) => dueOn).toSorted()[0] ?? today
      const text = `${subject}\n${email}\n${textMessage}`
      assert.ok(text.includes(dateWords(first)))
      for (const word of text.replaceAll(dateWords(first), '').toLowerCase().split(/[\s.,:]+/).filter((part) => part !== '')) assert.ok(vocabulary.has(word), word)
      assert.ok(`${textMessage} https://send-hub.a-county-council.gov.uk/home`.length <= 160, 'it fits one text message')
      assert.match(textMessage, /^[A-Za-z0-9 .,:]+$/)
    }))
  })

  it('do not tell a right to appeal from any other date for the family', () => {
    const today = plainDateOf('2027-01-15')
    const { subject, email } = reminderWords([{ kind: 'last-days', dueOn: plainDateOf('2027-02-12') }], today)
    assert.equal(subject, 'A reminder: a date for you is 12 February 2027')
    assert.doesNotMatch(`${subject} ${email}`, /appeal|mediation|tribunal|decision|refus/i)
  })

  it('say "today" on the day itself', () => {
    const today = plainDateOf('2027-03-28')
    assert.equal(reminderWords([{ kind: 'asked', dueOn: today }], today).subject, 'A reminder: your answer is due today, 28 March 2027')
  })
})

describe('the summary of a day', () => {
  it('says what there is in numbers, and nothing of what there is not', () => {
    assert.deepEqual(digestWords({ late: 1, week: 0, chase: 3 }, 'officer'), {
      subject: 'Your work today', email: 'On your list this morning:\n\n1 case: last day today or past\n3 cases: others are late and can be chased\n\nSign in to see them.',
    })
    assert.match(digestWords({ late: 0, week: 2, chase: 0, unexplained: 1 }, 'manager').email, /2 cases: due within 7 days\n1 legal limit has passed without a recorded reason/)
  })
  it('is not sent when there is nothing to say', () => {
    assert.equal(isWorthSaying({ late: 0, week: 0, chase: 0, unexplained: 0 }), false)
    assert.equal(isWorthSaying({ late: 0, week: 0, chase: 0, unexplained: 1 }), true)
  })
})
