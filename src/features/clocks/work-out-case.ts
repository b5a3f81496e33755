// One case, from JSON to JSON: its clocks, or everything that is wrong with it.

import type { Calendar } from '../../domain/calendar/calendar.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { FactProblem, FactRefusal } from '../../domain/clocks/contradictions.ts'
import { foldClocks } from '../../domain/clocks/fold-clocks.ts'
import { clockOutput } from './clock-output.ts'
import { under, type Fault } from './json-values.ts'
import { readCase } from './read-case.ts'

export interface WorkedOut {
  readonly case?: string
  readonly ok: boolean
  readonly today?: PlainDate
  readonly clocks?: readonly unknown[]
  readonly refused?: readonly Fault[]
}

// What is wrong with facts whatever else is known. The rest can be caused by a fact that could not be read, and is told once
// all facts can be.
const ownFaults: ReadonlySet<FactProblem> = new Set(['in-the-future', 'recorded-in-the-future', 'ends-before-it-starts', 'before-birth', 'before-what-it-answers'])

/** The clocks of the case on its day, or its faults, all at once. */
export function workOutCase(json: unknown, root: string, today: PlainDate, calendar?: Calendar): WorkedOut {
  const { name, faults, readable } = readCase(json, root, today, calendar)
  const named = name === undefined ? {} : { case: name }
  if (readable === undefined) return { ...named, ok: false, refused: faults }
  const { facts, paths, targets } = readable
  const folded = foldClocks(facts, readable.calendar, readable.today, { targets })
  if (faults.length > 0) {
    const more = folded.ok ? [] : folded.refusal.filter(({ kind }) => ownFaults.has(kind)).map((one) => faultOf(one, paths))
    return { ...named, ok: false, refused: [...faults, ...more] }
  }
  if (!folded.ok) return { ...named, ok: false, refused: folded.refusal.map((one) => faultOf(one, paths)) }
  return { ...named, ok: true, today: readable.today, clocks: folded.value.map((reading) => clockOutput(reading, paths)) }
}

function faultOf({ kind, fact, other, field, why }: FactRefusal, paths: readonly string[]): Fault {
  const path = paths[fact] ?? '$'
  const isBorn = path.endsWith('.dateOfBirth')
  return {
    at: field === undefined || isBorn ? path : under(path, field), problem: kind, why, ...(other === undefined ? {} : { other: paths[other] ?? '$' }),
  }
}
