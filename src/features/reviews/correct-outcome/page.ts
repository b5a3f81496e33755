import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { reviewOutcomes } from '../../../domain/case-file/facts.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { correctOutcome, getReview } from '../record-review.ts'
import { longestReason, view } from './view.tsx'

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    if (!caseFile.open.includes('correct-fact')) throw new NotAllowed('correct-fact')
    const review = getReview(caseFile, param(ask, 'reviewId'))
    if (review.decision === undefined) throw new NotFound('decision')
    const document = view({ frame: ask.frame, caseFile, review, decision: review.decision, errors, values })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

const refusalWords = {
  'no-decision-recorded': 'No decision is recorded yet', 'nothing-changed': 'Choose what was really decided: this is what the record says already',
  'more-has-followed': 'What followed a decision to amend is recorded, so the decision cannot be another one', 'not-at-this-stage': 'The record cannot be corrected now',
} as const

export async function submit(ask: Ask): Promise<Reply> {
  const outcome = reviewOutcomes.find((one) => one === ask.form.text('outcome'))
  const reason = ask.form.text('reason')
  const errors: FieldError[] = [
    ...(outcome === undefined ? [{ field: 'outcome', message: 'Say what was really decided' }] : []),
    ...(reason === '' ? [{ field: 'reason', message: 'Enter why the record is being corrected' }] : []),
    ...(reason.length > longestReason ? [{ field: 'reason', message: `Reason must be ${longestReason.toLocaleString('en-GB')} characters or fewer` }] : []),
  ]
  if (errors.length > 0 || outcome === undefined) return form(ask, errors, ask.form.values())
  const done = await correctOutcome(ask, caseKeyOf(ask), { reviewId: param(ask, 'reviewId'), outcome, reason })
  if (!done.ok) return form(ask, [{ field: 'outcome', message: refusalWords[done.refusal.kind] }], ask.form.values())
  return redirect(paths.caseReviews(caseKeyOf(ask), { done: 'corrected' }))
}
