// Module 5: where the person is, what they need, and the last review. Reviews are in active-review-rules.ts.

import { ageOn, type PlainDate } from '../../calendar/plain-date.ts'
import { compulsorySchoolAgeFrom, compulsorySchoolAgeLastDay } from '../../calendar/school-year.ts'
import { isAuthorityEver } from '../local-authorities.ts'
import type { Sen2ActivePlans, Sen2NamedPlan, Sen2Person, Sen2PlacementDetail, Sen2Request } from '../sen2-return.ts'
import { given, isAfter, isOpenPlan, listOf, missingOf, ofEachRequest, unreadableOf, type Answer, type PersonRule, type RuleText, type Survey } from './rule.ts'
import { explained, oneWhere } from './setting-rules.ts'

export interface AroundActive { readonly plan: Sen2NamedPlan | undefined; readonly request: Sen2Request; readonly survey: Survey; readonly person: Sen2Person }
export interface ActiveRule extends RuleText { readonly checkActive: (active: Sen2ActivePlans, around: AroundActive) => Answer }

/** Someone is there on that day; on the day of leaving still. */
const isOn = ({ EntryDate, LeavingDate }: Sen2PlacementDetail, day: PlainDate): boolean => EntryDate !== undefined && EntryDate <= day && (LeavingDate === undefined || LeavingDate >= day)
const mainOn = ({ PlacementDetail }: Sen2ActivePlans, day: PlainDate): readonly Sen2PlacementDetail[] => PlacementDetail.filter((placement) => placement.PlacementRank === '1' && isOn(placement, day))
/** Leaving one on the day of entering the other is no overlap. */
const overlap = (one: Sen2PlacementDetail, other: Sen2PlacementDetail): boolean =>
  one.EntryDate !== undefined && other.EntryDate !== undefined && (other.LeavingDate === undefined || one.EntryDate < other.LeavingDate) && (one.LeavingDate === undefined || other.EntryDate < one.LeavingDate)

const whereOf = ({ URN, UKPRN, SENSetting }: { readonly URN?: string; readonly UKPRN?: string; readonly SENSetting?: string }): string | undefined => URN?.replace(/^0+/, '') ?? UKPRN ?? SENSetting

const rules: readonly ActiveRule[] = [
  {
    id: 'R-V02', severity: 'error', reads: ['PlacementDetail', 'PlacementRank', 'EntryDate', 'LeavingDate', 'CeaseDate'],
    says: 'An open plan has no main placement on survey day.',
    mends: 'Give the placement of rank 1 that was open on survey day; SENSetting says so where somebody is nowhere.',
    checkActive: (active, { plan, survey }) => {
      if (active.PlacementDetail.length === 0) return { block: active, element: 'PlacementDetail' }
      // A date or rank that cannot be read is told of by itself.
      const isUnsure = active.PlacementDetail.some((placement) => unreadableOf(placement, 'PlacementRank', 'EntryDate', 'LeavingDate').length > 0)
      return isOpenPlan(plan, survey) && !isUnsure && mainOn(active, survey.surveyDay).length === 0 ? { block: active, because: 'none of rank 1 is open on survey day' } : undefined
    },
  },
  {
    id: 'R-V03', severity: 'error', reads: ['SENneed', 'SENtype', 'SENtypeRank'],
    says: 'The needs are not one of rank 1, or one each of rank 1 and 2, of different types.',
    mends: 'Give one or two SENneed blocks; the main need has rank 1.',
    checkActive: (active) => {
      const { SENneed } = active
      if (SENneed.length === 0) return { block: active, element: 'SENneed', because: 'there is none' }
      const missing = SENneed.flatMap((need) => [...missingOf(need, 'SENtype', 'SENtypeRank'), ...unreadableOf(need, 'SENtypeRank')])
      if (missing.length > 0) return missing
      const last = SENneed.at(-1) ?? active
      const first = SENneed.filter(({ SENtypeRank }) => SENtypeRank === '1').length
      if (first !== 1) return { block: last, element: 'SENtypeRank', because: `${first === 0 ? 'none has' : 'both have'} rank 1` }
      const types = SENneed.flatMap(({ SENtype }) => (SENtype === undefined ? [] : [SENtype]))
      return new Set(types).size < types.length ? { block: last, element: 'SENtype', because: `both are ${String(types[0])}` } : undefined
    },
  },
  {
    id: 'R-V04', severity: 'error', reads: ['SENtype'],
    says: 'A need is no code of this year’s return.',
    mends: 'Give one of its types of need; DS is one since 2025.',
    checkActive: ({ SENneed }) => SENneed.flatMap((need) => unreadableOf(need, 'SENtype')),
  },
  {
    id: 'R-V05', severity: 'error', reads: ['URN', 'UKPRN', 'SENSetting'],
    says: 'A placement is not said in exactly one way.',
    mends: 'Give one of URN, UKPRN and SENSetting.',
    checkActive: ({ PlacementDetail }) => PlacementDetail.flatMap((placement) => listOf(oneWhere(placement))),
  },
  {
    id: 'R-V06', severity: 'error', reads: ['EntryDate', 'LeavingDate'],
    says: 'A placement has no first day, ends before it begins, or is dated after survey day.',
    mends: 'Put the dates right; a placement that goes on has no LeavingDate.',
    checkActive: ({ PlacementDetail }, { survey: { surveyDay } }) => PlacementDetail.flatMap((block) => {
      const { EntryDate, LeavingDate } = block
      return [
        ...missingOf(block, 'EntryDate'), ...unreadableOf(block, 'EntryDate'),
        ...(isAfter(EntryDate, surveyDay) ? [{ block, element: 'EntryDate', because: 'it is after survey day' }] : []),
        ...(isAfter(EntryDate, LeavingDate) ? [{ block, element: 'LeavingDate', because: 'it is before the placement began' }]
          : isAfter(LeavingDate, surveyDay) ? [{ block, element: 'LeavingDate', because: 'it is after survey day' }] : []),
      ]
    }),
  },
  {
    id: 'R-V07', severity: 'query', reads: ['PlacementRank', 'EntryDate', 'LeavingDate'],
    says: 'Two main placements were open at the same time.',
    mends: 'Give the day of leaving the first, or rank 2 to the one that is second.',
    checkActive: ({ PlacementDetail }) => {
      const main = PlacementDetail.filter(({ PlacementRank }) => PlacementRank === '1')
      return main.flatMap((block, index) => (main.slice(0, index).some((before) => overlap(before, block)) ? [{ block, element: 'EntryDate' }] : []))
    },
  },
  {
    id: 'R-V08', severity: 'query', reads: ['SENSetting', 'EntryDate', 'LeavingDate', 'PersonBirthDate'],
    says: 'The placement does not go with the person’s age.',
    mends: 'NEET is for 16 to 25, EYP for children below compulsory school age. Check the code and the dates.',
    checkActive: ({ PlacementDetail }, { survey: { surveyDay }, person: { PersonBirthDate: born } }) => (born === undefined ? undefined : PlacementDetail.flatMap((block) => {
      const { SENSetting, EntryDate, LeavingDate } = block
      const last = LeavingDate !== undefined && LeavingDate < surveyDay ? LeavingDate : surveyDay
      const isOdd = SENSetting === 'NEET' ? ageOn(born, last) < 16 || (EntryDate !== undefined && ageOn(born, EntryDate) > 25)
        : SENSetting === 'EYP' && last > compulsorySchoolAgeFrom(born) && (EntryDate ?? last) <= compulsorySchoolAgeLastDay(born)
      return isOdd ? [{ block, element: 'SENSetting', because: `the code is ${String(SENSetting)}` }] : []
    })),
  },
  {
    id: 'R-V09', severity: 'error', reads: ['SENSetting', 'SENSettingOther'],
    says: 'A placement is “other”, and it is not said what.',
    mends: 'Give SENSettingOther with OTH and NIEO.',
    checkActive: ({ PlacementDetail }) => PlacementDetail.flatMap((placement) => listOf(explained(placement, ['OTH', 'NIEO']))),
  },
  {
    id: 'R-V10', severity: 'error', reads: ['TransferLA', 'LEA', 'AssessmentOutcome'],
    says: 'The plan is said to have come from another authority, and that cannot be as it stands.',
    mends: 'TransferLA is the number of another authority, and the outcome of the assessment is then H.',
    checkActive: (active, { request: { Assessment }, survey: { authority } }) => {
      const { TransferLA } = active
      if (!given(active, 'TransferLA')) return undefined
      return [
        ...(TransferLA === undefined || TransferLA === 'XXX' || isAuthorityEver(TransferLA) ? [] : [{ block: active, element: 'TransferLA', because: `there is no authority ${TransferLA}` }]),
        ...(TransferLA !== undefined && TransferLA === authority ? [{ block: active, element: 'TransferLA', because: 'it is the authority that makes this return' }] : []),
        ...(Assessment?.AssessmentOutcome === undefined || Assessment.AssessmentOutcome === 'H' ? [] : [{ block: active, element: 'TransferLA', because: `the outcome of the assessment is ${Assessment.AssessmentOutcome}` }]),
      ]
    },
  },
  {
    id: 'R-V11', severity: 'query', reads: ['TransferLA', 'StartDate', 'EntryDate'],
    says: 'The plan is said to have come from another authority in the period, and plan and placements all began before it.',
    mends: 'TransferLA is only for plans that came within the period; check it, or say that the person stayed at their setting.',
    checkActive: (active, { plan, survey: { period } }) => {
      const isBefore = (day: PlainDate | undefined): boolean => day !== undefined && day < period.firstDay
      return given(active, 'TransferLA') && isBefore(plan?.StartDate) && active.PlacementDetail.length > 0 && active.PlacementDetail.every(({ EntryDate }) => isBefore(EntryDate))
        ? { block: active, element: 'TransferLA' } : undefined
    },
  },
  {
    id: 'R-V21', severity: 'query', reads: ['Res', 'PlanRes'],
    says: 'The plan names a residential place and the placement is not residential, or the other way round.',
    mends: 'Check PlanRes and Res.',
    checkActive: (active, { plan, survey }) => {
      if (!isOpenPlan(plan, survey) || plan === undefined) return undefined
      const current = active.PlacementDetail.filter((placement) => isOn(placement, survey.surveyDay))
      const block = survey.year === 2023 ? active : current.find((placement) => given(placement, 'Res'))
      const isResidential = block !== undefined && given(block, 'Res')
      if (current.length === 0 || isResidential === given(plan, 'PlanRes')) return undefined
      return isResidential ? { block, element: 'Res' } : { block: plan, element: 'PlanRes' }
    },
  },
  {
    id: 'R-V22', severity: 'query', reads: ['URN', 'UKPRN', 'SENSetting', 'PlacementRank'],
    says: 'The main placement is not the setting that the plan names first.',
    mends: 'Check both; where the person really is elsewhere, say why.',
    checkActive: (active, { plan, survey }) => {
      if (!isOpenPlan(plan, survey)) return undefined
      const named = plan?.PlanDetail.find(({ PlacementRank }) => PlacementRank === '1')
      const [placed, ...more] = mainOn(active, survey.surveyDay)
      if (named === undefined || placed === undefined || more.length > 0) return undefined
      const [at, wanted] = [whereOf(placed), whereOf(named)]
      return at === undefined || wanted === undefined || at === wanted ? undefined : { block: placed }
    },
  },
]

export const ofEachActive = ({ checkActive, ...words }: ActiveRule): PersonRule => ofEachRequest({
  ...words,
  checkRequest: (request, survey, person) => (request.ActivePlans === undefined ? undefined : checkActive(request.ActivePlans, { plan: request.Assessment?.NamedPlan, request, survey, person })),
})

export const activePlanRules: readonly PersonRule[] = [
  ofEachRequest({
    id: 'R-V01', severity: 'error', reads: ['ActivePlans', 'NamedPlan', 'CeaseDate'],
    says: 'A plan was open on survey day, and its placements and needs are missing.',
    mends: 'Give the ActivePlans block, or the day and reason for which the plan ceased.',
    checkRequest: (request, survey) => (isOpenPlan(request.Assessment?.NamedPlan, survey) && !given(request, 'Exported') ? missingOf(request, 'ActivePlans') : undefined),
  }),
  ...rules.map(ofEachActive),
]

