// What stands around the children of an area: schools, colleges and nurseries with as many places as are wanted, and the services that are asked
// for advice. All of it follows from the area's size, so that a child can be made without looking at any other.

import type { Area } from './areas.ts'
import { inventedFamilyName } from './identity.ts'
import { figureOf, placements, type PlacementGroup } from './published.ts'
import { randomOf, type Random } from './random.ts'
import type { OrganisationId } from '../domain/ids.ts'
import type { SettingPhase } from '../domain/transfer/phases.ts'

export interface Setting {
  readonly id: OrganisationId
  readonly name: string
  /** What the statistics call it: a key of published/placements.json. */
  readonly category: string
  readonly group: PlacementGroup
  readonly phase: SettingPhase
  readonly urn: string
  /** Pupils or students in all, and of them with a plan at most. */
  readonly pupils: number
  readonly placesForPlans: number
  /** The share of reviews held there whose papers reach the council. */
  readonly sendsPapers: number
}

export interface Service { readonly id: OrganisationId; readonly kind: string; readonly name: string; readonly odsCode?: string }

export interface Surroundings {
  readonly settings: readonly Setting[]
  readonly services: readonly Service[]
  readonly pick: (random: Random, category: string, phase: SettingPhase) => Setting
}

/** How many plans one place of a kind usually has, how many pupils, and in which phases it is found. */
const kinds: readonly { readonly test: RegExp; readonly phases: readonly (readonly [SettingPhase, share: number, plans: number, pupils: number])[] }[] = [
  { test: /^mainstream-independent/, phases: [['primary', 0.5, 6, 180], ['secondary', 0.5, 8, 420]] },
  { test: /^mainstream-.*(resourced|unit)$/, phases: [['primary', 0.55, 14, 420], ['secondary', 0.45, 18, 1050]] },
  { test: /^mainstream/, phases: [['primary', 0.6, 15, 400], ['secondary', 0.4, 36, 1100]] },
  { test: /^special-(independent|non-maintained)/, phases: [['special', 1, 24, 40]] },
  { test: /^special/, phases: [['special', 1, 130, 135]] },
  { test: /^(ap|pru)/, phases: [['special', 1, 12, 60]] },
  { test: /^fe-general/, phases: [['post-16', 1, 110, 3000]] },
  { test: /^fe/, phases: [['post-16', 1, 30, 60]] },
  { test: /^early-years/, phases: [['early-years', 1, 2, 50]] },
  { test: /^(arranged-by-parents|online|welsh|other)/, phases: [['all-through', 1, 8, 40]] },
]

const endings: Partial<Record<SettingPhase, string>> = { primary: 'Primary School', secondary: 'School', special: 'Special School', 'post-16': 'College', 'early-years': 'Nursery', 'all-through': 'Centre' }
const services: readonly (readonly [kind: string, name: string])[] = [
  ['educational-psychology', 'Educational Psychology Service'], ['paediatrics', 'Community Paediatrics'], ['speech-and-language', 'Speech and Language Therapy'], ['occupational-therapy', 'Occupational Therapy'],
  ['mental-health', 'Child and Adolescent Mental Health Service'], ['sensory', 'Hearing and Vision Support Service'], ['social-care', 'Children with Disabilities Team'], ['adult-social-care', 'Adult Social Care'], ['sendiass', 'SENDIASS'], ['icb', 'Integrated Care Board'],
]

export const surroundingsOf = (seed: number, area: Area): Surroundings => {
  const random = randomOf(seed, 'surroundings', area.key)
  const total = placements.placements.reduce((sum, row) => sum + figureOf(row, area.profile), 0)
  const settings: Setting[] = []
  const byKind = new Map<string, Setting[]>()
  for (const row of placements.placements) {
    const kind = kinds.find(({ test }) => test.test(row.key))
    if (kind === undefined) continue
    for (const [phase, share, plans, pupils] of kind.phases) {
      const expected = (figureOf(row, area.profile) / total) * area.plans * share
      const count = Math.max(1, Math.round(expected / plans))
      const here = Array.from({ length: count }, (): Setting => {
        const size = 0.6 + 0.8 * random.next()
        return {
          id: random.id(), name: `${inventedFamilyName(random)} ${endings[phase] ?? 'School'}`, category: row.key, group: row.group as PlacementGroup, phase, urn: String(900_001 + (settings.length % 90_000)),
          pupils: Math.round(pupils * size), placesForPlans: 0, sendsPapers: random.chance(0.04) ? 0 : 1,
        }
      })
      const sizes = here.reduce((sum, { pupils: one }) => sum + one, 0)
      // Room for what is expected, for years that are fuller than others, and for nobody's special school to be a town.
      const withPlaces = here.map((one) => {
        const mine = (expected * one.pupils) / sizes
        const placesForPlans = Math.ceil(mine * 1.3 + 4 * Math.sqrt(mine) + 4)
        return { ...one, placesForPlans, pupils: Math.max(one.pupils, placesForPlans) }
      })
      settings.push(...withPlaces)
      byKind.set(`${row.key}/${phase}`, withPlaces)
    }
  }
  return {
    settings,
    services: services.map(([kind, name]) => ({ id: random.id(), kind, name: `${area.name} ${name}`, ...(['icb', 'paediatrics', 'speech-and-language', 'occupational-therapy', 'mental-health'].includes(kind) ? { odsCode: 'X9Z' } : {}) })),
    pick: (own, category, phase) => {
      const here = byKind.get(`${category}/${phase}`) ?? [...byKind].find(([key]) => key.startsWith(`${category}/`))?.[1] ?? settings
      let left = own.next() * here.reduce((sum, { pupils }) => sum + pupils, 0)
      const found = here.find(({ pupils }) => { left -= pupils; return left < 0 }) ?? here.at(-1)
      if (found === undefined) throw new Error(`no setting is ${category}`)
      return found
    },
  }
}
