// What is under way with a plan in force: reviews whose meeting is arranged or was held and that nobody has decided, and amendments that
// have begun and not ended (CFA 2014 s.44; SEND Regulations 2014 regs 20 to 22, 28). Both carry a ReviewId for life.

import type { PlainDate } from '../calendar/plain-date.ts'
import type { AmendmentCause, Fact, RecordedFact } from '../case-file/facts.ts'
import type { PlanVersionId, ReviewId } from '../ids.ts'

/** What stands in the ledger of one review or amendment. */
export interface UnderWay {
  readonly id: ReviewId
  readonly kind: 'review' | 'amendment'
  /** The day of the meeting, arranged or held; for an amendment the day on which it began. */
  readonly since: PlainDate
  readonly isHeld: boolean
  /** Why the plan is amended where it is not by a review (reg 28). */
  readonly because?: AmendmentCause
  /** The amendment notice, and the version that went with it where the hub made it. */
  readonly notice?: { readonly on: PlainDate; readonly versionId?: PlanVersionId }
}

/**
 * Reviews and amendments that are open by these standing facts, the one that began last first. A review ends with a decision to maintain
 * or cease, or when it is called off; a decision to amend makes an amendment of it, which ends with the amended plan or the word that
 * there will be none. What is older than a review that came to an end ends with it: nobody goes on amending by last year's meeting.
 */
export function underWay(standing: readonly RecordedFact[]): UnderWay[] {
  const open = new Map<ReviewId, UnderWay>()
  for (const fact of standing) follow(open, fact)
  return [...open.values()].toSorted((a, b) => b.since.localeCompare(a.since))
}

function follow(open: Map<ReviewId, UnderWay>, fact: RecordedFact): void {
  switch (fact.type) {
    case 'review-meeting-arranged': {
      const before = open.get(fact.reviewId)
      if (before === undefined || !before.isHeld) open.set(fact.reviewId, { id: fact.reviewId, kind: 'review', since: fact.meetingOn, isHeld: false })
      return
    }
    case 'review-meeting-held': open.set(fact.reviewId, { id: fact.reviewId, kind: 'review', since: fact.happenedOn, isHeld: true }); return
    case 'review-decision-notified': decided(open, fact); return
    case 'amendment-begun': open.set(fact.reviewId, { id: fact.reviewId, kind: 'amendment', since: fact.happenedOn, isHeld: true, because: fact.because }); return
    case 'amendment-notice-sent': {
      const amendment = open.get(fact.reviewId)
      if (amendment !== undefined) open.set(fact.reviewId, { ...amendment, kind: 'amendment', notice: { on: fact.happenedOn, ...(fact.versionId === undefined ? {} : { versionId: fact.versionId }) } })
      return
    }
    case 'review-called-off': open.delete(fact.reviewId); return
    case 'amended-final-issued':
    case 'not-amending-notified': end(open, fact.reviewId); return
    default:
  }
}

function decided(open: Map<ReviewId, UnderWay>, fact: Extract<Fact, { type: 'review-decision-notified' }>): void {
  const review = open.get(fact.reviewId)
  if (fact.outcome !== 'amend') end(open, fact.reviewId)
  else if (review !== undefined) open.set(fact.reviewId, { ...review, kind: 'amendment' })
}

/** Ends this one, and whatever was held before it. */
function end(open: Map<ReviewId, UnderWay>, id: ReviewId): void {
  const { since } = open.get(id) ?? {}
  open.delete(id)
  for (const other of open.values()) if (since !== undefined && other.isHeld && other.since < since) open.delete(other.id)
}

/** The stage of a plan in force: amending before reviewing before neither. */
export function stageInForce(standing: readonly RecordedFact[]): 'maintained' | 'reviewing' | 'amending' {
  const open = underWay(standing)
  if (open.some(({ kind }) => kind === 'amendment')) return 'amending'
  return open.length > 0 ? 'reviewing' : 'maintained'
}

/** The amendment that is being made, the one that began last where there are two; undefined when there is none. */
export const openAmendmentOf = (standing: readonly RecordedFact[]): UnderWay | undefined => underWay(standing).find(({ kind }) => kind === 'amendment')
/**
 * What was ordered, conceded or agreed is done as it stands and in its own weeks (SEND Regulations 2014, regs 42(2), 44(2), 45): no amendment
 * notice and no fifteen days go before the plan.
 */
export const needsNoNotice = ({ because }: Pick<UnderWay, 'because'>): boolean => because === 'order' || because === 'concession' || because === 'mediation'

/** The review that is open, held or arranged. */
export const openReviewOf = (standing: readonly RecordedFact[]): UnderWay | undefined => underWay(standing).find(({ kind }) => kind === 'review')
