// Every rule with somebody it speaks of and somebody just beside it. The table is asked to be whole.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { anOldPlan, aSen2Header, aSen2Person, inventedUpn, manySen2Persons, without } from '../../../../test/builders/a-sen2-return.ts'
import { plainDateOf as day } from '../../calendar/plain-date.ts'
import { periodOf, returnYears, surveyDayOf, type ReturnYear } from '../return-years.ts'
import type { Sen2Header, Sen2Person, Sen2Request } from '../sen2-return.ts'
import { itemOf, yearsWith } from '../year-tables.ts'
import { allRules, personRules, personRulesOf, ruleById } from './all-rules.ts'
import { headerRules } from './header-rules.ts'
import { countTotals, rememberPersons, totalsRules } from './return-rules.ts'
import { holdsIn, listOf, type Survey } from './rule.ts'
import { ruleExamples, type Example } from '../../../../test/builders/sen2-rule-examples.ts'

const surveyOf = (year: ReturnYear = 2026): Survey => ({
  year, surveyDay: surveyDayOf(year), period: periodOf(year), authority: '330',
  register: {
    byUrn: (urn) => ({ 900001: { hasSenUnit: false, hasResourcedProvision: true }, 900002: { closedOn: day('2020-08-31') } })[urn],
    byUkprn: (ukprn) => (ukprn === '10000001' ? {} : undefined),
  },
})

const tellsOf = (person: Sen2Person, year: ReturnYear = 2026): string[] => [...new Set(personRulesOf(year).filter((rule) => listOf(rule.check(person, surveyOf(year))).length > 0).map(({ id }) => id))]

describe('the rules about a person', () => {
  for (const year of returnYears) {
    it(`have nothing to say about people who are as they should be in ${year}`, () => {
      assert.deepEqual(tellsOf(aSen2Person(year), year), [])
      assert.deepEqual(tellsOf(aSen2Person(year, { Requests: [anOldPlan(year)] }), year), [])
      for (const person of manySen2Persons(300, year)) assert.deepEqual(tellsOf(person, year), [], person.Surname)
    })
  }
  for (const { id } of personRules) {
    const examples: readonly Example[] = ruleExamples.filter((example) => example.id === id)
    it(`${id} has an example that it speaks of and one that it does not`, () => assert.deepEqual([examples.some(({ tells }) => tells), examples.some(({ tells }) => !tells)], [true, true]))
    for (const [index, { person, year, tells, why }] of examples.entries()) {
      it(`${id} ${tells ? 'speaks' : 'is silent'} (${index + 1}): ${why}`, () => assert.equal(tellsOf(person, year).includes(id), tells))
    }
  }
})

describe('the rules', () => {
  it('have a number of their own each, a sentence for what is wrong and one for what mends it', () => {
    assert.equal(new Set(allRules.map(({ id }) => id)).size, allRules.length)
    for (const { id, says, mends } of allRules) {
      assert.match(id, /^[RS]-[A-Z]?\d\d[qu]?$/)
      assert.match(says, /^[A-Z].*\.$/, id)
      assert.match(mends, /^[A-Z].*\.$/, id)
    }
  })
  it('read elements that the return has', () => {
    const blocks = ['CollectionDetails', 'Source', 'Person', 'Requests', 'Assessment', 'NamedPlan', 'PlanDetail', 'ActivePlans', 'PlacementDetail', 'SENneed']
    for (const { id, reads } of allRules) for (const element of reads) assert.ok(blocks.some((block) => yearsWith(block, element).length > 0), `${id} reads ${element}`)
    assert.equal(itemOf(2026, 'Requests', 'RequestOutcomeDate'), '2.4')
    assert.equal(itemOf(2023, 'Requests', 'RequestOutcomeDate'), '2.3')
  })
})

describe('the rules about the header', () => {
  const tells = (header: Sen2Header, year: ReturnYear = 2026): string[] => headerRules.filter((rule) => listOf(rule.check(header, surveyOf(year))).length > 0).map(({ id }) => id)
  const details = (changes: object): Sen2Header => ({ ...aSen2Header(), CollectionDetails: { ...aSen2Header().CollectionDetails, ...changes } })
  const source = aSen2Header().Source ?? assert.fail('no source')
  for (const year of returnYears) it(`have nothing to say about the header of ${year}`, () => assert.deepEqual(tells(aSen2Header(year), year), []))
  const cases: readonly (readonly [string, Sen2Header])[] = [
    ['R-H01', { ...aSen2Header(), CollectionDetails: without(aSen2Header().CollectionDetails ?? {}, 'Collection') }],
    ['R-H01', { ...aSen2Header(), Source: { ...without(source, 'SourceLevel'), unreadable: ['SourceLevel'] } }],
    ['R-H02', details({ Year: '2025' })],
    ['R-H02', details({ ReferenceDate: day('2026-01-22') })],
    ['R-H03', aSen2Header(2026, { LEA: '999' })],
    ['R-H03', aSen2Header(2026, { LEA: '909' })],
    ['R-H04', { ...aSen2Header(), Source: without(source, 'SerialNo') }],
    ['R-H05', { ...aSen2Header(), Source: without(source, 'DSCO') }],
  ]
  for (const [id, header] of cases) it(`${id} speaks`, () => assert.deepEqual(tells(header), [id]))
  it('know which authorities there were in which year', () => {
    assert.deepEqual(tells(aSen2Header(2023, { LEA: '909' }), 2023), [])
    assert.deepEqual(tells(aSen2Header(2023, { LEA: '942' }), 2023), ['R-H03'])
    assert.deepEqual(tells(aSen2Header(2024, { LEA: '942' }), 2024), [])
  })
  it('ask for a social care officer from 2026', () => assert.deepEqual(tells({ ...aSen2Header(2025), Source: without(aSen2Header(2025).Source ?? {}, 'DSCO') }, 2025), []))
})

describe('the rules across persons', () => {
  const twice = (...people: readonly Sen2Person[]): string[] => {
    const remember = rememberPersons()
    return people.flatMap((person, index) => remember(person, index + 1).map(({ rule, first }) => `${rule.id} as ${first}`))
  }
  const [one, other] = [aSen2Person(2026), aSen2Person(2026, { Surname: 'Birch', UPN: inventedUpn(2) })]
  it('R-P09 finds a UPN that came before, and no other', () => {
    assert.deepEqual(twice(one, other), [])
    assert.deepEqual(twice(one, other, { ...other, Surname: 'Cole', UPN: inventedUpn(1) }), ['R-P09 as 1'])
  })
  it('R-P10u finds a ULN that came before', () => {
    assert.deepEqual(twice({ ...one, UniqueLearnerNumber: '9276308686' }, { ...other, UniqueLearnerNumber: '9276308686' }), ['R-P10u as 1'])
    assert.deepEqual(twice({ ...one, UniqueLearnerNumber: '9276308686' }, other), [])
  })
  it('R-P11 finds the same name and birth in any case of letters', () => {
    assert.deepEqual(twice(one, { ...other, Surname: 'ASHDOWN' }), ['R-P11 as 1'])
    assert.deepEqual(twice(one, { ...other, Surname: 'ASHDOWN', PersonBirthDate: day('2017-05-05') }), [])
  })
  it('find every one of thousands, and none that was not there', () => {
    const remember = rememberPersons()
    const people = [...manySen2Persons(20_000)]
    assert.deepEqual(people.flatMap((person, index) => remember(person, index)), [])
    for (const [index, person] of people.entries()) assert.deepEqual(remember(person, 0).map(({ rule, first }) => [rule.id, first]), [['R-P09', index], ['R-P11', index]])
  })
})

describe('the rules about the whole', () => {
  const tells = (people: Iterable<Sen2Person>, plansLastYear?: number): string[] => {
    const { add, totals } = countTotals(surveyOf())
    for (const person of people) add(person)
    return totalsRules.filter((rule) => holdsIn(rule, 2026) && rule.checkTotals(totals(), plansLastYear) !== undefined).map(({ id }) => id)
  }
  const usual = [...manySen2Persons(400)]
  const change = (requests: (request: Sen2Request) => Sen2Request): Sen2Person[] => usual.map((person) => ({ ...person, Requests: person.Requests.map(requests) }))
  it('have nothing to say about a usual return', () => assert.deepEqual(tells(usual, 310), []))
  it('R-R16 asks about many requests from others', () => assert.deepEqual(tells(change((request) => (request.RequestSource === undefined ? request : { ...request, RequestSource: '5' }))), ['R-R16']))
  it('R-N18 asks about many plans that ceased for other reasons', () => assert.deepEqual(tells(change((request) => (request.Assessment?.NamedPlan?.CeaseReason === undefined ? request
    : { ...request, Assessment: { ...request.Assessment, NamedPlan: { ...request.Assessment.NamedPlan, CeaseReason: '9' } } }))), ['R-N18']))
  it('R-L01 asks about nothing, and about a change of more than a fifth', () => {
    assert.deepEqual(tells([aSen2Person()]), ['R-L01'])
    assert.deepEqual(tells(usual, 200), ['R-L01'])
  })
  it('R-L02 asks about plans without a placement or main need', () => {
    assert.deepEqual(tells(change((request) => (request.ActivePlans === undefined ? request : { ...request, ActivePlans: { ...request.ActivePlans, SENneed: [] } }))), ['R-L02'])
    assert.deepEqual(tells(change((request) => (request.ActivePlans === undefined ? request : { ...request, ActivePlans: { ...request.ActivePlans, PlacementDetail: [] } }))), ['R-L02'])
  })
  it('are all among the rules by number', () => assert.ok([...headerRules, ...totalsRules].every(({ id }) => ruleById.has(id))))
})
