// Module 5: reviews and phase transfers (items 5.4 and 5.6).

import { addMonths, daysBetween } from '../../calendar/plain-date.ts'
import { ofEachActive, type ActiveRule } from './active-plan-rules.ts'
import { given, givenOf, isAfter, isOpenPlan, isUnreadable, missingOf, type PersonRule } from './rule.ts'

const rules: readonly ActiveRule[] = [
  {
    id: 'R-V12', severity: 'error', from: 2024, reads: ['LastReview', 'ReviewOutcome', 'ReviewMeeting'],
    says: 'The decision after a review has no day or no outcome, or is dated before the meeting.',
    // Both items were voluntary in 2024.
    mends: 'From 2025, LastReview and ReviewOutcome stand together, once it is decided; LastReview is the day on which the authority wrote.',
    checkActive: (active, { survey }) => [
      ...(survey.year >= 2025 && given(active, 'LastReview') !== given(active, 'ReviewOutcome') ? missingOf(active, 'LastReview', 'ReviewOutcome').map((found) => ({ ...found, because: `${found.element ?? ''} is missing` })) : []),
      ...(isAfter(active.ReviewMeeting, active.LastReview) ? [{ block: active, element: 'LastReview', because: 'it is before the meeting' }] : []),
    ],
  },
  {
    id: 'R-V13', severity: 'query', from: 2024, reads: ['LastReview', 'ReviewMeeting'],
    says: 'The decision came more than four weeks after the review meeting.',
    mends: 'Check both dates; if they are right, say why.',
    checkActive: (active) => {
      const { ReviewMeeting, LastReview } = active
      if (ReviewMeeting === undefined || LastReview === undefined) return undefined
      const days = daysBetween(ReviewMeeting, LastReview)
      return days > 28 ? { block: active, element: 'LastReview', because: `${days} days` } : undefined
    },
  },
  {
    id: 'R-V14', severity: 'query', reads: ['StartDate', 'LastReview', 'ReviewMeeting', 'CeaseDate'],
    says: 'An open plan is older than twelve months and was not reviewed in the last twelve.',
    mends: 'Give the last review; if there was none, say why.',
    checkActive: (active, { plan, survey }) => {
      const yearAgo = addMonths(survey.surveyDay, -12)
      if (!isOpenPlan(plan, survey) || plan?.StartDate === undefined || plan.StartDate >= yearAgo || isUnreadable(active, 'LastReview') || isUnreadable(active, 'ReviewMeeting')) return undefined
      return [active.LastReview, active.ReviewMeeting].some((day) => day !== undefined && day >= yearAgo) ? undefined : { block: active, element: 'LastReview' }
    },
  },
  {
    id: 'R-V15', severity: 'error', from: 2025, reads: ['ReviewDraft', 'ReviewOutcome', 'ReviewMeeting'],
    says: 'A draft amended plan is given that no review led to.',
    mends: 'ReviewDraft is for outcome A, on or after the day of the meeting.',
    checkActive: (active) => [
      ...(active.ReviewOutcome === 'A' || isUnreadable(active, 'ReviewOutcome') ? [] : givenOf(active, 'ReviewDraft').map((found) => ({ ...found, because: active.ReviewOutcome === undefined ? 'there is no ReviewOutcome' : `ReviewOutcome is ${active.ReviewOutcome}` }))),
      ...(isAfter(active.ReviewMeeting, active.ReviewDraft) ? [{ block: active, element: 'ReviewDraft', because: 'it is before the meeting' }] : []),
    ],
  },
  {
    id: 'R-V16', severity: 'query', from: 2026, reads: ['ReviewDraft', 'ReviewOutcome'],
    says: 'It was decided to amend the plan, and there is no draft of it.',
    mends: 'Give ReviewDraft, or say why there is none yet.',
    checkActive: (active) => (active.ReviewOutcome === 'A' ? missingOf(active, 'ReviewDraft') : undefined),
  },
  {
    id: 'R-V17', severity: 'error', from: 2025, reads: ['PhaseTransferFinalDate', 'PhaseTransferDueDate'],
    says: 'The plan after a phase transfer is dated, and not the day by which it was due.',
    mends: 'Give PhaseTransferDueDate too.',
    checkActive: (active) => (given(active, 'PhaseTransferFinalDate') ? missingOf(active, 'PhaseTransferDueDate') : undefined),
  },
  {
    id: 'R-V18', severity: 'query', from: 2025, reads: ['PhaseTransferDueDate'],
    says: 'The day by which the plan was due before a phase transfer is neither 15 February nor 31 March.',
    mends: 'It is 15 February of the year of transfer, or 31 March for a move from school to a post-16 setting.',
    checkActive: (active) => {
      const day = active.PhaseTransferDueDate?.slice(5)
      return day === undefined || day === '02-15' || day === '03-31' ? undefined : { block: active, element: 'PhaseTransferDueDate' }
    },
  },
  {
    id: 'R-V19', severity: 'query', from: 2025, reads: ['PhaseTransferFinalDate', 'PhaseTransferDueDate'],
    says: 'The plan before a phase transfer was issued after the day by which it was due.',
    mends: 'Check both dates; if they are right, say why.',
    checkActive: (active) => (isAfter(active.PhaseTransferFinalDate, active.PhaseTransferDueDate) ? { block: active, element: 'PhaseTransferFinalDate' } : undefined),
  },
  {
    id: 'R-V20', severity: 'query', from: 2024, reads: ['ReviewOutcome', 'LastReview', 'CeaseDate'],
    says: 'It was decided more than twelve months ago to cease the plan, and it is open.',
    mends: 'Give the day and the reason for which it ceased, or the later review.',
    checkActive: (active, { plan, survey }) => (active.ReviewOutcome === 'C' && active.LastReview !== undefined && isOpenPlan(plan, survey) && addMonths(active.LastReview, 12) < survey.surveyDay
      ? { block: active, element: 'ReviewOutcome' } : undefined),
  },
]

export const reviewRules: readonly PersonRule[] = rules.map(ofEachActive)
