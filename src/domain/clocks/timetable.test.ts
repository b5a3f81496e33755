// Every worked case of test/cases/timetable.json through the engine itself: all its expectations are compared, and no case is
// passed over.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import cases from '../../../test/cases/timetable.json' with { type: 'json' }
import { calendarByRule } from '../../../test/calendar-by-rule.ts'
import { worked, type Case, type Read } from '../../../test/worked-timetable.ts'
import { plainDateOf, type PlainDate } from '../calendar/plain-date.ts'
import { foldClocks } from './fold-clocks.ts'

// Half-term as TT-70 has it; the ends of the term do not matter to it.
const oldSchool = {
  of: 'old-school', terms: [{ firstDay: plainDateOf('2027-01-04'), lastDay: plainDateOf('2027-03-25') }],
  closed: [{ firstDay: plainDateOf('2027-02-15'), lastDay: plainDateOf('2027-02-19') }],
}
const calendar = calendarByRule([oldSchool])

describe('the worked timetable cases, through the engine', () => {
  for (const found of cases as readonly Case[]) {
    it(`${found.id}: ${found.description}`, () => {
      const ours = worked[found.id] ?? assert.fail(`${found.id} is not worked here`)
      const day = (name: string): PlainDate => plainDateOf(String(found.inputs[name]))
      const folded = foldClocks(ours.facts(day, found.inputs), calendar, plainDateOf(ours.today ?? '2029-01-01'))
      assert.ok(folded.ok, JSON.stringify(folded))
      const read: Read = (key) => folded.value.find(({ id, step }) => (step === undefined ? id : `${id}/${step}`) === key) ?? assert.fail(`no clock ${key}`)
      assert.deepEqual(ours.gives(read, day, folded.value), found.expected)
    })
  }
})
