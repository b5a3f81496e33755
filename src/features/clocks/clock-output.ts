// A clock as JSON: everything that the engine knows of it, named as docs/how-to/work-out-the-dates.md lists it.

import { explain } from '../../domain/clocks/explain.ts'
import { excuseWords } from '../../domain/clocks/excuses.ts'
import type { TestedClaim } from '../../domain/clocks/excuses.ts'
import type { ClockReading, UsedFact } from '../../domain/clocks/reading.ts'

/** The clock with the JSON paths of its facts in place of their numbers. Keys without a value are left out. */
export function clockOutput(reading: ClockReading, paths: readonly string[]): Readonly<Record<string, unknown>> {
  const { clock } = reading
  const pathOf = (index: number): string | undefined => paths[index]
  const fact = (used: UsedFact): Record<string, unknown> => ({ fact: pathOf(used.index), type: used.event.type, on: used.event.on })
  const claim = ({ reason, fact: index, why, stands, ...rest }: TestedClaim): Record<string, unknown> =>
    ({ reason, words: excuseWords[reason], fact: pathOf(index), stands, why, ...rest })
  return given({
    id: clock.id,
    step: clock.step,
    about: reading.about,
    scope: clock.about,
    title: clock.title,
    kind: clock.nature,
    state: reading.state,
    startedOn: reading.startedOn,
    firstDay: reading.firstDay,
    lastDay: reading.lastDay,
    mayActFrom: reading.mayActFrom,
    targetOn: reading.targetOn,
    dueOn: reading.dueOn,
    boundBy: reading.boundBy,
    otherDates: some(reading.otherDates),
    metOn: reading.metOn,
    metBy: reading.metFact === undefined ? undefined : fact(reading.metFact),
    excuse: reading.excuse === undefined ? undefined : claim(reading.excuse),
    refusedExcuses: some(reading.refusedExcuses.map(claim)),
    overtakenBy: reading.overtakenBy === undefined ? undefined : fact(reading.overtakenBy),
    formerly: some(reading.formerly.map(({ changedBy, ...before }) => ({ ...before, changedBy: pathOf(changedBy) }))),
    isBreach: reading.isBreach,
    countsAsBreach: reading.countsAsBreach,
    daysLate: reading.daysLate,
    daysLeft: reading.daysLeft,
    owedBy: reading.owedBy,
    standing: reading.standing,
    warnings: some(reading.warnings),
    facts: reading.facts.map(pathOf),
    because: explain(reading),
    law: clock.law,
    toVerify: clock.toVerify,
    consequence: clock.consequence,
    regime: reading.regime,
  })
}

const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list)
const given = (all: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))

/** The keys of a clock in the order in which they come, with what each says: for the documentation. */
export const outputKeys: Readonly<Record<string, string>> = {
  id: 'the clock, as docs/law/clocks lists them',
  step: 'which limit, where an id has several (“notify”, “final”)',
  about: 'the thing it is about: the name that the facts gave, or the kind and its number (“review 2”)',
  scope: 'the kind of thing',
  title: 'what is to be done, in plain words',
  kind: '`limit` (to be done by the last day), `window` (somebody may act until the last day), `floor` (something must not be done before the last day is over), `duty` (no last day)',
  state: '`not-started`, `running`, `met`, `met-late`, `breached`, `excused`, `overtaken`',
  startedOn: 'the day it counts from',
  firstDay: 'of a window or floor: its first day',
  lastDay: 'of a window or floor: its last day',
  mayActFrom: 'of a floor: the first day on which the thing may be done',
  targetOn: 'the target date: yours, the record’s, or the last working day on which the legal date can still be kept',
  dueOn: 'the legal date: the last lawful day',
  boundBy: 'the clock on the same act whose earlier day binds',
  otherDates: 'days that stand beside the legal date (`what`, `on`)',
  metOn: 'the day it was done',
  metBy: 'the fact that did it',
  excuse: 'the excuse that stands, with its reason and why',
  refusedExcuses: 'excuses that were claimed and do not stand, each with why',
  overtakenBy: 'the fact that made it pointless',
  formerly: 'how it stood before a correction: state, legal date, days late, which correction, recorded when',
  isBreach: 'whether the last day was passed with nothing to excuse it',
  countsAsBreach: 'the same, or a breach that stood before a correction',
  daysLate: 'days past the last day; of a floor, days too early',
  daysLeft: 'days left to the last day, today not counted',
  owedBy: 'who owes it',
  standing: '`law`, `guidance`, or `planning` (a date of our own, derived from law)',
  warnings: '`excuse-over` (its reason ended more than two weeks ago and the step is still open), `recorded-after-due`',
  facts: 'the JSON paths of the facts that it rests on',
  because: 'one sentence of reasoning with the citation',
  law: 'where it is written',
  toVerify: 'what should still be checked in a primary source',
  consequence: 'what follows from a breach',
  regime: 'the pack of law',
}
