// The acts of ending a plan: considered, consulted, decided, ended; ended without a decision; put back in force. What the law asks before each
// is in domain/ceasing.

import { act } from '../../casebook/act.ts'
import { recordFact } from '../../casebook/ledger.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { NotAllowed } from '../../casebook/out-of-bounds.ts'
import type { Addressee } from '../../casebook/sending/letters.ts'
import { alertAddressee, listBodiesToTell, listFamilyAddressees } from '../../casebook/sending/letters.ts'
import type { NoticeExtra, NoticeIncomplete } from '../../casebook/sending/notices.ts'
import { sendCaseNotice } from '../../casebook/sending/notices.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { allOf, latestOf, standingFacts } from '../../domain/case-file/facts.ts'
import type { CauseWithoutDecision, CeaseGround } from '../../domain/ceasing/cease-codes.ts'
import { codeOfCause } from '../../domain/ceasing/cease-codes.ts'
import type { CeaseAnswers, CeaseRefusal } from '../../domain/ceasing/cease-guards.ts'
import { ceaseRefusals } from '../../domain/ceasing/cease-guards.ts'
import type { Ceasing, EndRefusal } from '../../domain/ceasing/ceasing-of.ts'
import { endRefusal, keptUntil, openCeasing } from '../../domain/ceasing/ceasing-of.ts'
import { reachesAgeOn } from '../../domain/calendar/school-year.ts'
import type { PersonId } from '../../domain/ids.ts'
import { alertWords } from '../../domain/notice/alert-words.ts'
import type { Outcome } from '../../domain/outcome.ts'
import { ok, refused } from '../../domain/outcome.ts'
import { reviewsOf } from '../../domain/review/reviews-of.ts'
import { paths } from '../../paths.ts'
import { insertCeasing, keepConsultation, keepDecision, listSettings } from './ceasing-store.ts'

export type Unwritten = NoticeIncomplete | { readonly kind: 'nobody-to-tell' }
export type NoneUnderWay = { readonly kind: 'none-under-way' }

const authorOf = (tx: Tx): PersonId => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('a person decides')
  return tx.viewer.personId
}

export interface Considering {
  readonly ground: CeaseGround
  readonly why: string
  readonly answerBy: PlainDate
}

export const considerExtra = ({ ground, why, answerBy }: Considering): NoticeExtra => ({ reasons: why, ending: { ground, answerBy } })

/** Tells the family and asks it and the setting, before anything is decided (reg 31(1)). */
export const considerCeasing = act('consider-ceasing', async (tx, caseFile, input: Considering): Promise<Outcome<string, Unwritten | { readonly kind: 'under-way-already' }>> => {
  const by = authorOf(tx)
  if (openCeasing(caseFile.facts) !== undefined) return refused({ kind: 'under-way-already' })
  const family = await listFamilyAddressees(tx, caseFile)
  if (family.length === 0) return refused({ kind: 'nobody-to-tell' })
  const extra = considerExtra(input)
  const told = await sendCaseNotice(tx, caseFile, { kind: 'considering-ceasing', to: family, extra, dueOn: input.answerBy })
  if (!told.ok) return told
  const asked = await sendCaseNotice(tx, caseFile, { kind: 'ceasing-asked', to: await listSettings(tx, caseFile), extra, dueOn: input.answerBy, linkTo: paths.caseOverview(caseFile.key) })
  if (!asked.ok) return asked
  const id = tx.newId<string>()
  await insertCeasing(tx, caseFile, { id, why: input.why, by })
  const review = openReviewHeld(caseFile)
  await recordFact(tx, caseFile, { type: 'ceasing-considered', ceasingId: id, ground: input.ground, ...(review === undefined ? {} : { reviewId: review }) })
  return ok(id)
})

/** The review that was held and that nobody has decided: ceasing may be its decision (reg 20(10)). */
const openReviewHeld = ({ facts }: Pick<CaseFile, 'facts'>) => reviewsOf(facts).find(({ decision }) => decision === undefined)?.id

export interface Consultation {
  readonly on: PlainDate
  readonly familySaid?: string
  readonly settingSaid?: string
  readonly hasSetting: boolean
}
export type ConsultationRefusal = NoneUnderWay | { readonly kind: 'recorded-already' } | { readonly kind: 'before-asking'; readonly on: PlainDate } | { readonly kind: 'in-the-future' }

export const recordConsultation = act('record-ceasing-consultation', async (tx, caseFile, { on, familySaid, settingSaid, hasSetting }: Consultation): Promise<Outcome<string, ConsultationRefusal>> => {
  const ceasing = openCeasing(caseFile.facts)
  if (ceasing === undefined) return refused({ kind: 'none-under-way' })
  if (ceasing.consulted !== undefined) return refused({ kind: 'recorded-already' })
  if (on > tx.today) return refused({ kind: 'in-the-future' })
  if (on < ceasing.considered.happenedOn) return refused({ kind: 'before-asking', on: ceasing.considered.happenedOn })
  await keepConsultation(tx, caseFile, ceasing.id, { by: authorOf(tx), ...(familySaid === undefined ? {} : { familySaid }), ...(settingSaid === undefined ? {} : { settingSaid }) })
  await recordFact(tx, caseFile, {
    type: 'ceasing-consulted', ceasingId: ceasing.id, family: familySaid === undefined ? 'no-answer' : 'answered',
    setting: !hasSetting ? 'none' : settingSaid === undefined ? 'no-answer' : 'answered',
  }, { happenedOn: on })
  return ok(ceasing.id)
})

export type CeaseDecision =
  | { readonly outcome: 'cease'; readonly answers: CeaseAnswers; readonly reasons: string }
  | { readonly outcome: 'keep'; readonly reasons: string }
export type DecisionRefusal = Unwritten | NoneUnderWay | { readonly kind: 'test-not-met'; readonly because: readonly CeaseRefusal[] }

/** What the letter says beyond the case; the setting and the health body get a copy (reg 31(2)). */
export async function decisionExtra(tx: Tx, caseFile: CaseFile, decision: CeaseDecision): Promise<NoticeExtra> {
  const copiesTo = (await listCopied(tx, caseFile)).map(({ name }) => name)
  return { reasons: decision.reasons, ...(decision.outcome === 'cease' ? { ending: { ground: decision.answers.ground }, copiesTo } : {}) }
}

const listCopied = (tx: Tx, caseFile: CaseFile): Promise<Addressee[]> => listBodiesToTell(tx, caseFile)

export const decideCeasing = act('decide-ceasing', async (tx, caseFile, decision: CeaseDecision): Promise<Outcome<'cease' | 'keep', DecisionRefusal>> => {
  const by = authorOf(tx)
  const ceasing = openCeasing(caseFile.facts)
  if (ceasing === undefined) return refused({ kind: 'none-under-way' })
  if (decision.outcome === 'cease') {
    const because = ceaseRefusals(ceasing, decision.answers, { bornOn: caseFile.child.bornOn, today: tx.today })
    if (because.length > 0) return refused({ kind: 'test-not-met', because })
  }
  if (ceasing.notified !== undefined) return refused({ kind: 'test-not-met', because: [{ kind: 'already-notified' }] })
  const family = await listFamilyAddressees(tx, caseFile, decision.outcome === 'cease' ? 'appeal' : 'sharing')
  if (family.length === 0) return refused({ kind: 'nobody-to-tell' })
  const sent = await sendCaseNotice(tx, caseFile, { kind: decision.outcome === 'cease' ? 'cease' : 'not-ceasing', to: family, extra: await decisionExtra(tx, caseFile, decision) })
  if (!sent.ok) return sent
  const alert = alertWords('bodies-told')
  for (const body of await listCopied(tx, caseFile)) {
    await alertAddressee(tx, caseFile, body, { subject: alert.subject, words: alert.email }, { about: 'cease', linkTo: paths.caseOverview(caseFile.key) })
  }
  await keepDecision(tx, caseFile, ceasing.id, { by, reasons: decision.reasons, answers: decision.outcome === 'cease' ? decision.answers : {} })
  await recordDecision(tx, caseFile, ceasing, decision, sent.value[0] ?? '')
  return ok(decision.outcome)
})

async function recordDecision(tx: Tx, caseFile: CaseFile, ceasing: Ceasing, decision: CeaseDecision, noticeId: string): Promise<void> {
  if (decision.outcome === 'keep') {
    await recordFact(tx, caseFile, { type: 'ceasing-dropped', ceasingId: ceasing.id, because: 'decided' })
    return
  }
  const { ground, code } = decision.answers
  // A review that was held and is undecided is decided by this very letter (reg 20(10), (11)).
  const reviewId = openReviewHeld(caseFile)
  if (reviewId !== undefined) await recordFact(tx, caseFile, { type: 'review-decision-notified', reviewId, outcome: 'cease' })
  await recordFact(tx, caseFile, { type: 'cease-notified', ceasingId: ceasing.id, ground, code, noticeId })
}

export type EndingRefusal = EndRefusal | NoneUnderWay | { readonly kind: 'in-the-future' }

/** Ends the plan on a day on which nobody could appeal any more; at once where the Tribunal dismissed the appeal (reg 44(2)(a)). */
export const endPlan = act('end-plan', async (tx, caseFile, { on }: { readonly on: PlainDate }): Promise<Outcome<PlainDate, EndingRefusal>> => {
  const ceasing = openCeasing(caseFile.facts)
  if (ceasing?.notified === undefined) return refused({ kind: 'none-under-way' })
  if (on > tx.today) return refused({ kind: 'in-the-future' })
  const wrong = endRefusal(caseFile.facts, ceasing, on)
  if (wrong !== undefined) return refused(wrong)
  const byTribunal = keptUntil(caseFile.facts, ceasing)?.kind === 'determined' && allOf(standingFacts(caseFile.facts), 'order-made').some(({ kind }) => kind === 'dismiss-cease')
  await recordFact(tx, caseFile, { type: 'plan-ceased', ceasingId: ceasing.id, because: byTribunal ? 'tribunal' : 'decision', code: ceasing.notified.code }, { happenedOn: on })
  return ok(on)
})

export type AtOnceRefusal = { readonly kind: 'in-the-future' } | { readonly kind: 'under-25'; readonly birthday: PlainDate } | { readonly kind: 'before-birth' }

/** Death, leaving England, twenty-five: no decision is taken and no notice is due (CFA 2014 ss.24, 46). */
export const endWithoutDecision = act('end-plan-without-decision', async (tx, caseFile, { because, on }: { readonly because: CauseWithoutDecision; readonly on: PlainDate }): Promise<Outcome<PlainDate, AtOnceRefusal>> => {
  const birthday = reachesAgeOn(caseFile.child.bornOn, 25)
  if (on > tx.today) return refused({ kind: 'in-the-future' })
  if (on < caseFile.child.bornOn) return refused({ kind: 'before-birth' })
  if (because === 'age' && on < birthday) return refused({ kind: 'under-25', birthday })
  await recordFact(tx, caseFile, { type: 'plan-ceased', because, code: codeOfCause[because] }, { happenedOn: on })
  return ok(on)
})

export const restoreCauses = ['appeal-in-time', 'certificate-in-time', 'slip'] as const
export type RestoreCause = (typeof restoreCauses)[number]

/** Takes the end of a plan out of the record: it was never over. */
export const restorePlan = act('restore-plan', async (tx, caseFile, { because, reason }: { readonly because: RestoreCause; readonly reason: string }): Promise<Outcome<RestoreCause, { readonly kind: 'not-ended' }>> => {
  const ended = latestOf(standingFacts(caseFile.facts), 'plan-ceased')
  if (ended === undefined) return refused({ kind: 'not-ended' })
  await recordFact(tx, caseFile, { type: 'plan-restored', because }, { corrects: ended.seq, reason })
  return ok(because)
})
