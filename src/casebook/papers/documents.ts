// Files kept for a case or a request being written. Bytes are kept by their content and never changed; the row says what the
// file is, what it is called, who on the case may open it, and whether a scanner has found it clean.

import type { Part } from '../../domain/access/parts.ts'
import { councilTeam } from '../../domain/access/parts.ts'
import { mayLook } from '../../domain/access/policy.ts'
import { londonDateOf } from '../../domain/calendar/london-date.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { CaseId, DocumentId, LocalAreaId, PersonId } from '../../domain/ids.ts'
import { cleanCopy } from '../../platform/files/clean-copy.ts'
import type { CaseFile } from '../open-case-file.ts'
import { notHidden } from '../access/item-seals.ts'
import { FileHeld, NotFound } from '../out-of-bounds.ts'
import { enqueue } from '../queue.ts'
import type { RedactedCopy } from '../access/redacted-copies.ts'
import { copiesForViewer } from '../access/redacted-copies.ts'
import { moveSeals } from '../access/seal-rows.ts'
import type { Tx } from '../tx.ts'
import type { CheckedUpload } from './uploads.ts'

export type { CheckedUpload } from './uploads.ts'
export { checkUpload, uploadRefusalWords } from './uploads.ts'

/** Where a file belongs: to a case, or to a request that is not sent yet. */
export type DocumentPlace =
  | { readonly localAreaId: LocalAreaId; readonly caseId: CaseId }
  | { readonly localAreaId: LocalAreaId; readonly requestDraftId: string }
  /** Of no case yet: a plan from before the hub, until a person has said whose it is. The council's alone. */
  | { readonly localAreaId: LocalAreaId; readonly isUnplaced: true }

/** waiting: for the scanner. infected: its bytes are gone. failed: the scanner will not look at it. Only clean ones are opened. */
export const scanStates = ['waiting', 'clean', 'infected', 'failed'] as const
export type ScanState = (typeof scanStates)[number]

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
  readonly scanState: ScanState
}

export const scanJob = 'scan-waiting-files'

export async function keepDocument(
  tx: Tx, place: DocumentPlace, file: CheckedUpload,
  { kind, title, audience }: { kind: string; title?: string; audience: readonly Part[] },
): Promise<KeptDocument> {
  const { sha256, size } = await tx.house.files.keep(file.bytes)
  const id = tx.newId<DocumentId>()
  const scanState: ScanState = file.scannedBy === undefined ? 'waiting' : 'clean'
  const kept = { id, title: title === undefined || title === '' ? file.fileName : title, fileName: file.fileName, contentType: file.contentType, kind, size, sha256, audience: [...audience], uploadedAt: tx.now, scanState }
  await tx.db.insertInto('document').values({
    ...kept, localAreaId: place.localAreaId, ...('caseId' in place ? { caseId: place.caseId } : 'requestDraftId' in place ? { requestDraftId: place.requestDraftId } : {}),
    uploadedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null,
    ...(file.scannedBy === undefined ? {} : { scannedAt: tx.now, scannedBy: file.scannedBy }),
  }).execute()
  if (scanState === 'waiting') await enqueue(tx, scanJob, {}, { key: scanJob })
  return kept
}

type PlaceOfOne = Exclude<DocumentPlace, { isUnplaced: true }>

const inPlace = (tx: Tx, place: PlaceOfOne) => {
  const rows = tx.db.selectFrom('document').selectAll().where('localAreaId', '=', place.localAreaId).where('removedAt', 'is', null)
  return 'caseId' in place ? rows.where('caseId', '=', place.caseId) : rows.where('requestDraftId', '=', place.requestDraftId).where('caseId', 'is', null)
}

/** Everything kept at a place and not taken out again, oldest first. */
const documentsAt = (tx: Tx, place: PlaceOfOne): Promise<KeptDocument[]> => keptOf(inPlace(tx, place))

/** What came with a request that is not sent yet, oldest first. */
export const listDraftDocuments = (tx: Tx, place: Extract<DocumentPlace, { requestDraftId: string }>): Promise<KeptDocument[]> => documentsAt(tx, place)

/** The documents of a case that no seal keeps from this viewer, oldest first. Who may open which is `mayOpenPaper`. */
export const listDocuments = (tx: Tx, caseFile: CaseFile): Promise<KeptDocument[]> =>
  keptOf(inPlace(tx, { localAreaId: caseFile.localAreaId, caseId: caseFile.id }).where(notHidden(caseFile, 'document.id')))

async function keptOf(found: ReturnType<typeof inPlace>): Promise<KeptDocument[]> {
  const rows = await found.orderBy('uploadedAt').orderBy('id').execute()
  return rows.map(({ uploadedBy, ...row }) => ({ ...row, scanState: scanStateOf(row.scanState), audience: row.audience as Part[], ...(uploadedBy === null ? {} : { uploadedBy }) }))
}

/** What is written by nobody we know is not clean. */
export const scanStateOf = (text: string): ScanState => scanStates.find((one) => one === text) ?? 'failed'

export interface OpenedDocument {
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly fileName: string
}

/**
 * The only way to the bytes of a kept document. Whether this viewer may open it at all is the page's question; here it is asked
 * whether it is clean, and whether this reader gets it whole or as a copy with words removed. The council and whoever sent it get
 * it as it was received; others without what its writer did not mean to send (platform/files/clean-copy.ts). Throws FileHeld or
 * NotFound.
 */
export async function openDocument(tx: Tx, caseFile: CaseFile, documentId: DocumentId): Promise<OpenedDocument> {
  const row = await tx.db.selectFrom('document').select(['sha256', 'contentType', 'fileName', 'scanState', 'uploadedBy'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', documentId)
    .where('removedAt', 'is', null).where(notHidden(caseFile, 'document.id')).executeTakeFirst()
  if (row === undefined) throw new NotFound('document')
  const given = (await copiesForViewer(tx, caseFile)).ofDocument({ id: documentId, ...(row.uploadedBy === null ? {} : { uploadedBy: row.uploadedBy }) })
  if (given.kind === 'nothing-yet') throw new NotFound('document')
  if (given.kind === 'copy') return openCopy(tx, given.copy)
  const scanState = scanStateOf(row.scanState)
  if (scanState !== 'clean') throw new FileHeld(scanState)
  const bytes = await tx.house.files.open(row.sha256)
  const isAsReceived = tx.viewer.kind === 'system' || caseFile.parts.some((part) => councilTeam.includes(part)) || (tx.viewer.kind === 'person' && row.uploadedBy === tx.viewer.personId)
  return { bytes: isAsReceived ? bytes : await cleanCopy(bytes, row.contentType), contentType: row.contentType, fileName: row.fileName }
}

/** A copy with words removed, as PDF where this machine makes them and else as Word: made here, so there is nothing to scan. */
export async function openCopy(tx: Tx, { pdfSha256, docxSha256, title }: RedactedCopy): Promise<OpenedDocument> {
  return pdfSha256 === undefined
    ? { bytes: await tx.house.files.open(docxSha256), contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', fileName: `${title}.docx` }
    : { bytes: await tx.house.files.open(pdfSha256), contentType: 'application/pdf', fileName: `${title}.pdf` }
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
export async function moveDocuments(tx: Tx, from: PlaceOfOne, caseId: CaseId): Promise<KeptDocument[]> {
  const moved = await documentsAt(tx, from)
  if (moved.length === 0) return []
  await tx.db.updateTable('document').set({ caseId }).where('localAreaId', '=', from.localAreaId).where('id', 'in', moved.map(({ id }) => id)).execute()
  await moveSeals(tx, from.localAreaId, moved.map(({ id }) => id), caseId)
  return moved
}

/** A file of no case yet, as it came. Throws FileHeld while it is not clean, and NotFound. */
export async function openUnplaced(tx: Tx, localAreaId: LocalAreaId, documentId: DocumentId): Promise<OpenedDocument> {
  const row = await unplaced(tx, localAreaId, documentId).select(['sha256', 'contentType', 'fileName', 'scanState']).executeTakeFirst()
  if (row === undefined) throw new NotFound('document')
  const scanState = scanStateOf(row.scanState)
  if (scanState !== 'clean') throw new FileHeld(scanState)
  return { bytes: await tx.house.files.open(row.sha256), contentType: row.contentType, fileName: row.fileName }
}

/** It is known whose it is: from now on it is a paper of that case. */
export async function giveToCase(tx: Tx, { localAreaId, id: caseId }: Pick<CaseFile, 'localAreaId' | 'id'>, documentId: DocumentId): Promise<void> {
  await tx.db.updateTable('document').set({ caseId }).where('localAreaId', '=', localAreaId).where('id', '=', documentId).where('caseId', 'is', null).execute()
}

const unplaced = (tx: Tx, localAreaId: LocalAreaId, documentId: DocumentId) => tx.db.selectFrom('document')
  .where('localAreaId', '=', localAreaId).where('id', '=', documentId).where('caseId', 'is', null).where('requestDraftId', 'is', null).where('removedAt', 'is', null)
