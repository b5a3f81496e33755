import type { PlainDate } from '../calendar/plain-date.ts'
import { lastDayOfClock } from '../clocks/last-day.ts'

/** ASMT-02, SEND Regulations 2014, reg 5(1): within six weeks of receiving the request; the day of receipt is not counted. */
export const assessDecisionDueOn = (receivedOn: PlainDate): PlainDate => lastDayOfClock('ASMT-02', receivedOn)
