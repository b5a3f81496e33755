// The return of one child, from the record's facts and rows alone. Every item with what it is made of stands in docs/sen2-return.md.

import type { Sen2Person } from './sen2-return.ts'
import { coursesOf, groupOf, type ReturnGroup } from './from-record/courses.ts'
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
    const group = groupOf(course, asked)
    return group === undefined ? [] : [{ course, group }]
  }).toSorted((a, b) => (a.course.began.happenedOn < b.course.began.happenedOn ? -1 : a.course.began.happenedOn > b.course.began.happenedOn ? 1 : 0))
  if (told.length === 0) return undefined
  return { person: { ...personItemsOf(child, asked), Requests: told.map(({ course }) => requestOf(course, child, asked)) }, because: told.map(({ group, course }) => ({ group, caseId: course.of.id })) }
}
