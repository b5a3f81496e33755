// The codes of the return in words, for people.

import { namedSettings, placedSettings, residentialWeeks, workActivities } from '../../domain/sen2/code-sets.ts'
import type { Place } from '../../domain/sen2/place.ts'
import { listWords } from '../../ui/words.ts'

export const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** Where, as it is told in the ledger and on pages: the setting's name, or what the code means with its words. */
export function whereWords({ where }: Pick<Place, 'where'>): string {
  if ('organisationId' in where) return where.name
  const words = placedSettings[where.code]
  return where.other === undefined ? words : `${words}: ${where.other}`
}

/** "In a SEN unit, residential (52 weeks a year)"; what nobody has said is said too, because the return wants it. */
export function provisionWords({ senUnit, resourced, residential, workBased }: Place): string {
  const parts = [
    senUnit === undefined || resourced === undefined ? 'not said whether in a SEN unit or resourced provision' : senUnit ? 'in a SEN unit' : undefined, resourced === true ? 'in resourced provision' : undefined,
    residential === undefined ? undefined : `residential, ${residentialWeeks[residential]}`, workBased === undefined ? undefined : workActivities[workBased],
  ].filter((words) => words !== undefined)
  return capital(parts.length === 0 ? 'an ordinary place' : listWords(parts))
}

export const namedCodes = Object.keys(namedSettings) as (keyof typeof namedSettings)[]
export const placedCodes = Object.keys(placedSettings) as (keyof typeof placedSettings)[]
export const rankWords = { 1: 'Main', 2: 'Second' } as const

const sources: Readonly<Record<string, string>> = { parent: 'a parent', 'young-person': 'the young person', school: 'a school', 'post-16': 'a college', 'early-years': 'an early years setting', health: 'a health professional', 'social-care': 'a social care professional', other: 'somebody else' }
/** Who asked, as the request says (item 2.2 follows from it). */
export const sourceWords = (madeBy: string): string => sources[madeBy] ?? 'somebody else'
