// After the family was heard the council may decide not to amend after all: reasons, the right to appeal, and the working document is the plan
// in force again (SEND Regulations 2014, regs 22(4), (5), 28). After a new assessment it may find that no line needs to change: then nothing is proposed
// and the plan stays as it is, by a decision with reasons that can be appealed (CFA 2014 s.51(2)(e); regs 26, 27).

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
import { tellSchools } from '../decide/decide-review.ts'
import { findAmendment, keepsAfterReassessment } from '../open-amendment.ts'

export type NotAmendingRefusal =
  | NoticeIncomplete
  | { readonly kind: 'ended' }
  | { readonly kind: 'no-notice' }
  /** Their time has not ended: nobody decides before they were heard. */
  | { readonly kind: 'family-still-has-time' }
  | { readonly kind: 'proposals-open'; readonly count: number }
  | { readonly kind: 'nobody-reached' }
  /** Lines of the working document differ, and the family has not read them: they go out first, or are put back. */
  | { readonly kind: 'changes-not-sent'; readonly count: number }

export const decideNotToAmend = act('decide-not-to-amend', async (tx, caseFile, { reviewId, reasons }: { reviewId: string; reasons: string }): Promise<Outcome<undefined, NotAmendingRefusal>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('decide-not-to-amend')
  const amendment = await findAmendment(tx, caseFile, reviewId)
  if (amendment?.subject.kind !== 'amendment') return refused({ kind: 'ended' })
  const { subject, window, open, answered, inForce, planId, changes } = amendment
  const keeps = keepsAfterReassessment(amendment)
  if (keeps && changes.length > 0) return refused({ kind: 'changes-not-sent', count: changes.length })
  if (!keeps && window === undefined) return refused({ kind: 'no-notice' })
  if (window !== undefined && !isWindowClosed(window, tx.today)) return refused({ kind: 'family-still-has-time' })
  if (open.length > 0) return refused({ kind: 'proposals-open', count: open.length })
  const family = await listFamilyAddressees(tx, caseFile, 'appeal')
  if (family.length === 0) return refused({ kind: 'nobody-reached' })
  const told = answeredOf(answered, subject.id)
  for (const to of family) {
    const extra = { reasons, answers: to.copyOf === undefined ? answersFor(told, to) : [] }
    const sent = await sendCaseNotice(tx, caseFile, keeps ? { kind: 'plan-kept', to: [to], extra: { ...extra, reassessedFrom: subject.since } } : { kind: 'not-amending', to: [to], extra })
    if (!sent.ok) return sent
  }
  if (inForce !== undefined) await bringLinesTo(tx, caseFile, planId, tx.viewer.personId, inForce.version.content, 'The council decided not to amend: as the plan in force has it')
  await recordFact(tx, caseFile, { type: 'not-amending-notified', reviewId: subject.id })
  if (keeps) await tellSchools(tx, caseFile, { decision: 'keep' })
  await tellProposers(tx, caseFile, told, family)
  return ok(undefined)
})
