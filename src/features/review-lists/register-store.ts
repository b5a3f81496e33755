// The register of planned reviews: rows and counts, always the same number of statements whatever the area's size.

import type { SqlBool } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../casebook/tx.ts'
import type { SchoolTerm } from '../../domain/calendar/school-terms.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { CaseId, LocalAreaId, OrganisationId, PersonId } from '../../domain/ids.ts'
import type { OtherwiseArrangement, PlannedKind, PlannedState } from '../../domain/review/planned.ts'
import { isOtherwiseArrangement, isPlannedKind, isPlannedState, otherwiseArrangements, plannedKinds, plannedStates } from '../../domain/review/planned.ts'
import type { WhichPlans } from './planned-reviews-store.ts'
import { ofArea, plannedReviews, settingNames } from './planned-reviews-store.ts'

export interface RegisterWanted {
  readonly state?: PlannedState
  readonly kind?: PlannedKind
  /** A person's id, or 'nobody'. */
  readonly officer?: string
  readonly settingId?: string
  /** The first day of a term: plans whose meeting must be by its end, what is overdue with them. */
  readonly term?: SchoolTerm
  readonly arrangement?: OtherwiseArrangement | 'any'
}

export interface PlannedRow {
  readonly key: { readonly area: string; readonly caseId: CaseId }
  readonly areaName: string
  readonly reference: string
  readonly name: string
  readonly bornOn: PlainDate
  readonly settings: string
  readonly kinds: readonly PlannedKind[]
  readonly state: PlannedState
  /** The last day by law of the decision; absent when the clocks cannot tell it. */
  readonly dueOn?: PlainDate
  readonly meetingBy?: PlainDate
  readonly meetingOn?: PlainDate
  readonly heldOn?: PlainDate
  /** In which a review of a child under five is considered. */
  readonly early?: { readonly from: PlainDate; readonly to: PlainDate }
  readonly transfer?: { readonly id: string; readonly on: PlainDate }
  readonly arrangement: OtherwiseArrangement | 'attending'
  readonly officer?: string
  readonly convenor?: string
}

interface Raw {
  readonly code: string; readonly areaName: string; readonly caseId: CaseId; readonly reference: string; readonly givenName: string; readonly preferredName: string | null; readonly familyName: string; readonly bornOn: PlainDate
  readonly settingNames: string; readonly kinds: readonly string[]; readonly state: string; readonly dueOn: PlainDate | null; readonly meetingBy: PlainDate | null; readonly meetingOn: PlainDate | null; readonly heldOn: PlainDate | null
  readonly earlyFrom: PlainDate | null; readonly earlyTo: PlainDate | null; readonly phaseId: string | null; readonly phaseOn: PlainDate | null; readonly placement: string; readonly officer: string | null; readonly convenor: string | null; readonly total: number
}

function conditions({ state, kind, officer, settingId, term, arrangement }: RegisterWanted) {
  return sql.join([
    sql<SqlBool>`true`,
    ...(state === undefined ? [] : [sql<SqlBool>`t.state = ${state}`]),
    ...(kind === undefined ? [] : [sql<SqlBool>`${kind} = any(t.kinds)`]),
    ...(officer === undefined ? [] : officer === 'nobody' ? [sql<SqlBool>`t.officer_id is null`] : [sql<SqlBool>`t.officer_id = ${officer}`]),
    ...(settingId === undefined ? [] : [sql<SqlBool>`${settingId}::uuid = any(t.setting_ids)`]),
    // What should have been before the term is still to do in it.
    ...(term === undefined ? [] : [sql<SqlBool>`t.meeting_by <= ${term.lastDay}`]),
    ...(arrangement === undefined ? [] : arrangement === 'any' ? [sql<SqlBool>`t.placement <> 'attending'`] : [sql<SqlBool>`t.placement = ${arrangement}`]),
  ], sql` and `)
}

export interface Page { readonly limit: number; readonly offset: number }

const order = sql`t.due_on is not null, t.meeting_by, t.reference, t.case_id`

/** `shown` and `listed`: a page of `planned` with whose plans they are, those without a date first, then the earliest meeting. */
const pageOf = (wanted: RegisterWanted, { limit, offset }: Page) => sql`
      shown as (select t.*, row_number() over (order by ${order}) as place, count(*) over ()::int as total from planned t where ${conditions(wanted)} order by place limit ${limit} offset ${offset}),
      listed as (
        select a.code, a.name as area_name, t.case_id, t.reference, ch.given_name, ch.preferred_name, ch.family_name, ch.born_on, ${settingNames} as setting_names, t.kinds, t.state, t.due_on, t.meeting_by, t.meeting_on, t.held_on,
          t.early_from, t.early_to, t.phase_id, t.phase_on, t.placement, o.full_name as officer, v.full_name as convenor, t.total, t.place
        from shown t join local_area a on a.id = t.local_area_id join child ch on ch.local_area_id = t.local_area_id and ch.id = t.child_id
        left join lateral (select p.full_name from person p where p.id = t.officer_id offset 0) o on true left join lateral (select p.full_name from person p where p.id = t.convenor_id offset 0) v on true)`

/** Plans of one relation with whose they are. */
export async function listPlanned(tx: Tx, which: WhichPlans, now: SchoolTerm, wanted: RegisterWanted, page: Page): Promise<{ rows: PlannedRow[]; total: number }> {
  const found = await sql<Raw>`${plannedReviews(tx, which, now)}, ${pageOf(wanted, page)} select l.* from listed l order by l.place`.execute(tx.db)
  return { rows: found.rows.map(toRow), total: found.rows[0]?.total ?? 0 }
}

function toRow(raw: Raw): PlannedRow {
  if (!isPlannedState(raw.state)) throw new Error(`no review is ${raw.state}`)
  return {
    key: { area: raw.code, caseId: raw.caseId }, areaName: raw.areaName, reference: raw.reference, name: `${raw.preferredName ?? raw.givenName} ${raw.familyName}`, bornOn: raw.bornOn, settings: raw.settingNames,
    kinds: raw.kinds.filter(isPlannedKind), state: raw.state, arrangement: isOtherwiseArrangement(raw.placement) ? raw.placement : 'attending',
    ...(raw.dueOn === null ? {} : { dueOn: raw.dueOn }), ...(raw.meetingBy === null ? {} : { meetingBy: raw.meetingBy }), ...(raw.meetingOn === null ? {} : { meetingOn: raw.meetingOn }), ...(raw.heldOn === null ? {} : { heldOn: raw.heldOn }),
    ...(raw.earlyFrom === null || raw.earlyTo === null ? {} : { early: { from: raw.earlyFrom, to: raw.earlyTo } }), ...(raw.phaseId === null || raw.phaseOn === null ? {} : { transfer: { id: raw.phaseId, on: raw.phaseOn } }),
    ...(raw.officer === null ? {} : { officer: raw.officer }), ...(raw.convenor === null ? {} : { convenor: raw.convenor }),
  }
}

export interface PlannedCounts {
  readonly all: number
  readonly byState: Readonly<Record<PlannedState, number>>
  readonly byKind: Readonly<Record<PlannedKind, number>>
}

const countsShape = z.array(z.object({ state: z.string(), kinds: z.array(z.string()), count: z.number() }))
/** A row of the page; without a plan where none is on it. */
type Listed = { [C in keyof Raw]: Raw[C] | null } & { readonly counts: unknown }
const isPlan = (row: Listed): row is Listed & Raw => row.caseId !== null

/** One page of the area's register, and every plan in one of the states; of the kinds a plan may be of several. What is planned is gathered once for both. */
export async function readRegister(tx: Tx, localAreaId: LocalAreaId, now: SchoolTerm, wanted: RegisterWanted, page: Page): Promise<{ rows: PlannedRow[]; total: number; counts: PlannedCounts }> {
  const found = await sql<Listed>`
    ${plannedReviews(tx, ofArea(tx, localAreaId), now)}, ${pageOf(wanted, page)},
      counted as (select coalesce(jsonb_agg(to_jsonb(k)), '[]') as counts from (select t.state, t.kinds, count(*)::int as count from planned t group by 1, 2) k)
    select k.counts, l.* from counted k left join listed l on true order by l.place`.execute(tx.db)
  const rows = found.rows.filter(isPlan)
  return { rows: rows.map(toRow), total: rows[0]?.total ?? 0, counts: countsOf(countsShape.parse(found.rows[0]?.counts ?? [])) }
}

function countsOf(counted: z.infer<typeof countsShape>): PlannedCounts {
  const sum = (is: (row: { state: string; kinds: readonly string[] }) => boolean): number => counted.filter(is).reduce((total, { count }) => total + count, 0)
  const byState = Object.fromEntries(plannedStates.map((state) => [state, sum((row) => row.state === state)])) as Record<PlannedState, number>
  const byKind = Object.fromEntries(plannedKinds.map((kind) => [kind, sum((row) => row.kinds.includes(kind))])) as Record<PlannedKind, number>
  return { all: sum(() => true), byState, byKind }
}

export interface OtherwiseCount {
  readonly children: number
  /** A review was decided in the last twelve months: measure A-m13. */
  readonly reviewed: number
  /** Of the others, whose plan is not a year old: their first review is not due yet. */
  readonly notDueYet: number
  readonly withoutDate: number
  readonly withoutConvenor: number
}

/** By how children without a setting are educated. */
export async function countOtherwise(tx: Tx, localAreaId: LocalAreaId, now: SchoolTerm): Promise<Record<OtherwiseArrangement, OtherwiseCount>> {
  const found = await sql<{ placement: string } & OtherwiseCount>`
    ${plannedReviews(tx, ofArea(tx, localAreaId), now)}
    select t.placement, count(*)::int as children, count(*) filter (where d.is_decided)::int as reviewed, count(*) filter (where not d.is_decided and t.is_first and t.due_on >= ${tx.today})::int as not_due_yet,
      count(*) filter (where t.state = 'untold')::int as without_date, count(*) filter (where t.convenor_id is null)::int as without_convenor
    from planned t cross join lateral (select exists (
      select 1 from clock k where k.local_area_id = t.local_area_id and k.case_id = t.case_id and k.clock_id = 'REV-08' and k.met_on > ${tx.today}::date - interval '12 months') as is_decided) d
    where t.placement <> 'attending' group by 1`.execute(tx.db)
  const none: OtherwiseCount = { children: 0, reviewed: 0, notDueYet: 0, withoutDate: 0, withoutConvenor: 0 }
  return Object.fromEntries(otherwiseArrangements.map((one) => [one, found.rows.find(({ placement }) => placement === one) ?? none])) as Record<OtherwiseArrangement, OtherwiseCount>
}

export interface Choice { readonly id: string; readonly name: string }

/** Who looks after a plan in force of the area, and the settings that its children attend: for the filters. */
export async function listChoices(tx: Tx, localAreaId: LocalAreaId): Promise<{ officers: Choice[]; settings: Choice[] }> {
  const inForce = sql`c.local_area_id = ${localAreaId} and c.stage in ('maintained', 'reviewing', 'amending')`
  const officers = await sql<Choice>`
    select p.id, p.full_name as name from (select distinct c.case_officer_id as id from case_file c where ${inForce} offset 0) held
    cross join lateral (select w.id, w.full_name from person w where w.id = held.id offset 0) p order by p.full_name`.execute(tx.db)
  const settings = await sql<Choice>`
    select o.id, o.name from (
      select distinct s.organisation_id as id from child_setting s join case_file c on c.local_area_id = s.local_area_id and c.child_id = s.child_id
      where ${inForce} and s.from_on <= ${tx.today} and (s.to_on is null or s.to_on >= ${tx.today}) offset 0) held
    cross join lateral (select g.id, g.name from organisation g where g.id = held.id offset 0) o order by o.name`.execute(tx.db)
  return { officers: officers.rows, settings: settings.rows }
}

export interface Colleague { readonly id: PersonId; readonly name: string }

/** Officers and decision-makers of the area's council: who may convene. */
export async function listTeam(tx: Tx, localAreaId: LocalAreaId): Promise<Colleague[]> {
  return tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisationId').innerJoin('person as p', 'p.id', 'm.personId').select(['p.id', 'p.fullName as name']).distinct()
    .where('o.kind', '=', 'council').where('o.localAreaId', '=', localAreaId).where('m.role', 'in', ['case-officer', 'decision-maker']).where('m.fromOn', '<=', tx.today)
    .where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', tx.today)])).orderBy('p.fullName').execute()
}

/** Names the convenor of a case, in place of the one before. */
export async function saveConvenor(tx: Tx, { localAreaId, id }: { localAreaId: LocalAreaId; id: CaseId }, personId: PersonId): Promise<void> {
  const named = { personId, namedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, namedAt: tx.now }
  await tx.db.insertInto('reviewConvenor').values({ localAreaId, caseId: id, ...named }).onConflict((conflict) => conflict.columns(['localAreaId', 'caseId']).doUpdateSet(named)).execute()
}

/** Settings whose name holds these words, for whoever records where a child goes. */
export async function findSettings(tx: Tx, words: string): Promise<{ id: OrganisationId; name: string }[]> {
  if (words.trim() === '') return []
  return tx.db.selectFrom('organisation').select(['id', 'name']).where('kind', '=', 'setting').where('name', 'ilike', `%${words.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`).orderBy('name').limit(20).execute()
}

export async function findSetting(tx: Tx, id: string): Promise<{ organisationId: OrganisationId; name: string } | undefined> {
  return tx.db.selectFrom('organisation').select(['id as organisationId', 'name']).where('kind', '=', 'setting').where('id', '=', id as OrganisationId).executeTakeFirst()
}

/** The areas from which the pupils of these settings come: a school has children of several councils. */
export async function listAreasOfPupils(tx: Tx, settings: readonly OrganisationId[]): Promise<LocalAreaId[]> {
  const rows = await tx.db.selectFrom('caseParty').select('localAreaId').distinct().where('organisationId', 'in', [...settings]).where('part', '=', 'school').where('fromOn', '<=', tx.today)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).execute()
  return rows.map(({ localAreaId }) => localAreaId)
}
