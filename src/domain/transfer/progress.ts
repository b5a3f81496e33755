// How far a child of a cohort is on the way to a plan that names the next placement, and who is at risk of missing the day.

import type { PlainDate } from '../calendar/plain-date.ts'
import { daysBetween } from '../calendar/plain-date.ts'

export const transferSteps = ['not-reviewed', 'arranged', 'reviewed', 'consulted', 'answered', 'notice-out', 'named'] as const
/** The furthest that was reached, in the order in which it is done. */
export type TransferStep = (typeof transferSteps)[number]
export const isTransferStep = (text: string): text is TransferStep => (transferSteps as readonly string[]).includes(text)

export const transferStepWords: Record<TransferStep, string> = {
  'not-reviewed': 'No review yet', arranged: 'Review arranged', reviewed: 'Reviewed', consulted: 'Settings consulted', answered: 'Settings have answered', 'notice-out': 'Amendment notice out', named: 'Plan names the placement',
}

export interface TransferFacts {
  readonly meetingOn?: PlainDate
  readonly isReviewed: boolean
  readonly asked: number
  readonly answered: number
  readonly isNoticeOut: boolean
  readonly namedOn?: PlainDate
}

export function stepOf({ meetingOn, isReviewed, asked, answered, isNoticeOut, namedOn }: TransferFacts): TransferStep {
  if (namedOn !== undefined) return 'named'
  if (isNoticeOut) return 'notice-out'
  if (asked > 0) return answered === asked ? 'answered' : 'consulted'
  if (isReviewed) return 'reviewed'
  return meetingOn === undefined ? 'not-reviewed' : 'arranged'
}

export const transferRisks = ['missed', 'at-risk', 'on-course', 'done', 'done-late'] as const
export type TransferRisk = (typeof transferRisks)[number]
export const isTransferRisk = (text: string): text is TransferRisk => (transferRisks as readonly string[]).includes(text)
export const transferRiskWords: Record<TransferRisk, string> = { missed: 'Missed', 'at-risk': 'At risk', 'on-course': 'On course', done: 'Named in time', 'done-late': 'Named late' }

/** A day that comes with less than the fifteen days of the family's answer and the days to send the plan cannot be kept without a notice that is out. */
const noticeNeeds = 15

/**
 * Missed when the strict day is over; at risk when what is left to do no longer fits: no review by the last day that leaves twelve
 * weeks, or no amendment notice while the family's fifteen days still fit (reg 22(2)(c)).
 */
export function riskOf(facts: TransferFacts, { strictLastDay, latestMeetingOn }: { strictLastDay: PlainDate; latestMeetingOn: PlainDate }, today: PlainDate): TransferRisk {
  if (facts.namedOn !== undefined) return facts.namedOn <= strictLastDay ? 'done' : 'done-late'
  if (today > strictLastDay) return 'missed'
  if (!facts.isNoticeOut && daysBetween(today, strictLastDay) < noticeNeeds) return 'at-risk'
  if (!facts.isReviewed && !facts.isNoticeOut && (today > latestMeetingOn || (facts.meetingOn !== undefined && facts.meetingOn > latestMeetingOn))) return 'at-risk'
  return 'on-course'
}
