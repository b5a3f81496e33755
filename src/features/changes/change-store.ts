// All SQL of what somebody said has changed. The council's team sees everything; anybody else what they said themselves, or what was
// written down for them; one parent's never the other.

import { notHidden } from '../../casebook/access/item-seals.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { holdThing, isSeen } from '../../casebook/sending/hold.ts'
import type { Tx } from '../../casebook/tx.ts'
import { isOfCouncil } from '../../domain/access/parts.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { Channel } from '../../domain/case-file/facts.ts'
import type { DocumentId, PersonId, ReviewId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import type { ChangeKind, ChangeOutcome, ChangeSayer } from '../../domain/review/change-said.ts'

export interface ChangeSaid {
  readonly id: string
  readonly what: ChangeKind
  readonly words: string
  readonly sinceOn?: PlainDate
  readonly asksForReview: boolean
  readonly part: ChangeSayer
  /** Who said it: the person it was written down for, else who wrote it. */
  readonly who: { readonly id: PersonId; readonly name: string; readonly profession?: string }
  /** Staff who wrote it down for a family member. */
  readonly writtenBy?: string
  readonly channel: Channel
  readonly saidAt: Instant
  readonly answerBy: PlainDate
  readonly document?: { readonly id: DocumentId; readonly title: string }
  readonly answer?: { readonly outcome: ChangeOutcome; readonly reasons: string; readonly by: string; readonly at: Instant; readonly reviewId?: ReviewId; readonly reassessmentId?: string }
}

/** Every change that the viewer may read, the latest first. */
export async function listChanges(tx: Tx, caseFile: CaseFile): Promise<ChangeSaid[]> {
  let query = tx.db.selectFrom('changeSaid as s').innerJoin('person as a', 'a.id', 's.saidBy').leftJoin('person as b', 'b.id', 's.onBehalfOf').leftJoin('person as d', 'd.id', 's.answeredBy')
    .leftJoin('document as f', (join) => join.onRef('f.localAreaId', '=', 's.localAreaId').onRef('f.id', '=', 's.documentId').on('f.removedAt', 'is', null).on(notHidden(caseFile, 'f.id')))
    .selectAll('s').select(['a.fullName as authorName', 'a.profession', 'b.fullName as behalfName', 'd.fullName as answererName', 'f.title as documentTitle', isSeen(tx, 's.localAreaId', 's.answerId').as('answerIsSeen')])
    .where('s.localAreaId', '=', caseFile.localAreaId).where('s.caseId', '=', caseFile.id).orderBy('s.saidAt', 'desc').orderBy('s.id')
  if (!isOfCouncil(caseFile.parts)) {
    if (tx.viewer.kind !== 'person') return []
    const me = tx.viewer.personId
    query = query.where((eb) => eb.or([eb('s.onBehalfOf', '=', me), eb.and([eb('s.saidBy', '=', me), eb('s.onBehalfOf', 'is', null)])]))
  }
  return (await query.execute()).map((row): ChangeSaid => ({
    id: row.id, what: row.what as ChangeKind, words: row.words, asksForReview: row.asksForReview, part: row.part as ChangeSayer, channel: row.channel as Channel, saidAt: row.saidAt, answerBy: row.answerBy,
    who: row.onBehalfOf !== null && row.behalfName !== null ? { id: row.onBehalfOf, name: row.behalfName } : { id: row.saidBy, name: row.authorName, ...(row.profession === null ? {} : { profession: row.profession }) },
    ...(row.onBehalfOf === null ? {} : { writtenBy: row.authorName }), ...(row.sinceOn === null ? {} : { sinceOn: row.sinceOn }),
    ...(row.documentId === null || row.documentTitle === null ? {} : { document: { id: row.documentId as DocumentId, title: row.documentTitle } }),
    // What was decided waits some minutes before whoever said it reads it.
    ...(row.outcome === null || row.answeredAt === null || !row.answerIsSeen ? {} : {
      answer: { outcome: row.outcome as ChangeOutcome, reasons: row.reasons ?? '', by: row.answererName ?? 'the council', at: row.answeredAt, ...(row.reviewId === null ? {} : { reviewId: row.reviewId as ReviewId }), ...(row.reassessmentId === null ? {} : { reassessmentId: row.reassessmentId }) },
    }),
  }))
}

export const findChange = async (tx: Tx, caseFile: CaseFile, id: string): Promise<ChangeSaid | undefined> =>
  (isId(id) ? (await listChanges(tx, caseFile)).find((one) => one.id === id) : undefined)

export interface NewChange {
  readonly id: string
  readonly what: ChangeKind
  readonly words: string
  readonly sinceOn?: PlainDate
  readonly asksForReview: boolean
  readonly part: ChangeSayer
  readonly saidBy: PersonId
  readonly onBehalfOf?: PersonId
  readonly channel: Channel
  readonly answerBy: PlainDate
  readonly documentId?: DocumentId
}

export async function insertChange(tx: Tx, caseFile: CaseFile, change: NewChange): Promise<void> {
  await tx.db.insertInto('changeSaid').values({
    ...change, localAreaId: caseFile.localAreaId, caseId: caseFile.id, saidAt: tx.now, onBehalfOf: change.onBehalfOf ?? null, sinceOn: change.sinceOn ?? null, documentId: change.documentId ?? null,
  }).execute()
}

export interface NewAnswer {
  readonly outcome: ChangeOutcome
  readonly reasons: string
  readonly by: PersonId
  readonly reviewId?: ReviewId
  readonly reassessmentId?: string
}

const one = (tx: Tx, caseFile: CaseFile, id: string) => tx.db.updateTable('changeSaid').where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id)

/** Keeps the answer to a change that has none yet, to be seen when it leaves; false when somebody has answered before. */
export async function answerRow(tx: Tx, caseFile: CaseFile, id: string, { outcome, reasons, by, reviewId, reassessmentId }: NewAnswer): Promise<boolean> {
  const answerId = tx.newId<string>()
  const { numUpdatedRows } = await one(tx, caseFile, id).set({ outcome, reasons, answeredBy: by, answeredAt: tx.now, reviewId: reviewId ?? null, reassessmentId: reassessmentId ?? null, answerId })
    .where('answeredAt', 'is', null).executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await holdThing(tx, caseFile.localAreaId, 'change-answer', answerId)
  return true
}

/** The answer was taken back before it left: what was said is open again. */
export async function dropAnswer(tx: Tx, caseFile: CaseFile, id: string): Promise<void> {
  await one(tx, caseFile, id).set({ outcome: null, reasons: null, answeredBy: null, answeredAt: null, reviewId: null, reassessmentId: null, answerId: null }).execute()
}

/** The parts that somebody who is not family has in the case today, of their own or through where they work. */
export async function workingPartsOf(tx: Tx, caseFile: CaseFile, personId: PersonId): Promise<ReadonlySet<string>> {
  const today = tx.today
  const rows = await tx.db.selectFrom('caseParty as p').select('p.part').where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id)
    .where('p.fromOn', '<=', today).where((eb) => eb.or([eb('p.toOn', 'is', null), eb('p.toOn', '>=', today)]))
    .where('p.part', 'in', ['school', 'adviser', 'health-lead', 'social-care-lead'])
    .where((eb) => eb.or([
      eb('p.personId', '=', personId),
      eb('p.organisationId', 'in', eb.selectFrom('membership as m').select('m.organisationId').where('m.personId', '=', personId).where('m.fromOn', '<=', today)
        .where((or) => or.or([or('m.toOn', 'is', null), or('m.toOn', '>=', today)]))),
    ])).execute()
  return new Set(rows.map(({ part }) => part))
}
