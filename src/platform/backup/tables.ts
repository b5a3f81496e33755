// The tables of a database as a backup sees them: names and columns from the catalogue, rows by COPY in a fixed order and spelling,
// so that the same rows always have the same hash.

import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { escapeIdentifier } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { TableCount } from './framed.ts'

export interface TableShape {
  readonly table: string
  readonly columns: readonly string[]
  /** By what rows are put in order, as SQL: letters by their codes, because languages order them differently from server to server. */
  readonly order: string
}

/** One spelling for what a server may be set to write differently. With row_security off a policy that would hide rows is an error. */
export const sameSpelling = `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 1; set bytea_output = 'hex'; set client_encoding = 'UTF8'; set row_security = off`

/** Every table of the program but the list of migrations, which the migrations make themselves. */
export async function listTables(client: Client): Promise<TableShape[]> {
  const { rows } = await client.query<{ table: string; columns: string[]; order: string }>(`
    select c.relname as "table",
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select string_agg(quote_ident(a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end, ', ' order by k.place)
        from pg_index i cross join unnest(i.indkey) with ordinality as k (attnum, place)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary),
        (select string_agg(quote_ident(a.attname) || '::text collate "C"', ', ' order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')) as "order"
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration' order by c.relname`)
  return rows
}

const names = (columns: readonly string[]): string => columns.map((column) => escapeIdentifier(column)).join(', ')

/** Rows in the order of the key: the same rows always come out the same. */
export const copyOut = ({ table, columns, order }: TableShape): string =>
  `copy (select ${names(columns)} from public.${escapeIdentifier(table)} order by ${order}) to stdout`

export const copyIn = ({ table, columns }: Pick<TableShape, 'table' | 'columns'>): string => `copy public.${escapeIdentifier(table)} (${names(columns)}) from stdin`

/** The rows of a table, counted and hashed while they pass; `counted` is to be read when all have passed. */
export function rowsOf(client: Client, shape: TableShape): { content: AsyncIterable<Uint8Array>; counted: () => TableCount } {
  const hash = createHash('sha256')
  let rows = 0
  async function* content(): AsyncGenerator<Uint8Array> {
    for await (const chunk of client.query(copyTo(copyOut(shape)))) {
      const bytes = chunk as Buffer
      hash.update(bytes)
      rows += lineEnds(bytes)
      yield bytes
    }
  }
  return { content: content(), counted: () => ({ table: shape.table, rows, sha256: hash.digest('hex') }) }
}

/** In COPY's text a row is a line; a line feed inside a value is written as \n. */
export function lineEnds(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte === 0x0a) count += 1
  return count
}

/** What a table holds now, without keeping any of it. */
export async function countTable(client: Client, shape: TableShape): Promise<TableCount> {
  const { content, counted } = rowsOf(client, shape)
  for await (const _ of content) { /* counted and hashed on its way */ }
  return counted()
}
