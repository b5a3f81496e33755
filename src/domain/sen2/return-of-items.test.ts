// Modules 1 and 5 of one child's return, item by item, and what differs by year.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aChildForReturn, aPlace, ceased, toPlan, type Line } from '../../../test/builders/a-child-for-return.ts'
import { plainDateOf as day } from '../calendar/plain-date.ts'
import type { ChildForReturn } from './from-record/record-for-return.ts'
import { askedFor } from './from-record/record-for-return.ts'
import { returnOf } from './return-of.ts'
import type { ReturnYear } from './return-years.ts'
import type { Sen2ActivePlans, Sen2Person } from './sen2-return.ts'

const before: Line[] = toPlan(['2019-02-03', '2019-03-10', '2019-04-20', '2019-06-15'])
const personOf = (changes: Partial<ChildForReturn> = {}, year: ReturnYear = 2026): Sen2Person => returnOf(aChildForReturn(before, changes), askedFor(year))?.person ?? { Requests: [] }
const activeOf = (lines: readonly Line[], changes: Partial<ChildForReturn> = {}, year: ReturnYear = 2026): Sen2ActivePlans => {
  const active = returnOf(aChildForReturn(lines, changes), askedFor(year))?.person.Requests[0]?.ActivePlans
  assert.ok(active !== undefined)
  return active
}

describe('the person', () => {
  it('is said by the record', () => {
    const { Requests: _, ...items } = personOf()
    assert.deepEqual(items, { Surname: 'Ashdown', Forename: 'Persephone', PersonBirthDate: '2016-05-04', Sex: 'F', Ethnicity: 'WBRI', PostCode: 'ZZ97 6HL', UPN: items.UPN })
  })
  it('has what was gender in 2023, and nothing where it is not known', () => {
    const { GenderCurrent, Sex } = personOf({}, 2023)
    assert.deepEqual([GenderCurrent, Sex], ['2', undefined])
    assert.equal(personOf({ sex: 'U' }, 2023).GenderCurrent, '0')
    assert.equal(personOf({ sex: 'U' }).Sex, undefined)
    assert.equal(personOf({ ethnicityCode: 'not a code' }).Ethnicity, undefined)
  })
  it('has a reason for no number only without a number', () => {
    const { upn: _, ...nobody } = aChildForReturn(before, { upnUnknown: 'UN1' })
    assert.equal(returnOf(nobody, askedFor(2026))?.person.UPNunknown, 'UN1')
    assert.equal(personOf({ upnUnknown: 'UN1' }).UPNunknown, undefined)
    assert.equal(returnOf({ ...nobody, uln: '9276308686' }, askedFor(2026))?.person.UPNunknown, undefined)
  })
  it('has the postcode of home on survey day, and none of a protected address', () => {
    const from = { household: 'home', fromOn: day('2016-05-04') }
    const addresses = (...rows: ChildForReturn['addresses']): string | undefined => personOf({ addresses: rows }).PostCode
    assert.equal(addresses({ ...from, postcode: 'ZZ97 6HL', toOn: day('2025-12-31') }, { ...from, postcode: 'ZZ97 6HM', fromOn: day('2026-01-01') }), 'ZZ97 6HM')
    assert.equal(addresses({ ...from, household: 'other', postcode: 'ZZ97 6HM', fromOn: day('2025-01-01') }, { ...from, postcode: 'ZZ97 6HL' }), 'ZZ97 6HL')
    assert.equal(addresses(from), undefined)
  })
})

describe('where somebody is', () => {
  const stays = (settings: ChildForReturn['settings'], year: ReturnYear = 2026) => activeOf(before, { settings }, year).PlacementDetail
  it('is every placement that was open in the period, with the day of leaving when that was by survey day', () => {
    const found = stays([
      aPlace({ urn: '900001', toOn: day('2024-12-31') }), aPlace({ urn: '900002', fromOn: day('2022-09-01'), toOn: day('2025-07-22') }), aPlace({ urn: '900003', fromOn: day('2025-09-01'), toOn: day('2026-02-01') }),
      aPlace({ rank: 2, urn: '900004', fromOn: day('2025-09-01') }), aPlace({ urn: '900005', fromOn: day('2026-02-02') }),
    ])
    assert.deepEqual(found.map(({ URN, PlacementRank, EntryDate, LeavingDate }) => [URN, PlacementRank, EntryDate, LeavingDate]), [
      ['900002', '1', '2022-09-01', '2025-07-22'], ['900003', '1', '2025-09-01', undefined], ['900004', '2', '2025-09-01', undefined],
    ])
  })
  it('has nothing to do with the time before the plan', () => {
    const inYear = toPlan(['2025-02-03', '2025-03-10', '2025-04-20', '2025-06-15'])
    assert.deepEqual(activeOf(inYear, { settings: [aPlace({ urn: '900002', toOn: day('2025-05-01') }), aPlace({ fromOn: day('2025-05-02') })] }).PlacementDetail.map(({ URN }) => URN), ['900001'])
  })
  it('is said in one way, and with what is said of the place', () => {
    const { urn: _, ...noNumber } = aPlace()
    const [first, second, nursery, unknown, nowhere] = stays([
      aPlace({ ukprn: '10000001', senUnit: true, residential: 'B', workBased: 'A' }), { ...noNumber, ukprn: '10000001' }, { ...noNumber, settingType: 'Nursery' }, { ...noNumber, settingType: 'Secondary school' }, { ...noNumber, senSetting: 'NIEO', senSettingOther: 'Waits' },
    ])
    assert.deepEqual([first?.URN, first?.UKPRN, first?.SENunitIndicator, first?.Res, first?.WBP], ['900001', undefined, true, 'B', 'A'])
    assert.deepEqual([second?.UKPRN, nursery?.SENSetting, unknown?.SENSetting, nowhere?.SENSetting, nowhere?.SENSettingOther], ['10000001', 'EYP', undefined, 'NIEO', 'Waits'])
  })
  it('is a fact where no row says it', () => {
    const otherwise = (arrangement: string): Line => ['2025-03-03', { type: 'educated-otherwise', arrangement }]
    const settings = [aPlace({ toOn: day('2025-03-02') })]
    for (const [arrangement, code] of [['eotas', 'OLA'], ['elective-home', 'EHE'], ['awaiting-place', 'NIEO']] as const) {
      const [, now] = activeOf([...before, otherwise(arrangement)], { settings }).PlacementDetail
      assert.deepEqual([now?.SENSetting, now?.EntryDate, now?.LeavingDate], [code, '2025-03-03', undefined])
    }
    const { urn: _, ...row } = aPlace({ senSetting: 'EHE', fromOn: day('2025-03-03') })
    assert.equal(activeOf([...before, otherwise('elective-home')], { settings: [...settings, row] }).PlacementDetail.length, 2)
    assert.equal(activeOf([...before, otherwise('eotas')], { settings: [...settings, aPlace({ fromOn: day('2025-09-01') })] }).PlacementDetail[1]?.LeavingDate, '2025-09-01')
  })
  it('is not a place that was left before it began', () => {
    const lines: Line[] = [...before, ['2025-09-07', { type: 'setting-began', organisationId: 'o', name: 'A school' }], ['2025-07-27', { type: 'educated-otherwise', arrangement: 'elective-home' }]]
    assert.deepEqual(activeOf(lines, { settings: [aPlace({ fromOn: day('2025-09-07'), toOn: day('2025-07-26') })] }).PlacementDetail.map(({ SENSetting, LeavingDate }) => [SENSetting, LeavingDate]), [['EHE', undefined]])
  })
  it('says in 2023 of the plan what later years say of the placement', () => {
    const settings = [aPlace({ residential: 'A', workBased: 'T' })]
    const { Res, WBP, PlacementDetail } = activeOf(before, { settings }, 2023)
    assert.deepEqual([Res, WBP, PlacementDetail[0]?.Res], ['A', 'T', undefined])
    assert.equal(activeOf(before, { settings }).Res, undefined)
  })
  it('came from another council within the period, or has no such council', () => {
    const movedIn = (on: string): Line[] => [[on, { type: 'plan-transferred-in', moveId: 'm', from: 'Kent County Council', sha256: '0', planFirstMadeOn: '2020-01-01' }]]
    assert.deepEqual(['2025-03-03', '2024-12-30', '2026-01-05'].map((on) => activeOf(movedIn(on)).TransferLA), ['886', undefined, undefined])
  })
  it('is told of a plan that ended where it is known', () => {
    const over = [...before, ceased('2025-07-31')]
    assert.equal(activeOf(over).PlacementDetail.length, 1)
    assert.equal(returnOf(aChildForReturn(over, { needs: [] }), askedFor(2026))?.person.Requests[0]?.ActivePlans, undefined)
  })
})

describe('what somebody needs', () => {
  it('is the primary and the secondary need on survey day', () => {
    const needs: ChildForReturn['needs'] = [
      { need: 'SLCN', rank: 1, fromOn: day('2019-01-01'), toOn: day('2025-02-28') }, { need: 'ASD', rank: 1, fromOn: day('2025-03-01') }, { need: 'SEMH', rank: 2, fromOn: day('2024-01-01') }, { need: 'PD', rank: 1, fromOn: day('2026-02-01') },
    ]
    assert.deepEqual(activeOf(before, { needs }).SENneed, [{ SENtype: 'ASD', SENtypeRank: '1' }, { SENtype: 'SEMH', SENtypeRank: '2' }])
  })
  it('has a code for Down syndrome since 2025', () => {
    const needs: ChildForReturn['needs'] = [{ need: 'DS', rank: 1, fromOn: day('2019-01-01') }]
    assert.deepEqual(([2024, 2025] as const).map((year) => activeOf(before, { needs }, year).SENneed[0]?.SENtype), ['OTH', 'DS'])
  })
})

describe('the last review', () => {
  const meeting = (on: string, reviewId: string): Line => [on, { type: 'review-meeting-held', reviewId, noInstitution: false }]
  const decided = (on: string, reviewId: string, outcome: string): Line => [on, { type: 'review-decision-notified', reviewId, outcome }]
  const draft = (on: string, reviewId: string): Line => [on, { type: 'amendment-notice-sent', reviewId, channel: 'hub' }]
  const reviewIn = (lines: readonly Line[], year: ReturnYear = 2026): readonly (string | undefined)[] => {
    const { ReviewMeeting, LastReview, ReviewOutcome, ReviewDraft } = activeOf([...before, ...lines], {}, year)
    return [ReviewMeeting, LastReview, ReviewOutcome, ReviewDraft]
  }
  it('is the latest meeting with its own decision and draft', () => {
    const lines = [meeting('2024-06-01', 'a'), decided('2024-06-20', 'a', 'maintain'), meeting('2025-06-01', 'b'), decided('2025-06-20', 'b', 'amend'), draft('2025-06-20', 'b')]
    assert.deepEqual(reviewIn(lines), ['2025-06-01', '2025-06-20', 'A', '2025-06-20'])
    assert.deepEqual(reviewIn(lines, 2025), ['2024-06-01', '2024-06-20', 'M', undefined])
  })
  it('puts no earlier decision beside a later meeting', () => assert.deepEqual(reviewIn([meeting('2024-06-01', 'a'), decided('2024-06-20', 'a', 'cease'), meeting('2025-12-01', 'b')]), ['2025-12-01', undefined, undefined, undefined]))
  it('may be of January, up to survey day', () => {
    assert.deepEqual(reviewIn([meeting('2025-12-20', 'a'), decided('2026-01-12', 'a', 'maintain')]), ['2025-12-20', '2026-01-12', 'M', undefined])
    assert.deepEqual(reviewIn([meeting('2025-12-20', 'a'), decided('2026-01-16', 'a', 'maintain')]), ['2025-12-20', undefined, undefined, undefined])
  })
  it('has a draft only where the plan is to be amended, and since 2025', () => {
    assert.deepEqual(reviewIn([meeting('2023-06-01', 'a'), decided('2023-06-20', 'a', 'amend'), draft('2023-06-20', 'a')], 2024), ['2023-06-01', '2023-06-20', 'A', undefined])
  })
  it('is the last decision in 2023', () => assert.deepEqual(reviewIn([meeting('2022-06-01', 'a'), decided('2022-06-20', 'a', 'maintain'), meeting('2022-12-01', 'b')], 2023), [undefined, '2022-06-20', undefined, undefined]))
  it('may be all that is known of a plan from before the hub', () => {
    const old: Line = ['2019-03-04', { type: 'older-plan-brought-in', planId: 'p', versionId: 'v', documentId: 'd', issuedOn: '2024-06-01', reviewedOn: '2025-05-20' }]
    assert.equal(activeOf([old]).ReviewMeeting, '2025-05-20')
  })
})

describe('the move to the next phase', () => {
  const foreseen = (on: string, transferId: string, kind: string, year: number): Line => [on, { type: 'phase-transfer-foreseen', transferId, kind, year }]
  const transferIn = (lines: readonly Line[], year: ReturnYear = 2026): readonly (string | undefined)[] => {
    const { PhaseTransferDueDate, PhaseTransferFinalDate } = activeOf([...before, ...lines], {}, year)
    return [PhaseTransferDueDate, PhaseTransferFinalDate]
  }
  it('is the one that was due in the period, with the plan that named the place', () => {
    const lines: Line[] = [foreseen('2024-06-10', 't', 'primary-to-secondary', 2025), ['2025-02-10', { type: 'amended-final-issued', reviewId: 'w', versionId: 'v2' }], ['2025-02-11', { type: 'next-placement-named', transferId: 't', finalSeq: before.length + 2, how: 'setting' }]]
    assert.deepEqual(transferIn(lines), ['2025-02-15', '2025-02-10'])
    assert.deepEqual(transferIn([...lines, foreseen('2025-06-10', 'u', 'secondary-to-post-16', 2026)]), ['2025-02-15', '2025-02-10'])
  })
  it('is else the next one', () => {
    assert.deepEqual(transferIn([foreseen('2025-06-10', 't', 'secondary-to-post-16', 2026)]), ['2026-03-31', undefined])
    assert.deepEqual(transferIn([foreseen('2023-06-10', 't', 'primary-to-secondary', 2024)]), [undefined, undefined])
  })
  it('is none for staying in the sixth form, when it was called off, and before 2025', () => {
    assert.deepEqual(transferIn([foreseen('2025-06-10', 't', 'same-school-sixth-form', 2026)]), [undefined, undefined])
    assert.deepEqual(transferIn([foreseen('2025-06-10', 't', 'primary-to-secondary', 2026), ['2025-07-10', { type: 'phase-transfer-cancelled', transferId: 't' }]]), [undefined, undefined])
    assert.deepEqual(transferIn([foreseen('2023-06-10', 't', 'primary-to-secondary', 2023)], 2024), [undefined, undefined])
  })
})
