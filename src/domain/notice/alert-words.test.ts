import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { arbitraryDate } from '../../../test/arbitrary-dates.ts'
import { invented } from '../../../test/invented-notice.ts'
import { dateWords } from '../calendar/date-words.ts'
import { alertWords, type AlertWords } from './alert-words.ts'
import { composeNotice } from './compose-notice.ts'
import { noticeKinds } from './required-content.ts'

const allOf = ({ email, subject, textMessage }: AlertWords): string => `${subject}\n${email}\n${textMessage}`
const kinds = fc.constantFrom(...noticeKinds)
const maybeDue = fc.option(arbitraryDate, { nil: undefined })

/** Everything that an alert may ever be made of. Whatever is not in here is a leak until somebody adds it on purpose. */
const vocabulary = new Set(
  (
    'a an letter document notice request invitation is ready for you please answer by sign in to read it ' +
    'we do not put any details this message keep them private never ask password e-mail'
  ).split(' '),
)

describe('alertWords', () => {
  it('is made of a small set of words and one date, whatever happened', () => {
    fc.assert(
      fc.property(kinds, maybeDue, (kind, dueOn) => {
        const text = allOf(alertWords(kind, dueOn)).replaceAll(dueOn === undefined ? '\0' : dateWords(dueOn), '')
        for (const word of text.toLowerCase().split(/[\s.,:]+/).filter((part) => part !== '')) {
          assert.ok(vocabulary.has(word), word)
        }
      }),
    )
  })

  it('carries no canary that stands in the notice it announces', () => {
    const canaries = ['Zebedee', 'Quillfeather', 'Marrowgate School', 'autism', 'refused-because-canary']
    const [first, last, school, diagnosis, reason] = canaries
    const particulars = {
      ...invented,
      child: { ...invented.child, fullName: `${first} ${last}`, firstName: first ?? '' },
      reasons: `${reason}: ${school} reports ${diagnosis}`,
      outcomeOfAssessment: `${diagnosis} at ${school}`,
      copiesTo: [school ?? ''],
    }
    fc.assert(
      fc.property(kinds, maybeDue, (kind, dueOn) => {
        const notice = composeNotice(kind, particulars)
        const said = notice.paragraphs.map((part) => part.text).join('\n')
        const alert = allOf(alertWords(notice.kind, dueOn)).toLowerCase()
        assert.ok(canaries.some((canary) => said.includes(canary)), `${kind} carries a canary itself`)
        for (const canary of canaries) assert.ok(!alert.includes(canary.toLowerCase()))
        assert.ok(!alert.includes(notice.title.toLowerCase()))
      }),
    )
  })

  it('does not tell one outcome from the other, by words, by date or by length', () => {
    fc.assert(
      fc.property(maybeDue, maybeDue, (one, other) => {
        assert.deepEqual(alertWords('will-assess', one), alertWords('refuse-to-assess', other))
        assert.deepEqual(alertWords('will-issue-plan', one), alertWords('refuse-plan', other))
        assert.deepEqual(alertWords('final-plan', one), alertWords('refuse-plan', other))
      }),
    )
  })

  it('says when an answer is due, and to sign in', () => {
    fc.assert(
      fc.property(arbitraryDate, (dueOn) => {
        for (const kind of ['draft-plan', 'consultation', 'assessment-considered'] as const) {
          assert.ok(alertWords(kind, dueOn).textMessage.includes(dateWords(dueOn)))
        }
        for (const kind of noticeKinds) assert.match(alertWords(kind, dueOn).textMessage, /Sign in/)
      }),
    )
  })

  it('fits one text message', () => {
    fc.assert(
      fc.property(kinds, maybeDue, (kind, dueOn) => {
        assert.match(alertWords(kind, dueOn).textMessage, /^[A-Za-z0-9 .,:]{1,160}$/)
      }),
    )
  })
})
