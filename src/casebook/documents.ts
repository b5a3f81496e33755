// Files kept for a case or a request being written. Bytes are kept by their content and never changed; the row says what the
// file is, what it is called and who on the case may open it.

import type { Part } from '../domain/access/parts.ts'
import type { Instant } from '../domain/calendar/plain-date.ts'
import type { CaseId, DocumentId, LocalAreaId } from '../domain/ids.ts'
import type { Tx } from './tx.ts'

/** Where a file belongs: to a case, or to a request that is not sent yet. */
export type DocumentPlace =
  | { readonly localAreaId: LocalAreaId; readonly caseId: CaseId }
  | { readonly localAreaId: LocalAreaId; readonly requestDraftId: string }

export interface KeptDocument {
  readonly id: DocumentId
  readonly title: string
  readonly fileName: string
  readonly contentType: string
  readonly size: number
  readonly sha256: string
  readonly kind: string
  readonly audience: readonly Part[]
  readonly uploadedAt: Instant
}


/** An upload that was looked at and may be kept. */
export interface CheckedFile {
  readonly fileName: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

export async function keepDocument(
  tx: Tx, place: DocumentPlace, file: CheckedFile,
  { kind, title, audience }: { kind: string; title?: string; audience: readonly Part[] },
): Promise<KeptDocument> {
  const { sha256, size } = await tx.house.files.keep(file.bytes)
  const id = tx.newId<DocumentId>()
  const kept = { id, title: title === undefined || title === '' ? file.fileName : title, fileName: file.fileName, contentType: file.contentType, kind, size, sha256, audience: [...audience], uploadedAt: tx.now }
  await tx.db.insertInto('document').values({
    ...kept, localAreaId: place.localAreaId, ...('caseId' in place ? { caseId: place.caseId } : { requestDraftId: place.requestDraftId }),
    uploadedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null,
  }).execute()
  return kept
}

const inPlace = (tx: Tx, place: DocumentPlace) => {
  const rows = tx.db.selectFrom('document').selectAll().where('localAreaId', '=', place.localAreaId).where('removedAt', 'is', null)
  return 'caseId' in place ? rows.where('caseId', '=', place.caseId) : rows.where('requestDraftId', '=', place.requestDraftId).where('caseId', 'is', null)
}

/** Everything kept at a place and not taken out again, oldest first. Who may open which is for the caller to ask (`audience`). */
export async function listDocuments(tx: Tx, place: DocumentPlace): Promise<KeptDocument[]> {
  const rows = await inPlace(tx, place).orderBy('uploadedAt').orderBy('id').execute()
  return rows.map((row) => ({ ...row, audience: row.audience as Part[] }))
}
