// All SQL of batches: a file of another system's return, what was read of it, and what became of it.

import { sql } from 'kysely'
import { z } from 'zod'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import { isId, type LocalAreaId, type PersonId } from '../../domain/ids.ts'

export const batchStates = ['waiting', 'reading', 'read', 'not-read', 'accepting', 'accepted', 'taking-back', 'taken-back'] as const
export type BatchState = (typeof batchStates)[number]

export interface PassedFile { readonly fileName: string; readonly size: number; readonly sha256: string; readonly passing?: string }

/** What the file holds, counted as it was read. */
export const sumsSchema = z.object({
  persons: z.number(), requests: z.number(), assessments: z.number(), plans: z.number(), active: z.number(), placements: z.number(), needs: z.number(),
  errors: z.number(), queries: z.number(), groups: z.record(z.string(), z.number()), settingsKnown: z.number(), settingsNew: z.number(), yearSaid: z.string().optional(),
})
export type Sums = z.infer<typeof sumsSchema>

export interface BatchRow {
  readonly id: string
  readonly how: 'page' | 'command'
  readonly broughtAt: Instant
  readonly byName?: string
  readonly state: BatchState
  readonly files: readonly PassedFile[]
  readonly year?: number
  readonly authority?: string
  readonly sums?: Sums
  readonly why?: { readonly words: string; readonly file?: string; readonly line?: number; readonly column?: number }
  readonly officerId?: PersonId
  readonly officerName?: string
  readonly acceptedAt?: Instant
  readonly acceptedByName?: string
  readonly takenBackAt?: Instant
  readonly takenBackWhy?: string
}

export async function insertBatch(tx: Tx, localAreaId: LocalAreaId, how: 'page' | 'command', files: readonly PassedFile[]): Promise<string> {
  const id = tx.newId<string>()
  await tx.db.insertInto('returnBatch').values({ localAreaId, id, how, broughtBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, broughtAt: tx.now }).execute()
  await insertFiles(tx, localAreaId, id, files)
  return id
}

async function insertFiles(tx: Tx, localAreaId: LocalAreaId, batchId: string, files: readonly PassedFile[]): Promise<void> {
  await tx.db.insertInto('returnFile').values(files.map(({ fileName, size, sha256, passing }, index) => ({ localAreaId, batchId, no: index + 1, fileName, size, sha256, passing: passing ?? null }))).execute()
}

/** A mended file takes the place of the one before: what was read of that is gone. */
export async function replaceFiles(tx: Tx, localAreaId: LocalAreaId, batchId: string, files: readonly PassedFile[]): Promise<void> {
  await emptyBatch(tx, localAreaId, batchId)
  await tx.db.deleteFrom('returnFile').where('localAreaId', '=', localAreaId).where('batchId', '=', batchId).execute()
  await insertFiles(tx, localAreaId, batchId, files)
  await tx.db.updateTable('returnBatch').set({ state: 'waiting', why: null, whyFile: null, whyLine: null, whyColumn: null, sums: '{}' }).where('localAreaId', '=', localAreaId).where('id', '=', batchId).execute()
}

/** Before a reading begins, or begins again. */
export async function emptyBatch(tx: Tx, localAreaId: LocalAreaId, batchId: string): Promise<void> {
  for (const table of ['returnInFault', 'returnPerson'] as const) await tx.db.deleteFrom(table).where('localAreaId', '=', localAreaId).where('batchId', '=', batchId).execute()
}

export async function setState(tx: Tx, localAreaId: LocalAreaId, batchId: string, state: BatchState, more: { readonly sums?: Sums; readonly year?: number; readonly authority?: string; readonly why?: BatchRow['why'] } = {}): Promise<void> {
  const { sums, year, authority, why } = more
  await tx.db.updateTable('returnBatch').set({
    state, ...(sums === undefined ? {} : { sums: JSON.stringify(sums) }), ...(year === undefined ? {} : { year }), ...(authority === undefined ? {} : { authority }),
    ...(why === undefined ? {} : { why: why.words, whyFile: why.file ?? null, whyLine: why.line ?? null, whyColumn: why.column ?? null }),
  }).where('localAreaId', '=', localAreaId).where('id', '=', batchId).execute()
}

/** The bytes are gone: what they say stands in the batch. */
export async function forgetPassing(tx: Tx, localAreaId: LocalAreaId, batchId: string): Promise<void> {
  await tx.db.updateTable('returnFile').set({ passing: null }).where('localAreaId', '=', localAreaId).where('batchId', '=', batchId).execute()
}

export async function setAccepted(tx: Tx, localAreaId: LocalAreaId, batchId: string, officerId: PersonId | undefined): Promise<void> {
  await tx.db.updateTable('returnBatch').set({ state: 'accepting', officerId: officerId ?? null, acceptedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, acceptedAt: tx.now })
    .where('localAreaId', '=', localAreaId).where('id', '=', batchId).execute()
}

export async function setTakenBack(tx: Tx, localAreaId: LocalAreaId, batchId: string, why: string): Promise<void> {
  await tx.db.updateTable('returnBatch').set({ state: 'taking-back', takenBackBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, takenBackAt: tx.now, takenBackWhy: why })
    .where('localAreaId', '=', localAreaId).where('id', '=', batchId).execute()
}

export interface BatchToDo { readonly localAreaId: LocalAreaId; readonly id: string; readonly state: BatchState }

/** Batches in one of these states, in every area: for the worker. */
export async function listBatchesIn(tx: Tx, states: readonly BatchState[]): Promise<BatchToDo[]> {
  const rows = await tx.db.selectFrom('returnBatch').select(['localAreaId', 'id', 'state']).where('state', 'in', [...states]).orderBy('broughtAt').execute()
  return rows.map((row) => ({ ...row, state: stateOf(row.state) }))
}

const stateOf = (text: string): BatchState => batchStates.find((state) => state === text) ?? 'not-read'

/** The newest first. */
export async function listBatches(tx: Tx, localAreaId: LocalAreaId, most: number, id?: string): Promise<BatchRow[]> {
  let query = tx.db.selectFrom('returnBatch as b').leftJoin('person as n', 'n.id', 'b.broughtBy').leftJoin('person as o', 'o.id', 'b.officerId').leftJoin('person as a', 'a.id', 'b.acceptedBy')
    .selectAll('b').select(['n.fullName as byName', 'o.fullName as officerName', 'a.fullName as acceptedByName']).where('b.localAreaId', '=', localAreaId)
  if (id !== undefined) query = query.where('b.id', '=', id)
  const rows = await query.orderBy('b.broughtAt', 'desc').limit(most).execute()
  const files = rows.length === 0 ? [] : await tx.db.selectFrom('returnFile').selectAll().where('localAreaId', '=', localAreaId).where('batchId', 'in', rows.map((row) => row.id)).orderBy('no').execute()
  return rows.map((row) => {
    const sums = sumsSchema.safeParse(row.sums)
    return {
      id: row.id, how: row.how === 'command' ? 'command' : 'page', broughtAt: row.broughtAt, state: stateOf(row.state),
      files: files.filter(({ batchId }) => batchId === row.id).map(({ fileName, size, sha256, passing }) => ({ fileName, size: Number(size), sha256, ...(passing === null ? {} : { passing }) })),
      ...(row.byName === null ? {} : { byName: row.byName }), ...(row.year === null ? {} : { year: row.year }), ...(row.authority === null ? {} : { authority: row.authority }), ...(sums.success ? { sums: sums.data } : {}),
      ...(row.why === null ? {} : { why: { words: row.why, ...(row.whyFile === null ? {} : { file: row.whyFile }), ...(row.whyLine === null ? {} : { line: row.whyLine }), ...(row.whyColumn === null ? {} : { column: row.whyColumn }) } }),
      ...(row.officerId === null ? {} : { officerId: row.officerId }), ...(row.officerName === null ? {} : { officerName: row.officerName }),
      ...(row.acceptedAt === null ? {} : { acceptedAt: row.acceptedAt }), ...(row.acceptedByName === null ? {} : { acceptedByName: row.acceptedByName }),
      ...(row.takenBackAt === null ? {} : { takenBackAt: row.takenBackAt }), ...(row.takenBackWhy === null ? {} : { takenBackWhy: row.takenBackWhy }),
    }
  })
}

/** NotFound in another area. With `lock`, nobody else changes it until the transaction ends. */
export async function getBatch(tx: Tx, localAreaId: LocalAreaId, id: string, { lock = false }: { readonly lock?: boolean } = {}): Promise<BatchRow> {
  if (!isId(id)) throw new NotFound('return')
  if (lock) await tx.db.selectFrom('returnBatch').select('id').where('localAreaId', '=', localAreaId).where('id', '=', id).forUpdate().execute()
  const [row] = await listBatches(tx, localAreaId, 1, id)
  if (row === undefined) throw new NotFound('return')
  return row
}

/** Of what passes through: those that some batch still waits to read. */
export async function listPassing(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.db.selectFrom('returnFile').select('passing').where('passing', 'in', [...ids]).execute()
  return new Set(rows.flatMap(({ passing }) => (passing === null ? [] : [passing])))
}

/** Keys of the settings in the file that an organisation of the hub has already. */
export async function countKnownSettings(tx: Tx, urns: readonly string[], ukprns: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select (select count(distinct urn) from organisation where urn = any (${[...urns]}::text[]))::int + (select count(distinct ukprn) from organisation where ukprn = any (${[...ukprns]}::text[]))::int as n`.execute(tx.db)
  return rows[0]?.n ?? 0
}

/** The council's officers of an area, for whom the caseload can be meant. */
export async function listOfficers(tx: Tx, localAreaId: LocalAreaId): Promise<{ readonly id: PersonId; readonly name: string }[]> {
  return tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisationId').innerJoin('person as p', 'p.id', 'm.personId').select(['p.id', 'p.fullName as name']).distinct()
    .where('o.kind', '=', 'council').where('o.localAreaId', '=', localAreaId).where('m.role', 'in', ['case-officer', 'decision-maker']).where('m.fromOn', '<=', tx.today)
    .where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', tx.today)])).orderBy('p.fullName').execute()
}
