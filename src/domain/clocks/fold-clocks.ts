// Facts + calendar + today → clocks. Pure: the same facts give the same clocks, in whatever order they are given. A correction
// computes everything anew; what stood before it is kept beside what stands now.

import type { Calendar } from '../calendar/calendar.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, refused, type Outcome } from '../outcome.ts'
import { compile, type Compiled } from './compile.ts'
import type { FactRefusal } from './contradictions.ts'
import { dateOf, dayOfText } from './day-arithmetic.ts'
import type { ClockEvent } from './events.ts'
import { Fold } from './fold.ts'
import { checkCorrections, numberOf, prepare, standing, type Prepared } from './prepare.ts'
import { ClockReading, type Folding, type Formerly, type Targets } from './reading.ts'
import { childrenAndFamiliesAct2014, type Regime } from './regimes.ts'

export interface FoldOptions {
  /** A council's targets beside the legal dates, by clock id ("ASMT-10") or id and step ("ORD-01/final"). */
  readonly targets?: Targets
  /** The packs of law to read by; the Children and Families Act 2014 when none is given. Give the same list each time. */
  readonly regimes?: readonly Regime[]
}

const noTargets: Targets = {}
const presentLaw: readonly Regime[] = [childrenAndFamiliesAct2014]

/** The clocks of one case on a day, in the order in which they started; or everything that is wrong with its facts. */
export function foldClocks(
  facts: readonly ClockEvent[], calendar: Calendar, today: PlainDate, options: FoldOptions = {},
): Outcome<readonly ClockReading[], readonly FactRefusal[]> {
  const folding: Folding = { calendar, today: dayOfText(today), targets: options.targets ?? noTargets }
  const compiled = compile(options.regimes ?? presentLaw)
  const refusals: FactRefusal[] = []
  const { facts: prepared, corrections } = prepare(facts, compiled, folding.today, refusals)
  if (corrections.length > 0) checkCorrections(prepared, refusals)
  if (refusals.length > 0) return refused(inOrder(refusals))
  const readings = new Fold(compiled, folding, refusals).run(corrections.length === 0 ? prepared : standing(prepared))
  if (refusals.length > 0) return refused(inOrder(refusals))
  return ok(corrections.length === 0 ? readings : withFormer(readings, prepared, corrections, compiled, folding))
}

const inOrder = (refusals: readonly FactRefusal[]): readonly FactRefusal[] => refusals.toSorted((a, b) => a.fact - b.fact)

/** The day on which a fact was written down. A correction that does not say is as new as today. */
const recordedDay = ({ event, day }: Prepared, today: number): number =>
  event.recordedOn === undefined ? (event.corrects === undefined ? day : today) : dayOfText(event.recordedOn)

/**
 * What stood before each correction, as it was known on the day when the correction was recorded. A breach that stood then
 * stays with the clock, and a clock that a correction took away stays as overtaken.
 */
function withFormer(
  now: readonly ClockReading[], prepared: readonly Prepared[], corrections: readonly Prepared[], compiled: Compiled, folding: Folding,
): readonly ClockReading[] {
  const isEarlier = (a: Prepared, b: Prepared): boolean => {
    const [first, second] = [recordedDay(a, folding.today), recordedDay(b, folding.today)]
    return first < second || (first === second && numberOf(a) < numberOf(b))
  }
  const former = new Map<ClockReading, Formerly[]>()
  const gone: ClockReading[] = []
  for (const correction of corrections.toSorted((a, b) => (isEarlier(a, b) ? -1 : 1))) {
    const changedBy = correction.index
    const recorded = recordedDay(correction, folding.today)
    const known = standing(prepared.filter((fact) => isEarlier(fact, correction)))
    // What contradicts itself half-way is put right by the correction: there were no clocks to keep.
    const wrongThen: FactRefusal[] = []
    const then = new Fold(compiled, { ...folding, today: recorded }, wrongThen).run(known)
    if (wrongThen.length > 0) continue
    for (const before of then) {
      const stood: Formerly = {
        state: before.state, changedBy, recordedOn: dateOf(recorded), ...(before.dueOn === undefined ? {} : { dueOn: before.dueOn }),
        ...(before.daysLate === undefined ? {} : { daysLate: before.daysLate }),
      }
      const same = counterpart(before, then, now) ?? gone.find((reading) => reading.clock === before.clock && reading.about === before.about)
      if (same !== undefined) {
        if (same.dueDay !== before.dueDay || (before.isBreach && !same.isBreach)) former.set(same, [...(former.get(same) ?? []), stood])
      } else if (before.isBreach) {
        const kept = new ClockReading(before.part, before.about, before.startDay, before.startFact, undefined, folding)
        kept.ownDay = before.ownDay
        kept.dueDay = before.dueDay
        kept.overtakenFact = correction
        kept.overtakenDay = recorded
        kept.state = 'overtaken'
        gone.push(kept)
        former.set(kept, [stood])
      }
    }
  }
  for (const [reading, list] of former) reading.keep().formerly = list
  return [...now, ...gone]
}

/** The reading of the same clock about the same thing, now; by its place when a clock ran several times about one thing. */
function counterpart(before: ClockReading, then: readonly ClockReading[], now: readonly ClockReading[]): ClockReading | undefined {
  const same = (reading: ClockReading): boolean => reading.clock.id === before.clock.id && reading.clock.step === before.clock.step && reading.about === before.about
  return now.filter(same)[then.filter(same).indexOf(before)]
}
