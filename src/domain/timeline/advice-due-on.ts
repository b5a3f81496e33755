import type { PlainDate } from '../calendar/plain-date.ts'
import { lastDayOfClock } from '../clocks/last-day.ts'

/**
 * ASMT-05, SEND Regulations 2014, reg 8(1): within six weeks of the day on which the body received the request, which is not
 * always the day on which the authority sent it.
 */
export const adviceDueOn = (bodyReceivedOn: PlainDate): PlainDate => lastDayOfClock('ASMT-05', bodyReceivedOn)
