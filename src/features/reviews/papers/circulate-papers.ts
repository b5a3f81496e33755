import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { NoticeIncomplete } from '../../../casebook/sending/notices.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { circulateGiven } from '../contribution-store.ts'
import { openToRun } from '../open-review.ts'
import { changeInvitation } from '../review-store.ts'
import { tellInvitees } from '../tell-invitees.ts'

export type CirculateRefusal = NoticeIncomplete
  | { readonly kind: 'review-is-over' }
  | { readonly kind: 'nobody-invited' }
  /** Everything that was given is with everybody. */
  | { readonly kind: 'nothing-new' }

/** Sends round what was gathered, to everybody invited (SEND Regulations 2014, reg 20(4)); again for what came later. */
export const circulatePapers = act('circulate-review-papers', async (tx, caseFile, { reviewId }: { reviewId: string }): Promise<Outcome<number, CirculateRefusal>> => {
  const open = await openToRun(tx, caseFile, reviewId)
  const { review, invitations } = open
  if (review.isCalledOff || review.reportOn !== undefined) return refused({ kind: 'review-is-over' })
  const invited = invitations.filter(({ sentAt }) => sentAt !== undefined)
  if (invited.length === 0) return refused({ kind: 'nobody-invited' })
  const count = await circulateGiven(tx, caseFile, review.id)
  const without = invited.filter(({ papersAt }) => papersAt === undefined)
  if (count === 0 && without.length === 0) return refused({ kind: 'nothing-new' })
  const told = await tellInvitees(tx, caseFile, open, 'review-papers', count === 0 ? without : invited)
  if (!told.ok) return told
  for (const { id } of without) await changeInvitation(tx, caseFile, id, { papersAt: tx.now })
  await recordFact(tx, caseFile, { type: 'review-advice-circulated', reviewId: review.id, count })
  return ok(count)
})
