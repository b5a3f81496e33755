// How current a section and a plan are, in three words. A section is as current as its oldest line: a line that was confirmed
// refreshes itself and none of its neighbours (a 'maintain' decision refreshes only the lines that were confirmed).

import type { PlainDate } from '../calendar/plain-date.ts'
import { addMonths } from '../calendar/plain-date.ts'
import type { CurrencyRule, ScoredSection } from './rule.ts'
import { scoredSections } from './rule.ts'

/** From best to worst, after 'empty': nothing is in it, so that nothing can be old. */
export const scores = ['empty', 'green', 'amber', 'red'] as const
export type Score = (typeof scores)[number]
export const isScore = (text: string): text is Score => (scores as readonly string[]).includes(text)

/** Never a colour alone: the word is the score. */
export const scoreWords: Record<Score, string> = { green: 'Up to date', amber: 'Getting old', red: 'Out of date', empty: 'Nothing in it' }

/** The days by which a section is judged today. A day that many months back is the same day of that month, or the month's last. */
export interface Cutoffs {
  /** Confirmed on this day or before is getting old: a year is over. */
  readonly amberBy: PlainDate
  /** Confirmed before this day is out of date: more than two years. */
  readonly redBefore: PlainDate
}

export function cutoffsOf(rule: CurrencyRule, section: ScoredSection, today: PlainDate): Cutoffs {
  const { amberAfter, redAfter } = rule.sections[section]
  return { amberBy: addMonths(today, -amberAfter), redBefore: addMonths(today, -redAfter) }
}

/** What was last confirmed before this day was confirmed for another phase; undefined where a move changes nothing. */
export const confirmedForPhaseSince = (rule: CurrencyRule, movedOn: PlainDate | undefined): PlainDate | undefined =>
  (movedOn === undefined || !rule.moveMakesRed ? undefined : addMonths(movedOn, -rule.monthsBeforeMove))

export interface ScoredOn {
  readonly today: PlainDate
  /** The day on which the child came into the phase they are in. */
  readonly movedOn: PlainDate | undefined
}

/** The score of a section whose oldest live line was last confirmed on that day; undefined when it has no line. */
export function scoreOf(rule: CurrencyRule, section: ScoredSection, oldestOn: PlainDate | undefined, { today, movedOn }: ScoredOn): Score {
  if (oldestOn === undefined) return 'empty'
  const { amberBy, redBefore } = cutoffsOf(rule, section, today)
  const since = confirmedForPhaseSince(rule, movedOn)
  if (oldestOn < redBefore || (since !== undefined && oldestOn < since)) return 'red'
  return oldestOn <= amberBy ? 'amber' : 'green'
}

export type SectionDays = Readonly<Partial<Record<ScoredSection, PlainDate>>>

/** The score of the plan: the worst of the sections that count. */
export const planScore = (rule: CurrencyRule, oldest: SectionDays, on: ScoredOn): Score =>
  worst(scoredSections.filter((section) => rule.sections[section].counts).map((section) => scoreOf(rule, section, oldest[section], on)))

const worst = (of: readonly Score[]): Score => scores.findLast((score) => of.includes(score)) ?? 'empty'
