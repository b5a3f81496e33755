// When somebody is reminded of a clock, as data: which clocks, whom, and how many days before the last day. docs/how-to/change-reminders.md
// says what each number is for. Only the newest step that has come is ever sent, so that nobody gets a flood after a pause.

import type { PlainDate } from '../calendar/plain-date.ts'
import { daysBetween } from '../calendar/plain-date.ts'

/**
 * Whom a reminder is for. family: those who hold the right (the parents, or the young person). asked: the person or service asked
 * for advice or for the family's own views. setting: the setting that is consulted. school: the setting that the child attends.
 */
export type RemindedOne = 'family' | 'asked' | 'setting' | 'school'

/** What sort of thing it is, as a person chooses it. */
export const reminderKinds = ['answers', 'last-days', 'asked', 'digest'] as const
export type ReminderKind = (typeof reminderKinds)[number]

export interface ScheduleRow {
  readonly clocks: readonly string[]
  readonly to: RemindedOne
  readonly kind: ReminderKind
  /** What they are reminded to do, as the case's history says it; never said in the message itself. */
  readonly does: string
  /** Days before the last day, the longest first; 0 is the day itself. */
  readonly steps: readonly number[]
}

export const schedule: readonly ScheduleRow[] = [
  // Fifteen days to answer a draft (SEND Regulations 2014, reg 13(1)(a)) or proposed changes (reg 22(2)(c)).
  { clocks: ['ASMT-08'], to: 'family', kind: 'answers', does: 'answer the draft plan', steps: [7, 2] },
  { clocks: ['REV-10'], to: 'family', kind: 'answers', does: 'answer the proposed changes', steps: [7, 2] },
  // Two months to contact the mediation adviser and to appeal (CFA 2014, ss.51, 55): their days often fall together, so they take turns.
  { clocks: ['MED-01'], to: 'family', kind: 'last-days', does: 'contact the mediation adviser', steps: [28, 7] },
  { clocks: ['APP-01'], to: 'family', kind: 'last-days', does: 'appeal', steps: [14, 2] },
  // Six weeks for advice, and for the family's own views, which are asked for in the same way (regs 6(1), 8(1)).
  { clocks: ['ASMT-05'], to: 'asked', kind: 'asked', does: 'give advice or views', steps: [14, 7, 2, 0] },
  // Fifteen days for a setting that is consulted (Code of Practice, chapter 9).
  { clocks: ['ASMT-09'], to: 'setting', kind: 'asked', does: 'answer the consultation', steps: [7, 2, 0] },
  // What the setting owes before and after a review meeting (reg 20(2) to (4), (7) to (9)).
  { clocks: ['REV-05', 'REV-06'], to: 'school', kind: 'asked', does: 'invite to the review and send what was gathered', steps: [7, 2] },
  { clocks: ['REV-07'], to: 'school', kind: 'asked', does: 'send the report of the review', steps: [7, 2, 0] },
]

/** The family is asked for its views in the same way as advisers for advice, and is told as a family: on fewer days. */
export const viewsSteps: readonly number[] = [14, 2]

/** A manager hears of a legal limit that passed without a recorded reason, the day after; found for so many days back. */
export const passedStep = -1
export const passedLookBackDays = 28

/** How far ahead the first step of any clock is. */
export const furthestStep = Math.max(...schedule.flatMap(({ steps }) => steps))

const rowByClock: ReadonlyMap<string, ScheduleRow> = new Map(schedule.flatMap((row) => row.clocks.map((clock) => [clock, row] as const)))

export const scheduleOf = (clockId: string): ScheduleRow | undefined => rowByClock.get(clockId)

/** "answer the draft plan and appeal": what somebody was reminded to do. */
export const doesWords = (clockIds: readonly string[]): string => [...new Set(clockIds.map((clock) => scheduleOf(clock)?.does ?? clock))].join(' and ')

/**
 * The step that is due: of those whose day has come, the nearest to the last day. None before the first, and none when the last
 * day is over: a reminder of a day that has passed helps nobody (late advice is chased instead).
 */
export function dueStep(steps: readonly number[], dueOn: PlainDate, today: PlainDate): number | undefined {
  const left = daysBetween(today, dueOn)
  if (left < 0) return undefined
  const come = steps.filter((step) => step >= left)
  return come.length === 0 ? undefined : Math.min(...come)
}
