// What a version was issued as: the document as printed, its files, and what it took the place of.

import type { PlanId, PlanVersionId } from '../../domain/ids.ts'
import type { PrintedDocument } from '../../platform/documents/printed-document.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'
import { currencyAtEnd } from './keep-currency.ts'
import { unnameInPlan } from './named-settings.ts'

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
  currencyAtEnd(tx, caseFile)
  await tx.db.updateTable('planVersion').set({ supersededOn: tx.today })
    .where('localAreaId', '=', caseFile.localAreaId).where('planId', '=', planId).where('kind', '=', 'final').where('supersededOn', 'is', null)
    .where('id', '!=', versionId).execute()
  await tx.db.updateTable('planVersion').set({
    document: JSON.stringify(files.document), html: files.html, summaryDocument: JSON.stringify(files.summary), summaryHtml: files.summaryHtml,
    docxSha256: files.docxSha256, pdfSha256: files.pdfSha256 ?? null, pdfProblem: files.pdfProblem ?? null,
  }).where('localAreaId', '=', caseFile.localAreaId).where('id', '=', versionId).execute()
}

/** A version whose issue was taken back was never in force: the one before it is again, and the plan has no day of its own by it. */
export async function takeOutOfForce(tx: Tx, caseFile: CaseFile, versionId: PlanVersionId): Promise<void> {
  currencyAtEnd(tx, caseFile)
  const row = await tx.db.selectFrom('planVersion').select(['planId', 'issuedOn', 'no']).where('localAreaId', '=', caseFile.localAreaId).where('id', '=', versionId).executeTakeFirstOrThrow()
  const versions = tx.db.updateTable('planVersion').where('localAreaId', '=', caseFile.localAreaId).where('planId', '=', row.planId)
  await versions.set({ supersededOn: tx.today, label: 'Final plan, taken back before it was sent' }).where('id', '=', versionId).execute()
  if (row.issuedOn !== null) await unnameInPlan(tx, { localAreaId: caseFile.localAreaId, planId: row.planId }, row.issuedOn)
  const before = await tx.db.selectFrom('planVersion').select('id').where('localAreaId', '=', caseFile.localAreaId).where('planId', '=', row.planId).where('kind', '=', 'final')
    .where('no', '<', row.no).where('label', 'not like', '%taken back%').orderBy('no', 'desc').limit(1).executeTakeFirst()
  if (before !== undefined) await versions.set({ supersededOn: null }).where('id', '=', before.id).execute()
  else await tx.db.updateTable('plan').set({ firstMadeOn: null }).where('localAreaId', '=', caseFile.localAreaId).where('id', '=', row.planId).execute()
}
