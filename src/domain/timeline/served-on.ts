// CONV-SERVICE. "Sent" and "served" are different days, and periods that begin with service run from the second. Education
// Act 1996, s.572 and Interpretation Act 1978, s.7: a letter is served when it would arrive in the ordinary course of post.
// That this is the second working day after posting is our reading. Electronic service needs a recipient who agreed to it.

import type { PlainDate } from '../calendar/plain-date.ts'
import { addWorkingDays } from '../calendar/working-days.ts'

export const serviceChannels = ['by-hand', 'online', 'email', 'post'] as const
export type ServiceChannel = (typeof serviceChannels)[number]

export interface Sending {
  readonly channel: ServiceChannel
  /** The day it was handed over, made available online, e-mailed or posted. */
  readonly sentOn: PlainDate
}

/** The day on which something counts as served. */
export function servedOn({ channel, sentOn }: Sending): PlainDate {
  return channel === 'post' ? addWorkingDays(sentOn, 2) : sentOn
}
