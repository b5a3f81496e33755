// Rules across persons: the same number or the same person twice, and figures of the whole return. Nothing is kept of a person but up to three numbers with a
// position each (first-places.ts) and the counts below.

import { FirstPlaces, upnNumber, wordsNumber } from '../first-places.ts'
import type { Sen2Person } from '../sen2-return.ts'
import { isOpenPlan, type Found, type RuleText, type Survey } from './rule.ts'

/** One that is told at the second person, with the position of the first. */
export interface TwiceRule extends RuleText {
  /** A whole number that nobody else may have; undefined when there is none. */
  readonly numberOf: (person: Sen2Person) => number | undefined
  readonly element: string
}

export const twiceRules: readonly TwiceRule[] = [
  {
    id: 'R-P09', severity: 'error', reads: ['UPN'], element: 'UPN',
    says: 'Two people have the same UPN.',
    mends: 'If it is one person, make one Person of them with all requests; otherwise look the UPNs up again.',
    numberOf: ({ UPN }) => (UPN === undefined ? undefined : upnNumber(UPN)),
  },
  {
    id: 'R-P10u', severity: 'error', reads: ['UniqueLearnerNumber'], element: 'UniqueLearnerNumber',
    says: 'Two people have the same ULN.',
    mends: 'If it is one person, make one Person of them with all requests; otherwise look the ULNs up again.',
    numberOf: ({ UniqueLearnerNumber }) => (UniqueLearnerNumber === undefined ? undefined : Number(UniqueLearnerNumber)),
  },
  {
    id: 'R-P11', severity: 'query', reads: ['Surname', 'Forename', 'PersonBirthDate'], element: 'Surname',
    says: 'Two people have the same name and date of birth.',
    mends: 'If it is one person, make one Person of them with all requests.',
    numberOf: ({ Surname, Forename, PersonBirthDate }) => (Surname === undefined || Forename === undefined || PersonBirthDate === undefined ? undefined
      : wordsNumber(`${Surname.toLowerCase()}\n${Forename.toLowerCase()}\n${PersonBirthDate}`)),
  },
]

/** Tells whether a person was there before; `place` is any number by which the first is found again. */
export function rememberPersons(): (person: Sen2Person, place: number) => readonly { readonly rule: TwiceRule; readonly found: Found; readonly first: number }[] {
  const books = twiceRules.map((rule) => ({ rule, places: new FirstPlaces() }))
  return (person, place) => books.flatMap(({ rule, places }) => {
    const number = rule.numberOf(person)
    const first = number === undefined ? undefined : places.firstOf(number, place)
    return first === undefined ? [] : [{ rule, found: { block: person, element: rule.element }, first }]
  })
}

export interface Totals {
  readonly persons: number
  readonly requestsInPeriod: number
  readonly requestsWithSource: number
  readonly requestsFromOthers: number
  readonly newPlans: number
  readonly openPlans: number
  readonly ceasedPlans: number
  readonly ceasedForOther: number
  readonly withoutPlacement: number
  readonly withoutMainNeed: number
}

/** Counts persons as they come. "New" is begun in the period, "open" is open on survey day. */
export function countTotals(survey: Survey): { readonly add: (person: Sen2Person) => void; readonly totals: () => Totals } {
  const sums = { persons: 0, requestsInPeriod: 0, requestsWithSource: 0, requestsFromOthers: 0, newPlans: 0, openPlans: 0, ceasedPlans: 0, ceasedForOther: 0, withoutPlacement: 0, withoutMainNeed: 0 }
  const { firstDay, lastDay } = survey.period
  const isInPeriod = (day: string | undefined): boolean => day !== undefined && day >= firstDay && day <= lastDay
  const add = ({ Requests }: Sen2Person): void => {
    sums.persons += 1
    for (const { ReceivedDate, RequestSource, Assessment, ActivePlans } of Requests) {
      if (isInPeriod(ReceivedDate)) sums.requestsInPeriod += 1
      if (RequestSource !== undefined) sums.requestsWithSource += 1
      if (RequestSource === '5') sums.requestsFromOthers += 1
      const plan = Assessment?.NamedPlan
      if (plan === undefined) continue
      if (Assessment?.AssessmentOutcome === 'Y' && isInPeriod(Assessment.AssessmentOutcomeDate)) sums.newPlans += 1
      if (plan.CeaseDate !== undefined && plan.CeaseDate <= survey.surveyDay) sums.ceasedPlans += 1
      if (plan.CeaseReason === '9') sums.ceasedForOther += 1
      if (!isOpenPlan(plan, survey)) continue
      sums.openPlans += 1
      if (ActivePlans?.PlacementDetail.some(({ URN, UKPRN, SENSetting }) => (URN ?? UKPRN ?? SENSetting) !== undefined) !== true) sums.withoutPlacement += 1
      if (ActivePlans?.SENneed.some(({ SENtype, SENtypeRank }) => SENtype !== undefined && SENtypeRank === '1') !== true) sums.withoutMainNeed += 1
    }
  }
  return { add, totals: () => ({ ...sums }) }
}

export interface TotalsRule extends RuleText {
  /** What exactly, or undefined when the figures are as expected. */
  readonly checkTotals: (totals: Totals, plansLastYear: number | undefined) => string | undefined
}

const share = (part: number, whole: number): string => `${part} of ${whole} (${(part * 100 / whole).toFixed(1)}%)`

/** Shares of 10% are our own bounds: the department says only "many". */
export const totalsRules: readonly TotalsRule[] = [
  {
    id: 'R-R16', severity: 'query', from: 2025, reads: ['RequestSource'],
    says: 'More than a tenth of the requests came from “other”.',
    mends: 'Use codes 1 to 4 where one of them holds.',
    checkTotals: ({ requestsFromOthers, requestsWithSource }) => (requestsWithSource >= 20 && requestsFromOthers * 10 > requestsWithSource ? share(requestsFromOthers, requestsWithSource) : undefined),
  },
  {
    id: 'R-N18', severity: 'query', reads: ['CeaseReason'],
    says: 'More than a tenth of the plans that ceased did so for “other” reasons.',
    mends: 'Use reasons 1 to 8 where one of them holds.',
    checkTotals: ({ ceasedForOther, ceasedPlans }) => (ceasedPlans >= 20 && ceasedForOther * 10 > ceasedPlans ? share(ceasedForOther, ceasedPlans) : undefined),
  },
  {
    id: 'R-L01', severity: 'query', reads: ['ReceivedDate', 'AssessmentOutcomeDate', 'CeaseDate'],
    says: 'The figures of the return are not those of a usual year.',
    mends: 'Check that everybody is in it; if so, say why.',
    checkTotals: ({ requestsInPeriod, newPlans, ceasedPlans, openPlans }, plansLastYear) => {
      const nothing = [...(requestsInPeriod === 0 ? ['no request was received in the period'] : []), ...(newPlans === 0 ? ['no plan was issued in the period'] : []), ...(ceasedPlans === 0 ? ['no plan ceased'] : [])]
      const isFar = plansLastYear !== undefined && plansLastYear > 0 && Math.abs(openPlans - plansLastYear) * 5 > plansLastYear
      const all = [...nothing, ...(isFar ? [`${openPlans} plans on survey day, ${String(plansLastYear)} a year before`] : [])]
      return all.length === 0 ? undefined : all.join('; ')
    },
  },
  {
    id: 'R-L02', severity: 'query', reads: ['URN', 'UKPRN', 'SENSetting', 'SENtype', 'SENtypeRank'],
    says: 'Plans are without a placement or without a main need.',
    mends: 'Give what is missing: more than 3% of plans without a placement, or any without a main need, is asked about.',
    checkTotals: ({ openPlans, withoutPlacement, withoutMainNeed }) => {
      const all = [
        ...(withoutPlacement * 100 > openPlans * 3 ? [`without a placement: ${share(withoutPlacement, openPlans)}`] : []),
        ...(withoutMainNeed > 0 ? [`without a main need: ${share(withoutMainNeed, openPlans)}`] : []),
      ]
      return all.length === 0 ? undefined : all.join('; ')
    },
  },
]
