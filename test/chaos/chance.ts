// Chance from a seed: the same kills in the same order, so that a run that found something can be begun again. (What the people do
// between two kills hangs on the machine too.)

import { createHash } from 'node:crypto'

export interface Chance {
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number
  readonly one: <T>(items: readonly T[]) => T
  /** Another, from the same seed and a name. */
  readonly of: (name: string) => Chance
}

export function chanceFrom(seed: string): Chance {
  let count = 0
  const below = (limit: number): number => createHash('sha256').update(`${seed}/${++count}`).digest().readUInt32BE() % limit
  return {
    below,
    one: (items) => {
      const found = items[below(Math.max(1, items.length))]
      if (found === undefined) throw new Error('nothing to choose from')
      return found
    },
    of: (name) => chanceFrom(`${seed}/${name}`),
  }
}
