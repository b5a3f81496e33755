import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkOutcome, smartParts } from './check-outcome.ts'

// Letters of SMART that hold, then D for provision in disguise.
const lines: readonly (readonly [string, string])[] = [
  ['By July 2028, Ida will ask a friend to play, with no adult help, on four days out of five.', 'smart'],
  ['Ida will ask a friend to play on four days out of five.', 'smar'],
  ['By July 2028, Ida will be able to hold a pencil more easily.', 's-ar t'],
  ['By July 2028, Ida will be more confident.', 'ar t'],
  ['Improved self-esteem.', 'ar'],
  ['Ida will receive weekly physiotherapy.', 'ar D'],
  ['Ida will have access to a quiet room.', 'ar D'],
  ['By July 2028, Ida will have had 20 sessions of physiotherapy.', 'smart D'],
  ['By July 2028, staff will be trained in signing.', 'sar t D'],
  // What a professional, a school or a council will have done is provision, however it is dated.
  ["By July 2028, an occupational therapist will have assessed Ida's home.", 'smart D'],
  ['By July 2028, the school will have fitted a ramp.', 'smart D'],
  ['By her fifth birthday, Ida will use the toilet on her own on four days out of five.', 'smart'],
  ['Before moving to Year 7, Ida will cross a road alone on five trips in a row.', 'smart'],
  // A target days away asks for no change that provision could bring about.
  ['By next week, Ida will read 100 words a minute without a mistake.', 'smrt'],
  ['To make friends.', 'ar'],
  ['Ida will reach her full potential.', 'r'],
  ['Parents will feel less tired.', 'a'],
  ['By July 2028, Ida will recite the first 20 digits of pi from memory.', 'smat'],
  ['By the end of Key Stage 2, Ida will attend 90% of her agreed lessons in each half term.', 'smart'],
]
const letters: readonly string[] = ['s', 'm', 'a', 'r', 't']

for (const [text, held] of lines) {
  test(`${held}: ${text}`, () => {
    const check = checkOutcome(text)
    const [parts = '', disguise = ''] = [held.replaceAll(/[^smart]/g, ''), held.includes('D') ? 'D' : '']
    const said = smartParts.map((part, index) => (check[part] ? letters[index] ?? '' : '')).join('')
    assert.deepEqual([said, check.isProvisionInDisguise ? 'D' : ''], [parts, disguise])
    assert.equal(check.isSmart, parts === 'smart')
  })
}

test('a year group, a level and a date are no measure', () => {
  assert.equal(checkOutcome('By July 2028, Ida, in Year 4, will be happier at Level 2.').measurable, false)
})

test('every part that fails has its reason', () => {
  assert.equal(checkOutcome('Improved self-esteem.').reasons.length, 3)
  assert.deepEqual(checkOutcome('By July 2028, Ida will read 20 words with no help in four trials out of five.').reasons, [])
})
