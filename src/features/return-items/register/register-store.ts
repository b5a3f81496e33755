// The faults of an area's return, for its data team: filtered, counted and paged in SQL, a fixed number of statements however many there are.

import type { SqlBool } from 'kysely'
import { sql } from 'kysely'
import { caseInSight } from '../../../casebook/access/sight.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { CaseId, LocalAreaId, PersonId } from '../../../domain/ids.ts'
import type { Severity } from '../../../domain/sen2/rules/rule.ts'

export const standings = ['error', 'query', 'explained'] as const
/** error: must be put right. query: will be asked about. explained: a query that may be sent as it is, with its explanation. */
export type FaultStanding = (typeof standings)[number]

export interface FaultsWanted {
  readonly standing?: FaultStanding
  /** A person's id, or 'nobody' for cases without an officer. */
  readonly officer?: string
  readonly rule?: string
}

export interface FaultRow {
  readonly id: string
  readonly caseId: CaseId
  readonly reference: string
  readonly name: string
  readonly officer: string | null
  readonly rule: string
  readonly severity: Severity
  readonly block: string
  readonly element: string
  readonly times: number
  readonly because: string | null
  readonly onlyBySurveyDay: boolean
  readonly sinceOn: PlainDate
  readonly explanation: string | null
}

const conditions = (tx: Tx, area: LocalAreaId, { standing, officer, rule }: FaultsWanted) => sql.join([
  sql<SqlBool>`f.local_area_id = ${area}`, sql<SqlBool>`f.mended_on is null`, caseInSight(tx, 'c'),
  ...(standing === undefined ? [] : [standing === 'error' ? sql<SqlBool>`f.severity = 'error'` : standing === 'query' ? sql<SqlBool>`f.severity = 'query' and f.explained_at is null` : sql<SqlBool>`f.explained_at is not null`]),
  ...(officer === undefined ? [] : officer === 'nobody' ? [sql<SqlBool>`c.case_officer_id is null`] : [sql<SqlBool>`c.case_officer_id = ${officer}`]),
  ...(rule === undefined ? [] : [sql<SqlBool>`f.rule = ${rule}`]),
], sql` and `)

const from = sql`from return_fault f join case_file c on c.local_area_id = f.local_area_id and c.id = f.case_id`

/** One page, errors first and of these the oldest; and how many there are. */
export async function listFaults(tx: Tx, area: LocalAreaId, wanted: FaultsWanted, { limit, offset }: { readonly limit: number; readonly offset: number }): Promise<{ readonly rows: readonly FaultRow[]; readonly total: number }> {
  const found = await sql<FaultRow & { total: number }>`
    select f.id, f.case_id, c.reference, coalesce(ch.preferred_name, ch.given_name) || ' ' || ch.family_name as name, o.full_name as officer, f.rule, f.severity, f.block, f.element, f.times, f.because,
      f.only_by_survey_day, f.since_on, f.explanation, count(*) over ()::int as total
    ${from} join child ch on ch.local_area_id = c.local_area_id and ch.id = c.child_id left join person o on o.id = c.case_officer_id
    where ${conditions(tx, area, wanted)} order by f.explained_at is not null, f.severity, f.since_on, f.rule, c.reference limit ${limit} offset ${offset}`.execute(tx.db)
  return { rows: found.rows, total: found.rows[0]?.total ?? 0 }
}

export interface FaultCounts { readonly byStanding: Readonly<Record<FaultStanding, number>>; readonly cases: number; readonly byRule: readonly { readonly rule: string; readonly count: number }[] }

export async function countFaults(tx: Tx, area: LocalAreaId): Promise<FaultCounts> {
  const found = await sql<{ error: number; query: number; explained: number; cases: number }>`
    select count(*) filter (where f.severity = 'error')::int as error, count(*) filter (where f.severity = 'query' and f.explained_at is null)::int as query,
      count(*) filter (where f.explained_at is not null)::int as explained, count(distinct f.case_id) filter (where f.explained_at is null)::int as cases
    ${from} where ${conditions(tx, area, {})}`.execute(tx.db)
  const rules = await sql<{ rule: string; count: number }>`select f.rule, count(*)::int as count ${from} where ${conditions(tx, area, {})} group by f.rule order by f.rule`.execute(tx.db)
  const { error = 0, query = 0, explained = 0, cases = 0 } = found.rows[0] ?? {}
  return { byStanding: { error, query, explained }, cases, byRule: rules.rows }
}

/** Who looks after a case with a fault: for the filter. */
export async function listFaultOfficers(tx: Tx, area: LocalAreaId): Promise<{ readonly id: PersonId; readonly name: string }[]> {
  const found = await sql<{ id: PersonId; name: string }>`
    select p.id, p.full_name as name from person p where p.id in (select c.case_officer_id ${from} where ${conditions(tx, area, {})}) order by p.full_name`.execute(tx.db)
  return [...found.rows]
}

export interface NightRow { readonly onDay: PlainDate; readonly block: string; readonly element: string; readonly counted: number; readonly wrong: number }

/** The items of one night. */
export async function listNight(tx: Tx, area: LocalAreaId, onDay: PlainDate): Promise<NightRow[]> {
  return tx.db.selectFrom('returnNight').select(['onDay', 'block', 'element', 'counted', 'wrong']).where('localAreaId', '=', area).where('onDay', '=', onDay).orderBy('block').orderBy('element').execute()
}

/** One item's last nights, the latest first. The whole return's with `Person` and ''. */
export async function listNightsOf(tx: Tx, area: LocalAreaId, { block, element }: { readonly block: string; readonly element: string }, most: number): Promise<NightRow[]> {
  return tx.db.selectFrom('returnNight').select(['onDay', 'block', 'element', 'counted', 'wrong']).where('localAreaId', '=', area).where('block', '=', block).where('element', '=', element).orderBy('onDay', 'desc').limit(most).execute()
}
