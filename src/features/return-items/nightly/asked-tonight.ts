// The returns of one day: as of today, and of the survey day that is not over. By the newest items that are known where those of its year are not.

import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { ReturnAsked } from '../../../domain/sen2/from-record/record-for-return.ts'
import { askedFor } from '../../../domain/sen2/from-record/record-for-return.ts'
import { collectionOn, newestReturnYear, returnYearOf } from '../../../domain/sen2/return-years.ts'

/** `councils` are this hub's, by name: their numbers. `survey` is the coming survey day until it is there, and that survey day until its deadline; undefined while no later one has been published. */
export function askedTonight(today: PlainDate, councils: ReadonlyMap<string, string>): { readonly now: ReturnAsked; readonly survey?: ReturnAsked } {
  const collection = collectionOn(today)
  const now = { ...askedFor(newestReturnYear, today), councils }
  return collection === undefined ? { now } : { now, survey: { ...askedFor(returnYearOf(collection.surveyDay.slice(0, 4)) ?? newestReturnYear, collection.surveyDay), councils } }
}
