// What was made beside what is published, row by row. A row is within when it is no further off than its tolerance: what we allow the model,
// in the row's own unit, and three standard errors of a draw of that size. Nobody may widen one to let a row pass without saying why.

import type { Area } from './areas.ts'
import type { Counts } from './measure.ts'
import { ethnicity, growthSinceSizes, national, needCodes, needs, newAges, placements, ages } from './published.ts'

export interface Row {
  readonly figure: string
  readonly unit: '%' | 'per 1,000 plans' | 'children' | 'plans'
  readonly published: number
  readonly made: number
  readonly tolerance: number
  readonly isWithin: boolean
}

export type Whose = 'england' | 'london'

export function rowsOf(counts: Counts, whose: Whose, areas: readonly Area[], sampled: number): Row[] {
  const rows: Row[] = []
  const row = (figure: string, unit: Row['unit'], published: number, made: number, tolerance: number): void => {
    rows.push({ figure, unit, published, made, tolerance, isWithin: Math.abs(made - published) <= tolerance })
  }
  const share = (figure: string, published: number, part: number, whole: number, points: number): void => {
    const wanted = Math.min(0.99, Math.max(0.001, published / 100))
    row(figure, '%', published, whole === 0 ? Number.NaN : (100 * part) / whole, points + 300 * Math.sqrt((wanted * (1 - wanted)) / Math.max(1, whole)))
  }
  const plans = counts.of('plans')
  const rate = (figure: string, published: number, count: number, part: number): void => row(figure, 'per 1,000 plans', published, (1000 * count) / plans, published * part + 3 * Math.sqrt((published * 1000) / plans))
  const rates = national.ratesPerThousandPlans[whose]

  row('Children known', 'children', areas.reduce((sum, area) => sum + area.known, 0), counts.of('known') * sampled, sampled === 1 ? 0 : 3 * sampled * Math.sqrt(areas.length))
  row('Plans in force', 'plans', areas.reduce((sum, area) => sum + area.plans, 0), plans * sampled, sampled === 1 ? 0 : 3 * sampled * Math.sqrt(areas.length))
  const { plansInForce } = national.growth
  for (const [back, then] of [[1, '2025'], [2, '2024'], [3, '2023'], [4, '2022']] as const) {
    share(`Plans in force in January ${then}, of those of 2026`, (100 * plansInForce[then]) / plansInForce['2026'], counts.of(`in force/${back}`), plans, 3)
  }
  stock(counts, whose, share)
  rate('Requests in the year', rates.requests, counts.of('requests'), 0.07)
  const requests = counts.of('requests')
  share('Requests refused', (100 * rates.refused) / rates.requests, counts.of('requests/not-assess'), requests, 2.5)
  share('Requests undecided at the end of the year', (100 * rates.undecided) / rates.requests, counts.of('requests/undecided'), requests, 2)
  share('Requests withdrawn', (100 * rates.withdrawn) / rates.requests, counts.of('requests/withdrawn'), requests, 1)
  share('Requests decided in six weeks', national.requests.decidedInSixWeeks[whose], counts.of('in six weeks'), counts.of('in six weeks') + counts.of('after six weeks'), 3)
  rate('Plans begun in the year', rates.newPlans, counts.of('begun'), 0.05)
  share('Assessments that ended without a plan', (100 * rates.notIssued) / rates.assessments, counts.of('assessments ended/no plan'), counts.of('assessments ended/no plan') + counts.of('assessments ended/plan'), 1.5)
  if (whose === 'england') share('Decisions that there will be no plan in sixteen weeks', national.requests.noPlanWithinSixteenWeeks, counts.of('no plan in sixteen weeks'), counts.of('no plan in sixteen weeks') + counts.of('no plan after sixteen weeks'), 5)
  timeliness(counts, whose, share)
  share('Exceptions claimed, of new plans', national.timeliness.exceptionsClaimed, counts.of('exceptions'), counts.of('assessments ended/plan'), 0.5)
  for (const [band, first, last] of [['0-4', 0, 4], ['5-10', 5, 10], ['11-15', 11, 15], ['16-25', 16, 25]] as const) {
    share(`Begun at ${band}`, newAges.ages.filter(({ age }) => age >= first && age <= last).reduce((sum, { newPlans }) => sum + newPlans, 0), counts.of(`begun/age/${band}`), counts.of('begun'), 4)
  }
  if (whose === 'england') for (const need of needCodes.filter((code) => needs.newPlans[code] >= 2)) share(`Begun for ${need}`, needs.newPlans[need], counts.of(`begun/need/${need}`), counts.of('begun'), 3)
  share('Begun for boys', national.requests.boys.newPlans, counts.of('begun/sex/male'), counts.of('begun'), 2.5)
  rate('Plans of children who moved in', (national.ratesPerThousandPlans.england.ceased * national.ceased.reasons.england[5]) / 100, counts.of('moved in'), 0.15)
  reviews(counts, whose, share, rate)
  share('Phase transfers due this year, of plans', national.transfers.dueThisYear, counts.of('transfers due'), plans, 1.5)
  share('Next placement named by the survey day, of those', national.transfers.finalBySurveyDay, counts.of('transfers named'), counts.of('transfers due'), 4)
  disputes(counts, whose, rate, share)
  rate('Plans ceased in the year', rates.ceased, counts.of('ceased'), 0.06)
  for (const [reason, published] of Object.entries(national.ceased.reasons[whose])) share(`Ceased: SEN2 reason ${reason}`, published, counts.of(`ceased/reason/${reason}`), counts.of('ceased'), 1.5)
  for (const [band, published] of Object.entries(national.ceased.ages)) share(`Ceased at ${band}`, published, counts.of(`ceased/age/${band}`), counts.of('ceased'), whose === 'england' ? 3 : 6)
  if (areas.length > 1) spreads(areas, row)
  return rows
}

type Share = (figure: string, published: number, part: number, whole: number, points: number) => void
type Rate = (figure: string, published: number, count: number, part: number) => void

function stock(counts: Counts, whose: Whose, share: Share): void {
  const plans = counts.of('plans')
  const total = ages.ages.reduce((sum, row) => sum + row[whose], 0)
  for (const [band, first, last] of [['0-4', 0, 4], ['5-10', 5, 10], ['11-15', 11, 15], ['16-19', 16, 19], ['20-25', 20, 25]] as const) {
    share(`Aged ${band}`, (100 * ages.ages.filter(({ age }) => age >= first && age <= last).reduce((sum, row) => sum + row[whose], 0)) / total, counts.of(`plans/age/${band}`), plans, 1)
  }
  for (const [held, published] of national.held.share.entries()) share(held === 12 ? 'Held 12 years or more' : `Held ${held} years`, published, counts.of(`plans/held/${held}`), plans, held === 11 || held === 12 ? 1.5 : 1.2)
  share('Boys', national.boys[whose], counts.of('plans/sex/male'), plans, 1)
  for (const need of needCodes) share(need === 'none' ? 'Primary need not recorded' : `Primary need ${need}`, needs[whose][need], counts.of(`plans/need/${need}`), plans, 1)
  const groups = new Map<string, number>()
  for (const row of placements.placements) groups.set(row.group, (groups.get(row.group) ?? 0) + row[whose])
  for (const [group, count] of groups) share(`Placement: ${group}`, (100 * count) / total, counts.of(`plans/placement/${group}`), plans, 1)
  for (const { key, name, ...count } of placements.placements.filter(({ group, ...row }) => !['elsewhere', 'early-years', 'not-recorded'].includes(group) && row[whose] > total / 100)) share(`Placement: ${name}`, (100 * count[whose]) / total, counts.of(`plans/category/${key}`), plans, 1.2)
  for (const [code, published] of Object.entries(ethnicity[whose])) if (published >= 1) share(`Ethnicity ${code}`, published, counts.of(`plans/ethnicity/${code}`), plans, 0.8)
}

function timeliness(counts: Counts, whose: Whose, share: Share): void {
  const all = counts.of('timely/20') + counts.of('timely/52') + counts.of('timely/over')
  // One area's own quarters can be good or bad; of 153 they come out even.
  const points = whose === 'london' ? 5 : 2
  share('Plans within 20 weeks', national.timeliness.within20Weeks[whose], counts.of('timely/20'), all, points)
  share('Plans between 20 and 52 weeks', national.timeliness.within52Weeks[whose], counts.of('timely/52'), all, points)
  share('Plans over 52 weeks', national.timeliness.over52Weeks[whose], counts.of('timely/over'), all, 1.5)
}

function reviews(counts: Counts, whose: Whose, share: Share, rate: Rate): void {
  rate('Reviews expected', national.ratesPerThousandPlans[whose].reviewsExpected, counts.of('reviews expected'), 0.03)
  const { lastMeeting, outcomes, decidedWithin4Weeks } = national.reviews
  const names = { thisYear: 'in this January', lastYear: 'in the last year', earlier: 'earlier', none: 'nowhere on record' }
  for (const when of ['thisYear', 'lastYear', 'earlier', 'none'] as const) share(`Last review meeting ${names[when]}`, lastMeeting[when], counts.of(`last meeting/${when}`), counts.of('reviews expected'), when === 'thisYear' ? 1 : 3)
  const decided = counts.of('decided in four weeks') + counts.of('decided later')
  for (const outcome of ['amend', 'maintain'] as const) share(`After a review: ${outcome}`, outcomes[outcome], counts.of(`outcome/${outcome}`), decided, 3)
  share('Decided within four weeks of the meeting', decidedWithin4Weeks[whose], counts.of('decided in four weeks'), decided, 4)
}

function disputes(counts: Counts, whose: Whose, rate: Rate, share: Share): void {
  const rates = national.ratesPerThousandPlans[whose]
  rate('Mediation about assessing', rates.mediationAssess, counts.of('mediation/assess'), 0.2)
  rate('Mediation about a plan not issued', rates.mediationIssue, counts.of('mediation/issue'), 0.3)
  rate('Other mediation', rates.mediationOther, counts.of('mediation/plan'), 0.3)
  rate('Appeals registered', national.appeals.perThousandPlans[whose], counts.of('appeals'), 0.1)
  share('Appeals against a refusal to assess', national.appeals.refusalToAssess, counts.of('appeals/assess'), counts.of('appeals'), 4)
  share('Appeals of the year still open', national.appeals.openOfAYears, counts.of('appeals open'), counts.of('appeals'), 8)
}

/** What the areas were made to, against the published quartiles of areas: a sample of each is too small to show it child by child. */
function spreads(areas: readonly Area[], row: (figure: string, unit: Row['unit'], published: number, made: number, tolerance: number) => void): void {
  const quartiles = (values: readonly number[]): number[] => { const sorted = values.toSorted((a, b) => a - b); return [0.25, 0.5, 0.75].map((at) => 100 * (sorted[Math.floor(at * sorted.length)] ?? 0)) }
  const compare = (what: string, published: readonly number[], made: readonly number[]): void => {
    for (const [index, name] of ['lower quartile', 'median', 'upper quartile'].entries()) row(`Areas, ${what}: ${name}`, '%', published[index] ?? 0, made[index] ?? 0, 6)
  }
  compare('plans within 20 weeks', national.timeliness.quartiles, quartiles(areas.map(({ onTime }) => onTime)))
  compare('requests refused', national.requests.refusedQuartiles, quartiles(areas.map(({ refused }) => refused)))
  compare('reviews decided in four weeks', national.reviews.within4WeeksQuartiles, quartiles(areas.map(({ decidedIn4Weeks }) => decidedIn4Weeks)))
  row('Plans in the middle area', 'plans', 3267 * growthSinceSizes, areas.map(({ plans }) => plans).toSorted((a, b) => a - b)[Math.floor(areas.length / 2)] ?? 0, 40)
}
