// Plain numbered SQL, forward only: 0001_name.sql, 0002_… Each file runs once, whole or not at all, and is remembered with
// its fingerprint, so that a file edited after it ran is noticed before anything else happens.

import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'

export type Migration = { readonly number: number; readonly name: string; readonly sql: string; readonly sha256: string }

// Any number will do, so long as it is always the same: two starts at once wait for each other.
const lockKey = 7_306_114

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
    return { number, name: file, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

/** Brings a database up to date and answers with the names of the files that ran. Safe to call from two places at once. */
export async function migrate(options: { connectionString: string; directory: string }): Promise<string[]> {
  const migrations = readMigrations(options.directory)
  if (migrations.length === 0) throw new Error(`there are no migrations in ${options.directory}`)
  const client = new Client({ connectionString: options.connectionString, application_name: 'golden-thread migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(bookkeeping)
    const { rows } = await client.query<{ number: number; name: string; sha256: string }>(
      'select number, name, sha256 from migration order by number',
    )
    refuseHistoryThatDiffers(migrations, rows)
    const toRun = migrations.slice(rows.length)
    for (const migration of toRun) await apply(client, migration)
    return toRun.map(({ name }) => name)
  } finally {
    // Ending the session frees the lock, also after a failure.
    await client.end()
  }
}

function refuseHistoryThatDiffers(
  migrations: readonly Migration[],
  applied: readonly { number: number; name: string; sha256: string }[],
): void {
  for (const [index, row] of applied.entries()) {
    const file = migrations[index]
    if (file === undefined) throw new Error(`the database is newer than this program: it has been through ${row.name}`)
    if (file.number !== row.number) {
      throw new Error(`the database has been through ${row.name}, but ${file.name} comes before it and has not run here`)
    }
    if (file.sha256 !== row.sha256) {
      throw new Error(`migrations/${file.name} was changed after it ran here (as ${row.name}). Put it back and write a new one.`)
    }
  }
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into migration (number, name, sha256) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.sha256,
    ])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`migrations/${migration.name} failed${lineOf(migration.sql, cause)}: ${String(cause)}`, { cause })
  }
}

function lineOf(sql: string, cause: unknown): string {
  const position = Number((cause as { position?: string }).position)
  return Number.isInteger(position) ? ` at line ${sql.slice(0, position).split('\n').length}` : ''
}
