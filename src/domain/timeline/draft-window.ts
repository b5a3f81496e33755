import type { DateSpan } from '../calendar/law-periods.ts'
import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import { lastDayOfClock } from '../clocks/last-day.ts'

export interface DraftWindow extends DateSpan {
  /** The plan must not be made final before this day. */
  readonly mayFinaliseFrom: PlainDate
}

/** ASMT-08, SEND Regulations 2014, reg 13(1)(a): at least 15 days beginning with the day of service, which is day 1. */
export const draftWindow = (servedOn: PlainDate): DraftWindow => windowOf('ASMT-08', servedOn)

/** REV-10, SEND Regulations 2014, reg 22(2)(c): the same for an amendment notice. */
export const amendmentWindow = (servedOn: PlainDate): DraftWindow => windowOf('REV-10', servedOn)

function windowOf(clock: 'ASMT-08' | 'REV-10', servedOn: PlainDate): DraftWindow {
  const lastDay = lastDayOfClock(clock, servedOn)
  return { firstDay: servedOn, lastDay, mayFinaliseFrom: addDays(lastDay, 1) }
}

/**
 * The one that binds when several people were served on different days: it must leave the last of them their whole time.
 * Undefined when nobody was served.
 */
export const bindingWindow = (windows: readonly DraftWindow[]): DraftWindow | undefined =>
  windows.toSorted((a, b) => a.lastDay.localeCompare(b.lastDay)).at(-1)

/** Whether the family has had its whole time: an early "we have finished" from the family is for a person to weigh, not us. */
export const isWindowClosed = (window: DraftWindow, today: PlainDate): boolean => today >= window.mayFinaliseFrom
