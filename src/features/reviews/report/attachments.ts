// Papers that go with the report of a review (SEND Regulations 2014, reg 20(7): the report comes with the advice and information gathered): what was
// handed in to the case since the review was arranged. Attaching a paper opens it to nobody: each reader's copy names those that they may open.

import { copiesForViewer, documentsGiven } from '../../../casebook/access/redacted-copies.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { KeptDocument } from '../../../casebook/papers/documents.ts'
import { listDocuments, mayOpenPaper } from '../../../casebook/papers/documents.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { DocumentId, ReviewId } from '../../../domain/ids.ts'
import type { SentReport } from '../../../domain/review/sent-report.ts'

export interface Attachable {
  readonly id: DocumentId
  readonly title: string
}

/** What whoever writes the report can attach: clean, theirs to open, and of this review. */
export async function listAttachable(tx: Tx, caseFile: CaseFile, reviewId: ReviewId): Promise<Attachable[]> {
  const since = caseFile.facts.find((fact) => fact.type === 'review-meeting-arranged' && fact.reviewId === reviewId)?.recordedAt
  if (since === undefined) return []
  return (await listOpenTo(tx, caseFile)).filter((one) => one.uploadedAt >= since && one.scanState === 'clean').map(({ id, title }) => ({ id, title }))
}

/** The attachments of a sent report that this viewer may open, as they were called when it was sent. */
export async function attachmentsFor(tx: Tx, caseFile: CaseFile, { attachments = [] }: Pick<SentReport, 'attachments'>): Promise<Attachable[]> {
  if (attachments.length === 0) return []
  const open = new Set<string>((await listOpenTo(tx, caseFile)).map(({ id }) => id))
  return attachments.filter(({ documentId }) => open.has(documentId)).map(({ documentId, title }) => ({ id: documentId, title }))
}

const listOpenTo = async (tx: Tx, caseFile: CaseFile): Promise<KeptDocument[]> =>
  documentsGiven(await copiesForViewer(tx, caseFile), await listDocuments(tx, caseFile)).filter((one) => mayOpenPaper(tx, caseFile, one))
