// Facts + calendar + today → clocks. Pure: the same facts give the same clocks, in whatever order they are given.

import type { Calendar } from '../calendar/calendar.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Outcome } from '../outcome.ts'
import type { Target } from './clock.ts'
import type { FactRefusal } from './contradictions.ts'
import type { ClockEvent } from './events.ts'
import type { ClockReading } from './reading.ts'
import type { Regime } from './regimes.ts'

export interface FoldOptions {
  /** A council's targets beside the legal dates, by clock id ("ASMT-10") or id and step ("ORD-01/final"). */
  readonly targets?: Readonly<Record<string, Target>>
  /** The packs of law to read by; the Children and Families Act 2014 when none is given. */
  readonly regimes?: readonly Regime[]
}

export declare function foldClocks(
  facts: readonly ClockEvent[], calendar: Calendar, today: PlainDate, options?: FoldOptions,
): Outcome<readonly ClockReading[], readonly FactRefusal[]>
