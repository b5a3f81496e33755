// All SQL of the plans that came before (tables older_plan, older_plan_batch, older_plan_file).

import { sql } from 'kysely'
import { z } from 'zod'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { Claim } from '../../domain/older-plans/in-hand.ts'
import { isInHand } from '../../domain/older-plans/in-hand.ts'
import type { CaseId, DocumentId, LocalAreaId, OlderPlanId, PersonId, PlanVersionId } from '../../domain/ids.ts'
import type { Piece } from '../../domain/older-plans/piece.ts'
import type { Standing } from '../../domain/older-plans/placing.ts'
import { countsOf } from '../../domain/older-plans/placing.ts'
import type { PlanFacts } from '../../domain/older-plans/plan-facts.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Colleague } from './team-store.ts'
import { listColleagues } from './team-store.ts'
import { factsSchema, notesSchema, piecesSchema } from './kept-reading.ts'

export const olderPlanStates = ['waiting', 'read', 'not-read', 'confirmed', 'earlier', 'set-aside'] as const
export type OlderPlanState = (typeof olderPlanStates)[number]
const stateOf = (text: string): OlderPlanState => z.enum(olderPlanStates).parse(text)
const standingOf = (text: string): Standing => z.enum(['much', 'a-few', 'settled']).parse(text)

/** Tracked changes, comments and pictures of the file, which are in the original alone. */
export interface FileNotes { readonly changes: number; readonly comments: number; readonly pictures: number }

export interface OlderPlan {
  readonly id: OlderPlanId
  readonly localAreaId: LocalAreaId
  readonly documentId: DocumentId
  readonly fileName: string
  readonly state: OlderPlanState
  /** Why it could not be read. */
  readonly why?: string
  readonly facts: PlanFacts
  readonly pieces: readonly Piece[]
  readonly notes: FileNotes
  /** Counts the changes. */
  readonly n: number
  /** Absent where nobody has it in hand, or nobody any more. */
  readonly claim?: Claim
  readonly caseId?: CaseId
  readonly reason?: string
}

/** One plan of the area; NotFound elsewhere. `lock` holds its row until the transaction ends. */
export async function getOlderPlan(tx: Tx, localAreaId: LocalAreaId, id: string, { lock = false } = {}): Promise<OlderPlan> {
  const query = tx.db.selectFrom('olderPlan').selectAll().where('localAreaId', '=', localAreaId).where('id', '=', id as OlderPlanId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined) throw new NotFound('older plan')
  const claim = row.claimedBy === null || row.claimedAt === null ? undefined : claimOf({ by: row.claimedBy, at: row.claimedAt }, tx.today, await listColleagues(tx, localAreaId))
  return {
    id: row.id, localAreaId, documentId: row.documentId, fileName: row.fileName, state: stateOf(row.state), facts: factsSchema.parse(row.facts), pieces: piecesSchema.parse(row.pieces),
    notes: notesSchema.parse(row.notes), n: row.n, ...(row.why === null ? {} : { why: row.why }), ...(row.caseId === null ? {} : { caseId: row.caseId }), ...(row.reason === null ? {} : { reason: row.reason }),
    ...(claim === undefined ? {} : { claim }),
  }
}

function claimOf(claim: Pick<Claim, 'by' | 'at'>, today: PlainDate, team: readonly Colleague[]): Claim | undefined {
  const name = team.find(({ id }) => id === claim.by)?.name
  return name !== undefined && isInHand(claim, { today, team: new Set(team.map(({ id }) => id)) }) ? { ...claim, name } : undefined
}

export interface QueueRow {
  readonly id: OlderPlanId
  readonly fileName: string
  readonly state: OlderPlanState
  readonly standing: Standing
  readonly toSettle: number
  readonly facts: PlanFacts
  readonly why?: string
  readonly claimedBy?: PersonId
  readonly claimedByName?: string
  readonly caseId?: CaseId
  readonly broughtAt: Instant
}

export type QueueFilter = 'to-confirm' | 'mine' | 'not-read' | 'done'

const statesOf: Readonly<Record<QueueFilter, readonly OlderPlanState[]>> = { 'to-confirm': ['read'], mine: ['read'], 'not-read': ['waiting', 'not-read'], done: ['confirmed', 'earlier', 'set-aside'] }

/** A page of the queue: what is unsure first, then what came first. */
export async function listQueue(tx: Tx, localAreaId: LocalAreaId, filter: QueueFilter, { me, skip = 0, most }: { me?: PersonId; skip?: number; most: number }): Promise<QueueRow[]> {
  const team = await listColleagues(tx, localAreaId)
  let query = tx.db.selectFrom('olderPlan as o').select(['o.id', 'o.fileName', 'o.state', 'o.standing', 'o.toSettle', 'o.facts', 'o.why', 'o.claimedBy', 'o.claimedAt', 'o.caseId', 'o.broughtAt'])
    .where('o.localAreaId', '=', localAreaId).where('o.state', 'in', [...statesOf[filter]])
  if (filter === 'mine') query = query.where('o.claimedBy', '=', me ?? null)
  const rows = await query.orderBy('o.toSettle', 'desc').orderBy('o.broughtAt').orderBy('o.id').offset(skip).limit(most).execute()
  return rows.map((row) => {
    const claim = row.claimedBy === null || row.claimedAt === null ? undefined : claimOf({ by: row.claimedBy, at: row.claimedAt }, tx.today, team)
    return {
      id: row.id, fileName: row.fileName, state: stateOf(row.state), standing: standingOf(row.standing), toSettle: row.toSettle, facts: factsSchema.parse(row.facts), broughtAt: row.broughtAt,
      ...(row.why === null ? {} : { why: row.why }), ...(claim === undefined ? {} : { claimedBy: claim.by, claimedByName: claim.name }), ...(row.caseId === null ? {} : { caseId: row.caseId }),
    }
  }).filter(({ claimedBy }) => filter !== 'mine' || claimedBy === me)
}

export type StateCounts = Readonly<Record<OlderPlanState, number>>

export async function countStates(tx: Tx, localAreaId: LocalAreaId, batchId?: string): Promise<StateCounts> {
  let query = tx.db.selectFrom('olderPlan as o').select(({ fn }) => ['o.state', fn.countAll<number>().as('count')]).where('o.localAreaId', '=', localAreaId)
  if (batchId !== undefined) query = query.where(({ exists, selectFrom }) => exists(selectFrom('olderPlanFile as f').select('f.no').whereRef('f.localAreaId', '=', 'o.localAreaId').whereRef('f.olderPlanId', '=', 'o.id').where('f.batchId', '=', batchId)))
  const rows = await query.groupBy('o.state').execute()
  const counts = new Map(rows.map(({ state, count }) => [state, Number(count)]))
  const of = (state: OlderPlanState): number => counts.get(state) ?? 0
  return { waiting: of('waiting'), read: of('read'), 'not-read': of('not-read'), confirmed: of('confirmed'), earlier: of('earlier'), 'set-aside': of('set-aside') }
}

/** Keeps what a person made of the pieces. False when somebody else saved since: the row is held by the caller. */
export async function savePieces(tx: Tx, { localAreaId, id, n }: OlderPlan, pieces: readonly Piece[]): Promise<void> {
  const { unsure, waiting, standing } = countsOf(pieces)
  await tx.db.updateTable('olderPlan').set({ pieces: JSON.stringify(pieces), n: n + 1, toSettle: unsure + waiting, standing, claimedAt: tx.now })
    .where('localAreaId', '=', localAreaId).where('id', '=', id).execute()
}

export async function claimPlan(tx: Tx, { localAreaId, id }: OlderPlan, by: PersonId | null): Promise<void> {
  await tx.db.updateTable('olderPlan').set({ claimedBy: by, claimedAt: by === null ? null : tx.now }).where('localAreaId', '=', localAreaId).where('id', '=', id).execute()
}

/** What became of it in the end. */
export async function endPlan(
  tx: Tx, { localAreaId, id }: OlderPlan, by: PersonId,
  end: { readonly state: 'confirmed'; readonly caseId: CaseId; readonly versionId: PlanVersionId } | { readonly state: 'earlier'; readonly caseId: CaseId } | { readonly state: 'set-aside'; readonly reason: string },
): Promise<void> {
  await tx.db.updateTable('olderPlan').set({ ...end, endedBy: by, endedAt: tx.now, claimedBy: null, claimedAt: null }).where('localAreaId', '=', localAreaId).where('id', '=', id).execute()
}

/** Others that may be of the same child, by the name and day of birth that each says: the newest is in force. */
export async function listOfSameChild(tx: Tx, plan: OlderPlan): Promise<QueueRow[]> {
  const { familyName, bornOn } = plan.facts
  if (familyName === undefined || bornOn === undefined) return []
  const rows = await tx.db.selectFrom('olderPlan').select(['id', 'fileName', 'state', 'standing', 'toSettle', 'facts', 'broughtAt', 'caseId']).where('localAreaId', '=', plan.localAreaId).where('id', '!=', plan.id)
    .where('state', 'in', ['read', 'confirmed', 'earlier']).where(sql<boolean>`facts ->> 'bornOn' = ${bornOn}`).orderBy('broughtAt').limit(20).execute()
  return rows.map((row) => ({ id: row.id, fileName: row.fileName, state: stateOf(row.state), standing: standingOf(row.standing), toSettle: row.toSettle, facts: factsSchema.parse(row.facts), broughtAt: row.broughtAt, ...(row.caseId === null ? {} : { caseId: row.caseId }) }))
    .filter(({ facts }) => facts.familyName?.toLowerCase() === familyName.toLowerCase())
}
