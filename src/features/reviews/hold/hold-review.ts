import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { MeetingNote } from '../../../domain/review/review-report.ts'
import type { DayRefusal } from '../../../domain/review/review-steps.ts'
import { meetingDayRefusal } from '../../../domain/review/review-steps.ts'
import { planMadeOn, reviewsOf } from '../../../domain/review/reviews-of.ts'
import { openToRun } from '../open-review.ts'
import { saveNote } from '../report-store.ts'
import type { Attendance } from '../review-store.ts'
import { changeInvitation } from '../review-store.ts'

export type HoldRefusal = DayRefusal | { readonly kind: 'called-off' } | { readonly kind: 'reported-already' }

export interface Held {
  readonly reviewId: string
  readonly on: PlainDate
  readonly note: MeetingNote
  /** By invitation. */
  readonly attended: Readonly<Record<string, Attendance>>
}

/** What happened at the meeting. The day is a fact, given once and put right like any other; the notes can be gone on with until the report is sent. */
export const holdReview = act('hold-review', async (tx, caseFile, { reviewId, on, note, attended }: Held): Promise<Outcome<string, HoldRefusal>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('hold-review')
  const { review, invitations } = await openToRun(tx, caseFile, reviewId)
  if (review.isCalledOff) return refused({ kind: 'called-off' })
  if (review.reportOn !== undefined) return refused({ kind: 'reported-already' })
  if (review.heldOn === undefined) {
    const wrong = meetingDayRefusal(on, { today: tx.today, planMadeOn: planMadeOn(caseFile.facts), reviews: reviewsOf(caseFile.facts) })
    if (wrong !== undefined) return refused(wrong)
    await recordFact(tx, caseFile, { type: 'review-meeting-held', reviewId: review.id, noInstitution: review.noInstitution }, { happenedOn: on })
  } else await recordFact(tx, caseFile, { type: 'review-notes-changed', reviewId: review.id })
  await saveNote(tx, caseFile, review.id, tx.viewer.personId, note)
  for (const { id } of invitations) await changeInvitation(tx, caseFile, id, { attended: attended[id] ?? null })
  return ok(review.id)
})
