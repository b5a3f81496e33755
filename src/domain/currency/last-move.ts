// Moves between phases of education that every child makes by year group: into school, into secondary school, and to post-16.
// SEND Regulations 2014 reg 18 and Code of Practice 9.179 name these; from an infant to a junior school not every child moves.

import type { PlainDate } from '../calendar/plain-date.ts'
import { schoolYear, schoolYearOf } from '../calendar/school-year.ts'

/** The year groups with which a phase begins: Reception, Year 7 and Year 12. */
export const firstYearsOfPhases = [0, 7, 12] as const

/**
 * The first day of the phase that a child of this year group is in: 1 September of the school year in which it began. Undefined before
 * school. The year group is the child's own, so that a child who is taught out of year moved when they moved.
 */
export function lastMoveOn(yearGroup: number, today: PlainDate): PlainDate | undefined {
  const began = firstYearsOfPhases.findLast((first) => first <= yearGroup)
  return began === undefined ? undefined : schoolYear(schoolYearOf(today).startsIn - (yearGroup - began)).firstDay
}
