// The return of invented children: every year's file is right for its schema, and its outcomes are as many as the facts say, counted in another way.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aSen2Header } from '../../test/builders/a-sen2-return.ts'
import { expectOfSchema } from '../../test/builders/schema-says.ts'
import type { PlainDate } from '../domain/calendar/plain-date.ts'
import type { RecordedFact } from '../domain/case-file/facts.ts'
import { needs } from '../domain/sen2/code-sets.ts'
import { factTypesRead } from '../domain/sen2/from-record/fact-types.ts'
import { askedFor, type ChildForReturn, type SettingForReturn } from '../domain/sen2/from-record/record-for-return.ts'
import { isSameValue } from '../domain/plan/same-value.ts'
import { recordOf } from '../domain/sen2/into-record/record-of.ts'
import { recordForReturn } from '../domain/sen2/into-record/said-beside.ts'
import { missingForRecord } from '../domain/sen2/into-record/why-not.ts'
import { returnOf } from '../domain/sen2/return-of.ts'
import { periodOf, surveyDayOf, type ReturnYear } from '../domain/sen2/return-years.ts'
import { returnText } from '../domain/sen2/write-return.ts'
import { boroughArea } from './areas.ts'
import { dayOf } from './days.ts'
import { makeChild, type MadeChild } from './make-child.ts'
import { worldOf } from './world.ts'

const world = worldOf(1, boroughArea, dayOf('2026-01-15'))
// Every third: all kinds of children, stirred.
const children = Array.from({ length: Math.floor(world.area.known / 3) }, (_, index) => makeChild(world, index * 3))
const urnOf = new Map(world.surroundings.settings.map(({ id, urn }) => [id as string, urn]))

/** What the loader of an area would write in rows beside the facts. */
function childForReturn({ familyName, givenName, bornOn, sex, ethnicity, upn, need, facts, caseId }: MadeChild): ChildForReturn {
  const place = { rank: 1, senUnit: false, resourced: false } as const
  const began = facts.filter((fact) => fact.type === 'setting-began')
  const settings = began.map((fact, index): SettingForReturn => {
    const until = began[index + 1]?.happenedOn
    return { ...place, urn: urnOf.get(fact.organisationId) ?? '900001', fromOn: fact.happenedOn, ...(until === undefined || until < fact.happenedOn ? {} : { toOn: until }) }
  })
  return {
    familyName, givenName, bornOn, sex: sex === 'male' ? 'M' : 'F', ethnicityCode: ethnicity, ...(upn === undefined ? { upnUnknown: 'UN1' } : { upn }), addresses: [], needs: [{ need: Object.hasOwn(needs, need) ? need : 'OTH', rank: 1, fromOn: bornOn }],
    settings: [...settings, { rank: 2, senUnit: false, resourced: false, senSetting: 'OPA', fromOn: bornOn }],
    cases: [{ id: caseId, ledger: facts, requests: [], namedSettings: [{ ...place, urn: '900001', fromOn: bornOn }], personalBudgets: [] }],
  }
}

/** Outcomes by the facts of a child, with no stages and no courses: one plan or one request at a time, as these lives are made. */
function outcomesBy(facts: readonly RecordedFact[], year: ReturnYear): string[] {
  const { firstDay, lastDay } = periodOf(year)
  const known = facts.filter(({ happenedOn }) => happenedOn <= surveyDayOf(year))
  const starts = known.flatMap((fact, index) => (['request-received', 'brought-to-attention', 'older-plan-brought-in', 'plan-transferred-in'].includes(fact.type) ? [index] : []))
  return starts.flatMap((start, index) => {
    const own = known.slice(start, starts[index + 1])
    const dayOfFirst = (type: string): PlainDate | undefined => own.find((fact) => fact.type === type)?.happenedOn
    const [first] = own
    const asIs = first?.type === 'older-plan-brought-in' || first?.type === 'plan-transferred-in'
    const plan = asIs ? first.happenedOn : dayOfFirst('final-issued')
    const ended = dayOfFirst('plan-ceased') ?? dayOfFirst('moved-out-of-area')
    const decided = dayOfFirst('assessment-decided')
    const isRefused = own.some((fact) => fact.type === 'assessment-decided' && fact.outcome === 'not-assess')
    const isNoPlan = own.some((fact) => fact.type === 'plan-decided' && fact.outcome === 'no-plan')
    const over = plan === undefined ? (isNoPlan ? dayOfFirst('plan-decided') : isRefused ? decided : dayOfFirst('request-withdrawn')) : ended
    if ((over !== undefined && over < firstDay) || first === undefined || (plan === undefined && first.happenedOn > lastDay)) return []
    const request = asIs ? (first.type === 'plan-transferred-in' || first.happenedOn < firstDay ? 'H' : 'Y')
      : decided === undefined ? (over === undefined ? 'A' : 'W') : isRefused ? 'N' : decided < firstDay ? 'H' : 'Y'
    const assessment = plan !== undefined ? (first.type === 'plan-transferred-in' || plan < firstDay ? 'H' : 'Y')
      : decided === undefined || isRefused ? '-' : isNoPlan ? 'N' : dayOfFirst('plan-decided') === undefined ? 'A' : 'Y'
    return [`${request}${assessment}${plan === undefined ? '' : ended === undefined ? ' active' : ' ceased'}`]
  })
}

const tally = (words: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const word of words.toSorted()) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

describe('the return of invented children', () => {
  for (const year of [2023, 2024, 2025, 2026] as const) {
    const asked = askedFor(year)
    const told = children.map((child) => ({ child, found: returnOf(childForReturn(child), asked) }))
    it(`of ${year} has the outcomes that the facts have, child by child`, () => {
      const all: string[] = []
      for (const { child, found } of told) {
        const ours = (found?.person.Requests ?? []).map(({ RequestOutcome, Assessment }) => `${String(RequestOutcome)}${Assessment?.AssessmentOutcome ?? '-'}${Assessment?.NamedPlan === undefined ? '' : Assessment.NamedPlan.CeaseDate === undefined ? ' active' : ' ceased'}`)
        assert.deepEqual(ours, outcomesBy(child.facts, year), `child ${child.number}`)
        all.push(...ours)
      }
      const counts = tally(all)
      for (const outcome of ['HH active', 'YY active', 'N-', 'YN', 'HH ceased', ...(year === 2026 ? ['W-'] : [])]) assert.ok((counts[outcome] ?? 0) > 0, `${outcome} of ${JSON.stringify(counts)}`)
    })
    it(`of ${year} is right for its schema`, async () => {
      const persons = told.flatMap(({ found }) => (found === undefined || found.person.Requests.some(({ ActivePlans }) => ActivePlans?.PlacementDetail.length === 0) ? [] : [found.person]))
      assert.ok(persons.length > 300, String(persons.length))
      await expectOfSchema([...returnText({ header: aSen2Header(year), persons }, year)].join(''), year)
    })
  }
  for (const year of [2023, 2024, 2025, 2026] as const) {
    it(`of ${year}, brought in elsewhere and written again there, is the same element for element`, () => {
      let count = 0
      for (const child of children) {
        const person = returnOf(childForReturn(child), askedFor(year))?.person
        if (person === undefined || missingForRecord(person) !== undefined) continue
        let last = 0
        const newId = <T extends string>(): T => `00000000-0000-4000-8000-${String(last += 1).padStart(12, '0')}` as T
        const record = recordOf(person, { batchId: 'b', year, surveyDay: surveyDayOf(year), period: periodOf(year) }, newId)
        const again = returnOf(recordForReturn(record), askedFor(year))?.person
        assert.ok(isSameValue(again, person), `child ${child.number}: ${JSON.stringify({ again, person })}`)
        count += 1
      }
      assert.ok(count > 300, String(count))
    })
  }
  it('is the same when only the facts are read that it is made from', () => {
    const read = new Set<string>(factTypesRead)
    for (const child of children) {
      const whole = childForReturn(child)
      const less = { ...whole, cases: whole.cases.map((one) => ({ ...one, ledger: one.ledger.filter(({ type, corrects }) => read.has(type) || corrects !== undefined) })) }
      assert.deepEqual(returnOf(less, askedFor(2026)), returnOf(whole, askedFor(2026)))
    }
  })
})
