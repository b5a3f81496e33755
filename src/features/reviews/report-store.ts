// All SQL of what was noted at a review meeting, of its report, and of how the report was found.

import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { PersonId, ReviewId } from '../../domain/ids.ts'
import { adulthoodPathways } from '../../domain/plan/line.ts'
import { sections } from '../../domain/plan/sections.ts'
import type { GradeLevel, MeetingNote, ReportDraft, ReportGrade } from '../../domain/review/review-report.ts'
import { childParts, emptyNote, gradeLevels } from '../../domain/review/review-report.ts'
import type { SentReport } from '../../domain/review/sent-report.ts'
import { replyShape } from './contribution-store.ts'

const noteShape = z.object({ childPart: z.enum(childParts), childWords: z.string(), agreed: z.string(), notAgreed: z.string(), othersThere: z.string() }).partial()
const draftShape = z.object({
  summary: z.string(), lines: z.record(z.string(), replyShape),
  recommendations: z.record(z.string(), z.object({ agrees: z.enum(['yes', 'no']), because: z.string() }).partial()),
  added: z.array(z.object({ section: z.enum(sections), text: z.string(), because: z.string().optional() })),
  aspirations: z.string(), pathways: z.partialRecord(z.enum(adulthoodPathways), z.string()), attachments: z.array(z.string()),
}).partial()
/** Written by `freezeReport` and by nothing else: the shape is the model's own, and only its head is proved again. */
const sentShape = z.looseObject({ childName: z.string(), heldOn: z.string(), lines: z.array(z.looseObject({ lineId: z.string() })), keptFrom: z.record(z.string(), z.array(z.string())) })

export interface KeptReport {
  readonly note: MeetingNote
  /** Undefined while nobody has saved it: it then begins with what was gathered. */
  readonly draft?: ReportDraft
  readonly version: number
  readonly sent?: { readonly report: SentReport; readonly at: Instant; readonly sha256: string }
}

export async function findReport(tx: Tx, caseFile: CaseFile, reviewId: string): Promise<KeptReport | undefined> {
  const row = await tx.db.selectFrom('reviewReport').select(['note', 'draft', 'version', 'sent', 'sentAt', 'sha256'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('reviewId', '=', reviewId).executeTakeFirst()
  if (row === undefined) return undefined
  const draft = draftShape.parse(row.draft)
  return {
    note: { ...emptyNote, ...noteShape.parse(row.note) } as MeetingNote, version: row.version,
    ...(draft.lines === undefined ? {} : { draft: { summary: '', added: [], recommendations: {}, aspirations: '', pathways: {}, ...draft } as ReportDraft }),
    ...(row.sent === null || row.sentAt === null ? {} : { sent: { report: sentShape.parse(row.sent) as unknown as SentReport, at: row.sentAt, sha256: row.sha256 ?? '' } }),
  }
}

/** Keeps the note of the meeting; the report's words stay as they are. */
export async function saveNote(tx: Tx, caseFile: CaseFile, reviewId: ReviewId, by: PersonId, note: MeetingNote): Promise<void> {
  await tx.db.insertInto('reviewReport').values({
    localAreaId: caseFile.localAreaId, reviewId, caseId: caseFile.id, note: JSON.stringify(note), savedBy: by, savedAt: tx.now,
  }).onConflict((conflict) => conflict.columns(['localAreaId', 'reviewId']).doUpdateSet({ note: JSON.stringify(note), savedBy: by, savedAt: tx.now })).execute()
}

/** Keeps the report's words as the next version; the case row is held, so that two cannot be the same. */
export async function saveDraft(tx: Tx, caseFile: CaseFile, reviewId: ReviewId, by: PersonId, draft: ReportDraft, version: number): Promise<void> {
  const words = { draft: JSON.stringify(draft), savedBy: by, savedAt: tx.now, version }
  await tx.db.insertInto('reviewReport').values({ localAreaId: caseFile.localAreaId, reviewId, caseId: caseFile.id, ...words })
    .onConflict((conflict) => conflict.columns(['localAreaId', 'reviewId']).doUpdateSet(words)).execute()
}

export async function freezeReport(tx: Tx, caseFile: CaseFile, reviewId: ReviewId, by: PersonId, report: SentReport): Promise<void> {
  const sent = JSON.stringify(report)
  await tx.db.updateTable('reviewReport').set({ sent, sha256: createHash('sha256').update(sent, 'utf8').digest('hex'), sentAt: tx.now, sentBy: by })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('reviewId', '=', reviewId).execute()
}

/** A report that was taken back before it left is being written again. */
export async function unfreezeReport(tx: Tx, caseFile: CaseFile, reviewId: ReviewId): Promise<void> {
  await tx.db.updateTable('reviewReport').set({ sent: null, sha256: null, sentAt: null, sentBy: null })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('reviewId', '=', reviewId).execute()
}

export interface KeptGrade extends ReportGrade {
  readonly byName: string
  readonly at: Instant
}

/** How the report was found, the latest time. */
export async function findGrade(tx: Tx, caseFile: CaseFile, reviewId: string): Promise<KeptGrade | undefined> {
  const row = await tx.db.selectFrom('reviewGrade as g').innerJoin('person as p', 'p.id', 'g.gradedBy').select(['g.childVoice', 'g.specificity', 'g.words', 'g.gradedAt', 'p.fullName'])
    .where('g.localAreaId', '=', caseFile.localAreaId).where('g.caseId', '=', caseFile.id).where('g.reviewId', '=', reviewId).orderBy('g.gradedAt', 'desc').limit(1).executeTakeFirst()
  if (row === undefined) return undefined
  const level = (text: string): GradeLevel => gradeLevels.find((one) => one === text) ?? 'none'
  return { childVoice: level(row.childVoice), specificity: level(row.specificity), words: row.words, byName: row.fullName, at: row.gradedAt }
}

export async function insertGrade(tx: Tx, caseFile: CaseFile, reviewId: ReviewId, by: PersonId, { childVoice, specificity, words }: ReportGrade): Promise<void> {
  await tx.db.insertInto('reviewGrade').values({
    localAreaId: caseFile.localAreaId, id: tx.newId<string>(), reviewId, caseId: caseFile.id, childVoice, specificity, words, gradedBy: by, gradedAt: tx.now,
  }).execute()
}
