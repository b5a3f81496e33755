// All SQL of copies that left as Word files, and of files that came back.

import { sql } from 'kysely'
import { z } from 'zod'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { Channel } from '../../domain/case-file/facts.ts'
import { channels } from '../../domain/case-file/facts.ts'
import type { DocumentId, LineId, PersonId, PlanId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import type { LineFields } from '../../domain/plan/line.ts'
import { lineKinds } from '../../domain/plan/line.ts'
import { sections } from '../../domain/plan/sections.ts'
import type { Section } from '../../domain/plan/sections.ts'
import type { CopyParagraph } from '../../domain/plan/working/align.ts'
import type { LineThen } from '../../domain/plan/working/judge.ts'
import type { Difference } from '../../domain/plan/working/read-back.ts'

export interface WorkingCopy {
  readonly id: string
  readonly no: number
  readonly madeAt: Instant
  readonly paragraphs: readonly CopyParagraph[]
  readonly lines: ReadonlyMap<LineId, LineThen>
  readonly sha256: string
}

const lineId = z.string().transform((id) => id as LineId)
const section = z.enum(sections)
const paragraphsIn = z.array(z.object({ text: z.string(), mark: z.string().optional() }))
/** Frozen by us, from lines whose fields were checked when they were written. */
const fields = z.custom<LineFields>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
const linesIn = z.record(z.string(), z.object({ revision: z.number(), section, text: z.string(), kind: z.enum(lineKinds).exactOptional(), fields: fields.exactOptional() }))
const box = z.object({ label: z.string(), was: z.string(), wanted: z.string() })

export async function insertCopy(
  tx: Tx, { localAreaId, id: caseId }: CaseFile, planId: PlanId,
  { by, whose, lines, paragraphs, ...copy }: Omit<WorkingCopy, 'madeAt'> & { readonly by: PersonId; readonly whose?: PersonId },
): Promise<void> {
  await tx.db.insertInto('workingCopy').values({
    localAreaId, caseId, planId, ...copy, madeBy: by, madeAt: tx.now, whose: whose ?? null, paragraphs: JSON.stringify(paragraphs), lines: JSON.stringify(Object.fromEntries(lines)),
  }).execute()
}

const toCopy = (row: { id: string; no: number; madeAt: Instant; paragraphs: unknown; lines: unknown; sha256: string }): WorkingCopy => ({
  id: row.id, no: row.no, madeAt: row.madeAt, sha256: row.sha256,
  paragraphs: paragraphsIn.parse(row.paragraphs).map(({ text, mark }) => ({ text, ...(mark === undefined ? {} : { mark }) })),
  lines: new Map(Object.entries(linesIn.parse(row.lines)).map(([id, line]) => [id as LineId, line])),
})

/** A copy of this case that is this viewer's to know: the council's all, others their own. The row's policy says the same. */
const ownCopies = (tx: Tx, { localAreaId, id: caseId }: CaseFile, isCouncil: boolean) => {
  const query = tx.db.selectFrom('workingCopy').select(['workingCopy.id', 'workingCopy.no', 'workingCopy.madeAt', 'paragraphs', 'lines', 'sha256']).where('workingCopy.localAreaId', '=', localAreaId).where('workingCopy.caseId', '=', caseId)
  if (isCouncil) return query
  const me = tx.viewer.kind === 'person' ? tx.viewer.personId : null
  return query.where((eb) => eb.or([eb('madeBy', '=', me), eb('whose', '=', me)]))
}

export async function findCopy(tx: Tx, caseFile: CaseFile, isCouncil: boolean, id: string): Promise<WorkingCopy | undefined> {
  if (!isId(id)) return undefined
  const row = await ownCopies(tx, caseFile, isCouncil).where('workingCopy.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : toCopy(row)
}

/** The newest first, so many. */
export const listCopies = async (tx: Tx, caseFile: CaseFile, isCouncil: boolean, most: number): Promise<WorkingCopy[]> =>
  (await ownCopies(tx, caseFile, isCouncil).orderBy('workingCopy.no', 'desc').limit(most).execute()).map(toCopy)

/** The last copies in a line each, the newest first, for taking one again. */
export async function listCopyHeads(tx: Tx, caseFile: CaseFile, isCouncil: boolean): Promise<{ id: string; no: number; madeAt: Instant; madeBy: string; whose?: string }[]> {
  const rows = await ownCopies(tx, caseFile, isCouncil).clearSelect().innerJoin('person as m', 'm.id', 'workingCopy.madeBy').leftJoin('person as w', 'w.id', 'workingCopy.whose')
    .select(['workingCopy.id', 'workingCopy.no', 'workingCopy.madeAt', 'm.fullName as madeBy', 'w.fullName as whoseName']).orderBy('workingCopy.no', 'desc').limit(5).execute()
  return rows.map(({ whoseName, ...row }) => ({ ...row, ...(whoseName === null ? {} : { whose: whoseName }) }))
}

export interface BroughtBack {
  readonly id: string
  readonly copyId?: string
  readonly documentId: DocumentId
  readonly by: PersonId
  readonly broughtAt: Instant
  readonly onBehalfOf?: PersonId
  readonly channel: Channel
  readonly found: readonly Difference[]
  readonly missing: readonly Section[]
  readonly hasMarks: boolean
  readonly doneAt?: Instant
}

const differencesIn = z.array(z.union([
  z.object({ kind: z.literal('change'), lineId, was: z.string(), wanted: z.string(), fields: fields.optional(), boxes: z.array(box).optional() }),
  z.object({ kind: z.literal('remove'), lineId, was: z.string() }),
  z.object({ kind: z.literal('add'), section, wanted: z.string() }),
  z.object({ kind: z.literal('comment'), lineId: lineId.optional(), section: section.optional(), wanted: z.string(), by: z.string().optional(), box: box.optional() }),
  z.object({ kind: z.literal('unplaced'), was: z.string().optional(), section: section.optional(), wanted: z.string(), by: z.string().optional() }),
]))

/** A key that is absent and a key that is undefined are the same to a reader of JSON, and not to our types. */
const withoutAbsent = (found: z.infer<typeof differencesIn>): Difference[] =>
  found.map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as unknown as Difference)

export async function insertBrought(tx: Tx, { localAreaId, id: caseId }: CaseFile, planId: PlanId, brought: Omit<BroughtBack, 'broughtAt' | 'doneAt'>): Promise<void> {
  const { id, copyId, documentId, by, onBehalfOf, channel, found, missing, hasMarks } = brought
  await tx.db.insertInto('broughtBack').values({
    localAreaId, caseId, planId, id, workingCopyId: copyId ?? null, documentId, broughtBy: by, broughtAt: tx.now, onBehalfOf: onBehalfOf ?? null, channel,
    found: JSON.stringify(found), missing: [...missing], hasMarks,
  }).execute()
}

/** One's own alone: what somebody brings is looked through by them and by nobody for them. */
export async function findBrought(tx: Tx, { localAreaId, id: caseId }: CaseFile, id: string, { lock = false } = {}): Promise<BroughtBack | undefined> {
  if (!isId(id) || tx.viewer.kind !== 'person') return undefined
  const query = tx.db.selectFrom('broughtBack').selectAll().where('localAreaId', '=', localAreaId).where('caseId', '=', caseId).where('id', '=', id).where('broughtBy', '=', tx.viewer.personId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined) return undefined
  return {
    id: row.id, documentId: row.documentId, by: row.broughtBy, broughtAt: row.broughtAt, channel: channels.find((one) => one === row.channel) ?? 'hub',
    found: withoutAbsent(differencesIn.parse(row.found)), missing: sections.filter((one) => row.missing.includes(one)), hasMarks: row.hasMarks,
    ...(row.workingCopyId === null ? {} : { copyId: row.workingCopyId }), ...(row.onBehalfOf === null ? {} : { onBehalfOf: row.onBehalfOf }), ...(row.doneAt === null ? {} : { doneAt: row.doneAt }),
  }
}

/** Ends the looking through; false when it was ended before. */
export async function endBrought(tx: Tx, { localAreaId }: CaseFile, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db.updateTable('broughtBack').set({ doneAt: tx.now }).where('localAreaId', '=', localAreaId).where('id', '=', id).where('doneAt', 'is', null).executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Files that this person brought and has not ended looking through, the newest first. */
export async function listWaiting(tx: Tx, { localAreaId, id: caseId }: CaseFile): Promise<{ id: string; broughtAt: Instant; count: number }[]> {
  if (tx.viewer.kind !== 'person') return []
  const rows = await tx.db.selectFrom('broughtBack').select(['id', 'broughtAt', sql<number>`jsonb_array_length(found)`.as('count')])
    .where('localAreaId', '=', localAreaId).where('caseId', '=', caseId).where('broughtBy', '=', tx.viewer.personId).where('doneAt', 'is', null).orderBy('broughtAt', 'desc').execute()
  return rows
}
