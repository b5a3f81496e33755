// The days around a meeting that is being arranged: what the law's clocks will say once it is (domain/clocks/records/reviews.ts; a test
// compares the two).

import type { PlainDate } from '../calendar/plain-date.ts'
import { addDays } from '../calendar/plain-date.ts'

export interface MeetingDays {
  /** SEND Regulations 2014, reg 20(3): at least two weeks' notice of the date. */
  readonly inviteBy: PlainDate
  /** Reg 20(4): the advice and information gathered goes round at least two weeks before. */
  readonly papersBy: PlainDate
  /** Reg 20(7): within two weeks of the meeting. */
  readonly reportBy: PlainDate
  /** Reg 20(10): within four weeks of the meeting, and inside the review year (CFA 2014 s.44(1)). */
  readonly decideBy: PlainDate
}

/** `yearEndsOn` is the last day of the review year, where one is running. */
export function meetingDays(meetingOn: PlainDate, yearEndsOn?: PlainDate): MeetingDays {
  const two = addDays(meetingOn, -14)
  const decideBy = addDays(meetingOn, 28)
  return {
    inviteBy: two, papersBy: two, reportBy: addDays(meetingOn, 14),
    decideBy: yearEndsOn !== undefined && yearEndsOn < decideBy && yearEndsOn >= meetingOn ? yearEndsOn : decideBy,
  }
}

/**
 * Until when people are asked for their part: three weeks before the meeting, so that there is something to send round two weeks before it. Whoever
 * is invited after that has until two weeks, one week or a day before, the first that is still to come. Our own day, not the law's.
 */
export const contributeBy = (meetingOn: PlainDate, invitedOn: PlainDate): PlainDate =>
  [21, 14, 7, 1].map((days) => addDays(meetingOn, -days)).find((day) => day > invitedOn) ?? meetingOn

/** The last meeting after which a decision that takes its four weeks is still inside the review year. */
export const latestMeetingFor = (yearEndsOn: PlainDate): PlainDate => addDays(yearEndsOn, -28)

export type ArrangeRefusal =
  | { readonly kind: 'in-the-past' }
  /** Another meeting of this plan is arranged and not over. */
  | { readonly kind: 'arranged-already' }

export type ArrangeWarning =
  /** Two weeks' notice is no longer possible: reg 20(3). */
  | { readonly kind: 'short-notice'; readonly noticeEnds: PlainDate }
  /** The decision could not take its four weeks and stay inside the year. */
  | { readonly kind: 'late-in-the-year'; readonly latest: PlainDate }

/** What whoever arranges should know before they do: none of it keeps a late meeting from being held. */
export function warningsFor(meetingOn: PlainDate, today: PlainDate, yearEndsOn?: PlainDate): ArrangeWarning[] {
  return [
    ...(addDays(meetingOn, -14) < today ? [{ kind: 'short-notice', noticeEnds: addDays(today, 14) } as const] : []),
    ...(yearEndsOn !== undefined && meetingOn > latestMeetingFor(yearEndsOn) ? [{ kind: 'late-in-the-year', latest: latestMeetingFor(yearEndsOn) } as const] : []),
  ]
}
