// How much one person, or one address, may ask for in a minute. Counted in this process: it keeps a flood or a runaway script from
// taking the hub from everybody else, and is no lock. Guessing at sign-in is slowed by its own rule, in the database.

import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

export interface RateLimits {
  /** Points a minute for one address, whoever is behind it: a school's forty teachers share one. */
  readonly perAddress: number
  /** Points a minute for an address, of what is asked by whoever has not signed in. */
  readonly perStranger: number
  /** Points a minute for one person who is signed in, from wherever. */
  readonly perPerson: number
}

/**
 * 40 teachers behind one address, each opening a page every two seconds, are 1,200 points a minute; the busiest person clicks
 * through some 60 pages. What looks through many children's records (search, files, printing) costs more.
 */
export const usualLimits: RateLimits = { perAddress: 3_000, perStranger: 600, perPerson: 240 }

export interface Asking {
  readonly address: string
  /** Absent when nobody is signed in. */
  readonly personId?: string
  readonly points: number
}

/** Counts what was asked for. Answers with the whole seconds to wait when that was too much, else undefined. */
export type Counter = (asking: Asking) => Promise<number | undefined>

export function openCounter(limits: RateLimits): Counter {
  const addresses = new RateLimiterMemory({ points: limits.perAddress, duration: 60 })
  const strangers = new RateLimiterMemory({ points: limits.perStranger, duration: 60 })
  const people = new RateLimiterMemory({ points: limits.perPerson, duration: 60 })
  return async ({ address, personId, points }) => {
    const waits = await Promise.all([
      secondsToWait(addresses, address, points),
      personId === undefined ? secondsToWait(strangers, address, points) : secondsToWait(people, personId, points),
    ])
    const longest = Math.max(...waits)
    return longest > 0 ? longest : undefined
  }
}

/** 0 when there is room. */
async function secondsToWait(limiter: RateLimiterMemory, key: string, points: number): Promise<number> {
  try {
    await limiter.consume(key, points)
    return 0
  } catch (full) {
    if (full instanceof RateLimiterRes) return Math.max(1, Math.ceil(full.msBeforeNext / 1000))
    throw full
  }
}
