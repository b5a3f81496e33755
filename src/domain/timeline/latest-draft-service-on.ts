import type { PlainDate } from '../calendar/plain-date.ts'
import { lastDayOfClock } from '../clocks/last-day.ts'

/**
 * ASMT-07: the last day on which a draft can be served so that the plan can be made final, lawfully, on the twenty-week day. It
 * leaves no time to consult settings after the family has asked for one, so plan for week 12 to 14.
 */
export const latestDraftServiceOn = (receivedOn: PlainDate): PlainDate => lastDayOfClock('ASMT-07', receivedOn)
