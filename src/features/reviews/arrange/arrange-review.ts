// Arranging a review: who convenes it, when and where; moving it; calling it off. Who is invited is worked out at once from the case.

import { act } from '../../../casebook/act.ts'
import { readClocks } from '../../../casebook/limits/keep-clocks.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { findPlanInForce } from '../../../casebook/plan/plan-in-force.ts'
import type { NoticeIncomplete } from '../../../casebook/sending/notices.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { OrganisationId, ReviewId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { arrangedReviewsOf, isUnderWay } from '../../../domain/review/arranged-reviews.ts'
import type { Convening } from '../../../domain/review/convenor.ts'
import { conveningOf } from '../../../domain/review/convenor.ts'
import type { ArrangeRefusal } from '../../../domain/review/review-dates.ts'
import { findSetting } from '../around-store.ts'
import { listInvitees } from '../invite/invitees-of-case.ts'
import { mayRun, openToRun } from '../open-review.ts'
import type { MeetingPlace } from '../review-store.ts'
import { insertArrangement, insertInvitations, moveArrangement } from '../review-store.ts'
import { tellInvitees } from '../tell-invitees.ts'

export interface Meeting {
  readonly on: PlainDate
  readonly at: MeetingPlace
  /** The council holds it itself. */
  readonly byCouncil: boolean
}

export type ArrangementRefusal = ArrangeRefusal | NoticeIncomplete
  /** The plan was made elsewhere and is not in the hub: its review is recorded, not arranged. */
  | { readonly kind: 'no-plan-here' }
  | { readonly kind: 'held-already' }

/** The setting that the child attends and how far the council can have it convene. Undefined: nowhere. */
export async function findConvenor(tx: Tx, caseFile: CaseFile): Promise<{ setting?: { id: OrganisationId; name: string }; convening: Convening }> {
  const { placement } = caseFile.tracks
  if (placement === 'eotas' || placement === 'elective-home' || placement === 'awaiting-place') return { convening: 'council' }
  const row = await findSetting(tx, caseFile)
  if (row === undefined) return { convening: 'council' }
  return { setting: { id: row.id, name: row.name }, convening: conveningOf(row) }
}

/** The last day of the review year that is running, which every decision has to be inside (CFA 2014 s.44(1)); undefined when none is. */
export async function reviewYearEndsOn(tx: Tx, { localAreaId, id, key, child, facts }: CaseFile): Promise<PlainDate | undefined> {
  const folded = await readClocks(tx, { localAreaId, areaCode: key.area, id, bornOn: child.bornOn, facts })
  return folded.ok ? folded.value.findLast((reading) => (reading.id === 'REV-01' || reading.id === 'REV-02') && reading.metOn === undefined && reading.overtakenBy === undefined)?.dueOn : undefined
}

export const arrangeReview = act('arrange-review', async (tx, caseFile, { on, at, byCouncil }: Meeting): Promise<Outcome<ReviewId, ArrangementRefusal>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('arrange-review')
  if (on < tx.today) return refused({ kind: 'in-the-past' })
  if (arrangedReviewsOf(caseFile.facts).some((one) => isUnderWay(one) && one.heldOn === undefined)) return refused({ kind: 'arranged-already' })
  const plan = await findPlanInForce(tx, caseFile)
  if (plan === undefined) return refused({ kind: 'no-plan-here' })
  const { setting } = await findConvenor(tx, caseFile)
  const convenor = byCouncil || setting === undefined ? undefined : setting
  // A school arranges the reviews that it holds itself, of a child who goes there.
  if (!isOfCouncil(caseFile.parts) && !mayRun(tx, caseFile, convenor === undefined ? {} : { convenor })) throw new NotAllowed('arrange-review')
  const reviewId = tx.newId<ReviewId>()
  await insertArrangement(tx, caseFile, tx.viewer.personId, { reviewId, versionId: plan.id, at, ...(convenor === undefined ? {} : { organisationId: convenor.id }) })
  await insertInvitations(tx, caseFile, reviewId, await listInvitees(tx, caseFile, { content: plan.version.content, setting }))
  await recordFact(tx, caseFile, { type: 'review-meeting-arranged', reviewId, meetingOn: on, noInstitution: convenor === undefined })
  return ok(reviewId)
})

/** Another day, time or place. The day is told as a fact of its own: the first one was true when it was set. */
export const moveReview = act('arrange-review', async (tx, caseFile, { reviewId, on, at }: Omit<Meeting, 'byCouncil'> & { readonly reviewId: string }): Promise<Outcome<ReviewId, ArrangementRefusal>> => {
  const { review, invitations } = await openToRun(tx, caseFile, reviewId)
  if (review.heldOn !== undefined || review.isCalledOff) return refused({ kind: 'held-already' })
  if (on < tx.today) return refused({ kind: 'in-the-past' })
  await moveArrangement(tx, caseFile, review.id, at)
  await recordFact(tx, caseFile, { type: 'review-meeting-arranged', reviewId: review.id, meetingOn: on, noInstitution: review.noInstitution })
  // Two weeks' notice is of the date itself (reg 20(3)): whoever was invited is told the new one.
  const told = await tellInvitees(tx, caseFile, await openToRun(tx, caseFile, reviewId), 'review-invitation', invitations.filter(({ sentAt }) => sentAt !== undefined))
  return told.ok ? ok(review.id) : told
})

export const callOffReview = act('arrange-review', async (tx, caseFile, { reviewId, reason }: { readonly reviewId: string; readonly reason: string }): Promise<Outcome<ReviewId, ArrangementRefusal>> => {
  const open = await openToRun(tx, caseFile, reviewId)
  const { review, invitations } = open
  if (review.heldOn !== undefined || review.isCalledOff) return refused({ kind: 'held-already' })
  await recordFact(tx, caseFile, { type: 'review-called-off', reviewId: review.id }, { reason })
  const told = await tellInvitees(tx, caseFile, open, 'review-called-off', invitations.filter(({ sentAt }) => sentAt !== undefined))
  return told.ok ? ok(review.id) : told
})
