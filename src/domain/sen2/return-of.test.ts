// Who is in a return, and what is told of them: each group of section 1.3 of the specification, and each case of modules 2 to 4, as a small ledger.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  aCaseForReturn, aChildForReturn, aPlace, ceased, drafted, faultsOf, issued, noPlan, notToAssess, requested, toAssess, toIssue, toPlan, type Line,
} from '../../../test/builders/a-child-for-return.ts'
import { plainDateOf as day } from '../calendar/plain-date.ts'
import type { CaseForReturn, ChildForReturn } from './from-record/record-for-return.ts'
import { askedFor } from './from-record/record-for-return.ts'
import { returnOf } from './return-of.ts'
import type { ReturnYear } from './return-years.ts'
import type { Sen2Request } from './sen2-return.ts'

const told = (lines: readonly Line[], changes: Partial<ChildForReturn> = {}, ofCase: Partial<CaseForReturn> = {}, year: ReturnYear = 2026): { readonly groups: readonly string[]; readonly requests: readonly Sen2Request[]; readonly faults: readonly string[] } => {
  const found = returnOf(aChildForReturn(lines, changes, ofCase), askedFor(year))
  return { groups: found?.because.map(({ group }) => group) ?? [], requests: found?.person.Requests ?? [], faults: found === undefined ? [] : faultsOf(found.person, year) }
}
const only = (lines: readonly Line[], changes: Partial<ChildForReturn> = {}, ofCase: Partial<CaseForReturn> = {}, year: ReturnYear = 2026): Sen2Request => {
  const { requests } = told(lines, changes, ofCase, year)
  assert.equal(requests.length, 1)
  return requests[0] ?? {}
}

const inYear: Line[] = toPlan(['2025-02-03', '2025-03-10', '2025-04-20', '2025-06-15'])
const before: Line[] = toPlan(['2023-02-03', '2023-03-10', '2023-04-20', '2023-06-15'])
const movedAway = (on: string, to = 'Leeds City Council'): Line => [on, { type: 'moved-out-of-area', to }]
const movedIn = (on: string, madeOn: string, from = 'Leeds City Council'): Line => [on, { type: 'plan-transferred-in', moveId: 'm', from, sha256: '0', planFirstMadeOn: madeOn }]
const withdrawn = (on: string, councilStillResponsible = false): Line => [on, { type: 'request-withdrawn', by: 'The family', councilStillResponsible }]

/** Outcomes of the request and of the assessment, "-" where there is none, and what stands below. */
const shapeOf = ({ RequestOutcome, Assessment, ActivePlans }: Sen2Request): string =>
  `${String(RequestOutcome)} ${Assessment?.AssessmentOutcome ?? '-'}${Assessment?.NamedPlan === undefined ? '' : ' plan'}${ActivePlans === undefined ? '' : ' active'}`

const cases: readonly (readonly [what: string, lines: readonly Line[], group: string, shape: string, faults?: readonly string[]])[] = [
  ['a plan of the year', inYear, 'active', 'Y Y plan active'],
  ['a plan of before the year, asked for and decided before', [...before, ['2025-05-01', { type: 'review-meeting-held', reviewId: 'w', noInstitution: false }]], 'active', 'H H plan active'],
  ['a plan of the year whose assessment was decided before', toPlan(['2024-10-03', '2024-11-10', '2025-01-20', '2025-02-15']), 'active', 'H Y plan active'],
  ['a plan issued between the year and survey day', toPlan(['2025-08-20', '2025-09-30', '2025-12-01', '2026-01-06']), 'active', 'Y Y plan active'],
  ['a plan that ceased in the year', [...before, ceased('2025-07-31', 3)], 'ceased', 'H H plan active', ['R-N16']],
  ['a plan that ceased between the year and survey day', [...before, ceased('2026-01-09')], 'ceased', 'H H plan active'],
  ['a plan that will cease, in the time to appeal', [...before, ['2025-12-01', { type: 'cease-notified', ceasingId: 'c', ground: 'no-longer-necessary', code: 2, noticeId: 'n' }], ceased('2026-02-02')], 'active', 'H H plan active', ['R-V14']],
  ['a plan that ceased and was restored', [...before, ceased('2025-07-31'), ['2025-08-14', { type: 'plan-restored', because: 'appeal-in-time' }, 6], ['2025-05-01', { type: 'review-meeting-held', reviewId: 'w', noInstitution: false }]], 'active', 'H H plan active'],
  ['a decision not to issue', [requested('2025-02-03'), toAssess('2025-03-10'), noPlan('2025-05-20')], 'not-issued', 'Y N'],
  ['a refusal to assess', [requested('2025-02-03'), notToAssess('2025-03-10')], 'not-assessed', 'N -'],
  ['a plan that is decided and not out', [requested('2025-09-20'), toAssess('2025-10-20'), toIssue('2025-12-20'), drafted('2026-01-05')], 'issuing', 'Y Y'],
  ['an assessment that goes on', [requested('2025-10-03'), toAssess('2025-11-10')], 'assessing', 'Y A'],
  ['an assessment that goes on since before the year', [requested('2024-10-03'), toAssess('2024-11-10')], 'assessing', 'H A'],
  ['a request that waits', [requested('2025-12-03')], 'requested', 'A -'],
  ['a request that was withdrawn', [requested('2025-02-03'), withdrawn('2025-02-20')], 'withdrawn', 'W -'],
  ['a request that was withdrawn, and the council went on', [requested('2025-12-03'), withdrawn('2025-12-20', true)], 'requested', 'A -'],
  ['an assessment that was withdrawn', [requested('2025-02-03'), toAssess('2025-03-10'), withdrawn('2025-03-20')], 'withdrawn', 'Y W'],
  ['a child who moved away before the decision', [requested('2025-02-03'), movedAway('2025-02-20')], 'moved-away', 'W -'],
  ['a child who moved away in the assessment', [requested('2025-02-03'), toAssess('2025-03-10'), movedAway('2025-04-20')], 'moved-away', 'Y -'],
  ['a child who moved away in an assessment decided before', [requested('2024-10-03'), toAssess('2024-11-10'), toIssue('2025-01-05'), movedAway('2025-01-20')], 'moved-away', 'H -'],
  ['a plan that went to another council', [...before, movedAway('2025-06-30')], 'ceased', 'H H plan active'],
  ['a plan that came from another council', [movedIn('2025-03-03', '2021-05-04')], 'active', 'H H plan active', ['R-V11', 'R-V14']],
  ['a plan that came from another council, and began in the year', [movedIn('2025-03-03', '2025-01-20')], 'active', 'H H plan active'],
  ['a child who came in the middle of an assessment', [['2025-09-03', { type: 'became-responsible', moveId: 'm', requestId: 'r1', from: 'Leeds City Council' }], toAssess('2025-10-06')], 'assessing', 'Y A'],
  ['a plan from before the hub', [['2019-03-04', { type: 'older-plan-brought-in', planId: 'p', versionId: 'v', documentId: 'd', issuedOn: '2024-06-01', reviewedOn: '2025-05-20' }]], 'active', 'H H plan active'],
  ['a plan from before the hub that was made in the year', [['2025-03-04', { type: 'older-plan-brought-in', planId: 'p', versionId: 'v', documentId: 'd', issuedOn: '2025-03-04' }]], 'active', 'Y Y plan active', ['R-A07', 'R-R02', 'R-R03', 'R-R04', 'R-R05', 'R-R08']],
  ['a refusal that mediation overturned', [requested('2025-02-03'), notToAssess('2025-03-10'), ['2025-04-10', { type: 'mediation-step', step: 'held' }], toAssess('2025-04-20')], 'assessing', 'N A'],
  ['a refusal that the Tribunal overturned', [requested('2025-02-03'), notToAssess('2025-03-10'), ['2025-04-20', { type: 'appeal-lodged', about: 'x', appealId: 'a' }], ['2025-09-20', { type: 'order-made', orderId: 'o', kind: 'assess' }], toIssue('2025-12-20')], 'issuing', 'N Y', ['R-A09']],
  ['a refusal of last year that was overturned in this', [requested('2024-09-03'), notToAssess('2024-10-10'), ['2024-12-10', { type: 'appeal-lodged', about: 'x', appealId: 'a' }], toAssess('2025-04-20')], 'assessing', 'N A'],
  ['a refusal that was overturned before the year', [requested('2024-05-03'), notToAssess('2024-06-10'), ['2024-07-10', { type: 'mediation-step', step: 'held' }], toAssess('2024-07-20')], 'assessing', 'H A'],
  ['no plan, and the Tribunal ordered one', [requested('2025-01-06'), toAssess('2025-02-10'), noPlan('2025-04-20'), ['2025-06-01', { type: 'appeal-lodged', about: 'x', appealId: 'a' }], ['2025-10-01', { type: 'order-made', orderId: 'o', kind: 'make-plan' }], issued('2025-11-05')], 'active', 'Y N plan active'],
]

describe('who is in the return', () => {
  for (const [what, lines, group, shape, faults = []] of cases) {
    it(`${what}: ${group}`, () => {
      const { groups, requests, faults: found } = told(lines)
      assert.deepEqual(groups, [group])
      assert.equal(shapeOf(requests[0] ?? {}), shape)
      assert.deepEqual(found.filter((id) => !isLate.includes(id)).toSorted(), [...faults].toSorted())
    })
  }
  /** Queries about how long something took are no fault of how it is told. */
  const isLate = ['R-R07', 'R-R14', 'R-A04', 'R-R17']

  const outside: readonly (readonly [what: string, lines: readonly Line[]])[] = [
    ['a request after the year', [requested('2026-01-05')]], ['a request after survey day', [requested('2026-01-20')]], ['a refusal before the year', [requested('2024-02-03'), notToAssess('2024-03-10')]],
    ['a decision before the year that there will be no plan', [requested('2024-02-03'), toAssess('2024-03-10'), noPlan('2024-05-20')]], ['a request withdrawn before the year', [requested('2024-02-03'), withdrawn('2024-02-20')]],
    ['a plan that ceased before the year', [...before, ceased('2024-12-31')]], ['a child who moved away before the year', [...before, movedAway('2024-12-31')]], ['a plan that came after survey day', [movedIn('2026-01-16', '2020-02-03')]],
    ['a child who is known and was never asked about', [['2025-03-03', { type: 'setting-began', organisationId: 'o', name: 'A school' }]]],
    ['a request that stands on another file of the same child', [requested('2025-02-03'), ['2025-02-10', { type: 'duplicate-settled', otherReference: 'W-1', as: 'same-child' }]]],
  ]
  for (const [what, lines] of outside) it(`${what}: nobody`, () => assert.deepEqual(told(lines).groups, []))
})

describe('a return as known on survey day', () => {
  it('knows nothing of what came after', () => {
    assert.equal(shapeOf(only([requested('2025-11-03'), toAssess('2026-01-16')])), 'A -')
    assert.equal(shapeOf(only([requested('2025-11-03'), toAssess('2026-01-15')])), 'Y A')
    assert.equal(only([...before, ceased('2026-01-16')]).Assessment?.NamedPlan?.CeaseDate, undefined)
  })
  it('knows what was put right later, whenever that was', () => {
    const corrected = only([requested('2025-03-03'), toAssess('2025-03-20'), ['2025-02-24', { type: 'request-received', requestId: 'r1', madeBy: 'parent', channel: 'hub' }, 1]])
    assert.deepEqual([corrected.ReceivedDate, shapeOf(corrected)], ['2025-02-24', 'Y A'])
    assert.equal(shapeOf(only([requested('2025-11-03'), toAssess('2025-12-20'), ['2026-02-02', { type: 'assessment-decided', outcome: 'assess', noticeId: 'n' }, 2]])), 'A -')
    // A plan that had not ended in law was in force all along (CFA 2014 s.45(4)).
    assert.equal(only([...before, ceased('2025-12-01'), ['2026-02-02', { type: 'plan-restored', because: 'certificate-in-time' }, 6]]).Assessment?.NamedPlan?.CeaseReason, undefined)
  })
  it('can be tried out on any other day', () => {
    const found = returnOf(aChildForReturn([requested('2026-05-05'), toAssess('2026-06-01')]), askedFor(2026, day('2026-06-30')))
    assert.deepEqual(found?.because.map(({ group }) => group), ['assessing'])
    assert.deepEqual(askedFor(2026, day('2027-01-21')).period, { firstDay: '2026-01-01', lastDay: '2026-12-31' })
    assert.deepEqual(askedFor(2026, day('2026-06-30')).period, { firstDay: '2026-01-01', lastDay: '2026-12-31' })
  })
})

describe('several requests', () => {
  it('are a block each, in their order, in one person', () => {
    const { groups, requests } = told([requested('2025-01-03'), notToAssess('2025-02-10'), requested('2025-08-03', 'parent'), toAssess('2025-09-10')])
    assert.deepEqual(groups, ['not-assessed', 'assessing'])
    assert.deepEqual(requests.map(({ ReceivedDate }) => ReceivedDate), ['2025-01-03', '2025-08-03'])
  })
  it('are one person also when a plan ended and the child has a new case', () => {
    const child = aChildForReturn([], { cases: [aCaseForReturn([requested('2025-10-03')], { id: 'new' }), aCaseForReturn([...before, ceased('2025-03-03')], { id: 'old' })] })
    assert.deepEqual(returnOf(child, askedFor(2026))?.because, [{ group: 'ceased', caseId: 'old' }, { group: 'requested', caseId: 'new' }])
  })
})

describe('the request', () => {
  it('has its day, who asked, and where the child lived; of before the period nothing that is not needed', () => {
    const { ReceivedDate, RequestSource, RYA, RequestOutcomeDate, RequestMediation, RequestTribunal } = only(inYear)
    assert.deepEqual([ReceivedDate, RequestSource, RYA, RequestOutcomeDate, RequestMediation, RequestTribunal], ['2025-02-03', '2', false, '2025-03-10', false, false])
    const old = only(before)
    assert.deepEqual(Object.keys(old).toSorted(), ['ActivePlans', 'Assessment', 'RequestOutcome'])
    // The twenty weeks of a plan of the period count from a request of before it.
    assert.equal(only(toPlan(['2024-10-03', '2024-11-10', '2025-01-20', '2025-02-15'])).ReceivedDate, '2024-10-03')
  })
  const askers = [['parent', '1'], ['young-person', '1'], ['school', '2'], ['post-16', '2'], ['early-years', '2'], ['health', '3'], ['social-care', '4'], ['other', '5']] as const
  for (const [madeBy, source] of askers) it(`comes from ${madeBy}: ${source}`, () => assert.equal(only([requested('2025-02-03')], {}, { requests: [{ id: 'r1', madeBy }] }).RequestSource, source))
  it('leaves out what nobody has said, and what its year has not', () => {
    const { RequestSource, RYA } = only([requested('2025-02-03')], {}, { requests: [] })
    assert.deepEqual([RequestSource, RYA], ['2', undefined])
    assert.equal(only([requested('2023-02-03')], {}, {}, 2024).RequestSource, undefined)
  })
  it('starts afresh for a child who came in the middle of an assessment', () => {
    const { ReceivedDate, RequestSource } = only([['2025-09-03', { type: 'became-responsible', moveId: 'm', requestId: 'r1', from: 'Leeds' }], toAssess('2025-10-06')], {}, { requests: [{ id: 'r1', madeBy: 'parent' }] })
    assert.deepEqual([ReceivedDate, RequestSource], ['2025-09-03', '1'])
  })
  it('says where a child went before the assessment was over, by the council’s number', () => {
    const to = (council: string): string | undefined => only([requested('2025-02-03'), toAssess('2025-03-10'), movedAway('2025-04-20', council)]).Exported
    assert.deepEqual(['Leeds City Council', 'Kent', 'Tarn Valley Council'].map(to), ['383', '886', 'XXX'])
    const asked = { ...askedFor(2026), councils: new Map([['Tarn Valley', '330']]) }
    assert.equal(returnOf(aChildForReturn([requested('2025-02-03'), movedAway('2025-04-20', 'Tarn Valley Council')]), asked)?.person.Requests[0]?.Exported, '330')
  })
  it('keeps the first decision and its day when that was overturned', () => {
    const { RequestOutcomeDate, RequestMediation, RequestTribunal } = only([requested('2025-02-03'), notToAssess('2025-03-10'), ['2025-04-10', { type: 'mediation-step', step: 'held' }], toAssess('2025-04-20')])
    assert.deepEqual([RequestOutcomeDate, RequestMediation, RequestTribunal], ['2025-03-10', true, false])
  })
})

describe('what was contested', () => {
  const held = (on: string): Line => [on, { type: 'mediation-step', step: 'held' }]
  const appeal = (on: string): Line => [on, { type: 'appeal-lodged', about: 'x', appealId: 'a' }]
  const flagsOf = ({ RequestMediation, RequestTribunal, Assessment: { AssessmentMediation, AssessmentTribunal, OtherMediation, OtherTribunal } = {} }: Sen2Request): string =>
    [RequestMediation, RequestTribunal, AssessmentMediation, AssessmentTribunal, OtherMediation, OtherTribunal].map((flag) => (flag === undefined ? '-' : Number(flag))).join('')
  const refused: Line[] = [requested('2025-02-03'), notToAssess('2025-03-10')]
  const settled: Line[] = [requested('2025-02-03'), toAssess('2025-03-10'), noPlan('2025-05-20')]
  const tellings: readonly (readonly [what: string, lines: readonly Line[], flags: string])[] = [
    ['nothing', refused, '00----'], ['mediation about a refusal', [...refused, held('2025-04-20')], '10----'], ['an appeal about a refusal', [...refused, appeal('2025-04-20')], '01----'],
    ['mediation that was asked for and not held', [...refused, ['2025-04-20', { type: 'mediation-asked-for' }]], '00----'], ['an agreement', [...refused, ['2025-04-20', { type: 'mediation-agreed', agreementId: 'x', issues: 'appealable' }]], '10----'],
    ['mediation about no plan', [...settled, held('2025-06-20')], '001000'], ['an appeal about no plan', [...settled, appeal('2025-06-20')], '000100'],
    ['an appeal about what a plan says', [...inYear, appeal('2025-08-20')], '000001'], ['mediation about an old plan', [...before, held('2025-08-20')], '----10'],
    ['an appeal of another year about an old plan', [...before, appeal('2024-08-20')], '----00'], ['an appeal after the year', [...before, appeal('2026-01-10')], '----00'],
    ['mediation about health care alone', [...before, ['2025-08-01', { type: 'mediation-asked-for', healthOnly: true }], held('2025-08-20')], '----00'],
    ['a meeting that was written down after what followed', [...refused, toAssess('2025-04-25'), held('2025-04-20')], '10----'],
    ['a refusal to assess again', [...before, ['2025-05-01', { type: 'reassessment-decided', reassessmentId: 'x', outcome: 'refuse', noticeId: 'n' }], appeal('2025-06-20')], '----01'],
  ]
  for (const [what, lines, flags] of tellings) it(what, () => assert.equal(flagsOf(only(lines)), flags))
})

describe('the assessment', () => {
  const claim = (on: string, clock = 'ASMT-10'): Line => [on, { type: 'excuse-claimed', claimId: 'x', clock, about: 'r1', excuse: 'C', facts: {} }]
  const late: Line[] = toPlan(['2025-02-03', '2025-03-10', '2025-04-20', '2025-07-15'])
  const excused = (lines: readonly Line[]): boolean | undefined => only(lines).Assessment?.Week20
  it('is excused by a claim about the twenty weeks that stands and was needed', () => {
    assert.equal(excused([...late, claim('2025-06-20')]), true)
    assert.equal(excused([...late, claim('2025-06-20', 'ASMT-12/final')]), true)
    assert.equal(excused(late), false)
    assert.equal(excused([...late, claim('2025-03-01', 'ASMT-02')]), false)
    assert.equal(excused([...late, claim('2025-06-20'), ['2025-07-01', { type: 'excuse-withdrawn', claimId: 'x' }]]), false)
    assert.equal(excused([...inYear, claim('2025-06-10')]), false)
  })
  it('has the day of the plan, and none while it is not out', () => {
    assert.equal(only(inYear).Assessment?.AssessmentOutcomeDate, '2025-06-15')
    assert.equal(only([requested('2025-09-20'), toAssess('2025-10-20'), toIssue('2025-12-20')]).Assessment?.AssessmentOutcomeDate, undefined)
    assert.equal(only([requested('2025-02-03'), toAssess('2025-03-10'), noPlan('2025-05-20')]).Assessment?.AssessmentOutcomeDate, '2025-05-20')
    assert.equal(only(before).Assessment?.AssessmentOutcomeDate, undefined)
  })
})

describe('the plan', () => {
  const planOf = (lines: readonly Line[], ofCase: Partial<CaseForReturn> = {}) => only(lines, {}, ofCase).Assessment?.NamedPlan
  it('began when it was first made, wherever and however often it was amended', () => {
    assert.equal(planOf(inYear)?.StartDate, '2025-06-15')
    assert.equal(planOf([...before, ['2025-06-01', { type: 'amended-final-issued', reviewId: 'w', versionId: 'v2' }]])?.StartDate, '2023-06-15')
    assert.equal(planOf([movedIn('2025-03-03', '2021-05-04'), ['2021-05-04', { type: 'final-issued', versionId: 'v', sha256: '0' }]])?.StartDate, '2021-05-04')
    assert.equal(planOf([['2019-03-04', { type: 'older-plan-brought-in', planId: 'p', versionId: 'v', documentId: 'd', issuedOn: '2024-06-01' }]])?.StartDate, '2019-03-04')
  })
  it('names what it named on survey day, or on its last day', () => {
    const namedSettings = [aPlace({ urn: '900002', toOn: day('2025-08-31') }), aPlace({ urn: '900003', fromOn: day('2025-09-01'), residential: 'A', workBased: 'S' }), aPlace({ rank: 2, senSetting: 'OTH', senSettingOther: 'A farm' })]
    const open = planOf(before, { namedSettings: namedSettings.map(({ urn, ...row }) => (row.senSetting === undefined ? { ...row, urn: urn ?? '' } : row)) })
    assert.deepEqual(open?.PlanDetail.map(({ URN, SENSetting, SENSettingOther, PlacementRank }) => [URN ?? SENSetting, SENSettingOther, PlacementRank]), [['900003', undefined, '1'], ['OTH', 'A farm', '2']])
    assert.deepEqual([open?.PlanRes, open?.PlanWBP], ['A', 'S'])
    assert.deepEqual(planOf([...before, ceased('2025-07-31')], { namedSettings })?.PlanDetail[0]?.URN, '900002')
  })
  it('has a budget while it goes on', () => {
    const personalBudgets = [{ isTakenUp: true, isOrganised: false, directPayment: 'I' as const, fromOn: day('2024-01-01') }]
    const { PB, OA, DP } = planOf(before, { personalBudgets }) ?? {}
    assert.deepEqual([PB, OA, DP], [true, false, 'I'])
    assert.deepEqual([planOf(before)?.PB, planOf([...before, ['2024-03-03', { type: 'direct-payment-agreed' }]])?.PB], [undefined, true])
    assert.equal(planOf(before, { personalBudgets: [{ isTakenUp: false, fromOn: day('2024-01-01') }] })?.PB, false)
    assert.equal(planOf([...before, ceased('2025-07-31')], { personalBudgets })?.PB, undefined)
  })
  it('ends on its last day with its reason', () => {
    for (const [lines, on, reason] of [[[...before, ceased('2025-07-31', 6)], '2025-07-31', '6'], [[...before, movedAway('2025-06-30')], '2025-06-30', '5']] as const) {
      const { CeaseDate, CeaseReason } = planOf(lines) ?? {}
      assert.deepEqual([CeaseDate, CeaseReason], [on, reason])
    }
  })
})
