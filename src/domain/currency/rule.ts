// The rule by which an area says how old is too old. All of it is the area's own to set; what stands here is what holds until it does.

import type { Section } from '../plan/sections.ts'

/** The sections that are scored. A and K hold views and a list, I and J are dated by themselves. */
export const scoredSections = ['B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2'] as const satisfies readonly Section[]
export type ScoredSection = (typeof scoredSections)[number]
export const isScoredSection = (section: Section): section is ScoredSection => (scoredSections as readonly string[]).includes(section)

/** The sections of which the oldest line is the oldest line of a plan (measure A-m11: the oldest live line in B to G). */
export const agedSections: readonly ScoredSection[] = ['B', 'C', 'D', 'E', 'F', 'G']

export interface SectionRule {
  /** Months after which it is getting old: 12 is amber from the day on which a year is over. */
  readonly amberAfter: number
  /** Months after which it is out of date. */
  readonly redAfter: number
  /** Whether its score counts towards the plan's: the worst of those that count. */
  readonly counts: boolean
}

export interface CurrencyRule {
  readonly sections: Readonly<Record<ScoredSection, SectionRule>>
  /** Whether a move to another phase of education makes what was last confirmed before it out of date, whatever its age. */
  readonly moveMakesRed: boolean
  /** Months before the move in which confirming counts as confirming for the new phase (SEND Regs 2014 reg 18: the review for the move comes before it). */
  readonly monthsBeforeMove: number
  /** Days, the day it was said not counted, within which the council decides what follows when somebody says that something has changed. */
  readonly answerDays: number
}

const usual = (counts: boolean): SectionRule => ({ amberAfter: 12, redAfter: 24, counts })

/** Until an area sets its own: a year, two years, the worst of B to G, and a move makes red. */
export const usualRule: CurrencyRule = {
  sections: { B: usual(true), C: usual(true), D: usual(true), E: usual(true), F: usual(true), G: usual(true), H1: usual(false), H2: usual(false) },
  moveMakesRed: true, monthsBeforeMove: 0, answerDays: 21,
}

export const mostMonths = 120
export const mostMonthsBeforeMove = 12
export const mostAnswerDays = 90

export type RuleRefusal =
  | { readonly kind: 'not-in-order'; readonly section: ScoredSection }
  | { readonly kind: 'out-of-range'; readonly what: ScoredSection | 'monthsBeforeMove' | 'answerDays' }
  | { readonly kind: 'nothing-counts' }

/** Everything that is wrong with a rule; none when it can hold. */
export function refusalsOf(rule: CurrencyRule): RuleRefusal[] {
  const isWithin = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most
  return [
    ...scoredSections.flatMap((section): RuleRefusal[] => {
      const { amberAfter, redAfter } = rule.sections[section]
      if (!isWithin(amberAfter, 1, mostMonths) || !isWithin(redAfter, 1, mostMonths)) return [{ kind: 'out-of-range', what: section }]
      return amberAfter < redAfter ? [] : [{ kind: 'not-in-order', section }]
    }),
    ...(isWithin(rule.monthsBeforeMove, 0, mostMonthsBeforeMove) ? [] : [{ kind: 'out-of-range', what: 'monthsBeforeMove' } as const]),
    ...(isWithin(rule.answerDays, 1, mostAnswerDays) ? [] : [{ kind: 'out-of-range', what: 'answerDays' } as const]),
    ...(scoredSections.some((section) => rule.sections[section].counts) ? [] : [{ kind: 'nothing-counts' } as const]),
  ]
}
