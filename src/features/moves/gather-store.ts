// All SQL by which a package is gathered: rows of the format's tables that go, the people and bodies that they name, what is open.

import type { RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import { notSealed } from '../../casebook/access/item-seals.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import { clockOn } from '../../domain/clocks/regimes.ts'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import { readMovedRows } from './moved-rows-store.ts'
import type { MovedClock, MovedOrganisation, MovedPerson, Row, Tables } from './package/format.ts'
import type { MovedTable } from './package/moved-tables.ts'
import { columnsOf, movedTableNames } from './package/moved-tables.ts'
import type { WhatGoes } from './what-goes-store.ts'
import { travellingVersions } from './what-goes-store.ts'

/** The rows that go: never one under a seal, whoever asks, and of reports and documents those that somebody sent. */
export async function readTables(tx: Tx, caseFile: CaseFile, { planId, hasProtectedAddress }: WhatGoes, goes: readonly string[], kind: 'plan' | 'assessment'): Promise<Tables> {
  const { localAreaId, id: caseId, child } = caseFile
  const ids = sql`${[...goes]}::uuid[]`
  const nothing = sql<SqlBool>`false`
  const versions = planId === undefined ? [] : await travellingVersions(tx, caseFile, planId)
  const ofPlan = planId === undefined ? nothing : sql<SqlBool>`t.plan_id = ${planId}`
  const ofLine = planId === undefined ? nothing : sql<SqlBool>`t.line_id in (select l.id from plan_line l where l.local_area_id = t.local_area_id and l.plan_id = ${planId})`
  const which = (table: MovedTable): RawBuilder<SqlBool> => {
    switch (table) {
      case 'child': return sql<SqlBool>`t.id = ${child.id}`
      case 'childAddress': return hasProtectedAddress ? nothing : sql<SqlBool>`t.child_id = ${child.id} and not t.is_confidential`
      case 'request': return kind === 'assessment' ? sql<SqlBool>`t.case_id = ${caseId}` : nothing
      case 'document': return sql<SqlBool>`t.case_id = ${caseId} and t.removed_at is null and t.scan_state = 'clean' and t.id = any(${ids}) and ${notSealed(caseFile, 't.id')}`
      case 'advice': return sql<SqlBool>`t.case_id = ${caseId} and t.state in ('given', 'accepted') and t.id = any(${ids}) and ${notSealed(caseFile, 't.id')}`
      case 'adviceLine': return sql<SqlBool>`t.advice_id = any(${ids}) and t.advice_id in (select a.id from advice a where a.local_area_id = t.local_area_id and a.case_id = ${caseId}) and ${notSealed(caseFile, 't.adviceId')}`
      case 'adviceFile': return sql<SqlBool>`t.removed_at is null and t.advice_id = any(${ids}) and t.document_id = any(${ids}) and ${notSealed(caseFile, 't.adviceId')} and ${notSealed(caseFile, 't.documentId')}`
      case 'plan': return sql<SqlBool>`t.case_id = ${caseId}`
      case 'planLine': case 'namedSetting': case 'personalBudget': case 'planLineLink': case 'proposal': case 'lineConfirmation': return ofPlan
      case 'planVersion': return sql<SqlBool>`${ofPlan} and t.id = any(${versions}::uuid[])`
      case 'planLineRevision': return ofLine
      case 'planLineSource': return sql<SqlBool>`${ofLine} and (t.advice_id is null or t.advice_id = any(${ids})) and ${notSealed(caseFile, 't.adviceId')}`
      case 'termToKeepOut': case 'changeSaid': case 'orderedChange': case 'planCeasing': case 'reassessment': case 'phaseTransfer': return sql<SqlBool>`t.case_id = ${caseId}`
      case 'lockedWording': return sql<SqlBool>`t.case_id = ${caseId} and ${ofPlan}`
      case 'reviewArrangement': return sql<SqlBool>`t.case_id = ${caseId} and t.version_id = any(${versions}::uuid[])`
      case 'reviewInvitation': return sql<SqlBool>`t.case_id = ${caseId}`
      case 'reviewContribution': return sql<SqlBool>`t.case_id = ${caseId} and t.given_at is not null`
      case 'reviewReport': return sql<SqlBool>`t.case_id = ${caseId} and t.sent_at is not null`
      default: return sql<SqlBool>`t.child_id = ${child.id}`
    }
  }
  const tables: Partial<Record<MovedTable, readonly Row[]>> = {}
  for (const table of movedTableNames) {
    const order = orderOf[table] ?? 'id'
    const rows = await readMovedRows(tx, table, localAreaId, which(table), order)
    // They have moved: where they lived when they asked says nothing now, and may be nobody's to know.
    tables[table] = table === 'request' ? rows.map((row) => ({ ...row, answers: withoutHome(row['answers']) }))
      : table === 'planLineRevision' ? rows.toSorted((a, b) => String(a['lineId']).localeCompare(String(b['lineId'])) || Number(a['n']) - Number(b['n'])) : rows
  }
  return tables as Tables
}

const orderOf: Partial<Record<MovedTable, string>> = { planLineRevision: 'lineId', adviceFile: 'documentId', reviewArrangement: 'reviewId', reviewContribution: 'invitationId', reviewReport: 'reviewId' }

const withoutHome = (answers: unknown): unknown => (typeof answers === 'object' && answers !== null ? Object.fromEntries(Object.entries(answers).filter(([name]) => name !== 'home')) : answers)

const named = (tables: Tables, wanted: 'person' | 'organisation'): string[] => [...new Set(movedTableNames.flatMap((table) => {
  const columns = columnsOf(table).filter(([, { kind }]) => kind === wanted).map(([name]) => name)
  return tables[table].flatMap((row) => columns.flatMap((name) => (typeof row[name] === 'string' ? [row[name]] : [])))
}))]

export async function peopleOf(tx: Tx, tables: Tables): Promise<MovedPerson[]> {
  const ids = named(tables, 'person') as PersonId[]
  const family = new Set<unknown>([...tables.relationship.map(({ personId }) => personId), ...tables.child.map(({ personId }) => personId)])
  const rows = ids.length === 0 ? [] : await tx.db.selectFrom('person').select(['id', 'fullName', 'profession', 'registration', 'email', 'phone']).where('id', 'in', ids).orderBy('id').execute()
  return rows.map(({ id, fullName, profession, registration, email, phone }) => {
    const isFamily = family.has(id)
    return {
      id, fullName, isFamily, ...(profession === null ? {} : { profession }), ...(registration === null ? {} : { registration }),
      ...(isFamily && email !== null ? { email } : {}), ...(isFamily && phone !== null ? { phone } : {}),
    }
  })
}

export async function bodiesOf(tx: Tx, tables: Tables): Promise<MovedOrganisation[]> {
  const ids = named(tables, 'organisation') as OrganisationId[]
  const rows = ids.length === 0 ? [] : await tx.db.selectFrom('organisation').select(['id', 'kind', 'name', 'service', 'urn', 'ukprn', 'odsCode']).where('id', 'in', ids).orderBy('id').execute()
  return rows.map(({ id, kind, name, ...codes }) => ({ id, kind, name, ...Object.fromEntries(Object.entries(codes).filter(([, code]) => code !== null)) }))
}

/** Names of people by id, for what the ledger says. */
export async function namesOf(tx: Tx, ids: readonly PersonId[]): Promise<ReadonlyMap<string, string>> {
  return new Map(ids.length === 0 ? [] : (await tx.db.selectFrom('person').select(['id', 'fullName']).where('id', 'in', [...ids]).execute()).map(({ id, fullName }) => [id as string, fullName]))
}

export async function openClocks(tx: Tx, { localAreaId, id }: CaseFile): Promise<MovedClock[]> {
  const rows = await tx.db.selectFrom('clock').select(['clockId', 'startedOn', 'dueOn', 'owedBy']).where('localAreaId', '=', localAreaId).where('caseId', '=', id).where('isOpen', '=', true)
    .orderBy('dueOn').orderBy('clockId').execute()
  return rows.map(({ clockId, startedOn, dueOn, owedBy }) => ({ clock: clockId, title: clockOn(clockId, tx.today)?.title ?? clockId, startedOn, owedBy, ...(dueOn === null ? {} : { dueOn }) }))
}

/** The frozen text of each version that goes, by its hash. */
export async function textsOf(tx: Tx, { localAreaId }: CaseFile, versions: readonly Row[]): Promise<Map<string, string>> {
  const ids = versions.map(({ id }) => String(id))
  const { rows } = await sql<{ sha256: string; content: string }>`select sha256, content from plan_version where local_area_id = ${localAreaId} and id = any(${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.map(({ sha256, content }) => [sha256, content]))
}
