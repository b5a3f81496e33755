// What an officer has still to see to, so that the day on which the rights pass finds nothing unsettled. The list of work asks the
// same of all cases at once, in SQL (features/home/work-store.ts).

import type { PlainDate } from '../calendar/plain-date.ts'
import { addDays, addMonths } from '../calendar/plain-date.ts'
import { noticeMonths } from './rights-letter-due.ts'
import type { RightsRecord } from './rights-record.ts'
import { holderOf, openDoubts, permissionOf } from './rights-record.ts'

/** Days before the day from which each parent's access must be settled. */
export const settleParentsDays = 92
/** Days before a finding's review from which it is on the list. */
export const reviewAheadDays = 28

/** What presses most first. */
export const rightsWork = ['review', 'doubt', 'parent', 'untold', 'contact'] as const
export type RightsWork = (typeof rightsWork)[number]

export type RightsToDo =
  | { readonly what: 'untold' | 'contact' }
  | { readonly what: 'parent'; readonly parentId: string; readonly name: string }
  | { readonly what: 'doubt'; readonly decision: string; readonly since: PlainDate }
  | { readonly what: 'review'; readonly decision: string; readonly by: PlainDate }

export interface FamilyNow {
  /** The young person has a part of their own in the case. */
  readonly hasYoungPerson: boolean
  readonly parents: readonly { readonly personId: string; readonly name: string }[]
}

export function rightsToDo(rights: RightsRecord, { hasYoungPerson, parents }: FamilyNow, today: PlainDate): RightsToDo[] {
  if (today < addMonths(rights.rightsOn, -noticeMonths)) return []
  const isNear = today >= addDays(rights.rightsOn, -settleParentsDays)
  const onTheDay = today < rights.rightsOn ? rights.rightsOn : today
  // Parents who stand in by law have their access from the law.
  const asksParents = isNear && holderOf(rights, onTheDay, 'sharing').holder !== 'parent'
  const latest = rights.capacity.filter((record) => !rights.capacity.some((other) => other.decision === record.decision && other.assessedOn > record.assessedOn))
  return [
    ...(rights.noticeOn === undefined && today < addMonths(rights.rightsOn, noticeMonths) ? [{ what: 'untold' as const }] : []),
    ...(hasYoungPerson ? [] : [{ what: 'contact' as const }]),
    ...(asksParents ? parents.filter(({ personId }) => permissionOf(rights, personId, today) === undefined).map(({ personId, name }) => ({ what: 'parent' as const, parentId: personId, name })) : []),
    ...openDoubts(rights).map(({ decision, on }) => ({ what: 'doubt' as const, decision, since: on })),
    ...latest.flatMap(({ decision, hasCapacity, reviewOn }) =>
      (!hasCapacity && reviewOn !== undefined && addDays(reviewOn, -reviewAheadDays) <= today ? [{ what: 'review' as const, decision, by: reviewOn }] : [])),
  ]
}
