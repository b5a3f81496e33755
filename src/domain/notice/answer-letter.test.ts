import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainDateOf } from '../calendar/plain-date.ts'
import { answerAlert, answerLetter } from './answer-letter.ts'

const particulars = {
  council: 'Wendmere Council', sentOn: plainDateOf('2026-09-14'), to: 'Kerry Skerrow', said: 'She needs 20 minutes.', answer: 'We agree.',
  officer: { name: 'Hattie Vance', telephone: '01632 960111' },
}

describe('the letter that answers the family', () => {
  it('says what they said, what is answered and whom to talk to', () => {
    assert.deepEqual(answerLetter(particulars).map(({ heading, text }) => [heading, text]), [
      [undefined, 'Wendmere Council. 14 September 2026.'],
      [undefined, 'Dear Kerry Skerrow,'],
      ['What you told us about the draft plan', 'She needs 20 minutes.'],
      ['Our answer', 'We agree.'],
      ['Who to talk to', 'You can talk to us about this letter.\nHattie Vance\nPhone: 01632 960111'],
    ])
  })

  it('names nobody to talk to who cannot be reached', () => {
    assert.equal(answerLetter({ ...particulars, officer: { name: '' } }).length, 4)
  })

  it('is announced without a word of it', () => {
    assert.doesNotMatch(`${answerAlert.subject} ${answerAlert.words}`, /draft|plan|child|agree|comment/i)
  })
})
