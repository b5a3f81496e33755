// What an earlier system's return said and no fact says again: kept in one fact for each request (into-record/items.ts), and put back where the same return is written.

import type { SaidItem } from '../../case-file/brought-facts.ts'
import { withItems } from '../into-record/items.ts'
import { surveyDayOf } from '../return-years.ts'
import type { Sen2Request } from '../sen2-return.ts'
import { lastOf, type Course, type Of } from './courses.ts'
import type { ReturnAsked } from './record-for-return.ts'

export const broughtIn = ({ facts }: Course): Of<'return-brought-in'> | undefined => lastOf(facts, 'return-brought-in')

/** Whether the return that is asked for is the very one that the course was brought in from. */
export const isSameReturn = (course: Course, { year, surveyDay }: ReturnAsked): boolean => {
  const fact = broughtIn(course)
  return fact !== undefined && fact.year === year && surveyDay === surveyDayOf(year)
}

const isOfPerson = ({ path }: SaidItem): boolean => path[0] === 'Person'

export function requestAsSaid(request: Sen2Request, course: Course, asked: ReturnAsked): Sen2Request {
  const fact = broughtIn(course)
  return fact === undefined ? request : withItems(request, fact.items.filter((item) => !isOfPerson(item)), { isSameReturn: isSameReturn(course, asked) })
}

export function personAsSaid<Person extends object>(person: Person, courses: readonly Course[], asked: ReturnAsked): Person {
  const items = courses.filter((course) => isSameReturn(course, asked)).flatMap((course) => broughtIn(course)?.items ?? []).filter(isOfPerson)
  return withItems(person, items.map(({ path, ...item }) => ({ ...item, path: path.slice(1) })), { isSameReturn: true })
}
