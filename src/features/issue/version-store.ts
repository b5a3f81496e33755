// The issued version in force, as printed. casebook/keep-issued.ts writes it.

import { z } from 'zod'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { PlanVersionId } from '../../domain/ids.ts'
import type { PrintedDocument } from '../../platform/documents/printed-document.ts'
import { isSeen } from '../../casebook/hold.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'

export interface FinalVersion {
  readonly id: PlanVersionId
  readonly no: number
  readonly sha256: string
  readonly issuedOn: PlainDate
  readonly content: string
  readonly document: PrintedDocument
  readonly summary: PrintedDocument
  readonly docxSha256?: string
  readonly pdfSha256?: string
  readonly pdfProblem?: string
}

/** Written by `keepIssued` and by nothing else: the shape is the model's own, and only its head is proved again. */
const printed = z.looseObject({ title: z.string(), language: z.literal('en-GB'), blocks: z.array(z.looseObject({ kind: z.string() })) })
const readPrinted = (value: unknown): PrintedDocument => printed.parse(value) as unknown as PrintedDocument

/** The final version in force, with its documents; undefined before there is one. Who sees only what came before a day has the one of then. */
export async function findFinalVersion(tx: Tx, caseFile: CaseFile): Promise<FinalVersion | undefined> {
  const row = await tx.db.selectFrom('planVersion as v')
    .innerJoin('plan as p', (join) => join.onRef('p.localAreaId', '=', 'v.localAreaId').onRef('p.id', '=', 'v.planId'))
    .selectAll('v').where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id)
    .where('v.kind', '=', 'final').where(isSeen(tx, 'v.localAreaId', 'v.id'))
    .where((eb) => (caseFile.onlyBefore === undefined ? eb('v.supersededOn', 'is', null) : eb('v.issuedOn', '<', caseFile.onlyBefore))).orderBy('v.no', 'desc').limit(1).executeTakeFirst()
  if (row === undefined || row.document === null) return undefined
  return {
    id: row.id, no: row.no, sha256: row.sha256, issuedOn: row.issuedOn ?? tx.today, content: row.content, document: readPrinted(row.document),
    summary: readPrinted(row.summaryDocument), ...(row.docxSha256 === null ? {} : { docxSha256: row.docxSha256 }),
    ...(row.pdfSha256 === null ? {} : { pdfSha256: row.pdfSha256 }), ...(row.pdfProblem === null ? {} : { pdfProblem: row.pdfProblem }),
  }
}
