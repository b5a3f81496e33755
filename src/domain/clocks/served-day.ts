// CONV-SERVICE. "Sent" and "served" are different days, and periods that begin with service run from the second: a letter is
// served when it would arrive in the ordinary course of post, which we read as the second working day after posting.

import { dayNumber, type PlainDate } from '../calendar/plain-date.ts'
import type { CaseSoFar } from './clock.ts'

/** The day on which what was sent counts as served; NaN when the calendar does not know. */
export const servedDay = ({ on, channel }: { readonly on: PlainDate; readonly channel: string }, { calendar }: CaseSoFar): number =>
  channel === 'post' ? calendar.addWorkingDays(dayNumber(on), 2) : dayNumber(on)
