// When overdue work would be cleared if it went on as it does: an aid to planning, with its assumptions said beside it.

import type { PlainDate } from '../calendar/plain-date.ts'
import { addDays } from '../calendar/plain-date.ts'

/** The weeks over which "the present rate" is taken: long enough to even out holidays, short enough to be the present. */
export const weeksOfPresentRate = 13

export interface Pace {
  /** How many are past their legal day now. */
  readonly size: number
  /** How many came to be so, and how many of those were finished or ended, in the weeks of the present rate. */
  readonly inflow: number
  readonly outflow: number
}

export type Clearing =
  | { readonly kind: 'clear' }
  /** On this day at the earliest, at the same pace. */
  | { readonly kind: 'clears'; readonly on: PlainDate; readonly weeks: number }
  /** As many or more become late as are finished. `shortBy` finished a week more would only hold it where it is. */
  | { readonly kind: 'not-clearing'; readonly shortBy: number }
  /** It would take longer than anybody should plan for. */
  | { readonly kind: 'not-within-years'; readonly years: number }

const longestYears = 20

/** With `extraAWeek` finished each week on top of the present rate. */
export function clearingOf({ size, inflow, outflow }: Pace, today: PlainDate, extraAWeek = 0): Clearing {
  if (size === 0) return { kind: 'clear' }
  // In whole numbers until the end: thirteen times what the work shrinks by in a week.
  const net = outflow - inflow + extraAWeek * weeksOfPresentRate
  if (net <= 0) return { kind: 'not-clearing', shortBy: (inflow - outflow - extraAWeek * weeksOfPresentRate) / weeksOfPresentRate }
  const days = Math.ceil((size * weeksOfPresentRate * 7) / net)
  if (days > longestYears * 365) return { kind: 'not-within-years', years: longestYears }
  return { kind: 'clears', on: addDays(today, days), weeks: Math.ceil(days / 7) }
}
