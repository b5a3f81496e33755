import type { PlainDate } from '../calendar/plain-date.ts'
import { lastDayOfClock } from '../clocks/last-day.ts'

/**
 * ASMT-09, SEND Code of Practice, 9.80 to 9.83: fifteen days, the day of receipt not counted; school holidays do not pause it.
 * When no answer has come the authority may go on without one.
 */
export const consultationReplyDueOn = (receivedOn: PlainDate): PlainDate => lastDayOfClock('ASMT-09', receivedOn)
