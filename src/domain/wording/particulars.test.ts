// The second reading: what it lets pass, and what it still asks about.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkProvision, type Verdict } from './check-provision.ts'
import { isDetailed } from './particulars.ts'
import { readProvisionLine } from './provision-line.ts'
import { readPlacings } from './schedule.ts'
import { readPlainText } from './plain-text.ts'

const detailed: readonly (readonly [string, boolean])[] = [
  ['Weekly therapy.', false],
  ['In Year 4 at Level 2 of Key Stage 2, aged 9.', false],
  ['Two 20-minute sessions a week with a teaching assistant in the spring term.', true],
  ['Two 20-minute sessions a week with a teaching assistant in the spring term, where possible.', false],
  ['Up to two 20-minute sessions a week with a teaching assistant in the spring term.', false],
]
for (const [text, expected] of detailed) {
  test(`${expected ? 'many' : 'few or doubtful'} particulars: ${text}`, () =>
    assert.equal(isDetailed(readProvisionLine(text)), expected))
}

const lines: readonly (readonly [string, Verdict])[] = [
  // Forms that no reader of forms was made for.
  ['The therapist will spend two hours in the first month assessing the classroom and hall and send a list of changes.', 'specific'],
  ['A travel buddy, picked by the council, will walk with Ida to the bus and back for the first ten days of term.', 'specific'],
  ['The catering manager will serve a texture-modified lunch every school day, plated separately and labelled with her name.', 'specific'],
  // Length does not make up for what can be pointed at.
  ['The therapist will set targets each term, with 20 minutes a day of practice for Ida carried out in class by school staff.', 'partly'],
  ['Teaching of reading and spelling in a small group for 40 minutes each morning, led by a qualified specialist teacher.', 'partly'],
  ['A teaching assistant will support Ida in her lessons for 15 hours each week, in the classroom and at unstructured times.', 'partly'],
  ['The speech and language therapist will work directly with Ida in school once every fortnight on her use of longer sentences.', 'partly'],
  ['Practice of speech sounds for 15 minutes a day, using the pictures and games that were sent with the last report.', 'partly'],
]
for (const [text, verdict] of lines) {
  test(`${verdict}: ${text}`, () => assert.equal(checkProvision(text).verdict, verdict))
}

const placings: readonly (readonly [string, number])[] = [
  ['over the school year', 1],
  ['in the first half of the autumn term', 1],
  ['by Easter 2027', 1],
  ['before she starts', 1],
  ['in every subject', 1],
  ['in all areas', 0],
  ['in the classroom', 0],
  ['for all adults', 0],
]
for (const [words, count] of placings) {
  test(`"${words}" ${count === 0 ? 'says nothing of' : 'says'} when`, () =>
    assert.equal(Math.min(1, readPlacings(readPlainText(words).text).length), count))
}
