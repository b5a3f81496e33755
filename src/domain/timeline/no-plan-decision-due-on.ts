import type { PlainDate } from '../calendar/plain-date.ts'
import { lastDayOfClock } from '../clocks/last-day.ts'

/**
 * ASMT-06, SEND Regulations 2014, reg 10(1): within sixteen weeks of receiving the request. The Regulations set no day of its
 * own for a decision to make a plan; it is shown against this one, because a family must know by then which it is.
 */
export const noPlanDecisionDueOn = (receivedOn: PlainDate): PlainDate => lastDayOfClock('ASMT-06', receivedOn)
