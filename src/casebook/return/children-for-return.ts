// The children of an area as the national return reads them: in batches by their key, each batch with the same few statements, however many children
// there are. Only the system reads so: a return tells of every child, also of those whom the person who sends it may not see.

import { sql } from 'kysely'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { Fact, FactType, Requester } from '../../domain/case-file/facts.ts'
import type { CaseId, ChildId, LocalAreaId, PlanId } from '../../domain/ids.ts'
import { factTypesRead } from '../../domain/sen2/from-record/fact-types.ts'
import type {
  AddressForReturn, BudgetForReturn, CaseForReturn, ChildForReturn, FactForReturn, NeedForReturn, RequestForReturn, SettingForReturn,
} from '../../domain/sen2/from-record/record-for-return.ts'
import type { Tx } from '../tx.ts'

export const childrenInBatch = 500

const childColumns = ['c.id', 'c.familyName', 'c.givenName', 'c.bornOn', 'c.sex', 'c.ethnicityCode', 'c.upn', 'c.uln', 'c.upnUnknown'] as const

export interface ChildRecord {
  readonly childId: ChildId
  readonly child: ChildForReturn
}

/** The next children of the area after this one who have or had a request or a plan, at most `childrenInBatch`, by id. Empty at the end. */
export async function childrenForReturn(tx: Tx, localAreaId: LocalAreaId, after: ChildId | undefined): Promise<ChildRecord[]> {
  if (tx.viewer.kind !== 'system') throw new Error('only the system reads a whole area')
  // Along the index of cases by child: asked of children, each batch would look through all that are still to come.
  const found = await tx.db.selectFrom('caseFile as f').select('f.childId').distinct()
    .where('f.localAreaId', '=', localAreaId).where('f.stage', '<>', 'not-known').$if(after !== undefined, (query) => query.where('f.childId', '>', after ?? ('' as ChildId)))
    .orderBy('f.childId').limit(childrenInBatch).execute()
  if (found.length === 0) return []
  const ids = found.map(({ childId }) => childId)
  const children = await tx.db.selectFrom('child as c').select(childColumns)
    .where('c.localAreaId', '=', localAreaId).where('c.id', '=', sql<ChildId>`any(${ids}::uuid[])`).orderBy('c.id').execute()
  const read = await rowsOf(tx, localAreaId, ids)
  return children.map((row) => ({ childId: row.id, child: childOf(row, read) }))
}

/** One child, as whoever looks may see them: of the council, all of the child's cases in the area. */
export async function childForReturn(tx: Tx, localAreaId: LocalAreaId, childId: ChildId): Promise<ChildForReturn> {
  const row = await tx.db.selectFrom('child as c').select(childColumns)
    .where('c.localAreaId', '=', localAreaId).where('c.id', '=', childId).executeTakeFirstOrThrow()
  return childOf(row, await rowsOf(tx, localAreaId, [row.id]))
}

type ChildRow = { readonly id: ChildId } & Readonly<Record<'familyName' | 'givenName', string>> & { readonly bornOn: PlainDate } & Readonly<Record<'sex' | 'ethnicityCode' | 'upn' | 'uln' | 'upnUnknown', string | null>>

const childOf = ({ id, ...row }: ChildRow, { addresses, needs, settings, cases }: RowsRead): ChildForReturn =>
  ({ ...given(row), addresses: addresses.get(id) ?? [], needs: needs.get(id) ?? [], settings: settings.get(id) ?? [], cases: cases.get(id) ?? [] })

/** Columns that have a value: what is null nobody has said. */
type Given<Row> = { [Key in keyof Row as null extends Row[Key] ? never : Key]: Row[Key] } & { [Key in keyof Row as null extends Row[Key] ? Key : never]?: Exclude<Row[Key], null> }
function given<Row extends object>(row: Row): Given<Row> {
  const kept: Partial<Record<keyof Row, unknown>> = {}
  for (const key of Object.keys(row) as (keyof Row)[]) if (row[key] !== null) kept[key] = row[key]
  return kept as unknown as Given<Row>
}

interface RowsRead {
  readonly addresses: ReadonlyMap<ChildId, AddressForReturn[]>
  readonly needs: ReadonlyMap<ChildId, NeedForReturn[]>
  readonly settings: ReadonlyMap<ChildId, SettingForReturn[]>
  readonly cases: ReadonlyMap<ChildId, CaseForReturn[]>
}

async function rowsOf(tx: Tx, localAreaId: LocalAreaId, ids: readonly ChildId[]): Promise<RowsRead> {
  const addresses = await sql<{ childId: ChildId; household: string; postcode: string | null; fromOn: PlainDate; toOn: PlainDate | null }>`
    select child_id, household, postcode, from_on, to_on from child_address where local_area_id = ${localAreaId} and child_id = any(${ids}::uuid[])`.execute(tx.db)
  const needs = await sql<{ childId: ChildId; need: string; rank: 1 | 2; fromOn: PlainDate; toOn: PlainDate | null }>`
    select child_id, need, rank, from_on, to_on from child_need where local_area_id = ${localAreaId} and child_id = any(${ids}::uuid[])`.execute(tx.db)
  const settings = await sql<SettingRow & { childId: ChildId }>`
    select s.child_id, ${settingColumns} from child_setting s left join organisation o on o.id = s.organisation_id where s.local_area_id = ${localAreaId} and s.child_id = any(${ids}::uuid[])`.execute(tx.db)
  return { addresses: grouped(addresses.rows, 'childId'), needs: grouped(needs.rows, 'childId'), settings: grouped(settings.rows, 'childId'), cases: await casesOf(tx, localAreaId, ids) }
}

interface SettingRow {
  readonly rank: 1 | 2; readonly urn: string | null; readonly ukprn: string | null; readonly settingType: string | null; readonly senSetting: string | null; readonly senSettingOther: string | null
  readonly senUnit: boolean | null; readonly resourced: boolean | null; readonly residential: 'A' | 'B' | null; readonly workBased: 'A' | 'T' | 'S' | null; readonly fromOn: PlainDate; readonly toOn: PlainDate | null
}
const settingColumns = sql`s.rank, o.urn, o.ukprn, o.setting_type, s.sen_setting, s.sen_setting_other, s.sen_unit, s.resourced, s.residential, s.work_based, s.from_on, s.to_on`

async function casesOf(tx: Tx, localAreaId: LocalAreaId, ids: readonly ChildId[]): Promise<Map<ChildId, CaseForReturn[]>> {
  const cases = await sql<{ id: CaseId; childId: ChildId; planId: PlanId | null }>`
    select f.id, f.child_id, p.id as plan_id from case_file f left join plan p on p.local_area_id = f.local_area_id and p.case_id = f.id
    where f.local_area_id = ${localAreaId} and f.child_id = any(${ids}::uuid[]) and f.stage <> 'not-known' order by f.opened_at, f.id`.execute(tx.db)
  const caseIds = cases.rows.map(({ id }) => id)
  const planIds = cases.rows.flatMap(({ planId }) => (planId === null ? [] : [planId]))
  const facts = await sql<{ caseId: CaseId; seq: number; type: FactType; happenedOn: PlainDate; data: object; corrects: number | null }>`
    select case_id, seq, type, happened_on, data, corrects_seq as corrects from fact
    where local_area_id = ${localAreaId} and case_id = any(${caseIds}::uuid[]) and (type = any(${[...factTypesRead]}::text[]) or corrects_seq is not null) order by case_id, seq`.execute(tx.db)
  const requests = await sql<{ caseId: CaseId; id: string; madeBy: Requester; inYouthAccommodation: boolean | null }>`
    select case_id, id, made_by, in_youth_accommodation from request where local_area_id = ${localAreaId} and case_id = any(${caseIds}::uuid[])`.execute(tx.db)
  const named = await sql<SettingRow & { planId: PlanId }>`
    select s.plan_id, ${settingColumns} from named_setting s left join organisation o on o.id = s.organisation_id where s.local_area_id = ${localAreaId} and s.plan_id = any(${planIds}::uuid[])`.execute(tx.db)
  const budgets = await sql<{ planId: PlanId; isTakenUp: boolean; isOrganised: boolean | null; directPayment: BudgetForReturn['directPayment'] | null; fromOn: PlainDate; toOn: PlainDate | null }>`
    select plan_id, is_taken_up, is_organised, direct_payment, from_on, to_on from personal_budget where local_area_id = ${localAreaId} and plan_id = any(${planIds}::uuid[])`.execute(tx.db)
  const ledgers = new Map<CaseId, FactForReturn[]>()
  for (const { caseId, type, data, seq, happenedOn, corrects } of facts.rows) {
    // What the ledger keeps is a fact of this type, as casebook/ledger.ts wrote it.
    const fact = { ...data, type, seq, happenedOn, ...(corrects === null ? {} : { corrects }) } as unknown as FactForReturn<Fact>
    const ledger = ledgers.get(caseId)
    if (ledger === undefined) ledgers.set(caseId, [fact])
    else ledger.push(fact)
  }
  const [asked, settings, budgetOf] = [grouped<CaseId, RequestForReturn>(requests.rows, 'caseId'), grouped<PlanId, SettingForReturn>(named.rows, 'planId'), grouped<PlanId, BudgetForReturn>(budgets.rows, 'planId')]
  const found = new Map<ChildId, CaseForReturn[]>()
  for (const { id, childId, planId } of cases.rows) {
    const own: CaseForReturn = {
      id, ledger: ledgers.get(id) ?? [], requests: asked.get(id) ?? [], namedSettings: (planId === null ? undefined : settings.get(planId)) ?? [], personalBudgets: (planId === null ? undefined : budgetOf.get(planId)) ?? [],
    }
    found.set(childId, [...found.get(childId) ?? [], own])
  }
  return found
}

/** Rows without their nulls, by the id in one column. */
function grouped<Id extends string, Value>(rows: readonly object[], by: string): Map<Id, Value[]> {
  const found = new Map<Id, Value[]>()
  for (const row of rows) {
    const { [by]: id, ...value } = given(row) as Record<string, unknown>
    const list = found.get(id as Id)
    if (list === undefined) found.set(id as Id, [value as Value])
    else list.push(value as Value)
  }
  return found
}
