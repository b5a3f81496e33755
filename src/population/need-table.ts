// Which primary need goes with an age, a sex, a placement and a plan that is new: fitted to what is published of each.

import { oldest, youngest } from './composition.ts'
import { ages, figureOf, national, needCodes, needs, placementGroups, placements, tableOf, type Need, type PlacementGroup, type Profile } from './published.ts'
import { rake, type Margin } from './rake.ts'
import { weightedBy } from './random.ts'

export const sexes = ['male', 'female'] as const
export type Sex = (typeof sexes)[number]

const ageCount = oldest - youngest + 1
const [codes, groups] = [needCodes.length, placementGroups.length]
const at = (age: number, sex: number, group: number, fresh: number, need: number): number => ((((age - youngest) * 2 + sex) * groups + group) * 2 + fresh) * codes + need
const needOf = (cell: number): Need => needCodes[cell % codes] ?? 'none'
const freshOf = (cell: number): number => Math.floor(cell / codes) % 2
const groupOf = (cell: number): PlacementGroup => placementGroups[Math.floor(cell / (codes * 2)) % groups] ?? 'not-recorded'
const sexOf = (cell: number): Sex => sexes[Math.floor(cell / (codes * 2 * groups)) % 2] ?? 'male'
const ageOf = (cell: number): number => youngest + Math.floor(cell / (codes * 2 * groups * 2))

/** Per cent for needs that are told, and what is left for all others together. */
function shares(told: Readonly<Record<string, number>>, weight: number, name: string): [string, number][] {
  const rest = Math.max(0, 100 - Object.values(told).reduce((sum, share) => sum + share, 0))
  return [...Object.entries(told), ['rest', rest] as const].map(([need, share]) => [`${name}/${need}`, (weight * share) / 100])
}

function make(profile: Profile): Float64Array {
  const cells = new Float64Array(ageCount * 2 * groups * 2 * codes)
  const overall: Readonly<Record<Need, number>> = tableOf(needs, profile)
  const boys = figureOf(national.boys, profile)
  const plans: Record<string, number> = {}
  const countIn = (name: string, weight: number): void => { plans[name] = (plans[name] ?? 0) + weight }
  for (const placement of placements.placements) countIn(placement.group, figureOf(placement, profile))
  const total = Object.values(plans).reduce((sum, weight) => sum + weight, 0)
  const begun = total * ((national.held.share[0] ?? 0) + (national.held.share[1] ?? 0)) / 100
  for (const { age, england, london, placement } of ages.ages) {
    const inAge = figureOf({ england, london }, profile)
    const fresh = age <= 5 ? 0.5 : age <= 16 ? 0.16 : 0.05
    for (const [group, name] of placementGroups.entries()) {
      const share = ((placement as Readonly<Record<string, number>>)[name] ?? 3) / 100
      for (const sex of [0, 1]) for (const isFresh of [0, 1]) for (const [need, code] of needCodes.entries()) {
        cells[at(age, sex, group, isFresh, need)] = inAge * share * (sex === 0 ? boys : 100 - boys) * (isFresh === 1 ? fresh : 1 - fresh) * (overall[code] + 0.01)
      }
    }
  }
  const told = (table: Readonly<Record<string, number>>, need: Need): string => (need in table ? need : 'rest')
  const bySex: Readonly<Record<string, Readonly<Record<string, number>>>> = needs.bySex
  const byPlacement: Readonly<Record<string, Readonly<Record<string, number>>>> = needs.byPlacement
  const byAge = new Map(ages.ages.map((row) => [row.age, row.need]))
  const margins: readonly Margin[] = [
    { of: (cell) => `${ageOf(cell)}/${told(byAge.get(ageOf(cell)) ?? {}, needOf(cell))}`, totals: Object.fromEntries(ages.ages.flatMap((row) => shares(row.need, figureOf(row, profile), `${row.age}`))) },
    { of: (cell) => (groupOf(cell) in byPlacement ? `${groupOf(cell)}/${told(byPlacement[groupOf(cell)] ?? {}, needOf(cell))}` : undefined), totals: Object.fromEntries(Object.entries(byPlacement).flatMap(([group, table]) => shares(table, plans[group] ?? 0, group))) },
    { of: (cell) => `${sexOf(cell)}/${told(bySex[sexOf(cell)] ?? {}, needOf(cell))}`, totals: Object.fromEntries(sexes.flatMap((sex) => shares(bySex[sex] ?? {}, (total * (sex === 'male' ? boys : 100 - boys)) / 100, sex))) },
    { of: (cell) => (freshOf(cell) === 1 ? needOf(cell) : undefined), totals: Object.fromEntries(needCodes.map((code) => [code, (begun * needs.newPlans[code]) / 100])) },
    { of: (cell) => (freshOf(cell) === 1 ? sexOf(cell) : undefined), totals: { male: (begun * national.requests.boys.newPlans) / 100, female: (begun * (100 - national.requests.boys.newPlans)) / 100 } },
    { of: (cell) => (freshOf(cell) === 0 ? 'held' : 'fresh'), totals: { held: total - begun, fresh: begun } },
    { of: needOf, totals: Object.fromEntries(needCodes.map((code) => [code, (total * overall[code]) / 100])) },
  ]
  rake(cells, margins, 25)
  return cells
}

const made = new Map<Profile, Float64Array>()
const tableFor = (profile: Profile): Float64Array => {
  const cells = made.get(profile) ?? make(profile)
  made.set(profile, cells)
  return cells
}

/** The sex and the primary need at a place, from 0 to 1, among all of this age and placement whose plan is new or not. */
export function sexAndNeedAt(profile: Profile, { age, group, isNew }: { readonly age: number; readonly group: PlacementGroup; readonly isNew: boolean }, place: number): { readonly sex: Sex; readonly need: Need } {
  const cells = tableFor(profile)
  const bounded = Math.min(oldest, Math.max(youngest, age))
  const weights: Record<string, number> = {}
  for (const [sex, name] of sexes.entries()) for (const [need, code] of needCodes.entries()) weights[`${name}/${code}`] = cells[at(bounded, sex, placementGroups.indexOf(group), isNew ? 1 : 0, need)] ?? 0
  const [sex, need] = weightedBy(weights, place).split('/')
  return { sex: sex as Sex, need: need as Need }
}
