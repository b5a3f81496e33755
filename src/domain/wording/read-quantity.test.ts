import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readQuantity, type SaidFields } from './read-quantity.ts'

const lines: readonly (readonly [string, Partial<SaidFields>])[] = [
  ['45 minutes a week of physiotherapy for 38 weeks a year', { minutes: 45, times: 1, per: 'week', weeks: 38 }],
  ['Three 20-minute sessions a week', { minutes: 20, times: 3, per: 'week' }],
  ['10 minutes a day, five days a week', { minutes: 10, times: 5, per: 'week' }],
  ['half an hour each school day', { minutes: 30, times: 1, per: 'school-day' }],
  ['an hour every fortnight', { minutes: 60, times: 1, per: 'fortnight' }],
  ['12.5 hours a week', { minutes: 750, times: 1, per: 'week' }],
  ['six visits of 90 minutes, one each fortnight', { minutes: 90, times: 1, per: 'fortnight' }],
  ['30 minutes every Tuesday and Thursday', { minutes: 30, times: 2, per: 'week' }],
  ['twice termly', { times: 2, per: 'term' }],
  // What the words leave open stays open.
  ['two to three times a week', { per: 'week' }],
  ['up to three hours a week', { per: 'week' }],
  ['between 10 and 12 minutes daily', { times: 1, per: 'day' }],
  ['in Year 4 at Level 2', {}],
  ['regularly, as required', {}],
]
for (const [text, said] of lines) {
  test(`the numbers in "${text}"`, () => {
    const { minutes, times, per, weeks } = readQuantity(text)
    const numbers = Object.fromEntries(Object.entries({ minutes, times, per, weeks }).filter(([, value]) => value !== undefined))
    assert.deepEqual(numbers, said)
  })
}

test('people, group and check are quoted from the line', () => {
  const said = readQuantity('A vocabulary group of no more than four, 30 minutes twice a week, led by a teaching assistant '
    + 'trained in language disorder, reviewed each half term by the speech and language therapist.')
  assert.equal(said.who, 'teaching assistant trained in language disorder')
  assert.equal(said.groupSize, 'group of no more than four')
  assert.equal(said.checkedBy, 'speech and language therapist')
  assert.equal(said.checkedWhen, 'each half term')
})

test('staff who are nobody in particular fill in no name', () => {
  assert.equal(readQuantity('Ten minutes a day with trained staff').who, undefined)
})
