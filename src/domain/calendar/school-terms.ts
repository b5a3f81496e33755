// Terms, for what is done each term. Where an area's terms are loaded they are those (published/terms.json); elsewhere the year is cut
// where most of England's councils cut it, and a page that goes by it says so.

import { loadedTerms } from './england.ts'
import type { PlainDate } from './plain-date.ts'
import { addDays, plainDateOf } from './plain-date.ts'
import { schoolYearOf } from './school-year.ts'

export interface SchoolTerm {
  readonly name: string
  readonly firstDay: PlainDate
  /** The day before the next term: holidays belong to the term before them, so that every day is in one. */
  readonly lastDay: PlainDate
  /** The area's own terms are not loaded. */
  readonly isCustomary: boolean
}

/** The term that a day is in. */
export function termOn(areaCode: string, day: PlainDate): SchoolTerm {
  const found = termsAround(areaCode, day).find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)
  if (found === undefined) throw new Error(`no term holds ${day}`)
  return found
}

/** The term after one. */
export const termAfter = (areaCode: string, { lastDay }: SchoolTerm): SchoolTerm => termOn(areaCode, addDays(lastDay, 1))

/** The terms from the one of a day on. */
export function termsFrom(areaCode: string, day: PlainDate, count: number): SchoolTerm[] {
  const terms = [termOn(areaCode, day)]
  while (terms.length < count) terms.push(termAfter(areaCode, terms.at(-1) as SchoolTerm))
  return terms
}

function termsAround(areaCode: string, day: PlainDate): SchoolTerm[] {
  const loaded = loadedTerms.filter(({ of }) => of === areaCode).flatMap(({ terms }) => terms.map(({ firstDay }) => firstDay)).toSorted()
  const last = loaded.at(-1)
  // A day that the loaded terms do not reach falls back on the custom.
  if (loaded.length >= 2 && loaded[0] !== undefined && last !== undefined && loaded[0] <= day && day < last) {
    return loaded.slice(0, -1).map((firstDay, index) => ({ name: nameOf(firstDay), firstDay, lastDay: addDays(loaded[index + 1] ?? last, -1), isCustomary: false }))
  }
  const { startsIn } = schoolYearOf(day)
  const starts = [`${startsIn}-09-01`, `${startsIn + 1}-01-01`, `${startsIn + 1}-04-15`, `${startsIn + 1}-09-01`].map(plainDateOf)
  return starts.slice(0, 3).map((firstDay, index) => ({ name: nameOf(firstDay), firstDay, lastDay: addDays(starts[index + 1] ?? firstDay, -1), isCustomary: true }))
}

function nameOf(firstDay: PlainDate): string {
  const [year, month] = [firstDay.slice(0, 4), Number(firstDay.slice(5, 7))]
  return `${month >= 8 ? 'Autumn' : month < 4 ? 'Spring' : 'Summer'} term ${year}`
}

/** Lists of the reviews of a term go out two weeks before it begins (SEND Code of Practice, chapter 9), so that a first week is not lost. */
export const listGoesOn = ({ firstDay }: SchoolTerm): PlainDate => addDays(firstDay, -14)

/** The term whose lists are out or go out on a day: the next one from two weeks before it. */
export function termToList(areaCode: string, today: PlainDate): SchoolTerm {
  const now = termOn(areaCode, today)
  const next = termAfter(areaCode, now)
  return listGoesOn(next) <= today ? next : now
}
