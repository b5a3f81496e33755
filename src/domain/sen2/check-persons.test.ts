import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aChildForReturn, faultsOf, toPlan } from '../../../test/builders/a-child-for-return.ts'
import { plainDateOf } from '../calendar/plain-date.ts'
import { PersonsCheck } from './check-persons.ts'
import { askedFor } from './from-record/record-for-return.ts'
import { returnOf } from './return-of.ts'
import { collectionOn } from './return-years.ts'

const asked = askedFor(2026)
const lines = toPlan(['2025-02-03', '2025-03-03', '2025-05-12', '2025-06-02'])
const personOf = (changes: Parameters<typeof aChildForReturn>[1] = {}, ofCase: Parameters<typeof aChildForReturn>[2] = {}) => {
  const person = returnOf(aChildForReturn(lines, changes, ofCase), asked)?.person
  assert.ok(person)
  return person
}

describe('persons of a return that is made here', () => {
  it('have nothing wrong where all is said', () => {
    const { faults, counted, wrong } = new PersonsCheck(asked, '330').take(personOf())
    assert.deepEqual(faults, [])
    assert.equal(wrong.size, 0)
    assert.deepEqual(['Person', 'Requests', 'PlanDetail', 'SENneed'].map((block) => counted.get(block)), [1, 1, 1, 1])
  })

  it('are told of by block, element and request, once however many places it is in', () => {
    const { faults, wrong } = new PersonsCheck(asked, '330').take(personOf({ needs: [], upn: undefined as never }, { requests: [{ id: 'r1', madeBy: 'school' }] }))
    const told = faults.map(({ rule, block, element, request, severity }) => [rule, block, element, request, severity])
    assert.ok(told.some(([, block, element, request]) => block === 'Requests' && element === 'RYA' && request === 0), JSON.stringify(told))
    // What is missing altogether is about the item that should be there.
    assert.ok(told.some(([rule, block, element, request]) => rule === 'R-P06' && block === 'Person' && element === 'UPN' && request === undefined))
    assert.ok(faults.some(({ rule, block, element }) => rule === 'R-V03' && block === 'ActivePlans' && element === 'SENneed'))
    assert.equal(wrong.get('Person UPN'), 1)
    assert.equal(wrong.get('Requests RYA'), 1)
  })

  it('are found to be at fault by every rule that says so of them, and by no others but the structure’s', () => {
    const broken = personOf({ needs: [{ need: 'MLD', rank: 2, fromOn: plainDateOf('2020-01-01') }], settings: [], sex: 'U' })
    const found = new Set(new PersonsCheck(asked, '330').take(broken).faults.map(({ rule }) => rule))
    for (const rule of faultsOf(broken)) assert.ok(found.has(rule), rule)
    for (const rule of found) assert.ok(faultsOf(broken).includes(rule) || rule.startsWith('S-'), rule)
  })

  it('know each other: a number that two have is told of the second', () => {
    const check = new PersonsCheck(asked, '330')
    check.take(personOf())
    assert.deepEqual(check.take(personOf({ givenName: 'Other' })).faults.map(({ rule }) => rule), ['R-P09'])
  })
})

describe('the return that is being got ready', () => {
  it('is the next one until its survey day, and that one until its deadline', () => {
    for (const [today, surveyDay] of [['2026-09-14', '2027-01-21'], ['2027-01-21', '2027-01-21'], ['2027-03-11', '2027-01-21'], ['2026-03-12', '2026-01-15'], ['2026-03-13', '2027-01-21']] as const) {
      assert.equal(collectionOn(plainDateOf(today))?.surveyDay, surveyDay, today)
    }
    assert.equal(collectionOn(plainDateOf('2027-03-12')), undefined)
  })
})
