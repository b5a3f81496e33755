import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { draftHolds } from '../../../casebook/plan/draft-holds.ts'
import { checkCasePlan } from '../../../casebook/plan/plan-checking.ts'
import { answeredOf, answersFor } from '../../../casebook/plan/answers-told.ts'
import { listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import { noticeFor } from '../../../casebook/sending/notices.ts'
import { recipientCards } from '../../../casebook/sending/recipient-cards.ts'
import { servicePlan, windowFor } from '../../../casebook/sending/service-plan.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import { amendmentWindow } from '../../../domain/timeline/draft-window.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { endedView } from '../ended-view.tsx'
import type { Amendment } from '../open-amendment.ts'
import { findAmendment } from '../open-amendment.ts'
import { findYearEnd } from '../review-year-store.ts'
import { nameOfProposal, numbersOf } from '../words.ts'
import type { Answer } from './answers-form.ts'
import { fieldOf, readAnswers } from './answers-form.ts'
import type { DecideRefusal } from './decide-review.ts'
import { decideReview } from './decide-review.ts'
import type { Sending } from './decision-fields.tsx'
import type { KeepRefusal } from './keep-answers.ts'
import { keepAnswers } from './keep-answers.ts'
import { keepError, sendError } from './refusal-errors.ts'
import type { SendNoticeRefusal } from './send-notice.ts'
import { noticeExtra, notOfANotice, sendAmendmentNotice } from './send-notice.ts'
import { view } from './view.tsx'

const find = async (tx: Tx, ask: Ask): Promise<Amendment | undefined> => findAmendment(tx, await openCaseFile(tx, caseKeyOf(ask)), param(ask, 'reviewId'))

export async function shown(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const amendment = await find(tx, ask)
    const document = amendment === undefined
      ? endedView({ frame: ask.frame, caseFile: await openCaseFile(tx, caseKeyOf(ask)), errors })
      : view({ frame: ask.frame, amendment, yearEnd: await findYearEnd(tx, amendment.caseFile), errors, values, ...await whatIsSent(tx, amendment, values) })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

/** For those who may decide now: the letters as they would go, who gets them, and what holds them. */
async function whatIsSent(tx: Tx, amendment: Amendment, values: FormValues): Promise<{ sending?: Sending }> {
  const { caseFile, subject, planId, live, answered } = amendment
  const act = subject.kind === 'review' ? 'decide-review' : 'send-amendment-notice'
  if (!caseFile.open.includes(act) || subject.notice !== undefined || !subject.isHeld) return {}
  const family = await listFamilyAddressees(tx, caseFile, 'draft')
  const plan = servicePlan(family, tx.today, amendmentWindow)
  const { binding } = plan
  const extra = noticeExtra(amendment, { reasons: typeof values['amendReasons'] === 'string' ? values['amendReasons'] : '' })
  return { sending: {
    plan, holds: await draftHolds(tx, caseFile, planId, live, (await checkCasePlan(tx, caseFile, 'draft')).verdict, notOfANotice),
    letters: binding === undefined ? [] : plan.services.map((service) => ({
      to: service.to, notice: noticeFor(caseFile, 'amendment-notice', service.to, tx.today, { ...extra, window: windowFor(service, binding), answers: answersFor(answeredOf(answered, subject.id), service.to) }),
    })),
    cards: await recipientCards(tx, caseFile, family.map((to) => ({ to, sees: to.copyOf === undefined ? ['The changes, and the plan as it is now', 'Their own letter', 'Not the other’s letter or comments'] : ['A copy of the letter to the young person'] }))),
  } }
}

export const show = (ask: Ask): Promise<Reply> => shown(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const amendment = await read(ask, (tx) => find(tx, ask))
  const step = ask.form.text('step')
  const again = (errors: FormErrors): Promise<Reply> => shown(ask, errors, ask.form.values())
  // It ended after the page was read. A form that was sent twice gets its first answer; anything else is told so by the act.
  if (amendment === undefined) return decided(ask, step, [], (refusal) => again([sendError(refusal)]))
  const numbers = numbersOf(amendment.inForce?.version.content, amendment.live)
  const decides = step === 'decide' || step === 'send'
  const given = readAnswers(ask.form, amendment.open, ({ proposal }) => nameOfProposal(proposal, numbers), { mustAnswerAll: decides })
  const errors: FieldError[] = ['errors' in given ? given.errors : [], step === 'decide' ? outcomeErrors(ask) : []].flat()
  if ('errors' in given || errors.length > 0) return again(errors)
  const answers = [...given.answers, ...answeredSince(ask, amendment)]
  const refusedWith = async (refusal: Refusal): Promise<Reply> => {
    // What others did meanwhile is named as the page shows it now.
    const now = await read(ask, (tx) => find(tx, ask)) ?? amendment
    return again([isKeepRefusal(refusal) ? keepError(refusal, now, numbersOf(now.inForce?.version.content, now.live)) : sendError(refusal)])
  }
  if (decides && ask.form.text('outcome') !== 'cease') return decided(ask, step, answers, refusedWith)
  if (answers.length === 0 && !decides) return again([{ field: 'proposals', message: 'Say what you decide about at least one of them' }])
  const key = { ...caseKeyOf(ask), reviewId: param(ask, 'reviewId') }
  const kept = answers.length === 0 ? undefined : await keepAnswers(ask, caseKeyOf(ask), { answers })
  if (kept?.ok === false) return refusedWith(kept.refusal)
  // To cease asks more than this page does, and has a page of its own.
  return redirect(decides ? paths.ceasing(caseKeyOf(ask)) : paths.amendment(key, { done: 'answers-kept' }))
}

type Refusal = DecideRefusal | SendNoticeRefusal | KeepRefusal | NotAtThisStage
const isKeepRefusal = (refusal: Refusal): refusal is KeepRefusal => ['answered-meanwhile', 'line-moved-on', 'plan-changed'].includes(refusal.kind)

/** Answers to what somebody else has answered meanwhile: the act says so, or, for a form sent twice, gives its first answer. */
const answeredSince = (ask: Ask, { answered }: Amendment): Answer[] => answered.filter((one) => ask.form.text(fieldOf('decision', one)) !== '')
  .map((one): Answer => ({ proposalId: one.id, decision: 'answered', keep: 'now', against: 0 }))

function outcomeErrors(ask: Ask): FieldError[] {
  const outcome = ask.form.text('outcome')
  if (!['amend', 'maintain', 'cease'].includes(outcome)) return [{ field: 'outcome', message: 'Select what the council decides' }]
  return outcome === 'maintain' && ask.form.text('reasons') === '' ? [{ field: 'reasons', message: 'Enter why the plan stays as it is: the family reads it' }] : []
}

/** The answers, the decision and its letters, in one act. */
async function decided(ask: Ask, step: string, answers: readonly Answer[], refusedWith: (refusal: Refusal) => Promise<Reply>): Promise<Reply> {
  const key = caseKeyOf(ask)
  const reviewId = param(ask, 'reviewId')
  const as = ask.form.text('outcome') === 'maintain' ? 'maintain' : 'amend'
  const input = { reviewId, answers, mark: ask.form.text('mark'), knowsUnreached: ask.form.text('unreached') === 'known', reasons: ask.form.text(as === 'maintain' ? 'reasons' : 'amendReasons') }
  const done = step === 'send' ? await sendAmendmentNotice(ask, key, input) : await decideReview(ask, key, { ...input, as })
  if (!done.ok) return refusedWith(done.refusal)
  return redirect(step !== 'send' && as === 'maintain' ? paths.amendments(key, { done: 'plan-kept' }) : paths.amendment({ ...key, reviewId }, { done: 'amendment-notice-sent' }))
}
