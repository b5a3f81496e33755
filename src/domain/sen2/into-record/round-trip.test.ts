// A return that is brought in and written again is the same return, element for element: from whatever a person of a return may hold, in every year.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { manySen2Persons } from '../../../../test/builders/a-sen2-return.ts'
import { readSen2 } from '../../../../test/builders/read-sen2.ts'
import { fileText, someReturn } from '../../../../test/builders/sen2-tree.ts'
import { askedFor } from '../from-record/record-for-return.ts'
import { returnOf } from '../return-of.ts'
import { periodOf, returnYears, surveyDayOf, type ReturnYear } from '../return-years.ts'
import type { Sen2Person } from '../sen2-return.ts'
import { isSameValue } from '../../plan/same-value.ts'
import { recordOf } from './record-of.ts'
import { recordForReturn } from './said-beside.ts'
import { missingForRecord } from './why-not.ts'

const newId = () => { let last = 0; return <T extends string>(): T => `00000000-0000-4000-8000-${String(last += 1).padStart(12, '0')}` as T }
const made = (person: Sen2Person, year: ReturnYear) => recordOf(person, { batchId: 'b', year, surveyDay: surveyDayOf(year), period: periodOf(year) }, newId())

function assertSame(person: Sen2Person, year: ReturnYear): void {
  const again = returnOf(recordForReturn(made(person, year)), askedFor(year))?.person
  assert.ok(isSameValue(again, person), JSON.stringify({ again, person }, undefined, 1))
}

/** The rules keep out what happened after survey day. */
const isOfTheFuture = (person: Sen2Person, year: ReturnYear): boolean => [...JSON.stringify(person).matchAll(/\d{4}-\d{2}-\d{2}/g)].some(([day]) => day > surveyDayOf(year))

describe('a return that is brought in and written again', () => {
  it('is the same for usual persons of every year', () => {
    for (const year of returnYears) for (const person of manySen2Persons(200, year)) assertSame(person, year)
  })

  for (const year of returnYears) {
    it(`is the same for whatever the table of ${year} allows`, async () => {
      const counts = { same: 0, left: 0 }
      await fc.assert(fc.asyncProperty(someReturn(year), async (tree) => {
        for (const person of (await readSen2(fileText(tree), { year })).persons) {
          if (missingForRecord(person) === undefined && !isOfTheFuture(person, year)) { assertSame(person, year); counts.same += 1 } else counts.left += 1
        }
      }), { numRuns: 300 })
      assert.ok(counts.same > 100, JSON.stringify(counts))
    })
  }

  it('keeps beside the facts little of what usual persons say', () => {
    const items = [...manySen2Persons(200)].flatMap((person) => made(person, 2026).cases.flatMap(({ facts }) => facts.flatMap(({ fact }) => (fact.type === 'return-brought-in' ? fact.items : []))))
    assert.deepEqual([...new Set(items.map(({ path }) => path.join('/')))].toSorted(), [
      'ActivePlans/LastReview', 'ActivePlans/ReviewMeeting', 'ActivePlans/ReviewOutcome', 'Assessment/NamedPlan/PB', 'Assessment/OtherMediation', 'Assessment/OtherTribunal',
    ])
  })
})
