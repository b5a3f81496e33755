// All SQL of bringing files in and reading them: batches with what came of each file, and the plans that wait to be read.

import { z } from 'zod'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { DocumentId, LocalAreaId, OlderPlanId } from '../../domain/ids.ts'
import type { OlderPlanRead } from '../../domain/older-plans/read-older-plan.ts'
import { countsOf } from '../../domain/older-plans/placing.ts'
import type { CheckedUpload } from '../../casebook/papers/uploads.ts'
import { keepDocument, scanStateOf, type ScanState } from '../../casebook/papers/documents.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'

export type FileOutcome = 'in' | 'known' | 'refused'

export async function insertBatch(tx: Tx, localAreaId: LocalAreaId, how: 'page' | 'command'): Promise<string> {
  const id = tx.newId<string>()
  await tx.db.insertInto('olderPlanBatch').values({ localAreaId, id, how, broughtBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, broughtAt: tx.now }).execute()
  return id
}

/** Notes what came of a file: the next number of its batch. */
export async function noteFile(tx: Tx, localAreaId: LocalAreaId, batchId: string, no: number, file: { fileName: string; outcome: FileOutcome; why?: string; olderPlanId?: OlderPlanId }): Promise<void> {
  await tx.db.insertInto('olderPlanFile').values({ localAreaId, batchId, no, fileName: file.fileName, outcome: file.outcome, why: file.why ?? null, olderPlanId: file.olderPlanId ?? null }).execute()
}

/** Keeps a Word file as an older plan that waits to be read. One that is here already stays as it is; one that could not be read is tried again. */
export async function keepOlderPlan(tx: Tx, localAreaId: LocalAreaId, file: CheckedUpload, { fileName, sha256 }: { fileName: string; sha256: string }): Promise<{ id: OlderPlanId; outcome: 'in' | 'known' }> {
  // Two who bring in the same file at the same moment: the second waits here and then finds it.
  const known = await tx.db.selectFrom('olderPlan').select(['id', 'state']).where('localAreaId', '=', localAreaId).where('sha256', '=', sha256).forUpdate().executeTakeFirst()
  if (known !== undefined) {
    if (known.state !== 'not-read') return { id: known.id, outcome: 'known' }
    await tx.db.updateTable('olderPlan').set({ state: 'waiting', tries: 0, why: null }).where('localAreaId', '=', localAreaId).where('id', '=', known.id).execute()
    return { id: known.id, outcome: 'in' }
  }
  const document = await keepDocument(tx, { localAreaId, isUnplaced: true }, file, { kind: 'older-plan', audience: [] })
  const id = tx.newId<OlderPlanId>()
  await tx.db.insertInto('olderPlan').values({ localAreaId, id, documentId: document.id, fileName, sha256, broughtAt: tx.now }).execute()
  return { id, outcome: 'in' }
}

export interface ToRead {
  readonly localAreaId: LocalAreaId
  readonly id: OlderPlanId
  readonly documentId: DocumentId
  readonly tries: number
  readonly scanState: ScanState
}

/** What waits to be read and whose file the scanner has answered for, in a steady order. */
export async function listToRead(tx: Tx, after: ToRead | undefined, most: number): Promise<ToRead[]> {
  let query = tx.db.selectFrom('olderPlan as o').innerJoin('document as d', (join) => join.onRef('d.localAreaId', '=', 'o.localAreaId').onRef('d.id', '=', 'o.documentId'))
    .select(['o.localAreaId', 'o.id', 'o.documentId', 'o.tries', 'd.scanState']).where('o.state', '=', 'waiting').where('d.scanState', '!=', 'waiting')
  if (after !== undefined) query = query.where('o.id', '>', after.id)
  const rows = await query.orderBy('o.id').limit(most).execute()
  return rows.map((row) => ({ ...row, scanState: scanStateOf(row.scanState) }))
}

/** Counts a reading before it begins, so that a file which stops the worker is not begun for ever. */
export async function beginReading(tx: Tx, { localAreaId, id }: ToRead): Promise<void> {
  await tx.db.updateTable('olderPlan').set(({ eb }) => ({ tries: eb('tries', '+', 1) })).where('localAreaId', '=', localAreaId).where('id', '=', id).execute()
}

export async function keepReading(tx: Tx, { localAreaId, id }: ToRead, { pieces, facts, changes, comments, pictures }: OlderPlanRead): Promise<void> {
  const { unsure, waiting, standing } = countsOf(pieces)
  await tx.db.updateTable('olderPlan').set({
    state: 'read', pieces: JSON.stringify(pieces), facts: JSON.stringify(facts), notes: JSON.stringify({ changes, comments, pictures }), toSettle: unsure + waiting, standing, readAt: tx.now, why: null,
  }).where('localAreaId', '=', localAreaId).where('id', '=', id).where('state', '=', 'waiting').execute()
}

export async function keepNotRead(tx: Tx, { localAreaId, id }: ToRead, why: string): Promise<void> {
  await tx.db.updateTable('olderPlan').set({ state: 'not-read', why, readAt: tx.now }).where('localAreaId', '=', localAreaId).where('id', '=', id).where('state', '=', 'waiting').execute()
}

export interface BatchRow { readonly id: string; readonly how: 'page' | 'command'; readonly broughtAt: Instant; readonly byName?: string; readonly files: number; readonly came: number; readonly refused: number }

export async function listBatches(tx: Tx, localAreaId: LocalAreaId, most: number): Promise<BatchRow[]> {
  const rows = await tx.db.selectFrom('olderPlanBatch as b').leftJoin('person as n', 'n.id', 'b.broughtBy').leftJoin('olderPlanFile as f', (join) => join.onRef('f.localAreaId', '=', 'b.localAreaId').onRef('f.batchId', '=', 'b.id'))
    .select(({ fn }) => ['b.id', 'b.how', 'b.broughtAt', 'n.fullName', fn.count<number>('f.no').as('files'), fn.count<number>('f.no').filterWhere('f.outcome', '=', 'in').as('came'), fn.count<number>('f.no').filterWhere('f.outcome', '=', 'refused').as('refused')])
    .where('b.localAreaId', '=', localAreaId).groupBy(['b.id', 'b.how', 'b.broughtAt', 'n.fullName']).orderBy('b.broughtAt', 'desc').limit(most).execute()
  return rows.map(({ fullName, how, ...row }) => ({ id: row.id, how: how === 'command' ? 'command' : 'page', broughtAt: row.broughtAt, files: Number(row.files), came: Number(row.came), refused: Number(row.refused), ...(fullName === null ? {} : { byName: fullName }) }))
}

export interface BatchFile { readonly no: number; readonly fileName: string; readonly outcome: FileOutcome; readonly why?: string; readonly olderPlanId?: OlderPlanId; readonly state?: string; readonly notReadWhy?: string }
export interface Batch extends Omit<BatchRow, 'files'> { readonly files: readonly BatchFile[] }

/** The report of a batch: what came of each file, what did not come in first. NotFound in another area. */
export async function getBatch(tx: Tx, localAreaId: LocalAreaId, id: string): Promise<Batch> {
  const row = (await listBatches(tx, localAreaId, 1000)).find((one) => one.id === id)
  if (row === undefined) throw new NotFound('batch')
  const files = await tx.db.selectFrom('olderPlanFile as f').leftJoin('olderPlan as o', (join) => join.onRef('o.localAreaId', '=', 'f.localAreaId').onRef('o.id', '=', 'f.olderPlanId'))
    .select(['f.no', 'f.fileName', 'f.outcome', 'f.why', 'f.olderPlanId', 'o.state', 'o.why as notReadWhy']).where('f.localAreaId', '=', localAreaId).where('f.batchId', '=', id).orderBy('f.no').execute()
  return {
    ...row, files: files.map((file) => ({
      no: file.no, fileName: file.fileName, outcome: z.enum(['in', 'known', 'refused']).parse(file.outcome), ...(file.why === null ? {} : { why: file.why }), ...(file.olderPlanId === null ? {} : { olderPlanId: file.olderPlanId }),
      ...(file.state === null ? {} : { state: file.state }), ...(file.notReadWhy === null ? {} : { notReadWhy: file.notReadWhy }),
    })),
  }
}
