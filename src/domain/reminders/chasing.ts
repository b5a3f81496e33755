// When the program chases by itself what others owe: the day after the last day, then every few days, and not for ever. An
// area can switch each kind off; a person may chase at any time.

import type { PlainDate } from '../calendar/plain-date.ts'
import { daysBetween } from '../calendar/plain-date.ts'
import { chaseAgainAfterDays } from '../case-file/work-reasons.ts'

export const chaseKinds = ['advice', 'views', 'consultation', 'plan'] as const
export type ChaseKind = (typeof chaseKinds)[number]

/** After so many chases nobody is helped by another: the case stays on the officer's list, who telephones. */
export const mostAutomaticChases = 6

/** Whether something late is chased today: once it is late, and again some days after the last chase by whomever. */
export function isChaseDue({ dueOn, chasedOn }: { dueOn: PlainDate; chasedOn: readonly PlainDate[] }, today: PlainDate): boolean {
  if (dueOn >= today || chasedOn.length >= mostAutomaticChases) return false
  const last = chasedOn.at(-1)
  return last === undefined || daysBetween(last, today) >= chaseAgainAfterDays
}
