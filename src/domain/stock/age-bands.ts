// How long past its legal day something is, in the bands by which overdue work is counted.

import type { PlainDate } from '../calendar/plain-date.ts'
import { addDays } from '../calendar/plain-date.ts'

export const ageBands = ['under-4', '4-to-12', '13-to-26', '27-to-52', 'over-52'] as const
/** In weeks past the legal day. */
export type AgeBand = (typeof ageBands)[number]

/** First and last day past the legal day of each band: a week that has begun counts from the thirteenth on. */
const days: Record<AgeBand, readonly [first: number, last: number | undefined]> = {
  'under-4': [1, 27], '4-to-12': [28, 84], '13-to-26': [85, 182], '27-to-52': [183, 364], 'over-52': [365, undefined],
}

export const ageBandWords: Record<AgeBand, string> = {
  'under-4': 'Under 4 weeks', '4-to-12': '4 to 12 weeks', '13-to-26': '13 to 26 weeks', '27-to-52': '27 to 52 weeks', 'over-52': 'Over 52 weeks',
}

export const isAgeBand = (text: string): text is AgeBand => (ageBands as readonly string[]).includes(text)

/** The band of something that is so many days past its day; undefined while it is not past. */
export const ageBandOf = (daysPast: number): AgeBand | undefined =>
  ageBands.find((band) => daysPast >= days[band][0] && daysPast <= (days[band][1] ?? Number.POSITIVE_INFINITY))

/** The legal days that put something into a band today; the longest band has no first one. */
export function legalDaysOf(band: AgeBand, today: PlainDate): { readonly first: PlainDate | undefined; readonly last: PlainDate } {
  const [from, to] = days[band]
  return { first: to === undefined ? undefined : addDays(today, -to), last: addDays(today, -from) }
}
