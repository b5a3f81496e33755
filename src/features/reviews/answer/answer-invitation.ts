import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { openReview } from '../open-review.ts'
import type { Coming } from '../review-store.ts'
import { changeInvitation, isOwnInvitation } from '../review-store.ts'

export interface AnswerRefusal {
  readonly kind: 'review-is-over'
}

/** Whether somebody comes, as they say it, or as whoever runs the review was told; it can be said again until the meeting. */
export const answerInvitation = act('answer-review-invitation', async (
  tx, caseFile, { reviewId, invitationId, coming, words }: { reviewId: string; invitationId: string; coming: Coming; words: string },
): Promise<Outcome<string, AnswerRefusal>> => {
  const { invitations, review, runs } = await openReview(tx, caseFile, reviewId)
  const one = invitations.find(({ id }) => id === invitationId)
  if (one === undefined || (!runs && !isOwnInvitation(tx, one))) throw new NotFound('invitation')
  if (review.heldOn !== undefined || review.isCalledOff) return refused({ kind: 'review-is-over' })
  await changeInvitation(tx, caseFile, one.id, { coming, answerWords: words === '' ? null : words, answeredAt: tx.now })
  await recordFact(tx, caseFile, { type: 'review-invitation-answered', reviewId: review.id, invitationId: one.id, by: one.name, isComing: coming === 'yes' })
  return ok(one.id)
})
