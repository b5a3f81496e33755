// Module 4: the plan and what it names.

import { ageOn, plainDateOf } from '../../calendar/plain-date.ts'
import { compulsorySchoolAgeFrom, compulsorySchoolAgeLastDay, reachesAgeOn, schoolYearOf } from '../../calendar/school-year.ts'
import type { Sen2Assessment, Sen2NamedPlan, Sen2Person, Sen2Request } from '../sen2-return.ts'
import { given, givenOf, isAfter, isOpenPlan, listOf, missingOf, ofEachRequest, unreadableOf, type Answer, type PersonRule, type RuleText, type Survey } from './rule.ts'
import { explained, inRegister, oneWhere, openSince, unitInRegister } from './setting-rules.ts'

interface Around { readonly assessment: Sen2Assessment; readonly request: Sen2Request; readonly survey: Survey; readonly person: Sen2Person }
interface PlanRule extends RuleText { readonly checkPlan: (plan: Sen2NamedPlan, around: Around) => Answer }

const rules: readonly PlanRule[] = [
  {
    id: 'R-N01', severity: 'error', reads: ['StartDate', 'PersonBirthDate'],
    says: 'The day on which the plan began is missing, or cannot be that day.',
    mends: 'Give StartDate, no earlier than the birth and no later than survey day.',
    checkPlan: (plan, { survey, person }) => {
      const { StartDate } = plan
      if (StartDate === undefined) return [...missingOf(plan, 'StartDate'), ...unreadableOf(plan, 'StartDate')]
      if (StartDate > survey.surveyDay) return { block: plan, element: 'StartDate', because: 'it is after survey day' }
      return isAfter(person.PersonBirthDate, StartDate) ? { block: plan, element: 'StartDate', because: 'it is before the person was born' } : undefined
    },
  },
  {
    id: 'R-N02', severity: 'query', reads: ['StartDate', 'AssessmentOutcome', 'AssessmentOutcomeDate'],
    says: 'The plan did not begin on the day on which it was issued.',
    mends: 'With outcome Y the two dates are the same; check both.',
    checkPlan: (plan, { assessment: { AssessmentOutcome, AssessmentOutcomeDate } }) =>
      (AssessmentOutcome === 'Y' && plan.StartDate !== undefined && AssessmentOutcomeDate !== undefined && plan.StartDate !== AssessmentOutcomeDate ? { block: plan, element: 'StartDate' } : undefined),
  },
  {
    id: 'R-N03', severity: 'error', reads: ['StartDate', 'AssessmentOutcome', 'ReceivedDate'],
    says: 'The plan began before the request for it was received.',
    mends: 'Put the one date or the other right.',
    checkPlan: (plan, { assessment, request }) => (assessment.AssessmentOutcome === 'Y' && isAfter(request.ReceivedDate, plan.StartDate) ? { block: plan, element: 'StartDate' } : undefined),
  },
  {
    id: 'R-N04', severity: 'query', reads: ['StartDate'],
    says: 'The plan began before there were plans (1 September 2014).',
    mends: 'Give the day of the EHC plan, not of a statement before it.',
    checkPlan: (plan) => (isAfter(plainDateOf('2014-09-01'), plan.StartDate) ? { block: plan, element: 'StartDate' } : undefined),
  },
  {
    id: 'R-N05', severity: 'error', reads: ['PlanDetail', 'PlacementRank'],
    says: 'The settings that the plan names are not one of rank 1, or one each of rank 1 and 2.',
    mends: 'Give one or two PlanDetail blocks with ranks 1, or 1 and 2.',
    checkPlan: (plan) => {
      const { PlanDetail } = plan
      if (PlanDetail.length === 0) return { block: plan, element: 'PlanDetail', because: 'none is named' }
      const wrong = PlanDetail.flatMap((detail) => [...missingOf(detail, 'PlacementRank'), ...unreadableOf(detail, 'PlacementRank')])
      if (wrong.length > 0) return wrong
      const ranks = PlanDetail.map(({ PlacementRank }) => PlacementRank).toSorted().join(' and ')
      return ranks === '1' || ranks === '1 and 2' ? undefined : { block: PlanDetail.at(-1) ?? plan, element: 'PlacementRank', because: `the ranks are ${ranks}` }
    },
  },
  {
    id: 'R-N06', severity: 'error', reads: ['URN', 'UKPRN', 'SENSetting'],
    says: 'A setting that the plan names is not said in exactly one way.',
    mends: 'Give one of URN, UKPRN and SENSetting.',
    checkPlan: ({ PlanDetail }) => PlanDetail.flatMap((detail) => listOf(oneWhere(detail))),
  },
  {
    id: 'R-N07', severity: 'error', reads: ['URN', 'UKPRN'],
    says: 'A setting that the plan names is not in the register.',
    mends: 'Look the number up again.',
    checkPlan: ({ PlanDetail }, { survey }) => PlanDetail.flatMap((detail) => listOf(inRegister(detail, survey))),
  },
  {
    id: 'R-N07q', severity: 'query', reads: ['URN'],
    says: 'A setting that an open plan names had closed before the period.',
    mends: 'Give the number of the setting that took its place.',
    checkPlan: (plan, { survey }) => (isOpenPlan(plan, survey) ? plan.PlanDetail.flatMap((detail) => listOf(openSince(detail, survey.period.firstDay, survey))) : undefined),
  },
  {
    id: 'R-N08', severity: 'error', reads: ['SENSetting'],
    says: 'The code of a setting that the plan names is none that a plan can name.',
    mends: 'SENSetting is OLA, OPA, EHE, EYP or OTH in a plan; NEET, NIEC and NIEO are for placements only.',
    checkPlan: ({ PlanDetail }) => PlanDetail.flatMap((detail) => unreadableOf(detail, 'SENSetting')),
  },
  {
    id: 'R-N09', severity: 'error', reads: ['SENSetting', 'SENSettingOther'],
    says: 'A setting that the plan names is “other”, and it is not said what.',
    mends: 'Give SENSettingOther with OTH.',
    checkPlan: ({ PlanDetail }) => PlanDetail.flatMap((detail) => listOf(explained(detail, ['OTH']))),
  },
  {
    id: 'R-N10', severity: 'error', reads: ['SENunitIndicator', 'ResourcedProvisionIndicator'],
    says: 'It is not said whether the named place is in a SEN unit or in resourced provision.',
    mends: 'Both indicators are 1 or 0 in every PlanDetail.',
    checkPlan: ({ PlanDetail }) => PlanDetail.flatMap((detail) => missingOf(detail, 'SENunitIndicator', 'ResourcedProvisionIndicator')),
  },
  {
    id: 'R-N10q', severity: 'query', reads: ['SENunitIndicator', 'ResourcedProvisionIndicator', 'URN'],
    says: 'A named place is said to be in a SEN unit and in resourced provision at once, or in one without a school.',
    mends: 'Set the indicator that does not hold to 0, or give the URN.',
    checkPlan: ({ PlanDetail }) => PlanDetail.flatMap((detail) => {
      const { SENunitIndicator: unit, ResourcedProvisionIndicator: resourced } = detail
      if (unit === true && resourced === true) return [{ block: detail, element: 'ResourcedProvisionIndicator', because: 'both are 1' }]
      return (unit === true || resourced === true) && !given(detail, 'URN') ? [{ block: detail, element: unit === true ? 'SENunitIndicator' : 'ResourcedProvisionIndicator', because: 'there is no URN' }] : []
    }),
  },
  {
    id: 'R-N11', severity: 'query', reads: ['SENunitIndicator', 'ResourcedProvisionIndicator', 'URN'],
    says: 'The register knows of no SEN unit or resourced provision at the named school.',
    mends: 'Check the indicator and the URN.',
    checkPlan: ({ PlanDetail }, { survey }) => PlanDetail.flatMap((detail) => listOf(unitInRegister(detail, survey))),
  },
  {
    id: 'R-N12', severity: 'error', reads: ['PB', 'OA', 'DP'],
    says: 'Arrangements or direct payments of a personal budget are given, and no personal budget.',
    mends: 'Set PB to 1, or take OA and DP out.',
    // OA given as 0 says that there are none, and contradicts nothing.
    checkPlan: (plan) => (plan.PB === true || (given(plan, 'PB') && plan.PB === undefined) ? undefined
      : [...(plan.OA === true ? [{ block: plan, element: 'OA' }] : []), ...givenOf(plan, 'DP')]),
  },
  {
    id: 'R-N13', severity: 'error', reads: ['CeaseDate', 'CeaseReason'],
    says: 'The day on which the plan ceased and the reason are not both given.',
    mends: 'Give both, or neither for a plan that goes on.',
    checkPlan: (plan) => (given(plan, 'CeaseDate') === given(plan, 'CeaseReason') ? undefined : missingOf(plan, 'CeaseDate', 'CeaseReason')),
  },
  {
    id: 'R-N14', severity: 'error', reads: ['CeaseDate', 'StartDate'],
    says: 'The plan ceased before it began, before the period, or after survey day.',
    mends: 'Put the cease date right. Plans that ceased before the period are not in this return; one that is still open has no cease date.',
    checkPlan: (plan, { survey }) => {
      const { CeaseDate, StartDate } = plan
      if (CeaseDate === undefined) return undefined
      const why = isAfter(StartDate, CeaseDate) ? 'it is before the plan began' : CeaseDate < survey.period.firstDay ? 'it is before the period' : CeaseDate > survey.surveyDay ? 'it is after survey day' : undefined
      return why === undefined ? undefined : { block: plan, element: 'CeaseDate', because: why }
    },
  },
  {
    id: 'R-N15', severity: 'query', reads: ['CeaseReason', 'CeaseDate', 'PersonBirthDate', 'RYA'],
    says: 'The plan ceased because of age, and the person was younger than that.',
    mends: 'Reason 1 is for the end of the academic year of the 25th birthday (or from 18, on entering the adult estate). Check reason and dates.',
    checkPlan: (plan, { request, person }) => (plan.CeaseReason === '1' && plan.CeaseDate !== undefined && person.PersonBirthDate !== undefined
      && ageOn(person.PersonBirthDate, plan.CeaseDate) < (request.RYA === true ? 18 : 24) ? { block: plan, element: 'CeaseReason' } : undefined),
  },
  {
    id: 'R-N16', severity: 'query', reads: ['CeaseReason', 'CeaseDate', 'PersonBirthDate'],
    says: 'The plan ceased for higher education or paid employment, and the person was under 16.',
    mends: 'Check the reason and the dates.',
    checkPlan: (plan, { person }) => ((plan.CeaseReason === '3' || plan.CeaseReason === '4') && plan.CeaseDate !== undefined && person.PersonBirthDate !== undefined && ageOn(person.PersonBirthDate, plan.CeaseDate) < 16
      ? { block: plan, element: 'CeaseReason' } : undefined),
  },
  {
    id: 'R-N17', severity: 'query', reads: ['CeaseReason', 'CeaseDate', 'PersonBirthDate'],
    says: 'The plan ceased because the person no longer takes part in education, and they were of compulsory school age.',
    mends: 'Check the reason and the dates.',
    checkPlan: (plan, { person: { PersonBirthDate } }) => (plan.CeaseReason === '6' && plan.CeaseDate !== undefined && PersonBirthDate !== undefined
      && plan.CeaseDate > compulsorySchoolAgeFrom(PersonBirthDate) && plan.CeaseDate <= compulsorySchoolAgeLastDay(PersonBirthDate) ? { block: plan, element: 'CeaseReason' } : undefined),
  },
  {
    id: 'R-N19', severity: 'query', reads: ['CeaseDate', 'PersonBirthDate'],
    says: 'The plan was open after the academic year in which the person turned 25.',
    mends: 'Check the date of birth and the cease date.',
    checkPlan: (plan, { survey, person: { PersonBirthDate } }) => {
      if (PersonBirthDate === undefined) return undefined
      const openUntil = isOpenPlan(plan, survey) ? survey.surveyDay : plan.CeaseDate
      return isAfter(openUntil, schoolYearOf(reachesAgeOn(PersonBirthDate, 25)).lastDay) ? { block: plan, element: plan.CeaseDate === undefined ? 'StartDate' : 'CeaseDate' } : undefined
    },
  },
]

export const namedPlanRules: readonly PersonRule[] = rules.map(({ checkPlan, ...words }) => ofEachRequest({
  ...words,
  checkRequest: (request, survey, person) => {
    const assessment = request.Assessment
    return assessment?.NamedPlan === undefined ? undefined : checkPlan(assessment.NamedPlan, { assessment, request, survey, person })
  },
}))
