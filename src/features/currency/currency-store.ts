// The register of how old plans are: one page of it, and its numbers. The same number of statements whatever the area's size.

import type { SqlBool } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
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

const order = sql`s.oldest_on nulls last, s.issued_on nulls last, s.reference`

/** A page of the relation `s`, the plan with the oldest line first. Plans of which nothing can be said come last. */
const listed = (tx: Tx, wanted: RegisterWanted, { limit, offset }: Page) => sql`
    select s.case_id, s.called, s.family_name, s.born_on, s.year_group, s.is_here, s.score, s.oldest_on, s.half_on, s.issued_on, ${sql.join(scoredSections.map((section) => sql`s.${scoreColumn(section)}`))},
      w.name as school, o.full_name as officer, count(*) over ()::int as total, row_number() over (order by ${order}) as place
    from s ${setting(tx)}
    left join organisation w on w.id = at.organisation_id left join person o on o.id = s.case_officer_id
    where ${conditions(wanted)} order by place limit ${limit} offset ${offset}`

interface Page { readonly limit: number; readonly offset: number }

/** One page of the register, and how many fit in all. */
export async function listPlans(tx: Tx, localAreaId: LocalAreaId, rule: CurrencyRule, wanted: RegisterWanted, page: Page): Promise<{ rows: RegisterRow[]; total: number }> {
  const found = await sql<RawRow>`with s as (${scoredPlans(tx, localAreaId, rule)}) ${listed(tx, wanted, page)}`.execute(tx.db)
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

/** The numbers of all plans of the relation `s`, in one row. */
function figures() {
  const sectionCounts = scoredSections.flatMap((section) => scores.map((score) =>
    sql`count(*) filter (where s.is_here and s.${scoreColumn(section)} = ${scores.indexOf(score)})::int as ${sql.ref(`${section.toLowerCase()}_${score}`)}`))
  return sql`
    select count(*)::int as every, ${sql.join(standings.map((standing) => sql`count(*) filter (where ${isStandingNow(standing)})::int as ${sql.ref(standing)}`))}, ${sql.join(sectionCounts)},
      percentile_disc(0.5) within group (order by s.oldest_on desc) filter (where s.oldest_on is not null) as oldest_day,
      (select percentile_disc(0.5) within group (order by d desc) from s l, unnest(l.line_days) d) as half_day,
      coalesce(sum(cardinality(s.line_days)), 0)::int as lines
    from s`
}

const figuresShape = z.looseObject({ oldest_day: z.string().nullable(), half_day: z.string().nullable() })

function figuresOf(said: unknown, today: PlainDate): RegisterFigures {
  const row = figuresShape.parse(said)
  const count = (name: string): number => Number(row[name] ?? 0)
  // jsonb writes a date as the plain date it is.
  const months = (day: string | null): number | undefined => (day === null ? undefined : monthsSince(day as PlainDate, today))
  return {
    all: count('every'), counts: { red: count('red'), amber: count('amber'), green: count('green'), empty: count('empty'), 'not-here': count('not-here') },
    sections: Object.fromEntries(scoredSections.map((section) => [section, Object.fromEntries(scores.map((score) => [score, count(`${section.toLowerCase()}_${score}`)]))])) as RegisterFigures['sections'],
    oldestMonths: months(row.oldest_day), halfMonths: months(row.half_day), lines: count('lines'),
  }
}

/** The numbers of all plans that the viewer sees in the area, in one statement. */
export async function readFigures(tx: Tx, localAreaId: LocalAreaId, rule: CurrencyRule): Promise<RegisterFigures> {
  const { rows: [found] } = await sql<{ figures: unknown }>`with s as materialized (${scoredPlans(tx, localAreaId, rule)}), figured as (${figures()}) select to_jsonb(f) as figures from figured f`.execute(tx.db)
  return figuresOf(found?.figures, tx.today)
}

/** Officers and settings of the relation `s`, that the register can be narrowed to. */
const choices = (tx: Tx) => sql`
    select distinct 'officer' as kind, o.id::text, o.full_name as name from s join person o on o.id = s.case_officer_id
    union all
    select distinct 'school', w.id::text, w.name from s ${setting(tx)} join organisation w on w.id = at.organisation_id`

const choicesShape = z.array(z.object({ kind: z.enum(['officer', 'school']), id: z.string(), name: z.string() }))

export interface RegisterChoices { readonly officers: { id: PersonId; name: string }[]; readonly schools: { id: OrganisationId; name: string }[] }

/** A row of the page; without a plan where none is on it. */
type Listed = { [C in keyof RawRow]: RawRow[C] | null } & { readonly figures: unknown; readonly choices: unknown }
const isPlan = (row: Listed): row is Listed & RawRow => row.caseId !== null

/** One page of the register with its numbers and what it can be narrowed to: the plans are scored once for all of it. */
export async function readRegister(tx: Tx, localAreaId: LocalAreaId, rule: CurrencyRule, wanted: RegisterWanted, page: Page): Promise<{ rows: RegisterRow[]; total: number; figures: RegisterFigures; choices: RegisterChoices }> {
  const found = await sql<Listed>`
    with s as materialized (${scoredPlans(tx, localAreaId, rule)}), figured as (${figures()}), choice as (${choices(tx)}), listed as (${listed(tx, wanted, page)})
    select to_jsonb(f) as figures, (select coalesce(jsonb_agg(to_jsonb(c) order by c.name), '[]') from choice c) as choices, l.* from figured f left join listed l on true order by l.place`.execute(tx.db)
  const [first] = found.rows
  const rows = found.rows.filter(isPlan)
  const chosen = choicesShape.parse(first?.choices ?? [])
  const of = <T extends string>(kind: 'officer' | 'school') => chosen.filter((one) => one.kind === kind).map(({ id, name }) => ({ id: id as T, name }))
  return {
    rows: rows.map(toRow), total: rows[0]?.total ?? 0, figures: figuresOf(first?.figures, tx.today),
    choices: { officers: of<PersonId>('officer'), schools: of<OrganisationId>('school') },
  }
}
