// The rows of a package out of the database and into it, by the format's own table of columns (package/moved-tables.ts) and by nothing
// else. A child's whole record lies in tables that many features write; here it is copied as it stands, and no rule is applied to it.
// That this one file writes other folders' tables is decided in docs/decisions/0029.

import type { RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '../../casebook/tx.ts'
import type { CaseId, ChildId, LocalAreaId } from '../../domain/ids.ts'
import type { Row } from './package/format.ts'
import type { MovedTable } from './package/moved-tables.ts'
import { columnsOf, tablesOfChild, tablesOfRows } from './package/moved-tables.ts'

/** The rows of one table for which a condition on `t` holds. Keys inside JSON stay as they are; moments with their zone. */
export async function readMovedRows(tx: Tx, table: MovedTable, localAreaId: LocalAreaId, where: RawBuilder<SqlBool>, order = 'id'): Promise<Row[]> {
  const columns = sql.join(columnsOf(table).map(([name]) => sql`${sql.lit(name)}::text, to_jsonb(${sql.ref(`t.${name}`)})`))
  const { rows } = await sql<{ row: string }>`
    select jsonb_build_object(${columns})::text as row from ${sql.table(table)} t where t.local_area_id = ${localAreaId} and ${where} order by ${sql.ref(`t.${order}`)}`.execute(tx.db)
  return rows.map(({ row }) => JSON.parse(row) as Row)
}

export interface NewHome {
  readonly localAreaId: LocalAreaId
  readonly caseId: CaseId
  readonly childId: ChildId
}

/** Columns that no package names and a table must have. */
const ownColumns = (table: MovedTable, { caseId }: NewHome): Row =>
  (table === 'document' ? { caseId, scanState: 'clean' } : tablesOfChild.includes(table) || tablesOfRows.includes(table) ? {} : { caseId })

/** Puts rows in as they are given, under the new area and case. `more` are columns that the format does not hold in its rows. */
export async function writeMovedRows(tx: Tx, table: MovedTable, home: NewHome, rows: readonly Row[], more: readonly Row[] = []): Promise<void> {
  if (rows.length === 0) return
  const whole = rows.map((row, index) => ({ localAreaId: home.localAreaId, ...row, ...ownColumns(table, home), ...more[index] }))
  const names = Object.keys(whole[0] ?? {})
  const list = sql.join(names.map((name) => sql.ref(name)))
  const inColumns = whole.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])))
  await sql`insert into ${sql.table(table)} (${list}) select ${list} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(inColumns)}::jsonb)`.execute(tx.db)
}

/** As the columns are called: "pdfSha256" is pdf_sha256. */
const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Whether rows from outside are such as the tables take: what each may hold is checked by the format, what its words may be by the database
 * (SQLSTATE classes 22 and 23). The caller refuses them whole, and so undoes what was written. Every other fault is one.
 */
export async function isWritten(write: () => Promise<void>): Promise<boolean> {
  try {
    await write()
    return true
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && /^2[23]...$/.test(String(thrown.code))) return false
    throw thrown
  }
}
