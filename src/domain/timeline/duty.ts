// A duty with a time limit, as data: what the law asks, of whom, from when and how long. One file each names its duty and
// the rule that dates it. Kept as plain values with the day from which they apply, so that an engine holding every clock in
// its versions, with its excuses, can take these in as they are.

import { daysBeginningWith, monthsBeginningWith, withinDays, withinMonths, withinWeeks } from '../calendar/law-periods.ts'
import { plainDateOf, type PlainDate } from '../calendar/plain-date.ts'

/** Who has to act. */
export type Holder = 'council' | 'family' | 'advisers' | 'setting'

/** How the law words the limit; `lastDayOf` reads it. */
export type Period =
  | { readonly kind: 'within-weeks'; readonly count: number }
  | { readonly kind: 'within-days'; readonly count: number }
  | { readonly kind: 'within-months'; readonly count: number }
  | { readonly kind: 'days-beginning-with'; readonly count: number }
  | { readonly kind: 'months-beginning-with'; readonly count: number }

/** law: a statutory limit. guidance: the Code says so. planning: our own, derived from limits of law. */
export type Standing = 'law' | 'guidance' | 'planning'

/**
 * The reasons that can excuse a missed limit: SEND Regulations 2014, regs 5(4), 8(2), 10(4), 13(3). A excuses for a school
 * closed four weeks, B an early years provider likewise, C exceptional personal circumstances, D four weeks' absence from
 * the area, M a missed appointment. They disapply the limit; they never add days.
 */
export type Excuse = 'A' | 'B' | 'C' | 'D' | 'M'

export interface Duty {
  /** The clock's name in the house's list of clocks: ASMT-02. */
  readonly id: string
  readonly asks: string
  readonly startsWith: string
  readonly period: Period
  readonly owedBy: Holder
  readonly standing: Standing
  readonly excuses: readonly Excuse[]
  readonly law: readonly string[]
  /** What somebody should still check in a primary source. */
  readonly toVerify?: string
  /** The first day on which the rule stood as written here. */
  readonly since: PlainDate
}

/** The day on which Part 3 of the Children and Families Act 2014 and its Regulations came into force. */
export const partThreeInForce = plainDateOf('2014-09-01')

/** The last lawful day of a period that starts with an event: never moved off a weekend or holiday. */
export function lastDayOf(period: Period, event: PlainDate): PlainDate {
  switch (period.kind) {
    case 'within-weeks':
      return withinWeeks(event, period.count)
    case 'within-days':
      return withinDays(event, period.count)
    case 'within-months':
      return withinMonths(event, period.count)
    case 'days-beginning-with':
      return daysBeginningWith(event, period.count).lastDay
    case 'months-beginning-with':
      return monthsBeginningWith(event, period.count).lastDay
  }
}
