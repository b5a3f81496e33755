// After the family was heard the council may decide not to amend after all: reasons, the right to appeal, and the working document is the plan
// in force again (SEND Regulations 2014, regs 22(4), (5), 28).

import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { answeredOf, answersFor, tellProposers } from '../../../casebook/plan/answers-told.ts'
import { bringLinesTo } from '../../../casebook/plan/bring-lines-to.ts'
import { listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import type { NoticeIncomplete } from '../../../casebook/sending/notices.ts'
import { sendCaseNotice } from '../../../casebook/sending/notices.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { isWindowClosed } from '../../../domain/timeline/draft-window.ts'
import { findAmendment } from '../open-amendment.ts'

export type NotAmendingRefusal =
  | NoticeIncomplete
  | { readonly kind: 'ended' }
  | { readonly kind: 'no-notice' }
  /** Their time has not ended: nobody decides before they were heard. */
  | { readonly kind: 'family-still-has-time' }
  | { readonly kind: 'proposals-open'; readonly count: number }
  | { readonly kind: 'nobody-reached' }

export const decideNotToAmend = act('decide-not-to-amend', async (tx, caseFile, { reviewId, reasons }: { reviewId: string; reasons: string }): Promise<Outcome<undefined, NotAmendingRefusal>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('decide-not-to-amend')
  const amendment = await findAmendment(tx, caseFile, reviewId)
  if (amendment?.subject.kind !== 'amendment') return refused({ kind: 'ended' })
  const { subject, window, open, answered, inForce, planId } = amendment
  if (window === undefined) return refused({ kind: 'no-notice' })
  if (!isWindowClosed(window, tx.today)) return refused({ kind: 'family-still-has-time' })
  if (open.length > 0) return refused({ kind: 'proposals-open', count: open.length })
  const family = await listFamilyAddressees(tx, caseFile, 'appeal')
  if (family.length === 0) return refused({ kind: 'nobody-reached' })
  const told = answeredOf(answered, subject.id)
  for (const to of family) {
    const sent = await sendCaseNotice(tx, caseFile, { kind: 'not-amending', to: [to], extra: { reasons, answers: to.copyOf === undefined ? answersFor(told, to) : [] } })
    if (!sent.ok) return sent
  }
  if (inForce !== undefined) await bringLinesTo(tx, caseFile, planId, tx.viewer.personId, inForce.version.content, 'The council decided not to amend: as the plan in force has it')
  await recordFact(tx, caseFile, { type: 'not-amending-notified', reviewId: subject.id })
  await tellProposers(tx, caseFile, told, family)
  return ok(undefined)
})
