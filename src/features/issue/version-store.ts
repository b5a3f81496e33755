// The issued version in force, as printed. casebook/plan/keep-issued.ts writes it.

import { z } from 'zod'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { PlanVersionId } from '../../domain/ids.ts'
import type { PrintedDocument } from '../../platform/documents/printed-document.ts'
import { isSeen } from '../../casebook/sending/hold.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'

export interface FinalVersion {
  readonly id: PlanVersionId
  readonly no: number
  readonly sha256: string
  readonly issuedOn: PlainDate
  readonly supersededOn?: PlainDate
  readonly content: string
  /** Of a version that came with a move: which row here each id in its words is. */
  readonly ids: unknown
  readonly document: PrintedDocument
  readonly summary: PrintedDocument
  readonly docxSha256?: string
  readonly pdfSha256?: string
  readonly pdfProblem?: string
}

/** Written by `keepIssued` and by nothing else: the shape is the model's own, and only its head is proved again. */
const printed = z.looseObject({ title: z.string(), language: z.literal('en-GB'), blocks: z.array(z.looseObject({ kind: z.string() })) })
const readPrinted = (value: unknown): PrintedDocument => printed.parse(value) as unknown as PrintedDocument

/**
 * The final version in force, with its documents; undefined before there is one. Who sees only what came before a day has the one of then;
 * while an amended plan waits to leave, everybody outside the council has the one that it will take the place of.
 */
export async function findFinalVersion(tx: Tx, caseFile: CaseFile): Promise<FinalVersion | undefined> {
  const [version] = await listSeen(tx, caseFile, 1)
  return version
}

/** That one and those before it, the newest first. */
export const listFinalVersions = (tx: Tx, caseFile: CaseFile): Promise<FinalVersion[]> => listSeen(tx, caseFile, mostVersions)

/** A plan is amended once or twice a year; nobody is in one area for longer than this. */
const mostVersions = 200

async function listSeen(tx: Tx, caseFile: CaseFile, limit: number): Promise<FinalVersion[]> {
  const rows = await tx.db.selectFrom('planVersion as v')
    .innerJoin('plan as p', (join) => join.onRef('p.localAreaId', '=', 'v.localAreaId').onRef('p.id', '=', 'v.planId'))
    .selectAll('v').where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id)
    .where('v.kind', '=', 'final').where('v.label', 'not like', '%taken back%').where(isSeen(tx, 'v.localAreaId', 'v.id'))
    .$if(caseFile.onlyBefore !== undefined, (query) => query.where('v.issuedOn', '<', caseFile.onlyBefore ?? tx.today)).orderBy('v.no', 'desc').limit(limit).execute()
  return rows.filter(({ document }) => document !== null).map((row): FinalVersion => ({
    id: row.id, no: row.no, sha256: row.sha256, issuedOn: row.issuedOn ?? tx.today, content: row.content, ids: row.ids, document: readPrinted(row.document),
    summary: readPrinted(row.summaryDocument), ...(row.docxSha256 === null ? {} : { docxSha256: row.docxSha256 }),
    ...(row.pdfSha256 === null ? {} : { pdfSha256: row.pdfSha256 }), ...(row.pdfProblem === null ? {} : { pdfProblem: row.pdfProblem }),
    ...(row.supersededOn === null ? {} : { supersededOn: row.supersededOn }),
  }))
}
