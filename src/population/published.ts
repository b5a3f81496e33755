// What the population is held to: published figures, each file and each part of it with its source. Nothing else in this room holds a
// published number; what we had to guess stands under `ourEstimates` and says so.

import ages from './published/ages.json' with { type: 'json' }
import areas from './published/areas.json' with { type: 'json' }
import ethnicity from './published/ethnicity.json' with { type: 'json' }
import national from './published/national.json' with { type: 'json' }
import needs from './published/needs.json' with { type: 'json' }
import newAges from './published/new-ages.json' with { type: 'json' }
import placements from './published/placements.json' with { type: 'json' }

export { ages, areas, ethnicity, national, needs, newAges, placements }

/** SEN2 codes of primary need; `none` is not recorded. */
export const needCodes = ['ASD', 'SLCN', 'SEMH', 'MLD', 'SLD', 'PD', 'SPLD', 'HI', 'PMLD', 'OTH', 'VI', 'MSI', 'none'] as const
export type Need = (typeof needCodes)[number]

/** The groups of placement in which the statistics tell of ages and needs. */
export const placementGroups = ['mainstream', 'special', 'fe', 'elsewhere', 'ap', 'early-years', 'not-recorded'] as const
export type PlacementGroup = (typeof placementGroups)[number]

/** Whose figures: of London, or of the rest of England. Together they are England's. */
export type Profile = 'london' | 'rest'

const { plansInForce } = national.growth
/** How many plans England has now for each that it had in January 2025, from which the sizes of areas are. */
export const growthSinceSizes = plansInForce['2026'] / plansInForce['2025']

const londonShare = areas.areas.filter(({ region }) => region === 'London').reduce((sum, { plans }) => sum + plans, 0) / plansInForce['2025']

/** A figure of a profile: London's as published, the rest's so that both together, by their plans, are England's. */
export const figureOf = ({ england, london }: { readonly england: number; readonly london: number }, profile: Profile): number =>
  profile === 'london' ? london : Math.max(0, (england - londonShare * london) / (1 - londonShare))

/** The same for a whole table. */
export const tableOf = <K extends string>({ england, london }: { readonly england: Readonly<Record<K, number>>; readonly london: Readonly<Record<K, number>> }, profile: Profile): Record<K, number> =>
  Object.fromEntries((Object.keys(england) as K[]).map((key) => [key, figureOf({ england: england[key], london: london[key] }, profile)])) as Record<K, number>
