// Each administrator says every 90 days of each of their people that they still need what they have (NCSC 10 Steps, identity and
// access management; ISO 27002 5.18; DSPT 2025 B2.d). What nobody confirms ends: but late, after five warnings, so that a holiday takes
// no SENCO away from a child, and never for the only administrator of a body, who alone could put it right.

import type { PlainDate } from '../calendar/plain-date.ts'
import { addDays } from '../calendar/plain-date.ts'

export const reviewEveryDays = 90

/** What happens so many days before (negative) or after the day on which a review is due. Told once each, the latest that has come. */
export const reviewSteps = [
  { step: 'soon', days: -14, whom: ['administrators'] },
  { step: 'due', days: 0, whom: ['administrators'] },
  { step: 'late', days: 7, whom: ['administrators'] },
  // Somebody outside the body has to know: the council's access officer, and the council's list shows it from then on.
  { step: 'overdue', days: 14, whom: ['administrators', 'council'] },
  { step: 'last-warning', days: 21, whom: ['administrators', 'person'] },
] as const
export type ReviewStep = (typeof reviewSteps)[number]['step']

/** Days after the due day from which what nobody confirmed is over. */
export const endsAfterDays = 28

/** `confirmedOn`: when an administrator last gave or confirmed the role. */
export const reviewDueOn = (confirmedOn: PlainDate): PlainDate => addDays(confirmedOn, reviewEveryDays)

/** The latest step whose day has come; undefined while it is early. */
export const reviewStep = (dueOn: PlainDate, today: PlainDate): (typeof reviewSteps)[number] | undefined =>
  reviewSteps.findLast(({ days }) => addDays(dueOn, days) <= today)

/** Whether the council is told and its list shows it. */
export const isReviewOverdue = (dueOn: PlainDate, today: PlainDate): boolean => addDays(dueOn, 14) <= today

/** The day on which a role that nobody confirms is over. */
export const endsUnconfirmedOn = (dueOn: PlainDate): PlainDate => addDays(dueOn, endsAfterDays)

/**
 * Whether a role is over because nobody confirmed it. Whoever was not warned keeps it: a worker that stood still for a month must not
 * shut everybody out in its first night.
 */
export const isOverUnconfirmed = ({ dueOn, today, isOnlyAdministrator, warnedOn }: {
  readonly dueOn: PlainDate; readonly today: PlainDate; readonly isOnlyAdministrator: boolean
  /** When they were told themselves that it ends (step "last-warning"). */
  readonly warnedOn: PlainDate | undefined
}): boolean => !isOnlyAdministrator && endsUnconfirmedOn(dueOn) <= today && warnedOn !== undefined && addDays(warnedOn, 7) <= today
