import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { heldIn, numberOfWord, readPlainText } from './plain-text.ts'

const readings: readonly (readonly [string, string])[] = [
  ['Three 20-minute sessions', '3 20-minute sessions'],
  ['twenty-five hours', '25 hours'],
  ['Twenty five hours', '25 hours'],
  ['at 8.20 five children', 'at 8.20 5 children'],
  ['20 five-minute breaks', '20 5-minute breaks'],
  ['one-to-one', '1-to-1'],
  ['the school’s  **quiet**\troom – daily', "the school's quiet room - daily"],
  ['3 × 20 mins', '3 x 20 mins'],
  ['someone often', 'someone often'],
]

for (const [words, plain] of readings) {
  test(`"${words}" is read as "${plain}"`, () => assert.equal(readPlainText(words).text, plain))
}

test('a number word is a number only as a whole word', () => {
  assert.equal(numberOfWord('Ten'), 10)
  assert.equal(numberOfWord('constructor'), undefined)
})

test('every place points back into the author\'s words', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(200), fc.nat(200), (words, a, b) => {
    const plain = readPlainText(words)
    const place = plain.placeOf(Math.min(a, b), Math.max(a, b))
    assert.ok(place.start >= 0 && place.start <= place.end && place.end <= words.length)
  }))
})

test('a number word keeps the place of all its letters', () => {
  const plain = readPlainText('For twenty-five hours')
  const at = plain.text.indexOf('25')
  const { start, end } = plain.placeOf(at, at + 2)
  assert.equal('For twenty-five hours'.slice(start, end), 'twenty-five')
})

test('held places are free only while nothing has taken them', () => {
  const held = heldIn(10, [{ start: 2, end: 4 }])
  assert.equal(held.isFree({ start: 4, end: 6 }), true)
  assert.equal(held.isFree({ start: 3, end: 6 }), false)
  assert.equal(held.isWholly({ start: 2, end: 4 }), true)
})
