// The figures of delay, of the cases in the viewer's sight: read from the ledger (what was told and claimed stands there) and from
// the clocks (how each limit ended). One statement each.

import type { SqlBool } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import { limitsToTell, stillStands } from '../../../casebook/limits/limits-to-tell.ts'
import { anyArea, caseInSight } from '../../../casebook/access/sight.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { ToldRow } from '../../../domain/case-file/delay-counts.ts'
import type { DelayReason } from '../../../domain/case-file/delay-reasons.ts'
import type { Telling } from '../../../domain/case-file/delays.ts'
import { tellings } from '../../../domain/case-file/delays.ts'
import type { Excuse } from '../../../domain/clocks/clock.ts'
import type { LocalAreaId } from '../../../domain/ids.ts'
import type { CountsWanted } from './address.ts'

/** Every time that a family was told, within what is wanted. What was told again counts each time. */
export async function listTold(tx: Tx, areas: readonly LocalAreaId[], { from, to, limit, because }: CountsWanted): Promise<ToldRow[]> {
  const found = await sql<{ clock: string; because: DelayReason; dueOn: PlainDate; toldOn: PlainDate; expectedOn: PlainDate; isFirst: boolean; metOn: PlainDate | null; overtakenOn: PlainDate | null; toldAgainOn: PlainDate | null }>`
    with told as (
      select f.local_area_id, f.case_id, f.seq, f.happened_on as told_on, f.data ->> 'clock' as clock, f.data ->> 'about' as about, f.data ->> 'because' as because,
        (f.data ->> 'dueOn')::date as due_on, (f.data ->> 'expectedOn')::date as expected_on
      from fact f where f.type = 'delay-explained' and f.local_area_id = ${anyArea(areas)} and ${stillStands('f')}),
    run as (
      select t.*, cl.started_on, cl.met_on, cl.overtaken_on
      from told t left join lateral (
        select cl.started_on, cl.met_on, cl.overtaken_on from clock cl
        where cl.local_area_id = t.local_area_id and cl.case_id = t.case_id and cl.clock_id = t.clock and cl.about = t.about and cl.started_on <= t.told_on
        order by cl.started_on desc limit 1) cl on true),
    numbered as (
      select run.*, row_number() over each_limit as no, lead(told_on) over each_limit as told_again_on from run
      window each_limit as (partition by local_area_id, case_id, clock, about, started_on order by told_on, seq))
    select n.clock, n.because, n.due_on, n.told_on, n.expected_on, n.no = 1 as is_first, n.met_on, n.overtaken_on, n.told_again_on
    from numbered n join case_file c on c.local_area_id = n.local_area_id and c.id = n.case_id
    where ${caseInSight(tx, 'c')}
      ${from === undefined ? sql`` : sql`and n.told_on >= ${from}`} ${to === undefined ? sql`` : sql`and n.told_on <= ${to}`}
      ${limit === undefined ? sql`` : sql`and n.clock = ${limit}`} ${because === undefined ? sql`` : sql`and n.because = any(${[...because]}::text[])`}`.execute(tx.db)
  return found.rows.map(({ metOn, overtakenOn, toldAgainOn, ...row }) => ({
    ...row, ...(metOn === null ? {} : { metOn }), ...(overtakenOn === null ? {} : { overtakenOn }), ...(toldAgainOn === null ? {} : { toldAgainOn }),
  }))
}

export interface ExcuseCount {
  readonly excuse: Excuse
  /** Each stood when it was claimed: one that does not is never recorded. */
  readonly claimed: number
  readonly withdrawn: number
}

export async function countExcuses(tx: Tx, areas: readonly LocalAreaId[], { from, to, limit }: CountsWanted): Promise<ExcuseCount[]> {
  const found = await sql<ExcuseCount>`
    with claim as (
      select distinct on (f.local_area_id, f.case_id, f.data ->> 'claimId') f.local_area_id, f.case_id, f.data ->> 'claimId' as claim_id, f.data ->> 'excuse' as excuse, f.data ->> 'clock' as clock, f.happened_on
      from fact f where f.type = 'excuse-claimed' and f.local_area_id = ${anyArea(areas)} order by f.local_area_id, f.case_id, f.data ->> 'claimId', f.seq desc)
    select m.excuse, count(*)::int as claimed, count(*) filter (where exists (select 1 from fact w
        where w.local_area_id = m.local_area_id and w.case_id = m.case_id and w.type = 'excuse-withdrawn' and w.data ->> 'claimId' = m.claim_id and ${stillStands('w')}))::int as withdrawn
    from claim m join case_file c on c.local_area_id = m.local_area_id and c.id = m.case_id
    where ${caseInSight(tx, 'c')}
      ${from === undefined ? sql`` : sql`and m.happened_on >= ${from}`} ${to === undefined ? sql`` : sql`and m.happened_on <= ${to}`} ${limit === undefined ? sql`` : sql`and m.clock = ${limit}`}
    group by m.excuse order by m.excuse`.execute(tx.db)
  return [...found.rows]
}

/** Rows of families still to be told; the figures beside them are of all. */
export const mostUntold = 50

export interface Untold {
  readonly key: { readonly area: string; readonly caseId: string }
  readonly child: string
  readonly officer?: string
  readonly clock: string
  readonly about: string
  readonly dueOn: PlainDate
  readonly telling: Telling
}

const live = sql<SqlBool>`c.stage not in ('closed', 'exported')`

export interface UntoldCount { readonly clock: string; readonly telling: Telling; readonly count: number }

const countsShape = z.array(z.object({ clock: z.string(), telling: z.enum(tellings), count: z.number() }))
interface ListedRaw extends Omit<Untold, 'key' | 'officer'> { readonly code: string; readonly caseId: string; readonly officer: string | null }
/** A row of the list; without a case where nobody is on it. */
type Listed = { [C in keyof ListedRaw]: ListedRaw[C] | null } & { readonly counts: unknown }
const isCase = (row: Listed): row is Listed & ListedRaw => row.caseId !== null

/** Families who are still to be told, today, the longest past first; and how many there are in all, by limit and why. They are gathered once for both. */
export async function readUntold(tx: Tx, areas: readonly LocalAreaId[], { limit, most }: { limit: string | undefined; most: number }): Promise<{ rows: Untold[]; counts: UntoldCount[] }> {
  const found = await sql<Listed>`
    with untold as materialized (
      select t.clock_id as clock, t.about, t.due_on, t.telling, c.local_area_id, c.id as case_id, c.child_id, c.case_officer_id, c.reference
      from (${limitsToTell(tx, anyArea(areas))}) t join case_file c on c.local_area_id = t.local_area_id and c.id = t.case_id
      where ${caseInSight(tx, 'c')} and ${live} ${limit === undefined ? sql`` : sql`and t.clock_id = ${limit}`}),
    counted as (select coalesce(jsonb_agg(to_jsonb(k) order by k.clock, k.telling), '[]') as counts from (select clock, telling, count(*)::int as count from untold group by 1, 2) k),
    listed as (
      select a.code, u.case_id, coalesce(ch.preferred_name, ch.given_name) || ' ' || ch.family_name as child, o.full_name as officer, u.clock, u.about, u.due_on, u.telling, u.reference
      from (select * from untold order by due_on, reference, clock limit ${most}) u
      join local_area a on a.id = u.local_area_id join child ch on ch.local_area_id = u.local_area_id and ch.id = u.child_id left join person o on o.id = u.case_officer_id)
    select k.counts, l.* from counted k left join listed l on true order by l.due_on, l.reference, l.clock`.execute(tx.db)
  return {
    rows: found.rows.filter(isCase).map(({ code, caseId, officer, child, clock, about, dueOn, telling }) => ({ child, clock, about, dueOn, telling, key: { area: code, caseId }, ...(officer === null ? {} : { officer }) })),
    counts: countsShape.parse(found.rows[0]?.counts ?? []),
  }
}
