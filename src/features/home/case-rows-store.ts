// Lists of cases: one query a list, always with the sight predicate, so that neither a row nor a count tells of a case that
// the viewer may not see.

import type { SqlBool } from 'kysely'
import { sql } from 'kysely'
import { caseInSight, casesToLookThrough } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { Stage } from '../../domain/case-file/tracks.ts'
import type { CaseId, LocalAreaId, PersonId } from '../../domain/ids.ts'
import { isHolder, isStep } from '../../domain/timeline/next-step.ts'
import type { StepName } from '../../domain/timeline/step-words.ts'
import type { Holder } from '../../domain/clocks/clock.ts'

/** A case as lists show it. */
export interface CaseRow {
  readonly key: { readonly area: string; readonly caseId: CaseId }
  readonly localAreaId: LocalAreaId
  readonly areaName: string
  readonly reference: string
  readonly name: string
  readonly bornOn: PlainDate
  readonly upn?: string
  readonly setting?: string
  readonly stage: Stage
  readonly officer?: string
  readonly receivedOn?: PlainDate
  readonly nextStep?: StepName
  readonly nextDueOn?: PlainDate
  readonly nextHolder?: Holder
}

export const dueChoices = ['late', 'week', 'month'] as const
export type DueChoice = (typeof dueChoices)[number]
export const sortKeys = ['due', 'name', 'reference', 'stage', 'received', 'officer'] as const
export type SortKey = (typeof sortKeys)[number]

export interface CaseWanted {
  readonly stage?: Stage
  /** A person's id, or 'nobody' for cases without an officer. */
  readonly officer?: string
  readonly due?: DueChoice
  /** Only stages at which something is still owed before a plan is in force. */
  readonly isOpen?: boolean
  readonly nextStep?: StepName
  readonly text?: CaseText
}

/** What was searched for: a name, a reference, a UPN, or a date of birth. */
export type CaseText =
  | { readonly by: 'born'; readonly on: PlainDate }
  | { readonly by: 'words'; readonly words: readonly string[]; readonly whole: string }

export interface Shown {
  readonly sort: SortKey
  readonly isDescending: boolean
  readonly limit: number
  readonly offset: number
}

/** Of a case that is looked through: what the child is called and found by. */
const named = {
  columns: sql`f.*, n.given_name, n.preferred_name, n.family_name, n.born_on, n.upn`,
  join: sql`join child n on n.local_area_id = f.local_area_id and n.id = f.child_id`,
}

/** The cases in sight that are wanted, one page of them, and how many there are in all. */
export async function listCases(tx: Tx, wanted: CaseWanted, shown: Shown): Promise<{ rows: CaseRow[]; total: number }> {
  const order = sortColumn[shown.sort]
  const where = sql.join([caseInSight(tx, 'c'), ...conditions(tx, wanted)], sql` and `)
  const direction = shown.isDescending ? sql`desc` : sql`asc`
  // What only a row that is shown needs, its setting and its area, is read for those of the page.
  const found = await sql<RawRow & { total: number }>`
    with found as (
      select c.local_area_id, c.id, row_number() over (order by ${order} ${direction} nulls last, lower(c.family_name), lower(c.given_name), c.reference) as place, count(*) over () as total
      from ${casesToLookThrough(tx, named)} c ${shown.sort === 'officer' ? sql`left join person o on o.id = c.case_officer_id` : sql``}
      where ${where}
      order by place limit ${shown.limit} offset ${shown.offset})
    select ${columns}, f.total from found f join case_file c on c.local_area_id = f.local_area_id and c.id = f.id ${joins(tx.today)} order by f.place`.execute(tx.db)
  return { rows: found.rows.map(toRow), total: found.rows[0]?.total ?? 0 }
}

interface RawRow {
  readonly localAreaId: LocalAreaId; readonly id: CaseId; readonly code: string; readonly areaName: string; readonly reference: string
  readonly givenName: string; readonly preferredName: string | null; readonly familyName: string; readonly bornOn: PlainDate; readonly upn: string | null
  readonly setting: string | null; readonly stage: string; readonly officer: string | null; readonly receivedOn: PlainDate | null
  readonly nextStep: string | null; readonly nextDueOn: PlainDate | null; readonly nextHolder: string | null
}

/** Of `case_file c` with `joins`: shared by every list of cases in this feature. */
export const columns = sql`
  c.local_area_id, c.id, a.code, a.name as area_name, c.reference, ch.given_name, ch.preferred_name, ch.family_name, ch.born_on, ch.upn,
  s.name as setting, c.stage, o.full_name as officer, c.received_on, c.next_step, c.next_due_on, c.next_holder`

export const joins = (today: PlainDate) => sql`
  join local_area a on a.id = c.local_area_id
  join child ch on ch.local_area_id = c.local_area_id and ch.id = c.child_id
  left join person o on o.id = c.case_officer_id
  left join lateral (
    select og.name from child_setting cs join organisation og on og.id = cs.organisation_id
    where cs.local_area_id = c.local_area_id and cs.child_id = c.child_id
      and cs.from_on <= ${today} and (cs.to_on is null or cs.to_on >= ${today})
    order by cs.from_on desc limit 1) s on true`

export type { RawRow }

export function toRow(row: RawRow): CaseRow {
  const { nextStep, nextHolder } = row
  return {
    key: { area: row.code, caseId: row.id }, localAreaId: row.localAreaId, areaName: row.areaName, reference: row.reference,
    name: `${row.preferredName ?? row.givenName} ${row.familyName}`, bornOn: row.bornOn, stage: row.stage as Stage,
    ...(row.upn === null ? {} : { upn: row.upn }), ...(row.setting === null ? {} : { setting: row.setting }),
    ...(row.officer === null ? {} : { officer: row.officer }), ...(row.receivedOn === null ? {} : { receivedOn: row.receivedOn }),
    ...(nextStep !== null && isStep(nextStep) ? { nextStep } : {}), ...(row.nextDueOn === null ? {} : { nextDueOn: row.nextDueOn }),
    ...(nextHolder !== null && isHolder(nextHolder) ? { nextHolder } : {}),
  }
}

const sortColumn = {
  due: sql`c.next_due_on`, name: sql`lower(c.family_name)`, reference: sql`c.reference`, stage: sql`array_position(array['considering', 'assessing', 'drafting', 'draft-out', 'maintained', 'reviewing', 'amending', 'not-assessed', 'no-plan', 'closed', 'exported', 'not-known'], c.stage)`,
  received: sql`c.received_on`, officer: sql`o.full_name`,
} as const satisfies Record<SortKey, unknown>

const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')

function conditions(tx: Tx, { stage, officer, due, isOpen, nextStep, text }: CaseWanted) {
  const { today } = tx
  return [
    ...(stage === undefined ? [] : [sql<SqlBool>`c.stage = ${stage}`]),
    ...(officer === undefined ? [] : officer === 'nobody' ? [sql<SqlBool>`c.case_officer_id is null`] : [sql<SqlBool>`c.case_officer_id = ${officer}`]),
    ...(due === 'late' ? [sql<SqlBool>`c.next_due_on < ${today}`] : []),
    ...(due === 'week' ? [sql<SqlBool>`c.next_due_on between ${today} and ${today}::date + 7`] : []),
    ...(due === 'month' ? [sql<SqlBool>`c.next_due_on between ${today} and ${today}::date + 28`] : []),
    ...(isOpen === true ? [sql<SqlBool>`c.stage in ('considering', 'assessing', 'drafting', 'draft-out')`] : []),
    ...(nextStep === undefined ? [] : [sql<SqlBool>`c.next_step = ${nextStep}`]),
    ...(text === undefined ? [] : [textCondition(text)]),
  ]
}

/** Every word must begin a word of the child's names; or the whole is a reference or a UPN. */
function textCondition(text: CaseText) {
  if (text.by === 'born') return sql<SqlBool>`c.born_on = ${text.on}`
  const names = sql`(' ' || lower(c.given_name) || ' ' || lower(coalesce(c.preferred_name, '')) || ' ' || lower(c.family_name) || ' ' || replace(lower(c.family_name), '-', ' '))`
  const allWords = sql.join(text.words.map((word) => sql`${names} like ${`% ${escapeLike(word.toLowerCase())}%`}`), sql` and `)
  return sql<SqlBool>`(lower(c.reference) = ${text.whole.toLowerCase()} or c.upn = ${text.whole.toUpperCase()} or (${allWords}))`
}

/** Case officers who hold cases in sight, for the filter. */
export async function listOfficers(tx: Tx): Promise<{ id: PersonId; name: string }[]> {
  const found = await sql<{ id: PersonId; name: string }>`
    select o.id, o.full_name as name
    from (select distinct c.case_officer_id as id from ${casesToLookThrough(tx)} c where ${caseInSight(tx, 'c')} and c.case_officer_id is not null offset 0) held join person o on o.id = held.id
    order by o.full_name`.execute(tx.db)
  return [...found.rows]
}
