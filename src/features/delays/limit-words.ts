// What a limit is called on the council's pages, and how it stands.

import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../domain/calendar/plain-date.ts'
import { limitsToldOf, type PromiseState, type Telling } from '../../domain/case-file/delays.ts'
import { limitName as everydayName } from '../../domain/clocks/limit-name.ts'
import { plural } from '../../ui/words.ts'

/** Two limits stand for one act, and a filter must tell them apart. */
const apart: Readonly<Record<string, string>> = { 'REV-11': ' (eight weeks)', 'REV-12': ' (twelve weeks)' }

export const limitName = (clock: string): string => `${everydayName(clock)}${apart[clock] ?? ''}`

/** Every limit with its name, for a filter. */
export const limitNames: readonly { readonly clock: string; readonly name: string }[] = limitsToldOf.map((clock) => ({ clock, name: limitName(clock) }))

export const tellingWords: Record<Telling, string> = {
  late: 'The legal date has passed and the family has not been told why',
  certain: 'The legal date can no longer be kept, and the family has not been told',
  'promise-passed': 'The date the family was given has passed too',
  'excuse-withdrawn': 'The excuse the family was told of was withdrawn',
}

export const promiseWords: Record<PromiseState, string> = {
  open: 'Still to come', kept: 'Kept', moved: 'Moved before it came', broken: 'Broken', lapsed: 'Not needed any more',
}

export function daysWords(dueOn: PlainDate, today: PlainDate): string {
  const days = daysBetween(today, dueOn)
  return days < 0 ? `${plural(-days, 'day')} late` : days === 0 ? 'last day today' : `${plural(days, 'day')} left`
}
