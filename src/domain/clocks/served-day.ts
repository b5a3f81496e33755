// CONV-SERVICE. "Sent" and "served" are different days, and periods that begin with service run from the second. Education
// Act 1996, s.572 and Interpretation Act 1978, s.7: a letter is served when it would arrive in the ordinary course of post.
// That this is the second working day after posting is our reading.

import { dayNumber, type PlainDate } from '../calendar/plain-date.ts'
import type { CaseSoFar } from './clock.ts'

/** The day on which what was sent counts as served; NaN when the calendar does not know. */
export const servedDay = ({ on, channel }: { readonly on: PlainDate; readonly channel: string }, { calendar }: Pick<CaseSoFar, 'calendar'>): number =>
  channel === 'post' ? calendar.addWorkingDays(dayNumber(on), 2) : dayNumber(on)
