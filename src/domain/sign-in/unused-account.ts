// Accounts that nobody uses are doors that nobody watches (NCSC 10 Steps; ISO 27002 5.18; DSPT 2025 B2.d). They are closed after a
// while, with a warning; the record and the part in it stay as they are, and somebody is let in again by a fresh invitation.

import type { PlainDate } from '../calendar/plain-date.ts'
import { addDays } from '../calendar/plain-date.ts'

/** In days without a sign-in or a page. */
export interface UnusedAfter {
  readonly staff: number
  readonly family: number
}

/**
 * Staff: a term's work. Families: two years, because a plan is reviewed once a year (CFA 2014 s.44(1)) and a family may well look only
 * then: one missed review does not shut them out. Their letters go on paper from the day their account is closed.
 */
export const usualUnusedAfter: UnusedAfter = { staff: 90, family: 730 }
/** What an installation may choose. */
export const unusedBounds = { staff: { least: 30, most: 365 }, family: { least: 400, most: 1825 } } as const

export const warnDaysBefore = 14

export interface Use {
  readonly kind: keyof UnusedAfter
  readonly lastUsedOn: PlainDate
  /** When they were told that it closes; what was told before they used it again does not count. */
  readonly warnedOn: PlainDate | undefined
}

/** The day on which it closes: never sooner than a fortnight after the warning. */
export function closesOn({ kind, lastUsedOn, warnedOn }: Use, after: UnusedAfter, today: PlainDate): PlainDate {
  const byUse = addDays(lastUsedOn, after[kind])
  const byWarning = addDays(warnedOn !== undefined && warnedOn >= lastUsedOn ? warnedOn : today, warnDaysBefore)
  return byUse > byWarning ? byUse : byWarning
}

export function unusedStep(use: Use, after: UnusedAfter, today: PlainDate): 'none' | 'warn' | 'close' {
  const isWarned = use.warnedOn !== undefined && use.warnedOn >= use.lastUsedOn
  if (isWarned) return closesOn(use, after, today) <= today ? 'close' : 'none'
  return addDays(use.lastUsedOn, after[use.kind] - warnDaysBefore) <= today ? 'warn' : 'none'
}
