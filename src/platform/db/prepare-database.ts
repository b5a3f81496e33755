import { runMigrations } from 'graphile-worker'
import { escapeIdentifier } from 'pg'
import { migrate } from './migrate.ts'
import { withOwnerClient } from './owner-client.ts'
import { ensureRoles, grantToRoles, type RoleOptions } from './roles.ts'

/** A table that follows the code: these rows and no others. */
export interface KeptTable {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface PrepareOptions extends RoleOptions {
  readonly directory: string
  /** Filled where the migrations have made them. */
  readonly kept?: readonly KeptTable[]
}

/** Everything a database needs before the program can use it: roles, our tables and the job queue's, and what the roles may do. Answers with what ran. */
export async function prepareDatabase(options: PrepareOptions): Promise<string[]> {
  await ensureRoles(options)
  const applied = await migrate(options)
  await runMigrations({ connectionString: options.connectionString })
  await keepTables(options.connectionString, options.kept ?? [])
  await grantToRoles(options.connectionString)
  return applied
}

/** Makes each table say what the code says: in one transaction, so that nobody ever finds it empty. */
async function keepTables(connectionString: string, kept: readonly KeptTable[]): Promise<void> {
  await withOwnerClient({ connectionString }, async (client) => {
    for (const { table, columns, rows } of kept) {
      const { rows: [found] } = await client.query<{ isThere: boolean }>('select to_regclass($1) is not null as "isThere"', [`public.${table}`])
      if (found?.isThere !== true) continue
      const name = escapeIdentifier(table)
      const list = columns.map((column) => escapeIdentifier(column)).join(', ')
      const given = `select ${columns.map((_, index) => `r ->> ${index}`).join(', ')} from json_array_elements($1::json) r`
      await client.query('begin')
      await client.query(`lock table ${name} in exclusive mode`)
      await client.query(`delete from ${name} where (${list}) not in (${given})`, [JSON.stringify(rows)])
      await client.query(`insert into ${name} (${list}) ${given} on conflict do nothing`, [JSON.stringify(rows)])
      await client.query('commit')
    }
  })
}
