// Chance that can be asked for again: everything about one child comes from the seed, the area and the child's number, and from nothing
// that was made before. Children can be made in any order, beside each other, or one alone.

import { createHash } from 'node:crypto'
import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

export interface Random {
  /** From 0 (included) to 1 (not included). */
  readonly next: () => number
  /** A whole number from the first to the last, both included. */
  readonly between: (first: number, last: number) => number
  readonly chance: (share: number) => boolean
  /** Normal, mean 0 and standard deviation 1. */
  readonly normal: () => number
  readonly pick: <T>(from: readonly [T, ...T[]]) => T
  /** One of the keys of a table of weights. */
  readonly weighted: <K extends string>(weights: Readonly<Record<K, number>>) => K
  /** An identifier of the shape that the product keeps (UUID version 8, RFC 9562: made by a rule of our own). */
  readonly id: <T extends string>() => T
}

/** All 128 bits of the state come from the name: two children of England would meet in a seed of 32 bits. */
export function randomOf(...name: readonly (string | number)[]): Random {
  const hash = createHash('sha256').update(name.join('\u0000')).digest()
  const generator = xoroshiro128plusFromState([hash.readInt32LE(0), hash.readInt32LE(4), hash.readInt32LE(8), hash.readInt32LE(12) | 1])
  const next = (): number => uniformFloat32(generator)
  const hex = (): string => (generator.next() >>> 0).toString(16).padStart(8, '0')
  return {
    next,
    between: (first, last) => first + Math.floor(next() * (last - first + 1)),
    chance: (share) => next() < share,
    // Box and Muller; the second number is thrown away, so that one call costs the same draws each time.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (from) => from[Math.floor(next() * from.length)] ?? from[0],
    weighted: (weights) => weightedBy(weights, next()),
    id: <T extends string>() => {
      const [a, b, c, d] = [hex(), hex(), hex(), hex()]
      return `${a}-${b.slice(0, 4)}-8${b.slice(5)}-8${c.slice(1, 4)}-${c.slice(4)}${d}` as T
    },
  }
}

/** The key at this place of a table of weights, from 0 (included) to 1 (not included). */
export function weightedBy<K extends string>(weights: Readonly<Record<K, number>>, place: number): K {
  const keys = Object.keys(weights) as K[]
  let left = place * keys.reduce((sum, key) => sum + weights[key], 0)
  for (const key of keys) {
    left -= weights[key]
    if (left < 0) return key
  }
  const last = keys.findLast((key) => weights[key] > 0)
  if (last === undefined) throw new Error('a table of weights without any weight')
  return last
}
