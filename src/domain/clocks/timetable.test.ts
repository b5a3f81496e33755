// Every worked case of test/cases/timetable.json through the engine itself: all its expectations are compared, and no case is
// passed over.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { factsOfCase, timetableCalendar, timetableCases, worked, type Read } from '../../../test/worked-timetable.ts'
import { plainDateOf, type PlainDate } from '../calendar/plain-date.ts'
import { foldClocks } from './fold-clocks.ts'

describe('the worked timetable cases, through the engine', () => {
  for (const found of timetableCases) {
    it(`${found.id}: ${found.description}`, () => {
      const ours = worked[found.id] ?? assert.fail(`${found.id} is not worked here`)
      const { facts, today } = factsOfCase(found)
      const day = (name: string): PlainDate => plainDateOf(String(found.inputs[name]))
      const folded = foldClocks(facts, timetableCalendar, today)
      assert.ok(folded.ok, JSON.stringify(folded))
      const read: Read = (key) => folded.value.find(({ id, step }) => (step === undefined ? id : `${id}/${step}`) === key) ?? assert.fail(`no clock ${key}`)
      assert.deepEqual(ours.gives(read, day, folded.value), found.expected)
    })
  }
})
