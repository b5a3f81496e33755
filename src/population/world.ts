// What the children of an area share: the day, the surroundings, how far behind each body is, and who of them is what. A child's number says
// which it is, so that an area has exactly as many plans as it was told to and any of its children can be made alone.

import type { PersonId } from '../domain/ids.ts'
import type { Area } from './areas.ts'
import { pressureOf, type Pressure } from './lateness.ts'
import { figureOf, national } from './published.ts'
import { randomOf } from './random.ts'
import { surroundingsOf, type Surroundings } from './surroundings.ts'

/** What a child of the area is on the day: the year counts back from the day, 0 is the last twelve months. */
export type Standing =
  | { readonly is: 'in-force' | 'undecided' | 'assessing' | 'support'; readonly place: number; readonly of: number }
  | { readonly is: 'ceased' | 'refused' | 'no-plan' | 'withdrawn'; readonly year: number; readonly place: number; readonly of: number }

export interface Officer { readonly id: PersonId; readonly name: string; readonly plans: number }

export interface World {
  readonly seed: number
  readonly area: Area
  /** Day numbers: the day as on which everything is, and the first day of the hub, five years before. */
  readonly today: number
  readonly hubFrom: number
  readonly pressure: Pressure
  readonly surroundings: Surroundings
  readonly officers: readonly Officer[]
  readonly standings: readonly Standing['is'][]
  readonly standingOf: (child: number) => Standing
  /** Of a place among the plans in force; the same officer for whoever has none, by turn. */
  readonly officerOf: (place: number, isInForce: boolean) => Officer
}

export const historyYears = 5

export function worldOf(seed: number, area: Area, today: number): World {
  const parts = partsOf(area)
  const officers = officersOf(seed, area)
  const starts = officers.reduce<number[]>((list, { plans }) => [...list, (list.at(-1) ?? 0) + plans], [])
  const step = stepFor(area.known)
  const inForceStep = stepFor(Math.max(1, area.plans))
  return {
    seed, area, today, hubFrom: today - historyYears * 365 - 1, pressure: pressureOf(seed, area.key, area.onTime), surroundings: surroundingsOf(seed, area), officers,
    standings: parts.map(({ is }) => is),
    standingOf: (child) => {
      // Stirred, so that whoever takes every fiftieth child takes some of each kind.
      let place = (child * step + 17) % area.known
      for (const part of parts) {
        if (place < part.count) return { is: part.is, year: part.year, place, of: part.count } as Standing
        place -= part.count
      }
      throw new Error(`area ${area.key} has no child ${child}`)
    },
    officerOf: (place, isInForce) => {
      const at = isInForce ? (place * inForceStep) % Math.max(1, area.plans) : -1
      const found = isInForce ? officers[starts.findIndex((end) => at < end)] : officers[place % officers.length]
      if (found === undefined) throw new Error(`area ${area.key} has no officer`)
      return found
    },
  }
}

/** About the golden section of a number, and without a common divisor with it: every place is met once, and neighbours stand far apart. */
function stepFor(count: number): number {
  const divides = (a: number, b: number): number => (b === 0 ? a : divides(b, a % b))
  let step = Math.max(1, Math.round(count * 0.6180339887))
  while (divides(step, count) !== 1) step += 1
  return step
}

interface Part { readonly is: Standing['is']; readonly year: number; readonly count: number }

/**
 * The share of plans that were begun after a request had been refused once before. Those refusals of earlier years are counted there; whoever
 * was refused in the last year and will ask again has not done so yet.
 */
export const refusedBefore = 0.07

function partsOf(area: Area): Part[] {
  const { ratesPerThousandPlans: { england, london }, flowsByYear, growth, ourEstimates } = national
  const rate = (key: keyof typeof england): number => figureOf({ england: england[key], london: london[key] }, area.profile)
  const now = growth.plansInForce['2026'] / 1000
  const shrinking = (counts: Readonly<Record<string, number>>, key: 'refused' | 'ceased'): number[] =>
    [england[key], ...['2024', '2023', '2022', '2021'].map((year) => (counts[year] ?? ourEstimates.ceasedIn2021) / now)].map((count) => count / england[key])
  const refusals = shrinking(flowsByYear.refused, 'refused')
  const endings = shrinking(flowsByYear.ceased, 'ceased')
  const count = (perThousand: number): number => Math.round((perThousand * area.plans) / 1000)
  const each = (is: 'ceased' | 'refused' | 'no-plan' | 'withdrawn', perThousand: number, years: readonly number[]): Part[] => years.map((share, year) => ({ is, year, count: Math.max(0, count((perThousand - (is === 'refused' && year > 0 ? refusedBefore * rate('newPlans') : 0)) * share)) }))
  const known: Part[] = [
    { is: 'in-force', year: 0, count: area.plans },
    ...each('ceased', rate('ceased'), endings), ...each('refused', rate('requests') * area.refused, refusals),
    ...each('no-plan', rate('notIssued'), refusals), ...each('withdrawn', rate('withdrawn'), refusals),
    { is: 'undecided', year: 0, count: count(rate('undecided')) },
    { is: 'assessing', year: 0, count: count(figureOf(ourEstimates.underAssessmentPerThousandPlans, area.profile)) },
  ]
  const counted = known.reduce((sum, part) => sum + part.count, 0)
  return [...known, { is: 'support', year: 0, count: Math.max(0, area.known - counted) }]
}

/** Officers with more and fewer plans, between 170 and 250 where the area is large enough to have a choice. */
function officersOf(seed: number, area: Area): Officer[] {
  const random = randomOf(seed, 'officers', area.key)
  const [least = 170, most = 250] = national.ourEstimates.caseload
  const shares = Array.from({ length: area.officers }, () => 0.84 + 0.32 * random.next())
  const sum = shares.reduce((total, share) => total + share, 0)
  const plans = shares.map((share) => Math.floor((area.plans * share) / sum))
  // Evened out: nobody has more than the most or fewer than the least while a colleague could help.
  let left = area.plans - plans.reduce((total, count) => total + count, 0)
  for (; left > 0; left -= 1) { const at = plans.indexOf(Math.min(...plans)); plans[at] = (plans[at] ?? 0) + 1 }
  for (let round = 0; round < area.plans; round += 1) {
    const [high, low] = [plans.indexOf(Math.max(...plans)), plans.indexOf(Math.min(...plans))]
    if ((plans[high] ?? 0) <= most && (plans[low] ?? 0) >= least) break
    if ((plans[high] ?? 0) - (plans[low] ?? 0) <= 1) break
    plans[high] = (plans[high] ?? 0) - 1
    plans[low] = (plans[low] ?? 0) + 1
  }
  return plans.map((count, index) => ({ id: random.id(), name: `Officer ${index + 1} of ${area.name}`, plans: count }))
}

/** How far an officer's number of plans is from the usual: -1 for 170, 1 for 250. */
export const loadOf = ({ plans }: Officer): number => Math.max(-1, Math.min(1, (plans - 210) / 40))
