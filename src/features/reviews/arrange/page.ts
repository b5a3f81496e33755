import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { findPlanInForce } from '../../../casebook/plan/plan-in-force.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import { arrangedReviewsOf, isUnderWay } from '../../../domain/review/arranged-reviews.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { dateValues } from '../../../ui/read-date.ts'
import { closedWords } from '../one-review-words.ts'
import { mayRun, openToRun } from '../open-review.ts'
import type { ArrangementRefusal } from './arrange-review.ts'
import { arrangeReview, findConvenor, moveReview, reviewYearEndsOn } from './arrange-review.ts'
import { readMeeting } from './form.ts'
import { view } from './view.tsx'

async function around(tx: Tx, caseFile: CaseFile) {
  const yearEndsOn = await reviewYearEndsOn(tx, caseFile)
  return { caseFile, today: tx.today, ...(yearEndsOn === undefined ? {} : { yearEndsOn }), ...await findConvenor(tx, caseFile) }
}

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const found = await around(tx, caseFile)
    const mayChoose = isOfCouncil(caseFile.parts)
    if (!mayChoose && !mayRun(tx, caseFile, found.setting === undefined ? {} : { convenor: found.setting })) throw new NotAllowed('arrange-review')
    const closed = await whyClosed(tx, caseFile)
    const document = view({ frame: ask.frame, ...found, mayChoose, errors, values, ...(closed === undefined ? {} : { closed }) })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

async function whyClosed(tx: Tx, caseFile: CaseFile): Promise<string | undefined> {
  const may = mayAct('arrange-review', caseFile.parts, caseFile.stage)
  if (may === 'not-at-this-stage') return closedWords({ kind: may, act: 'arrange-review', stage: caseFile.stage })
  if (arrangedReviewsOf(caseFile.facts).some((one) => isUnderWay(one) && one.heldOn === undefined)) return refusalWords({ kind: 'arranged-already' })
  return await findPlanInForce(tx, caseFile) === undefined ? refusalWords({ kind: 'no-plan-here' }) : undefined
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const given = readMeeting(ask.form)
  if ('errors' in given) return form(ask, given.errors, ask.form.values())
  const done = await arrangeReview(ask, caseKeyOf(ask), { ...given.value, byCouncil: ask.form.text('convenor') === 'council' })
  if (!done.ok) return form(ask, [{ field: 'on', message: refusalWords(done.refusal) }], ask.form.values())
  return redirect(paths.reviewInvite({ ...caseKeyOf(ask), reviewId: done.value }, { done: 'review-arranged' }))
}

async function moveForm(ask: Ask, errors: FormErrors, typed?: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const { review, arrangement } = await openToRun(tx, caseFile, param(ask, 'reviewId'))
    const closed = review.heldOn !== undefined || review.isCalledOff ? refusalWords({ kind: 'held-already' }) : undefined
    const { how, starts, place, note = '' } = arrangement
    const document = view({
      frame: ask.frame, ...await around(tx, caseFile), mayChoose: false, moving: { reviewId: review.id }, errors,
      values: typed ?? { ...dateValues('on', review.meetingOn), how, starts, place, note }, ...(closed === undefined ? {} : { closed }),
    })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const showMove = (ask: Ask): Promise<Reply> => moveForm(ask, [])

export async function submitMove(ask: Ask): Promise<Reply> {
  const given = readMeeting(ask.form)
  if ('errors' in given) return moveForm(ask, given.errors, ask.form.values())
  const done = await moveReview(ask, caseKeyOf(ask), { ...given.value, reviewId: param(ask, 'reviewId') })
  if (!done.ok) return moveForm(ask, [{ field: 'on', message: refusalWords(done.refusal) }], ask.form.values())
  return redirect(paths.review({ ...caseKeyOf(ask), reviewId: done.value }, { done: 'review-moved' }))
}

export function refusalWords(refusal: ArrangementRefusal | NotAtThisStage): string {
  switch (refusal.kind) {
    case 'in-the-past': return 'The day of the meeting must be today or later. Record a meeting that was held from the list of reviews'
    case 'arranged-already': return 'A review meeting is arranged already: move it, or call it off first'
    case 'no-plan-here': return 'The plan in force is not in the hub, so there are no lines to review here. Record what happens at the review from the list of reviews'
    case 'notice-incomplete': return 'The letter lacks something that the law asks for. Check the day, time and place of the meeting'
    case 'held-already': return 'This meeting was held or called off already'
    case 'not-at-this-stage': return closedWords(refusal)
  }
}
