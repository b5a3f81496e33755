// Who has a plan: ages by years held by placement, one table for each profile, fitted to all that is published of the three.

import { ages, figureOf, national, newAges, placementGroups, placements, type PlacementGroup, type Profile } from './published.ts'
import { rake, type Margin } from './rake.ts'

export interface Cell { readonly age: number; readonly held: number; readonly group: PlacementGroup }

export const [youngest, oldest] = [2, 25] as const
const heldYears = national.held.share.length
const groups = placementGroups.length
const cellOf = (at: number): Cell => ({
  age: youngest + Math.floor(at / (heldYears * groups)), held: Math.floor(at / groups) % heldYears, group: placementGroups[at % groups] ?? 'not-recorded',
})

/** Per cent of plans begun at an age; ages over 20 share what is published for 20 and over. */
const begunAt = (age: number): number => (age < 20 ? newAges.ages.find((row) => row.age === age)?.newPlans ?? 0 : age <= 22 ? 0.1 : 0.01)

/**
 * Per cent of the plans begun in a year by the age on the 31 August of that year. Published is the age on the day of the start; of those begun
 * before 31 August a third have had a birthday by then, and of those begun after it a sixth were younger.
 */
const begunAtByAugust = (age: number): number => 0.722 * begunAt(age) + 0.222 * begunAt(age - 1) + 0.056 * begunAt(age + 1)

const isPossible = ({ age, held, group }: Cell): boolean => {
  if (age - held < 1 && !(age === youngest && held <= 1)) return false
  if (group === 'early-years') return age <= 4
  return group === 'fe' ? age >= 16 : group === 'ap' ? age >= 5 && age <= 16 : true
}

const totalOf = (profile: Profile, of: (row: (typeof ages.ages)[number]) => number): number => ages.ages.reduce((sum, row) => sum + figureOf(row, profile) * of(row), 0)

const groupTotals = (profile: Profile): Record<string, number> => {
  const totals: Record<string, number> = {}
  for (const row of placements.placements) totals[row.group] = (totals[row.group] ?? 0) + figureOf(row, profile)
  return totals
}

function make(profile: Profile): Float64Array {
  const cells = Float64Array.from({ length: (oldest - youngest + 1) * heldYears * groups }, (_, at) => {
    const cell = cellOf(at)
    return isPossible(cell) ? 0.02 + begunAt(Math.max(youngest, cell.age - cell.held)) : 0
  })
  const plans = totalOf(profile, () => 1)
  const byAge = Object.fromEntries(ages.ages.map((row) => [row.age, figureOf(row, profile)]))
  const inPlacement = (row: (typeof ages.ages)[number], group: string): number => {
    const told = row.placement as Readonly<Record<string, number>>
    return group === 'rest' ? Math.max(0, 100 - Object.values(told).reduce((sum, share) => sum + share, 0)) : told[group] ?? 0
  }
  const told = (group: string): string => (['mainstream', 'special', 'fe', 'elsewhere'].includes(group) ? group : 'rest')
  const margins: readonly Margin[] = [
    {
      of: (at) => `${cellOf(at).age}/${told(cellOf(at).group)}`,
      totals: Object.fromEntries(ages.ages.flatMap((row) => ['mainstream', 'special', 'fe', 'elsewhere', 'rest'].map((group) => [`${row.age}/${group}`, (figureOf(row, profile) * inPlacement(row, group)) / 100]))),
    },
    {
      of: (at) => (cellOf(at).group === 'mainstream' ? `${cellOf(at).held}` : undefined),
      totals: Object.fromEntries(Object.entries(national.held.mainstream).map(([held, share]) => [held, (plans * share * (national.held.share[Number(held)] ?? 0)) / 10_000])),
    },
    {
      of: (at) => (cellOf(at).held === 1 ? `${cellOf(at).age}` : undefined),
      totals: Object.fromEntries(ages.ages.map(({ age }) => [age, (plans * begunAtByAugust(age) * (national.held.share[1] ?? 0)) / 10_000])),
    },
    { of: (at) => `${cellOf(at).held}`, totals: Object.fromEntries(national.held.share.map((share, held) => [held, (plans * share) / 100])) },
    { of: (at) => cellOf(at).group, totals: groupTotals(profile) },
    { of: (at) => `${cellOf(at).age}`, totals: byAge },
  ]
  rake(cells, margins, 40)
  let sum = 0
  return cells.map((weight) => { sum += weight; return sum })
}

const made = new Map<Profile, Float64Array>()

/** The cell at a place of the table, from 0 (included) to 1 (not included): children at even places make up the table itself. */
export function cellAt(profile: Profile, place: number): Cell {
  const sums = made.get(profile) ?? make(profile)
  made.set(profile, sums)
  const wanted = place * (sums.at(-1) ?? 0)
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) > wanted) high = middle
    else low = middle + 1
  }
  return cellOf(low)
}
