// Files kept for a case or a request being written. Bytes are kept by their content and never changed; the row says what the
// file is, what it is called and who on the case may open it.

import type { Part } from '../domain/access/parts.ts'
import { mayLook } from '../domain/access/policy.ts'
import { londonDateOf } from '../domain/calendar/london-date.ts'
import type { Instant } from '../domain/calendar/plain-date.ts'
import type { CaseId, DocumentId, LocalAreaId, PersonId } from '../domain/ids.ts'
import type { Outcome } from '../domain/outcome.ts'
import { ok, refused } from '../domain/outcome.ts'
import type { FileRefusal } from '../platform/files/file-type.ts'
import { checkFile, fileRefusalWords } from '../platform/files/file-type.ts'
import type { UploadedFile } from '../platform/http/form-body.ts'
import type { CaseFile } from './open-case-file.ts'
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
  /** Absent when it came from somebody without an account. */
  readonly uploadedBy?: PersonId
}

/** An upload that was looked at and may be kept. */
export interface CheckedUpload {
  readonly fileName: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

/** Looks at a file from a form: was one chosen, is it whole, is it of a kind we keep, does it run anything. */
export function checkUpload(file: UploadedFile | undefined): Outcome<CheckedUpload, FileRefusal | 'none-chosen'> {
  if (file === undefined) return refused('none-chosen')
  const checked = checkFile(file)
  return checked.ok ? ok({ fileName: checked.value.cleanName, contentType: checked.value.contentType, bytes: file.bytes }) : checked
}

/** Why a file was not taken, in the words of the GOV.UK file upload pattern. */
export const uploadRefusalWords = (refusal: FileRefusal | 'none-chosen'): string => (refusal === 'none-chosen' ? 'Select a file' : fileRefusalWords(refusal, '25MB'))

export async function keepDocument(
  tx: Tx, place: DocumentPlace, file: CheckedUpload,
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

/** Everything kept at a place and not taken out again, oldest first. Who may open which is `mayOpenPaper`. */
export async function listDocuments(tx: Tx, place: DocumentPlace): Promise<KeptDocument[]> {
  const rows = await inPlace(tx, place).orderBy('uploadedAt').orderBy('id').execute()
  return rows.map(({ uploadedBy, ...row }) => ({ ...row, audience: row.audience as Part[], ...(uploadedBy === null ? {} : { uploadedBy }) }))
}

/**
 * Whether the viewer may open this paper of the case: the council's team always, whoever handed it in, and the parts that it was kept
 * for. An empty audience means the council's team alone.
 */
export const mayOpenPaper = (tx: Tx, { parts, onlyBefore }: Pick<CaseFile, 'parts' | 'onlyBefore'>, paper: Pick<KeptDocument, 'audience' | 'uploadedAt' | 'uploadedBy'>): boolean =>
  mayLook('papers', parts, {
    readers: paper.audience, isTheirs: tx.viewer.kind === 'person' && paper.uploadedBy === tx.viewer.personId,
    isOfLaterDay: onlyBefore !== undefined && londonDateOf(paper.uploadedAt) >= onlyBefore,
  })

/** Takes a file out of a request that is not sent yet. What is on a case stays. Whether there was one to take out. */
export async function removeDraftDocument(tx: Tx, place: { localAreaId: LocalAreaId; requestDraftId: string }, documentId: DocumentId): Promise<boolean> {
  const { numUpdatedRows } = await tx.db.updateTable('document').set({ removedAt: tx.now })
    .where('localAreaId', '=', place.localAreaId).where('requestDraftId', '=', place.requestDraftId).where('caseId', 'is', null)
    .where('id', '=', documentId).where('removedAt', 'is', null).executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Moves what is at one place to a case: a request was sent, or two files turned out to be one child's. */
export async function moveDocuments(tx: Tx, from: DocumentPlace, caseId: CaseId): Promise<KeptDocument[]> {
  const moved = await listDocuments(tx, from)
  if (moved.length === 0) return []
  await tx.db.updateTable('document').set({ caseId }).where('localAreaId', '=', from.localAreaId).where('id', 'in', moved.map(({ id }) => id)).execute()
  return moved
}
