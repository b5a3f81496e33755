// Tables for each reader: what it takes from a line and, as important, what it leaves alone.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCounts, readDurations } from './amount.ts'
import { readDeliverers } from './deliverer.ts'
import { readFrequencies } from './frequency.ts'
import { findUnsizedGroups, readGroupSizes } from './group-size.ts'
import { readPlainText } from './plain-text.ts'
import { readReviewing } from './reviewing.ts'
import { findWeakPhrases } from './weak-words.ts'

const plain = (words: string): string => readPlainText(words).text
const places = (words: string, found: readonly { start: number; end: number }[]): string[] =>
  found.map((place) => plain(words).slice(place.start, place.end))

const durations: readonly (readonly [string, readonly (number | undefined)[]])[] = [
  ['45 minutes a week', [45]],
  ['half an hour daily', [30]],
  ['Two half-hour sessions', [30]],
  ['an hour and a half', [90]],
  ['for three-quarters of an hour', [45]],
  ['1.5 hours', [90]],
  ['two and a half hours', [150]],
  ['1 hour 15 minutes', [75]],
  ['20 mins', [20]],
  ['between 10 and 12 minutes', [undefined]],
  ['30-40 minutes', [undefined]],
  ['from 12.30 to 1.00', [undefined]],
  ['throughout break', [undefined]],
  ['every 20 minutes', []],
  ['within two hours', []],
  ['In Year 4 at Level 2 of Key Stage 2, aged 9', []],
  ['by 15 January 2027', []],
  ['five days a week', []],
]
for (const [words, minutes] of durations) {
  test(`minutes in "${words}"`, () => assert.deepEqual(readDurations(plain(words)).map((found) => found.minutes), minutes))
}

test('a ceiling is told from a floor', () => {
  assert.deepEqual(readDurations(plain('up to three hours')).map((found) => found.isCeiling), [true])
  assert.deepEqual(readDurations(plain('at least three hours')).map((found) => found.isCeiling), [false])
})

const counts: readonly (readonly [string, readonly (number | undefined)[]])[] = [
  ['six home visits', [6]],
  ['Six 40-minute one-to-one sessions', [6]],
  ['8 to 12 sessions', [undefined]],
  ['up to six sessions', [undefined]],
  ['3 x 20 mins', [3]],
  ['six children', []],
]
for (const [words, times] of counts) {
  test(`occasions in "${words}"`, () => assert.deepEqual(readCounts(plain(words)).map((found) => found.times), times))
}

const frequencies: readonly (readonly [string, readonly (readonly [number | undefined, string | undefined])[]])[] = [
  ['daily', [[1, 'day']]],
  ['three times a week', [[3, 'week']]],
  ['twice weekly', [[2, 'week']]],
  ['10 weekly sessions', [[1, 'week']]],
  ['once every three weeks', [[undefined, undefined]]],
  ['every other week', [[1, 'fortnight']]],
  ['every two weeks', [[1, 'fortnight']]],
  ['every other Saturday', [[1, 'fortnight']]],
  ['two to three times a week', [[undefined, 'week']]],
  ['per half term', [[undefined, 'half-term']]],
  ['half-termly', [[1, 'half-term']]],
  ['2 hours p/w', [[undefined, 'week']]],
  ['every Friday', [[undefined, undefined]]],
  ['on Mondays and Thursdays', [[undefined, undefined]]],
  ['at 9.00 and 11.15', [[undefined, undefined]]],
  ['in every lesson', [[undefined, undefined]]],
  ['every September', [[1, 'year']]],
  ['six-monthly', [[undefined, undefined]]],
  ['for a week', []],
  ['in lessons', []],
  ['daily living skills', []],
  ['each of the three rooms', []],
  ['at school', []],
]
for (const [words, rates] of frequencies) {
  test(`how often in "${words}"`, () =>
    assert.deepEqual(readFrequencies(plain(words)).map((found) => [found.times, found.per]), rates))
}

const sizes: readonly (readonly [string, number, number])[] = [
  ['one-to-one', 1, 0],
  ['in a pair', 1, 0],
  ['a group of no more than four', 1, 0],
  ['a group for up to four pupils', 1, 0],
  ['in a ratio of 1:3', 1, 0],
  ['shared with one other pupil', 1, 0],
  ['small group work', 0, 1],
  ['at 11:15', 0, 0],
  ['her individual needs', 0, 0],
]
for (const [words, sized, unsized] of sizes) {
  test(`group sizes in "${words}"`, () => {
    const found = readGroupSizes(plain(words))
    assert.deepEqual([Math.min(1, found.length), findUnsizedGroups(plain(words), found).length], [sized, unsized])
  })
}

const people: readonly (readonly [string, boolean])[] = [
  ['A qualified speech and language therapist will see Amir', true],
  ['led by the orthoptist', true],
  ['with an inclusion mentor', true],
  ['the pastoral lead will run a club', true],
  ['Every adult who teaches Tariq will wait', true],
  ['two adults trained by the physiotherapist', true],
  ['by trained staff', false],
  ['with a key adult', false],
  ['by the therapist or a member of her team', false],
  ['the therapist sets targets and school staff do the rest, carried out by school staff', false],
  ['a programme written by the occupational therapist', false],
  ['to lead a group', false],
  ['a list of words to assist him', false],
  ['occupational therapy', false],
]
for (const [words, isNamed] of people) {
  test(`"${words}" ${isNamed ? 'names' : 'names nobody as'} the deliverer`, () =>
    assert.equal(readDeliverers(plain(words), [], 'other').isNamed, isNamed))
}

test('in a line about training only the trainer delivers', () => {
  const isNamed = (words: string): boolean => readDeliverers(plain(words), [], 'training').isNamed
  assert.equal(isNamed('Teaching assistants will receive two hours of training'), false)
  assert.equal(isNamed('Two hours of training for the teaching assistants from the physiotherapist'), true)
})

const checks: readonly (readonly [string, boolean])[] = [
  ['A programme daily, reviewed each term by the SENCO', true],
  ['Teaching weekly, with progress measured by that teacher', true],
  ['The nurse will change the button and review the plan', true],
  ['A tutor will teach her daily and will write a report each term', true],
  ['A programme daily, reviewed each term', false],
  ['A block of therapy, followed by review', false],
  ['Teaching weekly from a qualified teacher', false],
]
for (const [words, isNamed] of checks) {
  test(`"${words}" ${isNamed ? 'names' : 'does not name'} who checks`, () =>
    assert.equal(readReviewing(plain(words)).isNamed, isNamed))
}

test('how often a check is done is set apart from how often the work is done', () => {
  const words = 'A reading programme, reviewed every half term by the SENCO'
  assert.deepEqual(places(words, readReviewing(plain(words)).clauses), [' reviewed every half term by the senco'])
})

const weak: readonly (readonly [string, readonly string[]])[] = [
  ['as and when required', ['as and when required']],
  ['where clinically appropriate', ['where clinically appropriate']],
  ['subject to pool availability', ['subject to pool availability']],
  ['if capacity permits', ['if capacity permits']],
  ['funding permitting', ['funding permitting']],
  ['when she is upset', ['when she is upset']],
  ['up to three hours', ['up to 3 hours']],
  ['up to four pupils', []],
  ['would benefit from', ['would benefit from']],
  ['every six weeks, or sooner if needed', []],
  ['decide whether six more are needed', []],
  ['a weekly visit of 60 minutes', []],
]
for (const [words, phrases] of weak) {
  test(`weak words in "${words}"`, () => assert.deepEqual(findWeakPhrases(plain(words)).map((found) => found.text), phrases))
}
