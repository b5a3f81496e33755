// Plain numbered SQL, forward only: 0001_name.sql, 0002_… Each file runs once, whole or not at all, and is remembered with
// its fingerprint, so that a file edited after it ran is noticed before anything else happens.
//
// People work while it runs. A file that wants a table which somebody is busy with gives up after a second and tries again: whoever waits for a
// lock has everybody who comes later wait behind them. An index of a large table is made in a file of its own, outside a transaction, while the table is written to.

import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql as query, type Kysely } from 'kysely'
import { type Client, escapeIdentifier } from 'pg'
import { isBusy, longestWait, pauseBetween, whileBusy, withOwnerClient } from './owner-client.ts'
import { isPassing } from './passing-fault.ts'

export type Migration = {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly sha256: string
  /** Of a file that begins with the words `-- outside a transaction`: indexes, each made or dropped while people write. */
  readonly indexes?: readonly IndexChange[]
}

type IndexChange = { readonly change: 'create' | 'drop'; readonly index: string; readonly sql: string }

// Any number will do, so long as it is always the same: two starts at once wait for each other.
const lockKey = 7_306_114
const indexLockKey = 7_306_214

/** How often a file comes back for a table that others hold, each time after a second's wait. */
const usualTries = 120

const bookkeeping = `
  create table if not exists migration (
    number integer primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now()
  );
  comment on table migration is 'Which numbered migrations this database has been through, each with the fingerprint of its file';`

/**
 * The migrations of a folder in order. Numbers may leave gaps (they are given out to features before they are written) but
 * not repeat. Throws also when a file would end its own transaction.
 */
export function readMigrations(directory: string): Migration[] {
  const files = readdirSync(directory).filter((name) => name.endsWith('.sql')).toSorted()
  let last = 0
  return files.map((file) => {
    const named = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file)
    if (!named) throw new Error(`migrations/${file} is not named like 0001_what_it_makes.sql`)
    const number = Number(named[1])
    if (number <= last) throw new Error(`migrations/${file}: there is a number ${String(last).padStart(4, '0')} already`)
    last = number
    // Line ends differ between checkouts; the fingerprint must not.
    const sql = readFileSync(path.join(directory, file), 'utf8').replaceAll('\r\n', '\n')
    if (/^\s*(begin|start transaction|commit|rollback|end)\s*;/im.test(sql)) {
      throw new Error(`migrations/${file} begins or ends a transaction; each file already runs in one`)
    }
    const sha256 = createHash('sha256').update(sql).digest('hex')
    return /^-- outside a transaction\b/i.test(sql) ? { number, name: file, sql, sha256, indexes: indexesOf(file, sql) } : { number, name: file, sql, sha256 }
  })
}

/** Nothing else may stand outside a transaction: an index that was half made can be made anew, and of what else was half done nobody knows how far it came. */
function indexesOf(file: string, sql: string): IndexChange[] {
  const statements = sql.replaceAll(/^--.*$/gm, '').split(';').map((statement) => statement.trim()).filter((statement) => statement !== '')
  return statements.map((statement) => {
    const named = /^create (?:unique )?index concurrently (\w+)\s+on\s/i.exec(statement) ?? /^drop index concurrently if exists (\w+)$/i.exec(statement)
    if (named?.[1] === undefined) throw new Error(`migrations/${file}: outside a transaction stands only "create index concurrently NAME on" and "drop index concurrently if exists NAME", not: ${statement.slice(0, 80)}`)
    return { change: /^create/i.test(statement) ? 'create' : 'drop', index: named[1], sql: statement }
  })
}

/**
 * Brings a database up to date and answers with the names of the files that ran. Safe to call from two places at once, and again after it was cut off.
 * `tries`: how often a file comes back for a table that somebody else holds, each time after a second's wait; then it throws, and nothing of the file is there.
 */
export async function migrate({ tries = usualTries, ...options }: { connectionString: string; directory: string; tries?: number }): Promise<string[]> {
  const migrations = readMigrations(options.directory)
  if (migrations.length === 0) throw new Error(`there are no migrations in ${options.directory}`)
  const { connectionString } = options
  return withOwnerClient({ connectionString, ...longestWait }, async (client) => {
    await onlyOne(client, lockKey)
    await client.query(bookkeeping)
    const { rows } = await client.query<{ number: number; name: string; sha256: string }>(
      'select number, name, sha256 from migration order by number',
    )
    refuseHistoryThatDiffers(migrations, rows)
    const toRun = migrations.slice(rows.length)
    for (const migration of toRun) await (migration.indexes === undefined ? applyWhole(client, migration, tries) : changeIndexes(connectionString, migration, migration.indexes))
    return toRun.map(({ name }) => name)
  })
}

/** Why the database is not up to date, in words that say what to do. */
export class MigrationFault extends Error {}

/** A program that knows of tables which are not there yet. The message says what to do. */
export class DatabaseBehind extends Error {}

/**
 * Throws unless the database has been through all that this program knows of; asked once, at the start of a process. It may have been through more: while a newer release
 * is put in, and after that was put back, the one before works on newer tables (docs/how-to/put-in-a-new-release.md).
 */
export async function refuseDatabaseBehind<Tables>(database: Kysely<Tables>, directory: string): Promise<void> {
  const newest = readMigrations(directory).at(-1)
  const { rows: [been] } = await query<{ number: number }>`select coalesce(max(number), 0)::int as number from migration`.execute(database)
  if (newest !== undefined && (been?.number ?? 0) < newest.number) {
    throw new DatabaseBehind(`The database has not been through migrations/${newest.name} yet: run golden-thread migrate first, and start this again.`)
  }
}

function refuseHistoryThatDiffers(
  migrations: readonly Migration[],
  applied: readonly { number: number; name: string; sha256: string }[],
): void {
  for (const [index, row] of applied.entries()) {
    const file = migrations[index]
    if (file === undefined) throw new MigrationFault(`the database is newer than this program: it has been through ${row.name}. To put the release before back, start its web and worker without this command: they work on newer tables.`)
    if (file.number !== row.number) {
      throw new MigrationFault(`the database has been through ${row.name}, but ${file.name} comes before it and has not run here`)
    }
    if (file.sha256 !== row.sha256) {
      throw new MigrationFault(`migrations/${file.name} was changed after it ran here (as ${row.name}). Put it back and write a new one.`)
    }
  }
}

/** Asks again and again, and does not wait inside the database: an index that is made beside people's work waits for every statement that runs, and so for one that waits for it. */
async function onlyOne(client: Client, key: number): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ isOurs: boolean }>('select pg_try_advisory_lock($1) as "isOurs"', [key])
    if (rows[0]?.isOurs === true) return
    await pause(pauseBetween)
  }
}

async function applyWhole(client: Client, migration: Migration, tries: number): Promise<void> {
  try {
    await whileBusy(client, tries, async () => {
      await client.query(migration.sql)
      await remember(client, migration)
    })
  } catch (cause) {
    if (isBusy(cause)) throw new MigrationFault(`migrations/${migration.name} was not run: a table that it changes is held by others (pg_stat_activity names them). Nothing of it was done; run it again when they have ended.`, { cause })
    if (isPassing(cause)) throw cause
    throw new MigrationFault(`migrations/${migration.name} failed${lineOf(migration.sql, cause)}: ${String(cause)}`, { cause })
  }
}

/** One after the other, each by itself. What a run before this one left half made is taken away first; what it finished stays. */
async function changeIndexes(connectionString: string, migration: Migration, changes: readonly IndexChange[]): Promise<void> {
  // A connection of its own: it may wait for as long as others work, for nobody waits behind it.
  await withOwnerClient({ connectionString }, async (client) => {
    // Of a run that was killed the server may still be at its index: it is not dropped under it.
    await onlyOne(client, indexLockKey)
    for (const change of changes) await changeIndex(client, migration, change)
    await remember(client, migration)
  })
}

async function changeIndex(client: Client, migration: Migration, { change, index, sql }: IndexChange): Promise<void> {
  try {
    const { rows } = await client.query<{ isWhole: boolean }>('select indisvalid as "isWhole" from pg_index where indexrelid = to_regclass($1)', [index])
    if (change === 'create' && rows[0]?.isWhole === true) return
    if (change === 'create' && rows[0] !== undefined) await client.query(`drop index concurrently ${escapeIdentifier(index)}`)
    await client.query(sql)
  } catch (cause) {
    if (isPassing(cause)) throw cause
    throw new MigrationFault(`migrations/${migration.name} failed at the index ${index}: ${String(cause)}`, { cause })
  }
}

async function remember(client: Client, { number, name, sha256 }: Migration): Promise<void> {
  await client.query('insert into migration (number, name, sha256) values ($1, $2, $3)', [number, name, sha256])
}

function lineOf(sql: string, cause: unknown): string {
  const position = Number((cause as { position?: string }).position)
  return Number.isInteger(position) ? ` at line ${sql.slice(0, position).split('\n').length}` : ''
}
