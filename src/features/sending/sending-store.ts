// What was sent and held, what was stopped, and the counts of both, as pages read them.

import { sql } from 'kysely'
import { z } from 'zod'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { LocalAreaId, PersonId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import { findingKinds } from '../../domain/sending/findings.ts'
import type { HeldAct } from '../../domain/sending/what-comes-back.ts'
import { isHeldAct } from '../../domain/sending/what-comes-back.ts'

export interface Sending {
  readonly id: string
  readonly act: HeldAct
  readonly by: string
  readonly sentAt: Instant
  readonly until: Instant
  readonly isWaiting: boolean
  readonly letGoBy?: string
  readonly takenBack?: { readonly at: Instant; readonly by: string; readonly reason?: string }
  /** Names of those to whom something of it goes. */
  readonly to: readonly string[]
}

export async function findSending(tx: Tx, caseFile: CaseFile, id: string): Promise<Sending | undefined> {
  if (!isId(id)) return undefined
  const row = await tx.db.selectFrom('sending as s').innerJoin('person as p', 'p.id', 's.sentBy').leftJoin('person as b', 'b.id', 's.takenBackBy').leftJoin('person as l', 'l.id', 's.letGoBy')
    .selectAll('s').select(['p.fullName', 'b.fullName as backBy', 'l.fullName as goBy'])
    .where('s.localAreaId', '=', caseFile.localAreaId).where('s.caseId', '=', caseFile.id).where('s.id', '=', id).executeTakeFirst()
  if (row === undefined || !isHeldAct(row.act)) return undefined
  const out = await sql<{ name: string }>`
    select distinct coalesce(p.full_name, o.name, split_part(g.to_address, E'\\n', 1)) as name from outgoing g left join person p on p.id = g.to_person_id left join organisation o on o.id = g.to_organisation_id
    where g.local_area_id = ${caseFile.localAreaId} and g.sending_id = ${id} order by 1`.execute(tx.db)
  const letters = await sql<{ name: string }>`
    select distinct n.to_name as name from sent_thing t join notice n on n.local_area_id = t.local_area_id and n.id = t.thing_id
    where t.local_area_id = ${caseFile.localAreaId} and t.sending_id = ${id} order by 1`.execute(tx.db)
  const threads = await sql<{ name: string }>`
    select p.full_name as name from sent_thing t join message m on m.local_area_id = t.local_area_id and m.id = t.thing_id join person p on p.id = m.with_person_id
    where t.local_area_id = ${caseFile.localAreaId} and t.sending_id = ${id}`.execute(tx.db)
  return {
    id: row.id, act: row.act, by: row.fullName, sentAt: row.sentAt, until: row.heldUntil, isWaiting: row.takenBackAt === null && row.heldUntil > tx.now,
    to: [...new Set([...out.rows, ...letters.rows, ...threads.rows].map(({ name }) => name))],
    ...(row.goBy === null ? {} : { letGoBy: row.goBy }),
    ...(row.takenBackAt === null ? {} : { takenBack: { at: row.takenBackAt, by: row.backBy ?? '', ...(row.reason === null ? {} : { reason: row.reason }) } }),
  }
}

const sealed = z.array(z.object({ kind: z.enum(findingKinds), words: z.string(), around: z.string(), weight: z.enum(['stop', 'warn']), mark: z.string() }))

export interface Stop {
  readonly id: string
  readonly what: string
  readonly by: string
  readonly at: Instant
  /** What of it nobody has released. */
  readonly findings: z.infer<typeof sealed>
  readonly released: number
}

export async function findStop(tx: Tx, caseFile: CaseFile, id: string): Promise<Stop | undefined> {
  if (!isId(id)) return undefined
  const row = await tx.db.selectFrom('sendingStop as s').leftJoin('person as p', 'p.id', 's.personId').selectAll('s').select('p.fullName')
    .where('s.localAreaId', '=', caseFile.localAreaId).where('s.caseId', '=', caseFile.id).where('s.id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const findings = sealed.parse(JSON.parse(tx.house.sealer.open(row.sealedWords, { purpose: 'sealed-record', of: caseFile.localAreaId, about: id })))
  const released = new Set((await tx.db.selectFrom('releasedFinding').select('mark').where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).execute()).map(({ mark }) => mark))
  return {
    id: row.id, what: row.what, by: row.fullName ?? 'somebody', at: row.stoppedAt, findings: findings.filter(({ mark }) => !released.has(mark)), released: findings.filter(({ mark }) => released.has(mark)).length,
  }
}

export interface NearMisses {
  readonly sends: number
  readonly stopped: number
  /** Stops whose words were later said to be a false alarm by a decision-maker. */
  readonly falseAlarms: number
  readonly takenBack: number
  readonly byKind: readonly { readonly kind: string; readonly count: number }[]
  readonly reports: number
  readonly locks: number
  /** Between a report and the closing of the families' pages, in minutes; and until they opened again. */
  readonly longestToLock?: number
  readonly longestClosed?: number
}

/** Counts of an area since a moment: no child and no case in them. */
export async function countNearMisses(tx: Tx, area: LocalAreaId, since: Instant): Promise<NearMisses> {
  const found = await sql<{ sends: number; stopped: number; falseAlarms: number; takenBack: number; reports: number; locks: number; toLock: number | null; closed: number | null }>`
    select
      (select count(*) from sending where local_area_id = ${area} and sent_at >= ${since})::int as sends,
      (select count(*) from sending_stop where local_area_id = ${area} and stopped_at >= ${since})::int as stopped,
      (select count(*) from sending_stop s where s.local_area_id = ${area} and s.stopped_at >= ${since} and exists (select 1 from released_finding r
        where r.local_area_id = s.local_area_id and r.case_id = s.case_id and r.mark = any(s.marks) and r.released_at >= s.stopped_at and r.kind <> 'paragraph-elsewhere'))::int as false_alarms,
      (select count(*) from sending where local_area_id = ${area} and taken_back_at >= ${since})::int as taken_back,
      (select count(*) from portal_report where local_area_id = ${area} and reported_at >= ${since})::int as reports,
      (select count(*) from portal_lock where local_area_id = ${area} and locked_at >= ${since})::int as locks,
      (select max(extract(epoch from k.locked_at - r.reported_at)) from portal_lock k join portal_report r on r.local_area_id = k.local_area_id and r.id = k.report_id
        where k.local_area_id = ${area} and k.locked_at >= ${since})::float as to_lock,
      (select max(extract(epoch from coalesce(released_at, ${tx.now}::timestamptz) - locked_at)) from portal_lock where local_area_id = ${area} and locked_at >= ${since})::float as closed`.execute(tx.db)
  const kinds = await sql<{ kind: string; count: number }>`
    select kind, count(*)::int as count from sending_stop, unnest(kinds) as kind where local_area_id = ${area} and stopped_at >= ${since} group by kind order by count desc, kind`.execute(tx.db)
  const row = found.rows[0]
  if (row === undefined) throw new Error('counts have one row')
  return {
    sends: row.sends, stopped: row.stopped, falseAlarms: row.falseAlarms, takenBack: row.takenBack, reports: row.reports, locks: row.locks, byKind: kinds.rows,
    ...(row.toLock === null ? {} : { longestToLock: row.toLock / 60 }), ...(row.closed === null ? {} : { longestClosed: row.closed / 60 }),
  }
}

export async function insertRecallMinutes(tx: Tx, localAreaId: LocalAreaId, { minutes, reason, by }: { minutes: number; reason: string; by: PersonId }): Promise<void> {
  await tx.db.insertInto('areaSending').values({ localAreaId, changedAt: tx.now, recallMinutes: minutes, reason, changedBy: by }).execute()
}

/** Areas in which this person has a case as somebody's family, school, service or team, by code. */
export async function listAreasOf(tx: Tx): Promise<{ id: LocalAreaId; code: string; name: string }[]> {
  const { viewer } = tx
  if (viewer.kind !== 'person') return []
  const bodies = viewer.roles.map(({ organisationId }) => organisationId)
  const found = await sql<{ id: LocalAreaId; code: string; name: string }>`
    select distinct a.id, a.code, a.name from local_area a where
      exists (select 1 from case_party p where p.local_area_id = a.id and (p.person_id = ${viewer.personId} or p.organisation_id = any(${bodies}::uuid[])) and (p.to_on is null or p.to_on >= ${tx.today}))
      or exists (select 1 from organisation o where o.id = any(${bodies}::uuid[]) and o.kind = 'council' and o.local_area_id = a.id)
    order by a.name`.execute(tx.db)
  return [...found.rows]
}
