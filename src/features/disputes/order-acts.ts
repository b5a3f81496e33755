// The acts: an order recorded, an appeal not opposed, and their words written into the working document and locked.

import { act } from '../../casebook/act.ts'
import { recordFact } from '../../casebook/ledger.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { CheckedUpload } from '../../casebook/papers/documents.ts'
import { keepDocument } from '../../casebook/papers/documents.ts'
import { insertLine, lockLine } from '../../casebook/plan/line-rows.ts'
import { insertLock, liftLock, listLocks } from '../../casebook/plan/locked-wordings.ts'
import { planIdOf } from '../../casebook/plan/plan-content.ts'
import { trySaving } from '../../casebook/plan/save-line.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { OrderDirections } from '../../domain/case-file/ending-facts.ts'
import { standingFacts } from '../../domain/case-file/facts.ts'
import type { OrderKind } from '../../domain/clocks/event-kinds.ts'
import type { StepRefusal } from '../../domain/disputes/disputes-of.ts'
import { dayRefusal, disputesOf, openAppeal } from '../../domain/disputes/disputes-of.ts'
import type { LineId, PersonId, PlanId, ReviewId } from '../../domain/ids.ts'
import type { Outcome } from '../../domain/outcome.ts'
import { ok, refused } from '../../domain/outcome.ts'
import type { LineFields } from '../../domain/plan/line.ts'
import { kindsInSection } from '../../domain/plan/line.ts'
import { lockWords } from '../../domain/plan/locked-wording.ts'
import type { Section } from '../../domain/plan/sections.ts'
import { underWay } from '../../domain/review/amendments.ts'
import { authorOf, beginChange } from './begin-change.ts'
import type { OrderedChange } from './dispute-store.ts'
import { getOrderedChange, insertOrderedChange } from './dispute-store.ts'

export interface OrderInput {
  readonly kind: OrderKind
  readonly on: PlainDate
  readonly directed?: OrderDirections
  readonly words?: string
  readonly file?: CheckedUpload
}

export interface OrderRecorded { readonly orderId: string; readonly reviewId?: ReviewId }

/** The order with its day, its kind and its document. One that amends begins the amendment at once (reg 44(2)(e), (f), (h)). */
export const recordOrder = act('record-order', async (tx, caseFile, { kind, on, directed, words, file }: OrderInput): Promise<Outcome<OrderRecorded, StepRefusal>> => {
  const appeal = disputesOf(caseFile.facts).appeals[0]
  const wrong = dayRefusal(on, { today: tx.today, after: appeal?.lodged.happenedOn })
  if (wrong !== undefined) return refused(wrong)
  const orderId = tx.newId<string>()
  // Kept for the council's team: an order names both sides, and one parent's appeal is not always the other's.
  const document = file === undefined ? undefined : await keepDocument(tx, { localAreaId: caseFile.localAreaId, caseId: caseFile.id }, file, { kind: 'tribunal-order', title: 'Order of the Tribunal', audience: [] })
  const reviewId = await beginChange(tx, caseFile, { because: 'order', kind, on })
  await insertOrderedChange(tx, caseFile, {
    id: orderId, source: 'order', kind, madeOn: on, ...(reviewId === undefined ? {} : { reviewId }), ...(words === undefined ? {} : { words }), ...(document === undefined ? {} : { documentId: document.id }),
  }, authorOf(tx))
  await recordFact(tx, caseFile, {
    type: 'order-made', orderId, kind, ...(appeal?.id === undefined ? {} : { appealId: appeal.id }), ...(reviewId === undefined ? {} : { reviewId }), ...(directed === undefined ? {} : { directed }),
  }, { happenedOn: on })
  return ok({ orderId, ...(reviewId === undefined ? {} : { reviewId }) })
})

/** The council tells the Tribunal that it will not oppose: the appeal counts as decided for the family, and what was asked is done (reg 45). */
export const concedeAppeal = act('concede-appeal', async (tx, caseFile, { kind, on, words }: { readonly kind: OrderKind; readonly on: PlainDate; readonly words?: string }): Promise<Outcome<OrderRecorded, StepRefusal>> => {
  const appeal = openAppeal(caseFile.facts)
  if (appeal === undefined) return refused({ kind: 'nothing-to-follow' })
  const wrong = dayRefusal(on, { today: tx.today, after: appeal.lodged.happenedOn })
  if (wrong !== undefined) return refused(wrong)
  const orderId = tx.newId<string>()
  const reviewId = await beginChange(tx, caseFile, { because: 'concession', kind, on })
  await insertOrderedChange(tx, caseFile, { id: orderId, source: 'concession', kind, madeOn: on, ...(reviewId === undefined ? {} : { reviewId }), ...(words === undefined ? {} : { words }) }, authorOf(tx))
  await recordFact(tx, caseFile, {
    type: 'appeal-conceded', orderId, kind, ...(appeal.id === undefined ? {} : { appealId: appeal.id }), ...(reviewId === undefined ? {} : { reviewId }),
  }, { happenedOn: on })
  return ok({ orderId, ...(reviewId === undefined ? {} : { reviewId }) })
})

export type OrderedWords =
  | { readonly how: 'reword'; readonly lineId: LineId; readonly words: string }
  | { readonly how: 'new'; readonly section: Section; readonly words: string }
  | { readonly how: 'out'; readonly lineId: LineId }
export type LockRefusal = { readonly kind: 'locked-already' } | { readonly kind: 'amendment-is-over' } | { readonly kind: 'no-lines-there' }

const isOpen = ({ facts }: Pick<CaseFile, 'facts'>, reviewId: ReviewId): boolean => underWay(standingFacts(facts)).some(({ id, kind }) => id === reviewId && kind === 'amendment')

/** Writes ordered or agreed words into the working document, and locks them there until the amended plan is issued. */
export const lockOrderedWords = act('lock-ordered-words', async (tx, caseFile, { reviewId, ...ordered }: OrderedWords & { readonly reviewId: string }): Promise<Outcome<string, LockRefusal>> => {
  const change = await getOrderedChange(tx, caseFile, reviewId)
  if (!isOpen(caseFile, change.reviewId)) return refused({ kind: 'amendment-is-over' })
  const planId = await planIdOf(tx, caseFile)
  if (ordered.how !== 'new' && (await listLocks(tx, caseFile, planId)).some(({ lineId }) => lineId === ordered.lineId)) return refused({ kind: 'locked-already' })
  const written = await write(tx, caseFile, planId, change, ordered)
  if (written === undefined) return refused({ kind: 'no-lines-there' })
  const id = tx.newId<string>()
  await insertLock(tx, caseFile, planId, {
    id, reviewId: change.reviewId, changeId: change.id, source: change.source, by: authorOf(tx), lineId: written.lineId, section: written.section, ...(ordered.how === 'out' ? {} : { words: ordered.words }),
  })
  await recordFact(tx, caseFile, { type: 'ordered-words-locked', lockId: id, reviewId: change.reviewId, section: written.section })
  return ok(id)
})

async function write(tx: Tx, caseFile: CaseFile, planId: PlanId, { source, madeOn }: OrderedChange, ordered: OrderedWords): Promise<{ lineId: LineId; section: Section } | undefined> {
  const by: PersonId = authorOf(tx)
  if (ordered.how === 'new') {
    const [kind] = kindsInSection[ordered.section]
    if (kind === undefined) return undefined
    const lineId = await insertLine(tx, caseFile, planId, {
      kind, by, because: lockWords[source], wording: { section: ordered.section, text: ordered.words, fields: {} }, sources: [{ kind: 'said', by: source === 'order' ? 'the Tribunal' : lockWords[source], on: madeOn }],
    })
    return { lineId, section: ordered.section }
  }
  const { latest } = await lockLine(tx, caseFile, planId, ordered.lineId)
  const { wording } = latest
  await trySaving(tx, caseFile, planId, ordered.lineId, ordered.how === 'out'
    ? { base: latest.n, by, how: 'removed', wording, isRemoved: true }
    : { base: latest.n, by, how: 'saved', isRemoved: false, wording: { ...wording, text: ordered.words, fields: ordered.words === wording.text ? wording.fields : boxesUnder(wording.fields) } }, lockWords[source])
  return { lineId: ordered.lineId, section: wording.section }
}

/** What the boxes beside a line said was of its old words: amounts and people are read anew from what was ordered; what it is about stays. */
function boxesUnder(fields: LineFields): LineFields {
  const { area, provisionKind, pathway, whose, whoseName, settingName, settingType } = fields
  return Object.fromEntries(Object.entries({ area, provisionKind, pathway, whose, whoseName, settingName, settingType }).filter(([, value]) => value !== undefined))
}

export interface LockChange {
  readonly reviewId: string
  readonly lockId: string
  readonly reason: string
  /** What was ordered in truth; absent: nothing was ordered of this line, and it is free again. */
  readonly words?: string
}

/** Words that were copied wrongly, or that the Tribunal has put right: the old lock stays on record with the reason. */
export const changeLock = act('lock-ordered-words', async (tx, caseFile, { reviewId, lockId, reason, words }: LockChange): Promise<Outcome<string, LockRefusal | { readonly kind: 'nothing-changed' }>> => {
  const change = await getOrderedChange(tx, caseFile, reviewId)
  const planId = await planIdOf(tx, caseFile)
  const lock = (await listLocks(tx, caseFile, planId, { reviewId: change.reviewId })).find(({ id }) => id === lockId)
  if (lock === undefined) throw new NotFound('lock')
  if (words === lock.words && words !== undefined) return refused({ kind: 'nothing-changed' })
  await liftLock(tx, caseFile, lock.id, { by: authorOf(tx), reason })
  if (words !== undefined) {
    const { latest } = await lockLine(tx, caseFile, planId, lock.lineId)
    await trySaving(tx, caseFile, planId, lock.lineId, { base: latest.n, by: authorOf(tx), how: 'saved', isRemoved: false, wording: { ...latest.wording, text: words } }, lockWords[change.source])
    await insertLock(tx, caseFile, planId, {
      id: tx.newId<string>(), reviewId: change.reviewId, changeId: change.id, source: change.source, by: authorOf(tx), lineId: lock.lineId, section: lock.section, words,
    })
  }
  await recordFact(tx, caseFile, { type: 'ordered-words-changed', lockId, reviewId: change.reviewId, section: lock.section }, { reason })
  return ok(lock.id)
})
