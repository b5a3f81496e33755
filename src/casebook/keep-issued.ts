// What a version was issued as: the document as printed, its files, and what it took the place of.

import type { PlanId, PlanVersionId } from '../domain/ids.ts'
import type { PrintedDocument } from '../platform/documents/printed-document.ts'
import type { CaseFile } from './open-case-file.ts'
import type { Tx } from './tx.ts'

export interface IssuedFiles {
  readonly document: PrintedDocument
  readonly html: string
  readonly summary: PrintedDocument
  readonly summaryHtml: string
  readonly docxSha256: string
  readonly pdfSha256?: string
  readonly pdfProblem?: string
}

/** Keeps the documents of a version, and ends every earlier final version. */
export async function keepIssued(tx: Tx, caseFile: CaseFile, planId: PlanId, versionId: PlanVersionId, files: IssuedFiles): Promise<void> {
  await tx.db.updateTable('planVersion').set({ supersededOn: tx.today })
    .where('localAreaId', '=', caseFile.localAreaId).where('planId', '=', planId).where('kind', '=', 'final').where('supersededOn', 'is', null)
    .where('id', '!=', versionId).execute()
  await tx.db.updateTable('planVersion').set({
    document: JSON.stringify(files.document), html: files.html, summaryDocument: JSON.stringify(files.summary), summaryHtml: files.summaryHtml,
    docxSha256: files.docxSha256, pdfSha256: files.pdfSha256 ?? null, pdfProblem: files.pdfProblem ?? null,
  }).where('localAreaId', '=', caseFile.localAreaId).where('id', '=', versionId).execute()
}
