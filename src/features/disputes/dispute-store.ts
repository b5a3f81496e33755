// All SQL of orders, agreements and concessions: what they say, and the document itself. Days and kinds are facts.

import type { CaseFile } from '../../casebook/open-case-file.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { OrderKind } from '../../domain/clocks/event-kinds.ts'
import type { DocumentId, PersonId, ReviewId } from '../../domain/ids.ts'
import type { LockSource } from '../../domain/plan/locked-wording.ts'

export interface OrderedChange {
  /** The order's, agreement's or concession's own id, as its fact has it. */
  readonly id: string
  readonly reviewId?: ReviewId
  readonly source: LockSource
  readonly kind?: OrderKind
  readonly madeOn: PlainDate
  /** The operative words, as copied from the document. */
  readonly words?: string
  readonly documentId?: DocumentId
}

export async function insertOrderedChange(tx: Tx, caseFile: CaseFile, { id, reviewId, source, kind, madeOn, words, documentId }: OrderedChange, by: PersonId): Promise<void> {
  await tx.db.insertInto('orderedChange').values({
    localAreaId: caseFile.localAreaId, id, caseId: caseFile.id, reviewId: reviewId ?? null, source, kind: kind ?? null, madeOn, words: words ?? null, documentId: documentId ?? null,
    recordedBy: by, recordedAt: tx.now,
  }).execute()
}

/** Every order, agreement and concession of the case, the newest first. */
export async function listOrderedChanges(tx: Tx, caseFile: CaseFile): Promise<OrderedChange[]> {
  const rows = await tx.db.selectFrom('orderedChange').select(['id', 'reviewId', 'source', 'kind', 'madeOn', 'words', 'documentId'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).orderBy('madeOn', 'desc').orderBy('recordedAt', 'desc').execute()
  return rows.map((row) => ({
    id: row.id, source: row.source as LockSource, madeOn: row.madeOn, ...(row.reviewId === null ? {} : { reviewId: row.reviewId as ReviewId }), ...(row.kind === null ? {} : { kind: row.kind as OrderKind }),
    ...(row.words === null ? {} : { words: row.words }), ...(row.documentId === null ? {} : { documentId: row.documentId }),
  }))
}

/** The one that began this amendment; NotFound when none did. */
export async function getOrderedChange(tx: Tx, caseFile: CaseFile, reviewId: string): Promise<OrderedChange & { readonly reviewId: ReviewId }> {
  const found = (await listOrderedChanges(tx, caseFile)).find((one) => one.reviewId === reviewId)
  if (found?.reviewId === undefined) throw new NotFound('order')
  return { ...found, reviewId: found.reviewId }
}
