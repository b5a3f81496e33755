// The amendment notice (SEND Regulations 2014, reg 22(1), (2)): the working document frozen, the text of every change, what it rests on, and the
// family's fifteen days from service, each of them by the way that is safe for them. Everything that a notice must hold goes with it or it
// does not go (R (L, M and P) v Devon CC [2022] EWHC 493 (Admin)).

import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { answeredOf, answersFor, tellProposers } from '../../../casebook/plan/answers-told.ts'
import type { Hold } from '../../../casebook/plan/draft-holds.ts'
import { draftHolds } from '../../../casebook/plan/draft-holds.ts'
import { runPlanCheck } from '../../../casebook/plan/plan-checking.ts'
import { freezeVersion } from '../../../casebook/plan/plan-content.ts'
import { checkBeforeSending } from '../../../casebook/sending/check-before-sending.ts'
import { listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import type { NoticeExtra, NoticeIncomplete } from '../../../casebook/sending/notices.ts'
import { sendCaseNotice } from '../../../casebook/sending/notices.ts'
import { factChannel, servicePlan, windowFor } from '../../../casebook/sending/service-plan.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { dateWords } from '../../../domain/calendar/date-words.ts'
import { standingFacts } from '../../../domain/case-file/facts.ts'
import { underWay } from '../../../domain/review/amendments.ts'
import type { PlanVersionId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { changeInWords } from '../../../domain/plan/changes.ts'
import { wordsOfContent } from '../../../domain/plan/kept-from.ts'
import type { SettleRefusal } from '../../../domain/review/settling.ts'
import { settleRefusal } from '../../../domain/review/settling.ts'
import { amendmentWindow } from '../../../domain/timeline/draft-window.ts'
import { paths } from '../../../paths.ts'
import type { KeepAnswers, KeepRefusal } from './keep-answers.ts'
import { writeAnswers } from './keep-answers.ts'
import type { Amendment } from '../open-amendment.ts'
import { findAmendment } from '../open-amendment.ts'

export type NoticeRefusal =
  | NoticeIncomplete
  | { readonly kind: 'held'; readonly holds: readonly Hold[] }
  | { readonly kind: 'nobody-reached' }
  | { readonly kind: 'some-unreached' }
  /** The hub holds no final plan of this child: what would change cannot be shown. */
  | { readonly kind: 'no-plan-in-force' }

/** Section I stays as it is until the family was heard, and the letter is composed person by person: both are judged apart. */
export const notOfANotice = ['I.draft', 'I.elsewhere'] as const

export interface NoticeWords {
  readonly reasons: string
  readonly knowsUnreached: boolean
}

/** What stands in every copy of the notice; the window and the answers are each reader's own. */
export function noticeExtra({ changes, inForce, metOn, reportOn, subject, answered, newAdvice }: Amendment, { reasons }: Pick<NoticeWords, 'reasons'>): NoticeExtra {
  const asked = answered.filter((one) => one.decision === 'accepted' && one.onBehalfOf === undefined && one.author.profession !== undefined)
  // One parent's words are no evidence to show to the other: only what professionals proposed is named.
  const advice = newAdvice.map(({ by, role, dated }) => `The advice of ${by}, ${role}${dated === undefined ? '' : `, of ${dateWords(dated)}`}`)
  const who = [...new Set(asked.map(({ author }) => `What ${author.name}, ${author.profession ?? ''}, proposed`))]
  return {
    changes: changes.map(changeInWords), evidence: [
      ...(reportOn === undefined ? [] : [`The report of the review, sent on ${dateWords(reportOn)}`]), ...advice, ...who,
      ...(reportOn === undefined && advice.length + who.length === 0 ? [`What is recorded on the case since ${dateWords(subject.since)}`] : []),
    ],
    ...(inForce?.issuedOn === undefined ? {} : { currentPlanOn: inForce.issuedOn }), ...(reasons === '' ? {} : { reasons }),
    afterReview: { decision: 'amend', ...(metOn === undefined ? {} : { metOn }) },
  }
}

/** Freezes and sends. Called in the act that decides, or by itself where that was recorded before. */
export async function sendNotice(tx: Tx, caseFile: CaseFile, amendment: Amendment, words: NoticeWords): Promise<Outcome<PlanVersionId, NoticeRefusal>> {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('send-amendment-notice')
  const { planId, live, subject, inForce, answered } = amendment
  if (inForce === undefined) return refused({ kind: 'no-plan-in-force' })
  const { verdict } = await runPlanCheck(tx, caseFile, 'draft')
  const holds = await draftHolds(tx, caseFile, planId, live, verdict, notOfANotice)
  if (holds.length > 0) return refused({ kind: 'held', holds })
  const family = await listFamilyAddressees(tx, caseFile, 'draft')
  const { services, unreached, binding } = servicePlan(family, tx.today, amendmentWindow)
  const last = services.find(({ window }) => window.lastDay === binding?.lastDay) ?? services[0]
  if (binding === undefined || last === undefined) return refused({ kind: 'nobody-reached' })
  if (unreached.length > 0 && !words.knowsUnreached) return refused({ kind: 'some-unreached' })
  const { id: versionId, version } = await freezeVersion(tx, caseFile, planId, tx.viewer.personId, { kind: 'draft', label: `Changes proposed on ${dateWords(tx.today)}` })
  await checkBeforeSending(tx, caseFile, { what: 'draft', text: wordsOfContent(version.content) })
  const told = answeredOf(answered, subject.id)
  const extra = noticeExtra(amendment, words)
  const link = { dueOn: binding.lastDay, linkTo: paths.amendmentNotice({ ...caseFile.key, reviewId: subject.id }) }
  for (const service of services) {
    const sent = await sendCaseNotice(tx, caseFile, { kind: 'amendment-notice', to: [service.to], extra: { ...extra, window: windowFor(service, binding), answers: answersFor(told, service.to) }, ...link })
    if (!sent.ok) return sent
  }
  // The fifteen days are the young person's: a copy for a parent moves none of them.
  const copies = await sendCaseNotice(tx, caseFile, { kind: 'amendment-notice', to: family.filter(({ copyOf }) => copyOf !== undefined), extra: { ...extra, window: binding }, dueOn: binding.lastDay })
  if (!copies.ok) return copies
  await recordFact(tx, caseFile, {
    type: 'amendment-notice-sent', reviewId: subject.id, channel: factChannel[last.channel], versionId, ...(subject.because === undefined ? {} : { withoutReview: true as const }),
  })
  await tellProposers(tx, caseFile, told, family)
  return ok(versionId)
}

export interface SendNoticeInput extends NoticeWords, KeepAnswers {
  readonly reviewId: string
  /** The mark of the working document as it was read on the page. */
  readonly mark: string
}
export type SendNoticeRefusal = NoticeRefusal | SettleRefusal | KeepRefusal | { readonly kind: 'ended' } | { readonly kind: 'sent-already' }

/** For an amendment without a review, and for a decision that was recorded before its notice went. */
export const sendAmendmentNotice = act('send-amendment-notice', async (tx, caseFile, { reviewId, answers, mark, ...words }: SendNoticeInput): Promise<Outcome<PlanVersionId, SendNoticeRefusal>> => {
  const subject = underWay(standingFacts(caseFile.facts)).find(({ id, kind }) => id === reviewId && kind === 'amendment')
  if (subject === undefined) return refused({ kind: 'ended' })
  if (subject.notice !== undefined) return refused({ kind: 'sent-already' })
  const kept = await writeAnswers(tx, caseFile, { answers, mark })
  if (!kept.ok) return kept
  const amendment = await findAmendment(tx, caseFile, reviewId)
  if (amendment === undefined) return refused({ kind: 'ended' })
  const wrong = settleRefusal('amend', { open: amendment.open.length, changes: amendment.changes.length, reasons: words.reasons })
  return wrong === undefined ? sendNotice(tx, caseFile, amendment, words) : refused(wrong)
})
