import type { DateSpan } from '../calendar/law-periods.ts'
import { addWeeks, type PlainDate } from '../calendar/plain-date.ts'
import { lastDayOfClock } from '../clocks/last-day.ts'

export interface FirstReview extends DateSpan {
  /** The decision may take four weeks from the meeting (reg 20(10)) and must fall inside the twelve months too. */
  readonly latestMeetingOn: PlainDate
}

/**
 * REV-01, CFA 2014, s.44(1)(a): in the twelve months starting with the day on which the plan was first made. Neither an amendment
 * nor a Tribunal order starts them again.
 */
export function firstAnnualReview(planFirstMadeOn: PlainDate): FirstReview {
  const lastDay = lastDayOfClock('REV-01', planFirstMadeOn)
  return { firstDay: planFirstMadeOn, lastDay, latestMeetingOn: addWeeks(lastDay, -4) }
}
