// The targets that an area set itself, with the days from which they hold (table clock_target), and every change that was made.

import { sql } from 'kysely'
import { batchSize } from '../../casebook/in-batches.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { OwnTarget } from '../../domain/clocks/own-targets.ts'
import type { CaseId, LocalAreaId, PersonId } from '../../domain/ids.ts'

export interface SetTarget {
  readonly clockId: string
  readonly fromOn: PlainDate
  readonly target: OwnTarget
}

const targetOf = (kind: string, count: number | null): OwnTarget => (kind === 'working-day' ? { kind } : { kind: kind as 'days-before' | 'days-after-start', count: count ?? 0 })

/** Every target of the area by the day from which it holds, the latest first. */
export async function listTargets(tx: Tx, localAreaId: LocalAreaId): Promise<SetTarget[]> {
  const rows = await tx.db.selectFrom('clockTarget').select(['clockId', 'fromOn', 'kind', 'count']).where('localAreaId', '=', localAreaId).orderBy('fromOn', 'desc').execute()
  return rows.map(({ clockId, fromOn, kind, count }) => ({ clockId, fromOn, target: targetOf(kind, count) }))
}

export interface TargetChange extends SetTarget {
  readonly reason: string
  readonly by: string
  readonly recordedAt: Instant
}

/** What was ever set for one clock, the latest first. */
export async function listTargetChanges(tx: Tx, localAreaId: LocalAreaId, clockId: string): Promise<TargetChange[]> {
  const rows = await tx.db.selectFrom('clockTargetChange as t').innerJoin('person as p', 'p.id', 't.recordedBy').selectAll('t').select('p.fullName')
    .where('t.localAreaId', '=', localAreaId).where('t.clockId', '=', clockId).orderBy('t.recordedAt', 'desc').execute()
  return rows.map(({ fromOn, kind, count, reason, recordedAt, fullName }) => ({ clockId, fromOn, target: targetOf(kind, count), reason, recordedAt, by: fullName }))
}

/** Sets a target from a day. One set before for that very day, which no clock has followed for longer, gives way; the change is kept. */
export async function saveTarget(tx: Tx, localAreaId: LocalAreaId, { clockId, fromOn, target }: SetTarget, { reason, by }: { reason: string; by: PersonId }): Promise<void> {
  const held = { kind: target.kind, count: target.kind === 'working-day' ? null : target.count, recordedBy: by, recordedAt: tx.now }
  await tx.db.insertInto('clockTarget').values({ localAreaId, clockId, fromOn, ...held })
    .onConflict((conflict) => conflict.columns(['localAreaId', 'clockId', 'fromOn']).doUpdateSet(held)).execute()
  await tx.db.insertInto('clockTargetChange').values({ localAreaId, id: tx.newId<string>(), clockId, fromOn, ...held, reason }).execute()
}

export interface CaseOfTarget {
  readonly caseId: CaseId
}

/** Cases with an open clock of this kind that started on that day or later: those that the target is for. */
export async function listCasesOfTarget(tx: Tx, { localAreaId, clockId, fromOn }: { localAreaId: LocalAreaId; clockId: string; fromOn: PlainDate }, after: CaseOfTarget | undefined): Promise<CaseOfTarget[]> {
  const found = await sql<CaseOfTarget>`
    select distinct cl.case_id from clock cl
    where cl.local_area_id = ${localAreaId} and cl.is_open and cl.clock_id = ${clockId} and cl.started_on >= ${fromOn}
      ${after === undefined ? sql`` : sql`and cl.case_id > ${after.caseId}`}
    order by cl.case_id limit ${batchSize}`.execute(tx.db)
  return [...found.rows]
}
