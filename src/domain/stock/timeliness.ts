// The rates by which a service is judged, each counted twice: of everything whose legal day fell in a period (what is late and
// still open is a miss), and of everything finished in it, as the national figures count. The second alone looks better the
// longer late work is left; the first shows it.

import { clockOn } from '../clocks/regimes.ts'
import type { OverdueKind } from './overdue-kinds.ts'

export interface Measure {
  readonly title: string
  /** The clocks that are counted, as the record has them. */
  readonly clocks: readonly string[]
  /** What ended the other way is not counted (a request that ended without a plan had no plan to finish), even past its day. */
  readonly leavesOutEnded?: true
}

export const measures: Record<OverdueKind, Measure> = {
  'review-decision': { title: 'Review meeting to decision', clocks: ['REV-08'] },
  'amended-plan': { title: 'Review meeting to amended final plan', clocks: ['REV-12'] },
  'assess-decision': { title: 'Request to decision whether to assess', clocks: ['ASMT-02', 'ASMT-12/assess-decision'] },
  'new-plan': { title: 'Request to final plan', clocks: ['ASMT-10', 'ASMT-12/final'], leavesOutEnded: true },
}

/** In the order in which they are shown: reviews first, because nothing national counts them. */
export const measureNames = ['review-decision', 'amended-plan', 'assess-decision', 'new-plan'] as const satisfies readonly OverdueKind[]

/** The weeks that the law gives, from the clock's own record. */
export function weeksOf(name: OverdueKind): number {
  const [first = ''] = measures[name].clocks
  const { period } = clockOn(first)
  if (period.kind !== 'within-weeks') throw new Error(`${first} is not counted in weeks`)
  return period.count
}

/** Below this many a percentage says more about chance than about the service. */
export const leastForARate = 10

export interface Counted {
  readonly inTime: number
  readonly all: number
}

/** The share in time in whole per cent, or undefined when there are too few for one. */
export function percentOf({ inTime, all }: Counted): number | undefined {
  if (all < leastForARate) return undefined
  const exact = (100 * inTime) / all
  // "100%" is said of all, and "0%" of none, never of nearly.
  return inTime === all ? 100 : inTime === 0 ? 0 : Math.min(99, Math.max(1, Math.round(exact)))
}
