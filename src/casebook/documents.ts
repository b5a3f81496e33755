// Files kept for a case or a request being written. Bytes are kept by their content and never changed; the row says what the
// file is, what it is called and who on the case may open it.

import type { Part } from '../domain/access/parts.ts'
import type { Instant } from '../domain/calendar/plain-date.ts'
import type { CaseId, DocumentId, LocalAreaId } from '../domain/ids.ts'
import type { Outcome } from '../domain/outcome.ts'
import { ok, refused } from '../domain/outcome.ts'
import { cleanFileName } from '../platform/files/file-name.ts'
import type { FileTypeRefusal } from '../platform/files/file-type.ts'
import { fileTypeOf } from '../platform/files/file-type.ts'
import type { UploadedFile } from '../platform/http/form-body.ts'
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

export type FileRefusal = FileTypeRefusal | 'none-chosen' | 'too-big'

/** An upload that was looked at and may be kept. */
export interface CheckedFile {
  readonly fileName: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

/** Looks at a file from a form: was one chosen, is it whole, is it of a kind we keep, does it run anything. */
export function checkUpload(file: UploadedFile | undefined): Outcome<CheckedFile, FileRefusal> {
  if (file === undefined) return refused('none-chosen')
  if (file.isTooBig) return refused('too-big')
  const type = fileTypeOf(file.bytes)
  if (!type.ok) return refused(type.refusal)
  return ok({ fileName: cleanFileName(file.fileName, type.value.kind), contentType: type.value.contentType, bytes: file.bytes })
}

/** Why a file was not taken, in the words of the GOV.UK file upload pattern. */
export const fileRefusalWords: Record<FileRefusal, string> = {
  'none-chosen': 'Select a file',
  'too-big': 'The selected file must be smaller than 25MB',
  empty: 'The selected file is empty',
  broken: 'The selected file is damaged and cannot be opened. Save it again or take a new photo, then try again',
  'wrong-type': 'The selected file must be a PDF, a Word or OpenDocument text, a plain text file, or a JPG, PNG or HEIC picture',
  'has-macros': 'The selected file contains macros or scripts. Save it as a PDF without them, then try again',
  'is-program': 'The selected file is a program, not a document. Select a document or a picture',
  locked: 'The selected file is protected with a password. Save it without the password, then try again',
}

/** File endings for the browser's picker: a help, never the check. */
export const acceptedEndings = '.pdf,.docx,.doc,.odt,.txt,.jpg,.jpeg,.png,.heic'

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
