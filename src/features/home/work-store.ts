// Today's work of a council: found from the clocks and from what waits elsewhere, each by its index, never by going through the
// cases; sorted and counted in SQL with the sight predicate. A page is the same number of statements whatever the area's size.

import type { RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import { ownAreas, ownCouncilsCase } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { councilOwes, rankOf, whys, workKinds, type Why } from '../../domain/case-file/work-reasons.ts'
import type { Holder } from '../../domain/clocks/clock.ts'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import type { CaseRow, RawRow } from './case-rows-store.ts'
import { columns, joins, toRow } from './case-rows-store.ts'
import { workItems } from './work-items-store.ts'

export interface WorkWanted {
  /** A person's id, or 'nobody' for cases without an officer; the whole team when absent. */
  readonly officer?: string
  readonly why?: Why
  readonly waiting?: Holder
}

const reasonShape = z.object({
  rank: z.number(), kind: z.enum(workKinds), onDay: z.string().nullable(), what: z.string().nullable(), aboutId: z.string().nullable(), count: z.number(), chased: z.array(z.string()),
})
/** One thing that puts a case on the list. `what` is a clock's id, a step, or who is waited for; `aboutId` what can be chased or opened. */
export interface WorkReason {
  readonly why: Why
  readonly kind: (typeof workKinds)[number]
  readonly on?: PlainDate
  readonly what?: string
  readonly aboutId?: string
  readonly count: number
  /** The days on which it was chased. */
  readonly chased: readonly PlainDate[]
}

export interface WorkCase extends CaseRow {
  readonly reasons: readonly WorkReason[]
  /** The area's own target for the earliest limit, where it is before the legal day. */
  readonly targetOn?: PlainDate
}

/**
 * `item`, and `pressing`: one row for each case, with its most pressing rank and the day of that. Of an officer only what presses in the cases that they
 * look after is gathered: a fifteenth of an area, and of the work.
 */
const work = (tx: Tx, officer?: string) => sql`
  ${officer === undefined ? sql`` : sql`mine as materialized (select c.id from case_file c where c.local_area_id = ${ownAreas(tx.viewer)} and ${isOf(officer)}),`}
  item as materialized (${workItems(tx, officer === undefined ? undefined : 'mine')}),
  pressing as (
    select local_area_id, case_id, min(rank) as rank, array_agg(distinct rank) as ranks, (array_agg(on_day order by rank, on_day nulls last))[1] as on_day
    from item group by local_area_id, case_id)`

const isOf = (officer: string): RawBuilder<SqlBool> => (officer === 'nobody' ? sql<SqlBool>`c.case_officer_id is null` : sql<SqlBool>`c.case_officer_id = ${officer}`)

/**
 * For every case of an area at once. The areas are compared without "=": given two equalities, PostgreSQL inside a big
 * database merges the two by area alone and holds every case of the area against every other.
 */
const pressingOfCase = sql`pressing w on w.case_id = c.id and w.local_area_id is not distinct from c.local_area_id`

function conditions(tx: Tx, { officer, why, waiting }: WorkWanted) {
  return sql.join([
    ownCouncilsCase(tx, 'c'), sql<SqlBool>`c.stage not in ('closed', 'exported')`,
    ...(officer === undefined ? [] : [isOf(officer)]),
    ...(why === undefined ? [] : [sql<SqlBool>`${rankOf(why)}::int = any(w.ranks)`]),
    ...(waiting === undefined ? [] : [sql<SqlBool>`c.next_holder = ${waiting}`]),
  ], sql` and `)
}

/** A row of the page; without a case where none is on it. */
type WorkRaw = { [C in keyof RawRow]: RawRow[C] | null } & { readonly counts: unknown; readonly total: number | null; readonly reasons: unknown; readonly targetOn: PlainDate | null }
const isCase = (row: WorkRaw): row is WorkRaw & RawRow => row.id !== null

/**
 * One page of the list, the most pressing first, how many cases fit in all, and how many there are for each reason (a case counts for each of its
 * own) and for whom they wait. One statement: what presses is gathered once, and the most of its time is the gathering.
 */
export async function listTodaysWork(tx: Tx, wanted: WorkWanted, { limit, offset }: { limit: number; offset: number }): Promise<{ rows: WorkCase[]; total: number; counts: WorkCounts }> {
  const found = await sql<WorkRaw>`
    with ${work(tx, wanted.officer)}, counted as (
      select count(*)::int as caseload, ${whyCounts}, ${sql.join(holders.map((holder) => sql`count(*) filter (where w.case_id is not null and c.next_holder = ${holder})::int as ${sql.ref(holder)}`))}
      from case_file c left join ${pressingOfCase}
      where ${conditions(tx, wanted.officer === undefined ? {} : { officer: wanted.officer })}),
    shown as (
      select w.local_area_id, w.case_id, w.rank, w.on_day, count(*) over () as total
      from pressing w join case_file c on c.local_area_id = w.local_area_id and c.id = w.case_id
      where ${conditions(tx, wanted)}
      order by w.rank, w.on_day nulls last, c.reference limit ${limit} offset ${offset}),
    listed as (
      select ${columns}, w.total::int as total, w.rank as sorted_by, w.on_day as sorted_on, r.reasons,
        (select min(cl.target_on) from clock cl where cl.local_area_id = c.local_area_id and cl.case_id = c.id and cl.is_open and cl.nature = 'limit'
          and cl.standing = 'law' and cl.owed_by = any(${[...councilOwes]}::text[]) and cl.target_on < cl.due_on and cl.due_on = c.next_due_on) as target_on
      from shown w join case_file c on c.local_area_id = w.local_area_id and c.id = w.case_id ${joins(tx.today)}
      join lateral (select jsonb_agg(jsonb_build_object('rank', i.rank, 'kind', i.kind, 'onDay', i.on_day, 'what', i.what, 'aboutId', i.about_id, 'count', i.count,
            'chased', coalesce((select jsonb_agg((at at time zone 'Europe/London')::date order by at) from unnest(i.chased_at) at), '[]'))
          order by i.rank, i.on_day nulls last, i.kind, i.what) as reasons
        from item i where i.local_area_id = w.local_area_id and i.case_id = w.case_id) r on true)
    select to_jsonb(k) as counts, l.* from counted k left join listed l on true order by l.sorted_by, l.sorted_on nulls last, l.reference`.execute(tx.db)
  const rows = found.rows.filter(isCase)
  return {
    rows: rows.map((raw) => ({ ...toRow(raw), reasons: z.array(reasonShape).parse(raw.reasons).map(toReason), ...(raw.targetOn === null ? {} : { targetOn: raw.targetOn }) })),
    total: rows[0]?.total ?? 0, counts: countsOf(found.rows[0]?.counts),
  }
}

const toReason = ({ rank, kind, onDay, what, aboutId, count, chased }: z.infer<typeof reasonShape>): WorkReason => ({
  why: whys[rank - 1] ?? 'rest', kind, count, chased: chased as PlainDate[],
  // jsonb writes a date as the plain date it is.
  ...(onDay === null ? {} : { on: onDay as PlainDate }), ...(what === null ? {} : { what }), ...(aboutId === null ? {} : { aboutId }),
})

export interface WorkCounts {
  /** Cases that are looked after, whether or not anything presses. */
  readonly caseload: number
  readonly byWhy: Readonly<Partial<Record<Why, number>>>
  readonly byHolder: Readonly<Partial<Record<Holder, number>>>
}

const countsShape = z.object({
  caseload: z.number(), late: z.number(), unanswered: z.number(), week: z.number(), chase: z.number(), ready: z.number(), returned: z.number(), national: z.number(), rest: z.number(),
  council: z.number(), family: z.number(), advisers: z.number(), setting: z.number(),
})

function countsOf(row: unknown): WorkCounts {
  const { caseload, council, family, advisers, setting, ...byWhy } = countsShape.parse(row)
  return { caseload, byWhy, byHolder: { council, family, advisers, setting } }
}

export const holders: readonly Holder[] = ['council', 'family', 'advisers', 'setting']
const whyCounts = sql.join(whys.map((why) => sql`count(*) filter (where ${rankOf(why)}::int = any(w.ranks))::int as ${sql.ref(why)}`))

/** Everybody who can look after a case in the viewer's areas, and whoever does. */
export async function listTeam(tx: Tx): Promise<{ id: PersonId; name: string }[]> {
  const areas = ownAreas(tx.viewer)
  const found = await sql<{ id: PersonId; name: string }>`
    select t.id, o.full_name as name from (
      select c.case_officer_id as id from case_file c where c.local_area_id = ${areas} and c.case_officer_id is not null
      union select m.person_id from membership m join organisation b on b.id = m.organisation_id
        where b.kind = 'council' and b.local_area_id = ${areas} and m.role = 'case-officer' and m.from_on <= ${tx.today} and (m.to_on is null or m.to_on >= ${tx.today})) t
    cross join lateral (select p.full_name from person p where p.id = t.id offset 0) o order by o.full_name`.execute(tx.db)
  return [...found.rows]
}

export interface OfficerLoad {
  readonly id?: PersonId
  readonly name?: string
  readonly caseload: number
  readonly late: number
  readonly unanswered: number
  readonly week: number
  readonly chase: number
}

/** The caseload of each officer of the viewer's areas, those with the most that is late first; cases without an officer are a row too. */
export async function listLoads(tx: Tx): Promise<OfficerLoad[]> {
  const found = await sql<{ id: PersonId | null; name: string | null; caseload: number; late: number; unanswered: number; week: number; chase: number }>`
    with ${work(tx)}
    select t.*, o.full_name as name from (
      select c.case_officer_id as id, count(*)::int as caseload, ${whyCounts} from case_file c left join ${pressingOfCase} where ${conditions(tx, {})} group by c.case_officer_id offset 0) t
    left join lateral (select p.full_name from person p where p.id = t.id offset 0) o on true
    order by t.late desc, t.unanswered desc, t.caseload desc, o.full_name nulls last`.execute(tx.db)
  return found.rows.map(({ id, name, caseload, late, unanswered, week, chase }) => ({
    ...(id === null ? {} : { id }), ...(name === null ? {} : { name }), caseload, late, unanswered, week, chase,
  }))
}

export interface BodyLoad {
  readonly id: string
  readonly organisationId?: OrganisationId
  readonly name: string
  readonly open: number
  readonly late: number
  readonly oldestDueOn: PlainDate
}

/** Whom the viewer's areas wait for outside the council: each body or person with an open limit, the most late first. */
export async function listBodies(tx: Tx): Promise<BodyLoad[]> {
  const found = await sql<{ id: string; organisationId: OrganisationId | null; name: string; open: number; late: number; oldestDueOn: PlainDate }>`
    select coalesce(o.id, p.id)::text as id, o.id as organisation_id, coalesce(case when o.service is null then o.name else o.service || ', ' || o.name end, p.full_name) as name, t.open, t.late, t.oldest_due_on
    from (
      select cl.owed_organisation_id, case when cl.owed_organisation_id is null then cl.owed_person_id end as owed_person_id,
        count(*)::int as open, count(*) filter (where cl.due_on < ${tx.today})::int as late, min(cl.due_on) as oldest_due_on
      from clock cl join case_file c on c.local_area_id = cl.local_area_id and c.id = cl.case_id
      where cl.local_area_id = ${ownAreas(tx.viewer)} and ${ownCouncilsCase(tx, 'c')} and cl.is_open and cl.nature = 'limit' and cl.due_on is not null
        and (cl.owed_organisation_id is not null or cl.owed_person_id is not null)
      group by 1, 2 offset 0) t
    left join lateral (select b.id, b.name, b.service from organisation b where b.id = t.owed_organisation_id offset 0) o on true
    left join lateral (select w.id, w.full_name from person w where w.id = t.owed_person_id offset 0) p on true
    order by t.late desc, t.open desc, name limit 100`.execute(tx.db)
  return found.rows.map(({ organisationId, ...row }) => ({ ...row, ...(organisationId === null ? {} : { organisationId }) }))
}
