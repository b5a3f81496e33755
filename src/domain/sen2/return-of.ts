// The return of one child, from the record's facts and rows alone. Every item with what it is made of stands in docs/sen2-return.md.

import { plainDateOf } from '../calendar/plain-date.ts'
import type { Sen2Person } from './sen2-return.ts'
import { broughtIn, isSameReturn, personAsSaid, requestAsSaid } from './from-record/brought-items.ts'
import { coursesOf, groupOf, type Course, type ReturnGroup } from './from-record/courses.ts'
import { personItemsOf } from './from-record/person-items.ts'
import type { ChildForReturn, ReturnAsked } from './from-record/record-for-return.ts'
import { requestOf } from './from-record/request-items.ts'

export interface PersonInReturn {
  readonly person: Sen2Person
  /** Why they are in the return, and of which case it tells: one for each block `Requests`, in their order. */
  readonly because: readonly { readonly group: ReturnGroup; readonly caseId: string }[]
}

/** The person as this return tells of them by survey day; undefined when it says nothing of them (specification, section 1.3). */
export function returnOf(child: ChildForReturn, asked: ReturnAsked): PersonInReturn | undefined {
  const told = child.cases.flatMap((caseFile) => coursesOf(caseFile, asked)).flatMap((course) => {
    // What this very return said before it was brought in, it says again.
    const group = groupOf(course, asked) ?? (isSameReturn(course, asked) ? groupOf(course, { period: always }) ?? 'requested' : undefined)
    return group === undefined ? [] : [{ course, group }]
  }).toSorted((a, b) => (a.course.began.happenedOn < b.course.began.happenedOn ? -1 : a.course.began.happenedOn > b.course.began.happenedOn ? 1 : 0)).toSorted((a, b) => placeOf(a.course, asked) - placeOf(b.course, asked))
  if (told.length === 0) return undefined
  const courses = told.map(({ course }) => course)
  return {
    person: { ...personAsSaid(personItemsOf(child, asked), courses, asked), Requests: courses.map((course) => requestAsSaid(requestOf(course, child, asked), course, asked)) },
    because: told.map(({ group, course }) => ({ group, caseId: course.of.id })),
  }
}

const always = { firstDay: plainDateOf('1900-01-01'), lastDay: plainDateOf('2100-12-31') }

/** In the order of the file that it was brought in from; what is new comes after. */
const placeOf = (course: Course, asked: ReturnAsked): number => (isSameReturn(course, asked) ? broughtIn(course)?.no ?? 0 : Number.MAX_SAFE_INTEGER)
