// What a limit is called on the council's pages, and how it stands.

import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../domain/calendar/plain-date.ts'
import { limitsToldOf, type PromiseState, type Telling } from '../../domain/case-file/delays.ts'
import { clockOn } from '../../domain/clocks/regimes.ts'
import { plural } from '../../ui/words.ts'

/** Short names of the limits that most cases have; the others are called as their record calls them. */
const everyday: Readonly<Record<string, string>> = {
  'ASMT-02': 'Decide whether to assess', 'ASMT-06': 'Say if there will be no plan', 'ASMT-10': 'Send the final plan',
  'REV-01': 'First review of the plan', 'REV-02': 'Review of the plan', 'REV-08': 'Decide after the review', 'REV-09': 'Send the amendment notice',
  'REV-11': 'Send the amended plan (eight weeks)', 'REV-12': 'Send the amended plan (twelve weeks)',
}

export const limitName = (clock: string): string => everyday[clock] ?? clockOn(clock).title

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
