import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { arbitraryDate, arbitraryDateOfBirth } from '../../../test/arbitrary-dates.ts'
import { addDays, plainDateOf } from '../calendar/plain-date.ts'
import { youngPersonFrom } from '../calendar/school-year.ts'
import { adviceItems, advisersRequired, mayReuseAdvice, type AssessmentCircumstances } from './advisers-required.ts'
import { decisionKinds, legalTests } from './legal-tests.ts'
import { rightsHolderOn, type CapacityRecord } from './rights-holder-on.ts'

const day = plainDateOf
const born = day('2010-09-01')

const record: CapacityRecord = {
  decision: 'appeal',
  assessedOn: day('2027-09-10'),
  hasCapacity: false,
  assessedBy: 'Dr Ines Calloway',
  evidence: 'assessment of 10 September 2027',
}

describe('rightsHolderOn', () => {
  it('is the parent to the last Friday in June of Year 11, and the young person from the day after', () => {
    assert.equal(rightsHolderOn(day('2027-06-25'), { dateOfBirth: born, capacity: [] }, 'appeal').holder, 'parent')
    assert.equal(rightsHolderOn(day('2027-06-26'), { dateOfBirth: born, capacity: [] }, 'appeal').holder, 'young-person')
  })

  it('is not moved by the sixteenth birthday', () => {
    assert.equal(rightsHolderOn(day('2026-09-01'), { dateOfBirth: born, capacity: [] }, 'appeal').holder, 'parent')
  })

  it('is a deputy or attorney for a decision that the young person cannot take', () => {
    const capacity = [{ ...record, representative: { name: 'Sol Amery', as: 'deputy' } } as const]
    const found = rightsHolderOn(day('2027-10-01'), { dateOfBirth: born, capacity }, 'appeal')
    assert.equal(found.holder, 'representative')
    assert.equal(found.holder === 'representative' && found.name, 'Sol Amery')
  })

  it('is the parent where there is neither', () => {
    const found = rightsHolderOn(day('2027-10-01'), { dateOfBirth: born, capacity: [record] }, 'appeal')
    assert.equal(found.because, 'young-person-without-capacity-or-representative')
  })

  it('stays the young person for another decision, before the assessment, and after it lapsed', () => {
    const person = { dateOfBirth: born, capacity: [{ ...record, reviewOn: day('2028-03-10') }] }
    assert.equal(rightsHolderOn(day('2027-10-01'), person, 'ask for a setting').holder, 'young-person')
    assert.equal(rightsHolderOn(day('2027-09-09'), person, 'appeal').holder, 'young-person')
    assert.equal(rightsHolderOn(day('2028-03-09'), person, 'appeal').holder, 'parent')
    assert.equal(rightsHolderOn(day('2028-03-10'), person, 'appeal').holder, 'young-person')
  })

  it('follows the latest assessment', () => {
    const regained = { ...record, assessedOn: day('2028-01-10'), hasCapacity: true }
    const person = { dateOfBirth: born, capacity: [regained, record] }
    assert.equal(rightsHolderOn(day('2028-01-11'), person, 'appeal').holder, 'young-person')
    assert.equal(rightsHolderOn(day('2028-01-09'), person, 'appeal').holder, 'parent')
  })

  it('passes on one day only, whoever it is', () => {
    fc.assert(
      fc.property(arbitraryDateOfBirth, arbitraryDate, (dateOfBirth, on) => {
        const holder = rightsHolderOn(on, { dateOfBirth, capacity: [] }, 'appeal').holder
        assert.equal(holder, on < youngPersonFrom(dateOfBirth) ? 'parent' : 'young-person')
        assert.equal(
          rightsHolderOn(addDays(youngPersonFrom(dateOfBirth), -1), { dateOfBirth, capacity: [] }, 'appeal').holder,
          'parent',
        )
      }),
    )
  })
})

const ordinary: AssessmentCircumstances = {
  yearGroup: 4,
  isYoungPerson: false,
  education: 'school-or-college',
  isHearingImpaired: false,
  isVisionImpaired: false,
  isParentServing: false,
  othersAppropriate: [],
  requestedByFamily: [],
}
const itemsOf = (changes: Partial<AssessmentCircumstances>) =>
  advisersRequired({ ...ordinary, ...changes }).map((advice) => advice.item)
const adviceOn = (item: string, changes: Partial<AssessmentCircumstances>) =>
  advisersRequired({ ...ordinary, ...changes }).find((advice) => advice.item === item)

describe('advisersRequired', () => {
  it('always asks for (a) to (e) and the child’s own views', () => {
    assert.deepEqual(itemsOf({}), ['own-views', 'a', 'b', 'c', 'd', 'e'])
    assert.ok(advisersRequired(ordinary).every((advice) => advice.isMandatory))
  })

  it('asks for preparation for adulthood from Year 9', () => {
    assert.equal(itemsOf({ yearGroup: 8 }).includes('g'), false)
    assert.equal(itemsOf({ yearGroup: 9 }).includes('g'), true)
    assert.equal(itemsOf({ yearGroup: 13 }).includes('g'), true)
  })

  it('brings in a qualified teacher for a hearing or vision impairment', () => {
    assert.equal(adviceOn('b', {})?.ask.length, 1)
    assert.match(adviceOn('b', { isHearingImpaired: true })?.ask[1] ?? '', /hearing impairment/)
    assert.match(adviceOn('b', { isHearingImpaired: true, isVisionImpaired: true })?.ask[1] ?? '', /hearing and vision/)
    assert.match(adviceOn('b', { isVisionImpaired: true })?.law ?? '', /6\(1\)\(b\), \(2\)/)
  })

  it('asks the Ministry of Defence where a parent serves', () => {
    assert.match(adviceOn('b', { isParentServing: true })?.ask.at(-1) ?? '', /Ministry of Defence/)
  })

  it('asks somebody else where there is no head teacher', () => {
    assert.doesNotMatch(adviceOn('b', { education: 'none' })?.ask[0] ?? '', /head teacher/)
  })

  it('keeps whom the family asked for until somebody answers, and asks them when that is reasonable', () => {
    const who = 'the occupational therapist'
    assert.equal(adviceOn('h', { requestedByFamily: [{ who }] })?.needsAnswer, true)
    const yes = { who, answer: { isReasonable: true, reasons: 'sees the child weekly' } }
    assert.equal(adviceOn('h', { requestedByFamily: [yes] })?.isMandatory, true)
    const no = { who, answer: { isReasonable: false, reasons: 'has never met the child' } }
    assert.equal(adviceOn('h', { requestedByFamily: [no] })?.isMandatory, false)
    assert.equal(adviceOn('h', { requestedByFamily: [no] })?.needsAnswer, undefined)
  })

  it('asks the young person in place of the parent', () => {
    assert.deepEqual(adviceOn('a', { isYoungPerson: true })?.ask, ['the young person'])
  })
})

describe('mayReuseAdvice', () => {
  const parties = ['adviser', 'authority', 'family'] as const

  it('needs all three, for anything but the family’s own advice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...adviceItems), fc.subarray([...parties]), (item, agreedBy) => {
        assert.equal(mayReuseAdvice({ item, agreedBy }).ok, item !== 'a' && agreedBy.length === 3)
      }),
    )
  })

  it('says who has not agreed', () => {
    assert.deepEqual(mayReuseAdvice({ item: 'd', agreedBy: ['authority'] }), {
      ok: false,
      refusal: { reason: 'not-all-three-agree', missing: ['adviser', 'family'] },
    })
    assert.deepEqual(mayReuseAdvice({ item: 'a', agreedBy: [...parties] }), {
      ok: false,
      refusal: { reason: 'family-is-always-asked' },
    })
  })
})

describe('legalTests', () => {
  for (const kind of decisionKinds) {
    it(`has the test and its law for ${kind}`, () => {
      assert.match(legalTests[kind].law.join(' '), /Children and Families Act 2014, ss?\.\d+/)
      assert.ok(legalTests[kind].asks.length > 40)
    })
  }
  it('cites the section that sets each test of the road to a plan', () => {
    assert.match(legalTests.assess.law[0] ?? '', /s\.36\(8\)/)
    assert.match(legalTests['issue-plan'].law[0] ?? '', /37\(1\)/)
    assert.match(legalTests['name-requested-setting'].law[0] ?? '', /s\.39\(3\), \(4\)/)
  })
})
