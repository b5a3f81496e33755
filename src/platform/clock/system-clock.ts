import { londonDateOf } from '../../domain/calendar/london-date.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'

export interface Clock {
  readonly now: () => Instant
  /** Today in London. */
  readonly today: () => PlainDate
}

/** The machine's clock; or, for a test or a demonstration on another day, one that goes on from `startsAt`. */
export function systemClock(startsAt?: Instant): Clock {
  const ahead = startsAt === undefined ? 0 : millisecondsOf(startsAt) - Date.now()
  const now = (): Instant => instantOf(Date.now() + ahead)
  return { now, today: () => londonDateOf(now()) }
}

/** The instant so many milliseconds after the start of 1970, UTC. */
export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString() as Instant

/** Milliseconds from the start of 1970, UTC, to the instant. */
export const millisecondsOf = (instant: Instant): number => Date.parse(instant)

export const instantAfter = (from: Instant, milliseconds: number): Instant => instantOf(millisecondsOf(from) + milliseconds)

/** Reads a moment in any ISO 8601 spelling, with whatever offset; undefined for anything else. */
export function readMoment(text: string): Instant | undefined {
  const milliseconds = Date.parse(text)
  return Number.isNaN(milliseconds) ? undefined : instantOf(milliseconds)
}
