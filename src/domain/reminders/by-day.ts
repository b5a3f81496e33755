// Nobody is reminded at night: what the program sends by itself leaves between eight in the morning and eight in the evening,
// London time, also on the two days on which the clocks change.

import { londonTimeOf } from '../calendar/london-date.ts'
import type { Instant } from '../calendar/plain-date.ts'

export const firstHour = 8
/** The last whole hour in which something leaves: until 20:00. */
export const lastHour = 19

export function isByDay(instant: Instant): boolean {
  const { hour } = londonTimeOf(instant)
  return hour >= firstHour && hour <= lastHour
}
