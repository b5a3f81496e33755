// The register of how old plans are: one page of it, and its numbers. The same number of statements whatever the area's size.

import type { SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { monthsSince } from '../../domain/currency/plan-days.ts'
import type { CurrencyRule, ScoredSection } from '../../domain/currency/rule.ts'
import { scoredSections } from '../../domain/currency/rule.ts'
import type { Score } from '../../domain/currency/scores.ts'
import { scores } from '../../domain/currency/scores.ts'
import type { CaseId, LocalAreaId, OrganisationId, PersonId } from '../../domain/ids.ts'
import type { NeedArea } from '../../domain/plan/line.ts'
import { scoreColumn, scoredPlans } from './scored-plans-store.ts'

/** What a plan is counted as: its score, or that its words are not in the hub. */
export const standings = ['red', 'amber', 'green', 'empty', 'not-here'] as const
export type Standing = (typeof standings)[number]
export const isStanding = (text: string): text is Standing => (standings as readonly string[]).includes(text)

export interface RegisterWanted {
  readonly standing?: Standing
  readonly school?: OrganisationId
  /** A person's id, or 'nobody' for cases without an officer. */
  readonly officer?: string
  readonly need?: NeedArea
  /** -1 for everybody before Reception, 14 for everybody from Year 14 on. */
  readonly year?: number
}

export interface RegisterRow {
  readonly caseId: CaseId
  readonly name: string
  readonly bornOn: PlainDate
  readonly yearGroup: number
  readonly school?: string
  readonly officer?: string
  readonly standing: Standing
  readonly sections: Readonly<Record<ScoredSection, Score>>
  readonly oldestOn?: PlainDate
  readonly halfOn?: PlainDate
  readonly issuedOn?: PlainDate
}

const index = (standing: Exclude<Standing, 'not-here'>): number => scores.indexOf(standing)
const isStandingNow = (standing: Standing) => (standing === 'not-here' ? sql<SqlBool>`not s.is_here` : sql<SqlBool>`s.is_here and s.score = ${index(standing)}`)

/** The setting that the child is at today: the one they came to last. */
const setting = (tx: Tx) => sql`left join lateral (select e.organisation_id from child_setting e where e.local_area_id = s.local_area_id and e.child_id = s.child_id
  and e.from_on <= ${tx.today} and (e.to_on is null or e.to_on >= ${tx.today}) order by e.from_on desc, e.id limit 1) at on true`

function conditions({ standing, school, officer, need, year }: RegisterWanted) {
  return sql.join([
    sql<SqlBool>`true`,
    ...(standing === undefined ? [] : [isStandingNow(standing)]),
    ...(school === undefined ? [] : [sql<SqlBool>`at.organisation_id = ${school}`]),
    ...(officer === undefined ? [] : officer === 'nobody' ? [sql<SqlBool>`s.case_officer_id is null`] : [sql<SqlBool>`s.case_officer_id = ${officer}`]),
    ...(need === undefined ? [] : [sql<SqlBool>`${need} = any(s.need_areas)`]),
    ...(year === undefined ? [] : [year < 0 ? sql<SqlBool>`s.year_group < 0` : year > 13 ? sql<SqlBool>`s.year_group > 13` : sql<SqlBool>`s.year_group = ${year}`]),
  ], sql` and `)
}

type RawRow = Readonly<Record<`score${string}`, number>> & {
  readonly caseId: CaseId; readonly called: string; readonly familyName: string; readonly bornOn: PlainDate; readonly yearGroup: number; readonly school: string | null; readonly officer: string | null
  readonly isHere: boolean; readonly score: number; readonly oldestOn: PlainDate | null; readonly halfOn: PlainDate | null; readonly issuedOn: PlainDate | null; readonly total: number
}

/** One page of the register, the plan with the oldest line first, and how many fit in all. Plans of which nothing can be said come last. */
export async function listPlans(tx: Tx, localAreaId: LocalAreaId, rule: CurrencyRule, wanted: RegisterWanted, { limit, offset }: { limit: number; offset: number }): Promise<{ rows: RegisterRow[]; total: number }> {
  const found = await sql<RawRow>`
    select s.case_id, s.called, s.family_name, s.born_on, s.year_group, s.is_here, s.score, s.oldest_on, s.half_on, s.issued_on, ${sql.join(scoredSections.map((section) => sql`s.${scoreColumn(section)}`))},
      w.name as school, o.full_name as officer, count(*) over ()::int as total
    from (${scoredPlans(tx, localAreaId, rule)}) s ${setting(tx)}
    left join organisation w on w.id = at.organisation_id left join person o on o.id = s.case_officer_id
    where ${conditions(wanted)} order by s.oldest_on nulls last, s.issued_on nulls last, s.reference limit ${limit} offset ${offset}`.execute(tx.db)
  return { rows: found.rows.map(toRow), total: found.rows[0]?.total ?? 0 }
}

const scoreAt = (place: number | undefined): Score => scores[place ?? 0] ?? 'empty'

function toRow(raw: RawRow): RegisterRow {
  const score = scoreAt(raw.score)
  return {
    caseId: raw.caseId, name: `${raw.called} ${raw.familyName}`, bornOn: raw.bornOn, yearGroup: raw.yearGroup, standing: raw.isHere ? score : 'not-here',
    sections: Object.fromEntries(scoredSections.map((section) => [section, scoreAt(raw[`score${section}`])])) as Record<ScoredSection, Score>,
    ...(raw.school === null ? {} : { school: raw.school }), ...(raw.officer === null ? {} : { officer: raw.officer }),
    ...(raw.oldestOn === null ? {} : { oldestOn: raw.oldestOn }), ...(raw.halfOn === null ? {} : { halfOn: raw.halfOn }), ...(raw.issuedOn === null ? {} : { issuedOn: raw.issuedOn }),
  }
}

export interface RegisterFigures {
  /** How many plans in force stand at each: they add up to all. */
  readonly counts: Readonly<Record<Standing, number>>
  readonly all: number
  /** By section, of the plans whose words are here. */
  readonly sections: Readonly<Record<ScoredSection, Readonly<Record<Score, number>>>>
  /** In whole months, the median over plans of the oldest live line in B to G (A-m11); undefined without a plan. */
  readonly oldestMonths: number | undefined
  /** In whole months, the age by which half of all live lines in B to H2 were last confirmed. */
  readonly halfMonths: number | undefined
  readonly lines: number
}

/** The numbers of all plans that the viewer sees in the area, in one statement. */
export async function readFigures(tx: Tx, localAreaId: LocalAreaId, rule: CurrencyRule): Promise<RegisterFigures> {
  const sectionCounts = scoredSections.flatMap((section) => scores.map((score) =>
    sql`count(*) filter (where s.is_here and s.${scoreColumn(section)} = ${scores.indexOf(score)})::int as ${sql.ref(`${section.toLowerCase()}_${score}`)}`))
  const found = await sql<Record<string, number | null> & { oldestDay: PlainDate | null; halfDay: PlainDate | null }>`
    with s as materialized (${scoredPlans(tx, localAreaId, rule)})
    select count(*)::int as every, ${sql.join(standings.map((standing) => sql`count(*) filter (where ${isStandingNow(standing)})::int as ${sql.ref(standing.replace('-', '_'))}`))}, ${sql.join(sectionCounts)},
      percentile_disc(0.5) within group (order by s.oldest_on desc) filter (where s.oldest_on is not null) as oldest_day,
      (select percentile_disc(0.5) within group (order by d desc) from s l, unnest(l.line_days) d) as half_day,
      coalesce(sum(cardinality(s.line_days)), 0)::int as lines
    from s`.execute(tx.db)
  const row = found.rows[0]
  const count = (name: string): number => Number(row?.[name] ?? 0)
  const months = (day: PlainDate | null | undefined): number | undefined => (day === null || day === undefined ? undefined : monthsSince(day, tx.today))
  return {
    all: count('every'), counts: { red: count('red'), amber: count('amber'), green: count('green'), empty: count('empty'), 'not-here': count('notHere') },
    sections: Object.fromEntries(scoredSections.map((section) => [section, Object.fromEntries(scores.map((score) => [score, count(camel(`${section.toLowerCase()}_${score}`))]))])) as RegisterFigures['sections'],
    oldestMonths: months(row?.oldestDay), halfMonths: months(row?.halfDay), lines: count('lines'),
  }
}

const camel = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Officers and settings that the register can be narrowed to. */
export async function listChoices(tx: Tx, localAreaId: LocalAreaId, rule: CurrencyRule): Promise<{ officers: { id: PersonId; name: string }[]; schools: { id: OrganisationId; name: string }[] }> {
  const found = await sql<{ kind: 'officer' | 'school'; id: string; name: string }>`
    with s as materialized (${scoredPlans(tx, localAreaId, rule)})
    select distinct 'officer' as kind, o.id::text, o.full_name as name from s join person o on o.id = s.case_officer_id
    union all
    select distinct 'school', w.id::text, w.name from s ${setting(tx)} join organisation w on w.id = at.organisation_id
    order by 3`.execute(tx.db)
  const of = <T extends string>(kind: 'officer' | 'school') => found.rows.filter((row) => row.kind === kind).map(({ id, name }) => ({ id: id as T, name }))
  return { officers: of<PersonId>('officer'), schools: of<OrganisationId>('school') }
}
