// All SQL of copies with words removed (tables redaction and redaction_passage), and what is read beside them: which reports and
// documents there are, who could be a reader, and who and what is on record to be looked for.

import { notHidden } from '../../casebook/access/item-seals.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import { blocksIn } from '../../casebook/access/redacted-copies.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { AdviceId, DocumentId, PersonId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import type { FoundAs, Passage } from '../../domain/redaction/passage.ts'
import { findings } from '../../domain/redaction/passage.ts'
import { isRemovalReason } from '../../domain/redaction/reasons.ts'
import type { KeptText, TextBlock } from '../../platform/documents/kept-text.ts'

export const copyStates = ['marking', 'checking', 'released', 'withdrawn'] as const
export type CopyState = (typeof copyStates)[number]
export type Choice = 'remove' | 'keep'

export interface MarkedPassage extends Passage {
  readonly choice?: Choice
}

export interface Redaction {
  readonly id: string
  readonly adviceId?: AdviceId
  readonly documentId?: DocumentId
  readonly reader: string
  readonly readerName: string
  readonly why: string
  readonly title: string
  readonly text: string
  readonly blocks: readonly TextBlock[]
  readonly state: CopyState
  readonly demandedBy: PersonId
  readonly markedBy?: PersonId
  readonly markedByName?: string
  readonly markedAt?: Instant
  readonly returnedWords?: string
  readonly releasedByName?: string
  readonly releasedAt?: Instant
}

const rowsOf = (tx: Tx, caseFile: CaseFile) => tx.db.selectFrom('redaction as r')
  .leftJoin('person as m', 'm.id', 'r.markedBy').leftJoin('person as c', 'c.id', 'r.releasedBy')
  .selectAll('r').select(['m.fullName as markedByName', 'c.fullName as releasedByName'])
  .where('r.localAreaId', '=', caseFile.localAreaId).where('r.caseId', '=', caseFile.id)
  .where(notHidden(caseFile, 'r.adviceId')).where(notHidden(caseFile, 'r.documentId'))

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>

const present = <T extends object>(value: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null && one !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> }

const toRedaction = (row: Row): Redaction => ({
  id: row.id, reader: row.reader, readerName: row.readerName, why: row.why, title: row.title, text: row.sourceText, blocks: blocksIn.parse(row.sourceBlocks),
  state: copyStates.find((state) => state === row.state) ?? 'withdrawn', demandedBy: row.demandedBy,
  ...present({
    adviceId: row.adviceId, documentId: row.documentId, markedBy: row.markedBy, markedByName: row.markedByName, markedAt: row.markedAt,
    returnedWords: row.returnedWords, releasedByName: row.releasedByName, releasedAt: row.releasedAt,
  }),
})

/** Copies that are being made or in force, the newest first. */
export async function listRedactions(tx: Tx, caseFile: CaseFile): Promise<Redaction[]> {
  const rows = await rowsOf(tx, caseFile).where('r.state', '<>', 'withdrawn').orderBy('r.demandedAt', 'desc').orderBy('r.id', 'desc').execute()
  return rows.map(toRedaction)
}

export async function getRedaction(tx: Tx, caseFile: CaseFile, id: string): Promise<Redaction> {
  const row = isId(id) ? await rowsOf(tx, caseFile).where('r.id', '=', id).where('r.state', '<>', 'withdrawn').executeTakeFirst() : undefined
  if (row === undefined) throw new NotFound('copy')
  return toRedaction(row)
}

/** What was found and marked, in the order of the text. */
export async function listPassages(tx: Tx, caseFile: CaseFile, redactionId: string): Promise<MarkedPassage[]> {
  const rows = await tx.db.selectFrom('redactionPassage').select(['passageStart', 'passageEnd', 'reason', 'foundAs', 'choice'])
    .where('localAreaId', '=', caseFile.localAreaId).where('redactionId', '=', redactionId).orderBy('passageStart').execute()
  return rows.map(({ passageStart, passageEnd, reason, foundAs, choice }) => ({
    start: passageStart, end: passageEnd, reason: isRemovalReason(reason) ? reason : 'third-party', foundAs: foundAsOf(foundAs),
    ...(choice === 'remove' || choice === 'keep' ? { choice } : {}),
  }))
}

const foundAsOf = (text: string): FoundAs => findings.find((one) => one === text) ?? 'typed'

export interface NewRedaction {
  readonly adviceId?: AdviceId
  readonly documentId?: DocumentId
  readonly reader: string
  readonly readerName: string
  readonly why: string
  readonly title: string
  readonly source: KeptText
}

/** Undefined when there is one for this reader already. */
export async function insertRedaction(tx: Tx, caseFile: CaseFile, { source, ...given }: NewRedaction, by: PersonId): Promise<string | undefined> {
  const id = tx.newId<string>()
  const { numInsertedOrUpdatedRows } = await tx.db.insertInto('redaction').values({
    localAreaId: caseFile.localAreaId, id, caseId: caseFile.id, ...given, adviceId: given.adviceId ?? null, documentId: given.documentId ?? null,
    sourceText: source.text, sourceBlocks: JSON.stringify(source.blocks), state: 'marking', demandedBy: by, demandedAt: tx.now,
  }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  return numInsertedOrUpdatedRows === 0n ? undefined : id
}

/** All passages of a copy as they are from now on. */
export async function replacePassages(tx: Tx, caseFile: CaseFile, redactionId: string, passages: readonly MarkedPassage[], by: PersonId): Promise<void> {
  await tx.db.deleteFrom('redactionPassage').where('localAreaId', '=', caseFile.localAreaId).where('redactionId', '=', redactionId).execute()
  if (passages.length === 0) return
  await tx.db.insertInto('redactionPassage').values(passages.map(({ start, end, reason, foundAs, choice }) => ({
    localAreaId: caseFile.localAreaId, redactionId, passageStart: start, passageEnd: end, reason, foundAs, choice: choice ?? null, chosenBy: choice === undefined ? null : by,
  }))).execute()
}

export interface ReleasedCopy {
  readonly title: string
  readonly text: string
  readonly blocks: readonly TextBlock[]
  readonly sha256: string
  readonly docxSha256: string
  readonly pdfSha256?: string
}

export type CopyChange =
  | { readonly to: 'marking'; readonly returnedWords?: string; readonly markedBy?: PersonId }
  | { readonly to: 'checking'; readonly markedBy: PersonId }
  | { readonly to: 'released'; readonly releasedBy: PersonId; readonly copy: ReleasedCopy }
  | { readonly to: 'withdrawn' }

export async function changeRedaction(tx: Tx, caseFile: CaseFile, id: string, change: CopyChange): Promise<void> {
  const none = { releasedBy: null, releasedAt: null, copyText: null, copyBlocks: null, copyTitle: null, copySha256: null, docxSha256: null, pdfSha256: null }
  const columns = change.to === 'released'
    ? {
      releasedBy: change.releasedBy, releasedAt: tx.now, returnedWords: null, copyText: change.copy.text, copyBlocks: JSON.stringify(change.copy.blocks), copyTitle: change.copy.title,
      copySha256: change.copy.sha256, docxSha256: change.copy.docxSha256, pdfSha256: change.copy.pdfSha256 ?? null,
    }
    : change.to === 'withdrawn' ? none
      : { ...none, ...(change.markedBy === undefined ? {} : { markedBy: change.markedBy, markedAt: tx.now }), ...('returnedWords' in change ? { returnedWords: change.returnedWords ?? null } : {}) }
  await tx.db.updateTable('redaction').set({ state: change.to, ...columns }).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id).execute()
}
