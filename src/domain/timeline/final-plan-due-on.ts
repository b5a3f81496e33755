import type { PlainDate } from '../calendar/plain-date.ts'
import { lastDayOfClock } from '../clocks/last-day.ts'

/** ASMT-10, SEND Regulations 2014, reg 13(2): within twenty weeks of receiving the request, holidays or not. */
export const finalPlanDueOn = (receivedOn: PlainDate): PlainDate => lastDayOfClock('ASMT-10', receivedOn)
