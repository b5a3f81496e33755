// For a whole country: indexes and foreign keys are taken off before the rows come and made again after them, which is quicker than to keep
// them up row by row. Only in a database that holds no child yet. Keys and unique rules that have the rows apart from each other stay.

import type { Client } from 'pg'
import { asInSql, loadedTables } from './rows.ts'

export interface TakenOff { readonly indexes: readonly string[]; readonly keys: readonly { readonly table: string; readonly name: string; readonly definition: string }[] }

export async function takeOff(client: Client): Promise<TakenOff> {
  const tables = loadedTables.map(asInSql)
  const indexes = await client.query<{ name: string; definition: string }>(`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
    where t.relnamespace = 'public'::regnamespace and t.relname = any($1) and not i.indisprimary and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`, [tables])
  const keys = await client.query<{ table: string; name: string; definition: string }>(`
    select t.relname as "table", k.conname as name, pg_get_constraintdef(k.oid) as definition from pg_constraint k join pg_class t on t.oid = k.conrelid
    where t.relnamespace = 'public'::regnamespace and k.contype = 'f' and t.relname = any($1)`, [tables])
  await client.query('begin')
  for (const { table, name } of keys.rows) await client.query(`alter table ${client.escapeIdentifier(table)} drop constraint ${client.escapeIdentifier(name)}`)
  for (const { name } of indexes.rows) await client.query(`drop index ${client.escapeIdentifier(name)}`)
  // Whoever tidies up after each area would read all the areas before it again: the whole is looked at once, at its end.
  for (const table of tables) await client.query(`alter table ${client.escapeIdentifier(table)} set (autovacuum_enabled = false)`)
  await client.query('commit')
  return { indexes: indexes.rows.map(({ definition }) => definition), keys: keys.rows }
}

/** Made again by all the connections that are given, side by side; a foreign key looks at every row once. */
export async function putBack(clients: readonly Client[], { indexes, keys }: TakenOff): Promise<void> {
  const left = [...indexes]
  const each = async (client: Client): Promise<void> => {
    await client.query(`set maintenance_work_mem = '512MB'`)
    for (let next = left.shift(); next !== undefined; next = left.shift()) await client.query(next)
  }
  await Promise.all(clients.map(each))
  const [first] = clients
  // A key locks both of its tables: one after another.
  for (const { table, name, definition } of keys) await first?.query(`alter table ${first.escapeIdentifier(table)} add constraint ${first.escapeIdentifier(name)} ${definition}`)
  for (const table of loadedTables.map(asInSql)) await first?.query(`alter table ${first.escapeIdentifier(table)} reset (autovacuum_enabled)`)
}
