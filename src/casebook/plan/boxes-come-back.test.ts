// What is printed in the boxes of a line is read back as the fields that it was printed from, wherever it is read at all.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import * as fc from 'fast-check'
import { periods, type LineFields } from '../../domain/plan/line.ts'
import { withBox } from '../../domain/plan/working/read-box.ts'
import { fieldRows } from './plan-line-blocks.ts'

const words = fc.constantFrom('a therapist', 'in a quiet room', 'each term', 'Mrs Farrant')
const whole = fc.record({
  who: words, minutes: fc.integer({ min: 1, max: 600 }), times: fc.integer({ min: 1, max: 30 }), per: fc.constantFrom(...periods), weeks: fc.integer({ min: 1, max: 52 }),
  howLong: words, groupSize: words, setting: words, checkedBy: words, checkedWhen: words, flexibleBecause: words,
}, { requiredKeys: ['minutes', 'times', 'per'] })

it('the boxes of a provision line come back as its fields', () => {
  fc.assert(fc.property(whole, (fields) => {
    const read = fieldRows({ kind: 'provision', fields }).reduce<LineFields>((so, [label, wanted]) => withBox('provision', so, { label, wanted }) ?? assert.fail(`${label}: ${wanted}`), {})
    // Weeks are not printed beside what is given once or each year; of checking alone, who stands for both.
    const { weeks, ...rest } = fields
    const printed = weeks === undefined || fields.per === 'once' || fields.per === 'year' ? rest : fields
    const { checkedWhen, ...unchecked } = printed
    assert.deepEqual(read, checkedWhen !== undefined && printed.checkedBy === undefined ? { ...unchecked, checkedBy: checkedWhen } : { ...printed })
  }))
})

it('the boxes of an outcome come back as its fields', () => {
  const fields = { by: 'July 2027', measure: 'Seen in 4 of 5 lessons' }
  assert.deepEqual(fieldRows({ kind: 'outcome', fields }).reduce<LineFields>((so, [label, wanted]) => withBox('outcome', so, { label, wanted }) ?? {}, {}), fields)
})
