import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { addDays, dateOfDayNumber, dayNumber, plainDateOf } from '../calendar/plain-date.ts'
import { youngPersonFrom } from '../calendar/school-year.ts'
import { calendarOfArea } from '../calendar/england.ts'
import type { HelpPart, RecordedFact } from '../case-file/facts.ts'
import { helpParts } from '../case-file/facts.ts'
import { clockEventsOf } from '../case-file/clock-events.ts'
import { actNames } from '../case-file/open-acts.ts'
import { foldClocks } from '../clocks/fold-clocks.ts'
import type { CapacityRecord } from '../rights/rights-holder-on.ts'
import { rightsHolderOn } from '../rights/rights-holder-on.ts'
import { rightsDecisions } from '../rights/decisions.ts'
import type { Permission, RightsRecord } from '../rights/rights-record.ts'
import { rightsRecordOf } from '../rights/rights-record.ts'
import { sights, type SightName } from './sights.ts'
import { councilTeam, family, parts, readingAs } from './parts.ts'
import { partsOfParent, partsOfRepresentative, seesOnlyBefore } from './parts-of-family.ts'
import { isForParts, mayLook } from './policy.ts'

const day = plainDateOf
const born = day('2010-09-01')
const rightsOn = youngPersonFrom(born)
const mother = 'mother'
const father = 'father'

const plain: RightsRecord = { dateOfBirth: born, rightsOn, capacity: [], said: [], doubts: [] }
const said = (parentId: string, given: readonly HelpPart[], on = rightsOn, seq = 1): Permission => ({ parentId, name: parentId, parts: given, by: 'young-person', on, seq, permissionId: 'p' })
const lacks = (decision: string, extra: Partial<CapacityRecord> = {}): CapacityRecord => ({ decision, assessedOn: addDays(rightsOn, -30), hasCapacity: false, assessedBy: 'Dr Ines Calloway', evidence: 'kept', ...extra })
const sightNames = Object.keys(sights) as SightName[]
const sightsOf = (held: readonly (typeof parts)[number][]) => sightNames.filter((one) => mayLook(one, held))

/** Every choice of what a parent may be let do. */
const choices = Array.from({ length: 2 ** helpParts.length }, (_, bits) => helpParts.filter((_one, index) => (bits & (1 << index)) !== 0))
const capacities = {
  presumed: [], has: [lacks('sharing', { hasCapacity: true })], lapsed: [lacks('sharing', { reviewOn: rightsOn })],
  lacksSharing: [lacks('sharing')], lacksAll: rightsDecisions.map((one) => lacks(one)),
  motherIsDeputy: rightsDecisions.map((one) => lacks(one, { representative: { name: 'Mother', as: 'deputy', personId: mother } })),
  anotherIsDeputy: rightsDecisions.map((one) => lacks(one, { representative: { name: 'Another', as: 'deputy', personId: 'another' } })),
  deputyNoMore: rightsDecisions.map((one) => lacks(one, { representative: { name: 'Another', as: 'deputy', personId: 'another', to: addDays(rightsOn, -1) } })),
  olderFact: [lacks('sharing', { representative: { name: 'Somebody', as: 'representative' } })],
} satisfies Record<string, readonly CapacityRecord[]>

describe('partsOfParent', () => {
  for (const [name, capacity] of Object.entries(capacities)) for (const given of choices) {
    it(`${name}, let ${given.join(', ') || 'do nothing'}: a parent before the day, and from it what was said or the law gives`, () => {
      const rights = { ...plain, capacity, said: [said(mother, given, addDays(rightsOn, -5))] }
      assert.deepEqual(partsOfParent(rights, mother, addDays(rightsOn, -1)), ['parent'])
      const held = partsOfParent(rights, mother, rightsOn)
      const isFull = ['lacksAll', 'motherIsDeputy', 'deputyNoMore'].includes(name)
      assert.equal(held.includes('parent'), isFull)
      if (isFull) return
      const sharesAll = name === 'lacksSharing'
      assert.equal(held.includes('parent-plan'), sharesAll || given.includes('plan'))
      assert.equal(held.includes('parent-messages'), sharesAll || given.includes('messages'))
      assert.equal(held.includes('parent-views'), sharesAll || given.includes('views'))
      assert.equal(held.includes('parent-draft'), false)
      // Only the plan as it is today lifts the day before which everything they see lies.
      assert.equal(seesOnlyBefore(rights, held), held.includes('parent-plan') ? undefined : rightsOn)
    })
  }

  it('takes each decision by itself: who decides about a draft reads it, and gets no say in what they may see', () => {
    const rights = { ...plain, capacity: [lacks('draft')] }
    assert.deepEqual(partsOfParent(rights, mother, rightsOn), ['past-parent', 'parent-draft', 'parent-plan'])
    assert.ok(isForParts('propose-change', ['past-parent', 'parent-draft']))
    assert.deepEqual(partsOfParent({ ...plain, capacity: [lacks('request')] }, mother, rightsOn), ['past-parent'])
  })

  it('keeps two parents apart', () => {
    fc.assert(fc.property(fc.subarray([...helpParts]), fc.subarray([...helpParts]), (hers, his) => {
      const both = { ...plain, said: [said(mother, hers), said(father, his)] }
      assert.deepEqual(partsOfParent(both, mother, rightsOn), partsOfParent({ ...plain, said: [said(mother, hers)] }, mother, rightsOn))
      assert.deepEqual(partsOfParent(both, father, rightsOn), partsOfParent({ ...plain, said: [said(father, his)] }, father, rightsOn))
    }))
  })

  it('never widens when a permission ends or is narrowed, whatever was said before', () => {
    fc.assert(fc.property(fc.array(fc.subarray([...helpParts]), { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 400 }), (history, days) => {
      const on = addDays(rightsOn, days)
      const before = history.map((one, index) => said(mother, one, rightsOn, index + 1))
      const last = history.at(-1) ?? []
      const was = sightsOf(partsOfParent({ ...plain, said: before }, mother, on))
      for (const fewer of choices.filter((one) => one.every((part) => last.includes(part)))) {
        const now = partsOfParent({ ...plain, said: [...before, said(mother, fewer, rightsOn, 99)] }, mother, on)
        assert.ok(sightsOf(now).every((one) => was.includes(one)))
      }
    }))
  })

  it('counts what was said from its own day, and the last word of a day', () => {
    const rights = { ...plain, said: [said(mother, ['plan'], addDays(rightsOn, 10), 1), said(mother, [], addDays(rightsOn, 10), 2), said(mother, ['views'], addDays(rightsOn, 2), 3)] }
    assert.deepEqual(partsOfParent(rights, mother, addDays(rightsOn, 1)), ['past-parent'])
    assert.deepEqual(partsOfParent(rights, mother, addDays(rightsOn, 2)), ['past-parent', 'parent-views'])
    assert.deepEqual(partsOfParent(rights, mother, addDays(rightsOn, 10)), ['past-parent'])
  })
})

describe('what a parent of a young person may look at', () => {
  const childs = sightsOf(['parent'])
  it('is by default only what they had', () => {
    assert.deepEqual(sightsOf(['past-parent']).toSorted(), ['all-advice', 'final-plan', 'letters', 'messages', 'papers', 'rights', 'shared-draft'])
  })

  it('is never the dates, the overview, the timeline, the people or the working side', () => {
    for (const held of choices.map((given) => partsOfParent({ ...plain, said: [said(mother, given)] }, mother, rightsOn))) {
      assert.ok(sightsOf(held).every((one) => childs.includes(one)))
      for (const never of ['overview', 'timeline', 'people-on-case', 'family-details', 'working-draft', 'panel', 'checks', 'request', 'advice-list'] as const) assert.equal(mayLook(never, held), false)
      assert.ok(!held.some((part) => councilTeam.includes(part) || family.includes(part)))
    }
  })

  it('opens no act but those that were said', () => {
    assert.deepEqual(actNames.filter((act) => isForParts(act, ['past-parent'])), ['make-request', 'open-plan'])
    assert.ok(isForParts('send-message', ['past-parent', 'parent-messages']))
    assert.ok(isForParts('give-views', ['past-parent', 'parent-views']))
    assert.ok(!isForParts('send-message', ['past-parent', 'parent-plan', 'parent-views']))
    for (const held of choices.map((given) => partsOfParent({ ...plain, said: [said(mother, given)] }, mother, rightsOn))) {
      for (const own of ['propose-change', 'make-wish', 'finish-commenting'] as const) assert.ok(!isForParts(own, held))
    }
  })

  it('is still without what is kept from parents', () => { assert.ok(readingAs(['past-parent', 'parent-plan']).includes('parent')) })
})

describe('partsOfRepresentative', () => {
  it('gives a deputy a parent’s part while they decide, and no sight before, after, or for what they do not decide', () => {
    const rights = { ...plain, capacity: capacities.anotherIsDeputy }
    assert.deepEqual(partsOfRepresentative(rights, 'another', addDays(rightsOn, -1)), [])
    assert.deepEqual(partsOfRepresentative(rights, 'another', rightsOn), ['parent'])
    assert.deepEqual(partsOfRepresentative(rights, 'somebody else', rightsOn), [])
    assert.deepEqual(partsOfRepresentative({ ...plain, capacity: capacities.deputyNoMore }, 'another', rightsOn), [])
    assert.deepEqual(partsOfRepresentative({ ...plain, capacity: [lacks('request', { representative: { name: 'A', as: 'attorney', personId: 'another' } })] }, 'another', rightsOn), [])
  })
})

const births = Array.from({ length: dayNumber(day('2015-12-31')) - dayNumber(day('2000-01-01')) + 1 }, (_, index) => dateOfDayNumber(dayNumber(day('2000-01-01')) + index))

describe('the day on which the rights pass', () => {
  it('is the last Friday in June and one day, for every birth from 2000 to 2015, and whoever was born on 1 September is a year later', () => {
    for (const one of births) {
      const [year = 0, month = 0] = one.split('-').map(Number)
      const june = Array.from({ length: 30 }, (_, index) => day(`${year + (month >= 9 ? 17 : 16)}-06-${String(index + 1).padStart(2, '0')}`))
      const lastFriday = june.findLast((date) => new Date(`${date}T12:00:00Z`).getUTCDay() === 5)
      assert.ok(lastFriday !== undefined)
      const passes = addDays(lastFriday, 1)
      assert.equal(youngPersonFrom(one), passes, one)
      const person = { dateOfBirth: one, capacity: [] }
      assert.equal(rightsHolderOn(lastFriday, person, 'sharing').holder, 'parent')
      assert.equal(rightsHolderOn(passes, person, 'sharing').holder, 'young-person')
      const rights = { ...plain, ...person, rightsOn: passes }
      assert.deepEqual(partsOfParent(rights, mother, lastFriday), ['parent'])
      assert.deepEqual(partsOfParent(rights, mother, passes), ['past-parent'])
    }
    assert.ok(youngPersonFrom(day('2010-08-31')) < addDays(youngPersonFrom(day('2010-09-01')), -300))
  })

  it('is the clock’s own: the engine reads the same last day', () => {
    for (const one of births.filter((_, index) => index % 29 === 0)) {
      const folded = foldClocks(clockEventsOf([], one), calendarOfArea('wendmere'), day('2026-09-14'))
      assert.ok(folded.ok)
      const clock = folded.value.find((reading) => reading.clock.id === 'RTS-01')
      assert.equal(clock?.dueOn, addDays(youngPersonFrom(one), -1), one)
    }
  })
})

describe('rightsRecordOf', () => {
  const fact = (seq: number, on: string, one: object): RecordedFact => ({ seq, happenedOn: day(on), recordedAt: `${on}T10:00:00.000Z`, ...one }) as unknown as RecordedFact

  it('reads facts of before the record of capacity was made', () => {
    const rights = rightsRecordOf([fact(1, '2027-07-01', { type: 'capacity-found', hasCapacity: false, decision: 'appeal', representative: 'Sol Amery' })], born)
    const holder = rightsHolderOn(day('2027-07-02'), rights, 'appeal')
    assert.equal(holder.holder === 'representative' && holder.name, 'Sol Amery')
    assert.equal(rightsHolderOn(day('2027-07-02'), rights, 'sharing').holder, 'young-person')
  })

  it('leaves out what was corrected', () => {
    const given = { type: 'permission-given', permissionId: 'p', parentId: mother, name: 'Mother', parts: ['plan'], by: 'young-person' }
    const rights = rightsRecordOf([fact(1, '2027-07-01', given), fact(2, '2027-07-05', { ...given, corrects: 1 })], born)
    assert.deepEqual(rights.said.map(({ on }) => on), ['2027-07-05'])
  })
})
