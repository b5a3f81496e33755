// The act: what the council decides after a review meeting, and the letter that says so, in one (SEND Regulations 2014, regs 20(10), 21, 22(1)):
// keep the plan as it is, with the right to appeal, or amend it, with the notice. The four weeks run to both, so they go together.

import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { answeredOf, answersFor, tellProposers } from '../../../casebook/plan/answers-told.ts'
import { confirmFoundRight } from '../../../casebook/plan/still-right.ts'
import { listFamilyAddressees, listSchoolsToTell } from '../../../casebook/sending/letters.ts'
import type { NoticeExtra, NoticeIncomplete } from '../../../casebook/sending/notices.ts'
import { sendCaseNotice } from '../../../casebook/sending/notices.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { standingFacts } from '../../../domain/case-file/facts.ts'
import { underWay } from '../../../domain/review/amendments.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { SettledAs, SettleRefusal } from '../../../domain/review/settling.ts'
import { settleRefusal } from '../../../domain/review/settling.ts'
import type { Amendment } from '../open-amendment.ts'
import { findAmendment } from '../open-amendment.ts'
import type { KeepAnswers, KeepRefusal } from './keep-answers.ts'
import { writeAnswers } from './keep-answers.ts'
import type { NoticeRefusal, NoticeWords } from './send-notice.ts'
import { sendNotice } from './send-notice.ts'

export interface DecideInput extends NoticeWords, KeepAnswers {
  readonly reviewId: string
  readonly as: SettledAs
  /** The mark of the working document as it was read on the page. */
  readonly mark: string
}

export type DecideRefusal =
  | NoticeRefusal | SettleRefusal | KeepRefusal
  | { readonly kind: 'ended' }
  | { readonly kind: 'meeting-not-held' }

export const decideReview = act('decide-review', async (tx, caseFile, { reviewId, as, answers, mark, ...words }: DecideInput): Promise<Outcome<SettledAs, DecideRefusal>> => {
  if (!underWay(standingFacts(caseFile.facts)).some(({ id, kind }) => id === reviewId && kind === 'review')) return refused({ kind: 'ended' })
  const kept = await writeAnswers(tx, caseFile, { answers, mark })
  if (!kept.ok) return kept
  const amendment = await findAmendment(tx, caseFile, reviewId)
  if (amendment?.subject.kind !== 'review') return refused({ kind: 'ended' })
  if (!amendment.subject.isHeld) return refused({ kind: 'meeting-not-held' })
  const wrong = settleRefusal(as, { open: amendment.open.length, changes: amendment.changes.length, reasons: words.reasons })
  if (wrong !== undefined) return refused(wrong)
  await recordFact(tx, caseFile, { type: 'review-decision-notified', reviewId: amendment.subject.id, outcome: as })
  const sent = as === 'amend' ? await sendNotice(tx, caseFile, amendment, words) : await tellOfKeeping(tx, caseFile, amendment, words)
  if (!sent.ok) return sent
  // What the review found still right and nobody changes is confirmed by the decision, whichever it is: a plan's age is told from it.
  await confirmFoundRight(tx, caseFile, amendment.subject.id)
  await tellSchools(tx, caseFile, { decision: as === 'amend' ? 'amend' : 'keep', ...(amendment.metOn === undefined ? {} : { metOn: amendment.metOn }) })
  return ok(as)
})

/** The plan stays as it is: the family is told why and how to appeal (reg 20(10), (11)). */
async function tellOfKeeping(tx: Tx, caseFile: CaseFile, { subject, metOn, answered }: Amendment, { reasons }: NoticeWords): Promise<Outcome<undefined, NoticeIncomplete | { kind: 'nobody-reached' }>> {
  const family = await listFamilyAddressees(tx, caseFile, 'appeal')
  if (family.length === 0) return refused({ kind: 'nobody-reached' })
  const told = answeredOf(answered, subject.id)
  for (const to of family) {
    const extra: NoticeExtra = { reasons, afterReview: { decision: 'keep', ...(metOn === undefined ? {} : { metOn }) }, answers: to.copyOf === undefined ? answersFor(told, to) : [] }
    const sent = await sendCaseNotice(tx, caseFile, { kind: 'plan-kept', to: [to], extra })
    if (!sent.ok) return sent
  }
  await tellProposers(tx, caseFile, told, family)
  return ok(undefined)
}

/** The head or principal is told what was decided, and nothing of the family's letter (reg 20(10)). */
export async function tellSchools(tx: Tx, caseFile: CaseFile, review: NonNullable<NoticeExtra['afterReview']>): Promise<void> {
  const schools = await listSchoolsToTell(tx, caseFile)
  const sent = await sendCaseNotice(tx, caseFile, { kind: 'review-told', to: schools, extra: { afterReview: review } })
  if (!sent.ok) throw new Error(`the notice to a setting lacks ${sent.refusal.missing.join(', ')}`)
}
