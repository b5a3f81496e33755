import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import type { ActName } from '../../../domain/case-file/open-acts.ts'
import type { ReviewStep } from '../../../domain/review/review-steps.ts'
import { isReviewStep, stepRefusal } from '../../../domain/review/review-steps.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import {
  getReview, recordAdulthood, recordAmendedFinal, recordDecision, recordNotAmending, recordNotice, recordReport,
} from '../record-review.ts'
import { refusalWords, stepWords } from '../review-words.ts'
import type { StepForm } from './form.ts'
import { readStep } from './form.ts'
import { view } from './view.tsx'

const actOf: Record<ReviewStep, ActName> = {
  report: 'record-review-report', adulthood: 'record-adulthood-considered', decision: 'record-review-decision', notice: 'record-amendment-notice',
  'amended-final': 'record-amended-final', 'not-amending': 'record-not-amending',
}

function stepIn(ask: Ask): ReviewStep {
  const step = param(ask, 'step')
  if (!isReviewStep(step)) throw new NotFound('step')
  return step
}

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  const step = stepIn(ask)
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const may = mayAct(actOf[step], caseFile.parts, caseFile.stage)
    if (may === 'not-your-part') throw new NotAllowed(actOf[step])
    const review = getReview(caseFile, param(ask, 'reviewId'))
    const closed = may === 'yes' ? stepRefusal(step, review) : { kind: may, act: actOf[step], stage: caseFile.stage } as const
    const document = view({
      frame: ask.frame, caseFile, review, step, errors, values,
      ...(closed === undefined ? {} : { closed: refusalWords(closed, stepWords[step].what) }),
    })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const step = stepIn(ask)
  const given = readStep(ask.form, step)
  if ('errors' in given) return form(ask, given.errors, ask.form.values())
  const done = await record(ask, given.value)
  if (!done.ok) return form(ask, [{ field: 'on', message: refusalWords(done.refusal, stepWords[step].what) }], ask.form.values())
  return redirect(paths.caseReviews(caseKeyOf(ask), { done: 'recorded' }))
}

function record(ask: Ask, given: StepForm) {
  const key = caseKeyOf(ask)
  const day = { reviewId: param(ask, 'reviewId'), on: given.on }
  switch (given.step) {
    case 'report': return recordReport(ask, key, day)
    case 'adulthood': return recordAdulthood(ask, key, day)
    case 'decision': return recordDecision(ask, key, { ...day, outcome: given.outcome })
    case 'notice': return recordNotice(ask, key, { ...day, channel: given.channel })
    case 'amended-final': return recordAmendedFinal(ask, key, day)
    case 'not-amending': return recordNotAmending(ask, key, day)
  }
}
