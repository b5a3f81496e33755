// What a plan's row keeps of the ages of its lines: days, never ages, so that it is as true tomorrow as today.

import type { PlainDate } from '../calendar/plain-date.ts'
import { addMonths, partsOf } from '../calendar/plain-date.ts'
import type { NeedArea } from '../plan/line.ts'
import { needAreas } from '../plan/line.ts'
import type { ConfirmedLine } from './confirmed.ts'
import type { SectionDays } from './scores.ts'
import { agedSections, isScoredSection, scoredSections } from './rule.ts'

export interface PlanDays {
  /** By section, the day on which its oldest line was last confirmed. */
  readonly oldest: SectionDays
  /** Of the oldest live line in B to G. */
  readonly oldestOn: PlainDate | undefined
  /** The day by which half of the live lines in the scored sections were last confirmed, counted from the newest. */
  readonly halfOn: PlainDate | undefined
  /** Of every live line in the scored sections, the newest first. */
  readonly lineDays: readonly PlainDate[]
  /** The broad areas of need that section B names, in the order of the Code. */
  readonly needs: readonly NeedArea[]
}

export function planDays(lines: readonly ConfirmedLine[]): PlanDays {
  const scored = lines.filter(({ line }) => isScoredSection(line.section))
  const oldest = Object.fromEntries(scoredSections.flatMap((section) => {
    const [first] = scored.filter(({ line }) => line.section === section).map(({ last }) => last.on).toSorted()
    return first === undefined ? [] : [[section, first]]
  })) as SectionDays
  const lineDays = scored.map(({ last }) => last.on).toSorted((a, b) => b.localeCompare(a))
  return {
    oldest, lineDays, halfOn: halfDay(lineDays), oldestOn: agedSections.flatMap((section) => oldest[section] ?? []).toSorted()[0],
    needs: needAreas.filter((area) => lines.some(({ line }) => line.section === 'B' && line.fields.area === area)),
  }
}

/**
 * The half-life of content, as a day: at least half of the lines, each counting once, were last confirmed on it or after it, and no
 * later day says so. Its age is the median age of the lines. After Burton and Kebler (1960), "the time during which one-half of all the currently active
 * literature was published". The days come newest first.
 */
export const halfDay = (newestFirst: readonly PlainDate[]): PlainDate | undefined => newestFirst[Math.ceil(newestFirst.length / 2) - 1]

/** Whole months from one day to a later one; 0 when it is not later. */
export function monthsSince(day: PlainDate, today: PlainDate): number {
  if (day >= today) return 0
  const [from, to] = [partsOf(day), partsOf(today)]
  const months = (to.year - from.year) * 12 + to.month - from.month
  return addMonths(day, months) <= today ? months : months - 1
}
