// The day on which what is being sent counts as served, for letters and pages: the reading that the clocks have (served-day.ts).
// Electronic service needs a recipient who agreed to it.

import type { Calendar } from '../calendar/calendar.ts'
import { englandsCalendar } from '../calendar/england.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { dateOf } from '../clocks/day-arithmetic.ts'
import { servedDay } from '../clocks/served-day.ts'

export const serviceChannels = ['by-hand', 'online', 'email', 'post'] as const
export type ServiceChannel = (typeof serviceChannels)[number]

export interface Sending {
  readonly channel: ServiceChannel
  /** The day it was handed over, made available online, e-mailed or posted. */
  readonly sentOn: PlainDate
}

/** The day on which something counts as served. Throws where the calendar does not reach: a bank holiday is never guessed. */
export function servedOn({ channel, sentOn }: Sending, calendar: Calendar = englandsCalendar): PlainDate {
  const day = servedDay({ on: sentOn, channel }, { calendar })
  if (Number.isNaN(day)) throw new Error(`the calendar of ${calendar.firstYear} to ${calendar.lastYear} does not reach two working days beyond ${sentOn}`)
  return dateOf(day)
}
