// A base backup of a server that is at work, and databases made of it: up to a moment by its archive, or up to a byte of its log, as a
// machine has it that lost its power there.

import { cpSync, existsSync, mkdirSync, openSync, closeSync, ftruncateSync, readdirSync, rmSync, truncateSync, appendFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import type { EmbeddedPostgres } from '../../src/platform/db/embedded-postgres.ts'
import { startEmbeddedPostgres } from '../../src/platform/db/embedded-postgres.ts'

/** What a server needs that is to be brought back to any second: docs/how-to/back-up-and-restore.md. */
export const archiving = (archive: string): Record<string, string> =>
  ({ archive_mode: 'on', archive_command: `test ! -f ${archive}/%f && cp %p ${archive}/%f`, wal_keep_size: '4GB' })

const notCopied = new Set(['postmaster.pid', 'postmaster.opts', 'launcher.pid', 'server.log', 'pg_replslot', 'pg_stat_tmp', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_subtrans', 'pg_dynshmem'])

/** Copies the data of a server at work, between the two words that make such a copy whole (PostgreSQL, 25.3.3). */
export async function baseBackup(client: Client, dataDir: string, to: string): Promise<void> {
  await client.query(`select pg_backup_start('chaos', true)`)
  copyData(dataDir, to)
  const { rows: [label] } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
  writeFileSync(path.join(to, 'backup_label'), label?.labelfile ?? '', { mode: 0o600 })
}

function copyData(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(from)) {
    if (name === 'pg_wal' || name.startsWith('.s.')) continue
    if (notCopied.has(name)) {
      if (name.startsWith('pg_')) mkdirSync(path.join(to, name), { mode: 0o700 })
      continue
    }
    // A file may go while it is copied: the log says what became of it.
    cpSync(path.join(from, name), path.join(to, name), { recursive: true, filter: (file) => existsSync(file) })
  }
  mkdirSync(path.join(to, 'pg_wal', 'archive_status'), { recursive: true, mode: 0o700 })
}

/** The server on this data as it was at a moment, by its archive. */
export async function restoredTo(base: string, into: string, archive: string, moment: string): Promise<EmbeddedPostgres> {
  copyOf(base, into)
  appendFileSync(path.join(into, 'postgresql.auto.conf'), `archive_mode = 'off'\nrestore_command = 'cp ${archive}/%f "%p"'\nrecovery_target_time = '${moment}'\nrecovery_target_action = 'promote'\nrecovery_target_inclusive = 'off'\n`)
  writeFileSync(path.join(into, 'recovery.signal'), '')
  const server = await startEmbeddedPostgres({ dataDir: into })
  await untilPromoted(server)
  return server
}

/** The server on this data with the log up to this byte and nothing of what came after it: what a disk holds that lost its power. */
export async function cutAt(base: string, into: string, log: string, { file, offset }: { file: string; offset: number }): Promise<EmbeddedPostgres> {
  copyOf(base, into)
  appendFileSync(path.join(into, 'postgresql.auto.conf'), `archive_mode = 'off'\n`)
  for (const name of readdirSync(log).filter((one) => /^[0-9A-F]{24}$/.test(one) && one <= file)) cpSync(path.join(log, name), path.join(into, 'pg_wal', name))
  const segment = path.join(into, 'pg_wal', file)
  truncateSync(segment, offset)
  // A segment has its whole length on the disk; what was not written is zeros.
  const handle = openSync(segment, 'r+')
  ftruncateSync(handle, 16 * 1024 * 1024)
  closeSync(handle)
  return startEmbeddedPostgres({ dataDir: into })
}

function copyOf(base: string, into: string): void {
  rmSync(into, { recursive: true, force: true })
  cpSync(base, into, { recursive: true })
}

async function untilPromoted({ databaseUrl }: EmbeddedPostgres): Promise<void> {
  await withOwner(databaseUrl, async (client) => {
    for (;;) {
      const { rows: [row] } = await client.query<{ recovering: boolean }>('select pg_is_in_recovery() as recovering')
      if (row?.recovering === false) return
      await client.query('select pg_sleep(0.05)')
    }
  })
}

export async function withOwner<T>(databaseUrl: string, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

/** What PostgreSQL's own checker finds wrong in every table and index of the record: nothing, in words. */
export const damageIn = (databaseUrl: string): Promise<string[]> => withOwner(databaseUrl, async (client) => {
  await client.query('create extension if not exists amcheck')
  const { rows: indexes } = await client.query<{ oid: number; name: string }>(`select c.oid, c.relname as name from pg_class c join pg_am a on a.oid = c.relam join pg_index i on i.indexrelid = c.oid
    where a.amname = 'btree' and c.relpersistence = 'p' and i.indisvalid order by 2`)
  const found: string[] = []
  for (const { oid, name } of indexes) await client.query('select bt_index_check($1, true)', [oid]).catch((error: unknown) => { found.push(`index ${name}: ${String(error)}`) })
  const { rows: heaps } = await client.query<{ name: string; msg: string }>(`select c.relname as name, v.msg from pg_class c cross join lateral verify_heapam(c.oid) v where c.relkind = 'r' and c.relpersistence = 'p'`)
  return [...found, ...heaps.map(({ name, msg }) => `table ${name}: ${msg}`)]
})
