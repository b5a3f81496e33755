import { londonDateOf } from '../../domain/calendar/london-date.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'

/** The machine's clock; the day is London's. */
export const systemClock = {
  now: (): Instant => new Date().toISOString() as Instant,
  today: (): PlainDate => londonDateOf(new Date().toISOString() as Instant),
}
