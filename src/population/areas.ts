// The areas that are made: the demonstration's, a borough, and England's 153 with their published sizes. England's have the codes, sizes and
// regions of the real ones and no name of theirs: nothing here is said of any real council.

import { areas as published, figureOf, growthSinceSizes, national, type Profile } from './published.ts'
import { movedTo, ranksOf, shareAt, type Spread } from './spread.ts'

export interface Area {
  /** Part of the name of every child's chance, and of the area in a database. */
  readonly key: string
  readonly name: string
  readonly region: string
  readonly profile: Profile
  readonly plans: number
  /** All children that the service knows, those with a plan included. */
  readonly known: number
  readonly officers: number
  /** Shares from 0 to 1 that this area is made to. */
  readonly onTime: number
  readonly refused: number
  readonly decidedIn4Weeks: number
  /** Where the area's numbers for pupils and patients begin, so that no two areas share one. */
  readonly upnFrom: number
  readonly nhsFrom: number
}

const plansForAnOfficer = 208
const { ourEstimates, reviews, requests, timeliness } = national
const knownOf = (plans: number): number => Math.round(plans * ourEstimates.knownForEachPlan)
const officersOf = (plans: number): number => Math.max(1, Math.round(plans / plansForAnOfficer))

const single = (key: string, name: string, plans: number, known: number, from: { readonly upn: number; readonly nhs: number }): Area => ({
  key, name, region: 'London', profile: 'london', plans, known, officers: officersOf(plans), onTime: timeliness.within20Weeks.london / 100,
  refused: refusedMean('london') / 100, decidedIn4Weeks: reviews.decidedWithin4Weeks.london / 100, upnFrom: from.upn, nhsFrom: from.nhs,
})

const refusedMean = (profile: Profile): number => (figureOf(rates('refused'), profile) / figureOf(rates('requests'), profile)) * 100
const rates = (key: 'refused' | 'requests'): { england: number; london: number } => ({ england: national.ratesPerThousandPlans.england[key], london: national.ratesPerThousandPlans.london[key] })

/** The area of the demonstration: small enough to be made while somebody waits. */
export const demoArea: Area = single('brackmere', 'Brackmere', 140, 400, { upn: 990_000_000, nhs: 890_000 })
/** 8,500 children with SEND, 2,914 plans. */
export const boroughArea: Area = single('borough', 'Corranholm', 2914, 8500, { upn: 980_000_000, nhs: 860_000 })

const ofNationalSpread = (quartiles: readonly number[], lowest: number, highest: number): Spread['along'] => [lowest, quartiles[0] ?? 0, quartiles[1] ?? 0, quartiles[2] ?? 0, highest]

/** England as on its last survey day: 718,838 plans in 153 areas. */
export function englandsAreas(seed: number): Area[] {
  const wanted = national.growth.plansInForce['2026']
  const rows = published.areas
  const sizes = rows.map(({ plans }) => Math.floor(plans * growthSinceSizes))
  // The largest remainders get what is left, so that the whole is England's number exactly.
  const byRemainder = rows.map(({ plans }, index) => [index, (plans * growthSinceSizes) % 1] as const).toSorted((a, b) => b[1] - a[1])
  const left = wanted - sizes.reduce((sum, size) => sum + size, 0)
  for (const [index] of byRemainder.slice(0, left)) sizes[index] = (sizes[index] ?? 0) + 1
  const profiles = rows.map(({ region }): Profile => (region === 'London' ? 'london' : 'rest'))
  const keys = rows.map(({ code }) => code)
  const spreadOver = (measure: string, along: Spread['along'], mean: (profile: Profile) => number, lean: (index: number) => number = () => 0): number[] => {
    const ranks = ranksOf(seed, measure, keys, (key) => lean(keys.indexOf(key)))
    const shares = keys.map((key, index) => ({ share: shareAt({ along, mean: 0 }, ranks.get(key) ?? 0.5), weight: sizes[index] ?? 0 }))
    const moved = shares.map(({ share }) => share)
    for (const profile of ['london', 'rest'] as const) {
      const mine = shares.flatMap((one, index) => (profiles[index] === profile ? [{ ...one, index }] : []))
      for (const [at, share] of movedTo(mean(profile) / 100, mine).entries()) moved[mine[at]?.index ?? 0] = share
    }
    return moved
  }
  const onTime = spreadOver('on time', ofNationalSpread(timeliness.quartiles, timeliness.lowest, 98), (profile) => figureOf(timeliness.within20Weeks, profile),
    // London and small areas are quicker: otherwise England's mean could not lie below the middle area.
    (index) => (profiles[index] === 'london' ? 0.4 : 0) - 0.14 * Math.log((sizes[index] ?? 1) / 4000))
  const refused = spreadOver('refused', ofNationalSpread(requests.refusedQuartiles, 4, 50), refusedMean)
  const decided = spreadOver('decided', ofNationalSpread(reviews.within4WeeksQuartiles, 3, 90), (profile) => figureOf(reviews.decidedWithin4Weeks, profile))
  let [upnFrom, nhsFrom] = [0, 0]
  return rows.map(({ code, region }, index) => {
    const plans = sizes[index] ?? 0
    const area: Area = {
      key: code, name: `Area ${code}`, region, profile: profiles[index] ?? 'rest', plans, known: knownOf(plans), officers: officersOf(plans),
      onTime: onTime[index] ?? 0.5, refused: refused[index] ?? 0.25, decidedIn4Weeks: decided[index] ?? 0.44, upnFrom, nhsFrom,
    }
    upnFrom += area.known
    nhsFrom += plans
    return area
  })
}
