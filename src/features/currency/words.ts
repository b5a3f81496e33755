// How old content is said: never by a colour alone, and in whole months until two years, then in years and months.

import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { monthsSince } from '../../domain/currency/plan-days.ts'
import { scoreWords } from '../../domain/currency/scores.ts'
import type { NeedArea } from '../../domain/plan/line.ts'
import type { TagColour } from '../../ui/govuk/tag.tsx'
import { plural } from '../../ui/words.ts'
import type { Standing } from './currency-store.ts'

export const standingWords: Record<Standing, string> = { ...scoreWords, empty: 'Nothing scored', 'not-here': 'Words not in the hub' }
export const standingColours: Record<Standing, TagColour> = { red: 'red', amber: 'yellow', green: 'green', empty: 'grey', 'not-here': 'grey' }

/** "3 months", "2 years and 1 month"; "less than a month". */
export function monthsWords(months: number): string {
  if (months < 1) return 'less than a month'
  if (months < 24) return plural(months, 'month')
  const rest = months % 12
  return `${plural(Math.floor(months / 12), 'year')}${rest === 0 ? '' : ` and ${plural(rest, 'month')}`}`
}

export const ageWords = (day: PlainDate, today: PlainDate): string => monthsWords(monthsSince(day, today))

/** By when half of the lines were last confirmed. */
export const halfWords = (months: number): string => (months < 1 ? 'within the last month' : `${monthsWords(months)} ago or since`)

export const lastYear = 14
/** -1 and 14 stand for everybody before and after. */
export const yearGroups = [-1, ...Array.from({ length: 14 }, (_, year) => year), lastYear] as const

export const yearGroupWords = (year: number): string => (year < 0 ? 'Before Reception' : year === 0 ? 'Reception' : year >= lastYear ? 'Year 14 and after' : `Year ${year}`)

export const needWords: Record<NeedArea, string> = {
  'communication-and-interaction': 'Communication and interaction', 'cognition-and-learning': 'Cognition and learning',
  'social-emotional-mental-health': 'Social, emotional and mental health', 'sensory-and-or-physical': 'Sensory or physical',
}
