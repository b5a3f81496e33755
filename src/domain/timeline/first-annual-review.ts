import type { DateSpan } from '../calendar/law-periods.ts'
import { addWeeks, type PlainDate } from '../calendar/plain-date.ts'
import { lastDayOf, partThreeInForce, type Duty } from './duty.ts'

export const firstReviewDuty: Duty = {
  id: 'REV-01',
  asks: 'Review the plan, the decision after the meeting included',
  startsWith: 'the plan is first made',
  period: { kind: 'months-beginning-with', count: 12 },
  owedBy: 'council',
  standing: 'law',
  excuses: [],
  law: ['Children and Families Act 2014, s.44(1)(a)', 'SEND Regulations 2014, reg 20(10)', 'SEND Code of Practice, 9.169'],
  since: partThreeInForce,
}

export interface FirstReview extends DateSpan {
  /** The decision may take four weeks from the meeting (reg 20(10)) and must fall inside the twelve months too. */
  readonly latestMeetingOn: PlainDate
}

/**
 * CFA 2014, s.44(1)(a): in the twelve months starting with the day on which the plan was first made. Neither an amendment
 * nor a Tribunal order starts them again.
 */
export function firstAnnualReview(planFirstMadeOn: PlainDate): FirstReview {
  const lastDay = lastDayOf(firstReviewDuty.period, planFirstMadeOn)
  return { firstDay: planFirstMadeOn, lastDay, latestMeetingOn: addWeeks(lastDay, -4) }
}
