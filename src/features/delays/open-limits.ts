// The council's legal limits in one case, as the engine gives them today, each with what the family was told of it.

import { readClocks } from '../../casebook/limits/keep-clocks.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import { englandsCalendar } from '../../domain/calendar/england.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { Delay, Telling } from '../../domain/case-file/delays.ts'
import { delaysFor, delaysOf, owedToFamily, tellingOf } from '../../domain/case-file/delays.ts'
import type { RecordedFact } from '../../domain/case-file/facts.ts'
import { isCertainToBeMissed } from '../../domain/clocks/certain-to-be-missed.ts'
import { keyOf } from '../../domain/clocks/clock.ts'
import type { ClockReading } from '../../domain/clocks/reading.ts'

export interface OpenLimit {
  /** The clock's id with its step, as its row and the ledger name it. */
  readonly clock: string
  readonly about: string
  readonly startedOn: PlainDate
  readonly dueOn: PlainDate
  readonly reading: ClockReading
  readonly isExcused: boolean
  /** What the family was told of it, oldest first, and what is still to be told. */
  readonly told: readonly Delay[]
  readonly telling?: Telling
}

/**
 * The limits still owed to the family, the earliest first; of a clock that ran several times about one thing, the newest. With
 * `andFact` they are as they would be with one fact more, which is not recorded. Undefined when the record's facts contradict
 * each other, so that nothing can be said of its dates.
 */
export async function findOpenLimits(tx: Tx, caseFile: CaseFile, andFact?: RecordedFact): Promise<readonly OpenLimit[] | undefined> {
  const { localAreaId, key, id, child } = caseFile
  const facts = andFact === undefined ? caseFile.facts : [...caseFile.facts, andFact]
  const folded = await readClocks(tx, { localAreaId, areaCode: key.area, id, bornOn: child.bornOn, facts })
  if (!folded.ok) return undefined
  const delays = delaysOf(facts)
  const started = folded.value.flatMap(({ clock, startedOn }) => (startedOn === undefined ? [] : [{ clock: keyOf(clock), startedOn }]))
  const newest = new Map(folded.value.filter(isOwed).map((reading) => [`${keyOf(reading.clock)} ${reading.about}`, reading]))
  return [...newest.values()].flatMap((reading): OpenLimit[] => {
    const { about, startedOn, dueOn } = reading
    if (startedOn === undefined || dueOn === undefined) return []
    const limit = { clock: keyOf(reading.clock), about, startedOn, dueOn }
    const told = delaysFor(limit, delays)
    const isExcused = reading.state === 'excused'
    const telling = tellingOf({ dueOn, isExcused, isCertain: isCertainToBeMissed(limit, started, tx.today, englandsCalendar) }, told, tx.today)
    return [{ ...limit, reading, isExcused, told, ...(telling === undefined ? {} : { telling }) }]
  }).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.clock.localeCompare(b.clock))
}

const isOwed = (reading: ClockReading): boolean => owedToFamily(reading.clock) && reading.metOn === undefined && reading.overtakenFact === undefined
