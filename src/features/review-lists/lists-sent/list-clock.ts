// Whether the lists of a term are out, by the clock of the law (REV-04): the same engine that folds a case's clocks, of the area's own facts.

import type { SchoolTerm } from '../../../domain/calendar/school-terms.ts'
import { englandsCalendar } from '../../../domain/calendar/england.ts'
import { londonDateOf } from '../../../domain/calendar/london-date.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { foldClocks } from '../../../domain/clocks/fold-clocks.ts'
import type { ClockEvent } from '../../../domain/clocks/events.ts'
import type { ClockReading } from '../../../domain/clocks/reading.ts'
import { listGoesOn } from '../../../domain/calendar/school-terms.ts'
import type { SentList } from '../list-store.ts'

/** The reading of REV-04 for a term; met on the day on which the first lists left. Undefined before the lists of the term are wanted. */
export function listClock(term: SchoolTerm, lists: readonly SentList[], today: PlainDate): ClockReading | undefined {
  const wanted = listGoesOn(term)
  const sentOn = lists.map(({ madeAt }) => londonDateOf(madeAt)).toSorted()[0]
  const events: ClockEvent[] = [
    { type: 'term-starts', on: sentOn !== undefined && sentOn < wanted ? sentOn : wanted, seq: 1, starts: term.firstDay }, ...(sentOn === undefined ? [] : [{ type: 'review-list-sent', on: sentOn, seq: 2 } as const]),
  ]
  const folded = foldClocks(events, englandsCalendar, today)
  return folded.ok ? folded.value.find(({ id }) => id === 'REV-04') : undefined
}
