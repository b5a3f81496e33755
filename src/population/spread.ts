// How areas differ: each has a rank among the 153, the ranks are spread along the published quartiles, and the whole is moved (in log odds)
// until the areas together, by their sizes, are at the national figure.

import { randomOf } from './random.ts'

export interface Spread {
  /** Per cent: the lowest, the three quartiles and the highest. */
  readonly along: readonly [lowest: number, first: number, median: number, third: number, highest: number]
  /** Per cent of all areas together. */
  readonly mean: number
}

const odds = (share: number): number => Math.log(share / (1 - share))
const shareOf = (odd: number): number => 1 / (1 + Math.exp(-odd))

/** The share at a rank from 0 to 1, per cent to share. */
export function shareAt({ along }: Spread, rank: number): number {
  const step = Math.min(3, Math.floor(rank * 4))
  const [from, to] = [along[step] ?? 0, along[step + 1] ?? 100]
  return (from + (to - from) * (rank * 4 - step)) / 100
}

/** A rank for each key, spread evenly from 0 to 1. `lean` moves some towards the top. */
export function ranksOf(seed: number, measure: string, keys: readonly string[], lean: (key: string) => number = () => 0): ReadonlyMap<string, number> {
  const order = keys.map((key) => [key, randomOf(seed, 'rank', measure, key).next() + lean(key)] as const).toSorted((a, b) => a[1] - b[1])
  return new Map(order.map(([key], index) => [key, (index + 0.5) / order.length]))
}

/** Moves shares until their mean by weight is the wanted one. */
export function movedTo(mean: number, shares: readonly { readonly share: number; readonly weight: number }[]): number[] {
  let [low, high] = [-6, 6]
  const total = shares.reduce((sum, { weight }) => sum + weight, 0)
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2
    const made = shares.reduce((sum, { share, weight }) => sum + weight * shareOf(odds(share) + middle), 0) / total
    if (made < mean) low = middle
    else high = middle
  }
  return shares.map(({ share }) => shareOf(odds(share) + low))
}
