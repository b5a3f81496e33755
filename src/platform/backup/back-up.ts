// Makes one sealed file of the whole database, as it stood at one moment, and of every file that is kept. Nothing here can delete or
// overwrite: whoever may only write backups cannot harm those that are there.

import path from 'node:path'
import { Client } from 'pg'
import type { FileStore } from '../files/file-store.ts'
import type { Entry, Manifest, TableCount } from './framed.ts'
import { BackupFault, writeEntry } from './framed.ts'
import { sealInto } from './sealed.ts'
import { listTables, rowsOf, sameSpelling } from './tables.ts'

export interface BackupOptions {
  readonly connectionString: string
  readonly files: FileStore
  /** Public keys; whoever holds one of the keys to them can open the backup. */
  readonly recipients: readonly string[]
  readonly folder: string
  /** "2026-11-22T10:45:00.000Z": in the name of the file. */
  readonly now: string
}

export interface BackupReport {
  readonly file: string
  readonly bytes: number
  readonly manifest: Manifest
}

export async function backUp({ connectionString, files, recipients, folder, now }: BackupOptions): Promise<BackupReport> {
  if (recipients.length === 0) throw new BackupFault('There is no public key to seal the backup to. Make one with make-backup-key and set BACKUP_RECIPIENTS.')
  const file = path.join(folder, `golden-thread-${now.slice(0, 19).replaceAll(':', '')}Z.age`)
  const client = new Client({ connectionString, application_name: 'golden-thread backup' })
  await client.connect()
  try {
    await client.query(sameSpelling)
    // One moment for all tables, however long it takes; writers are not held up.
    await client.query('begin transaction isolation level repeatable read, read only')
    const source = entriesOf(client, files, now)
    const bytes = await sealInto(file, recipients, source.entries)
    await client.query('commit')
    return { file, bytes, manifest: source.manifest() }
  } finally {
    await client.end()
  }
}

function entriesOf(client: Client, files: FileStore, now: string): { entries: AsyncIterable<Uint8Array>; manifest: () => Manifest } {
  let made: Manifest | undefined
  async function* entries(): AsyncGenerator<Uint8Array> {
    const { rows: migrations } = await client.query<{ number: number; name: string; sha256: string }>('select number, name, sha256 from public.migration order by number')
    yield* writeEntry({ entry: 'head', format: 'golden-thread backup', version: 1, takenAt: now, migrations }, [])
    const tables: TableCount[] = []
    for (const shape of await listTables(client)) {
      const { content, counted } = rowsOf(client, shape)
      yield* writeEntry({ entry: 'table', table: shape.table, columns: shape.columns }, content)
      tables.push(counted())
    }
    const jobs = await queuedJobs(client)
    yield* writeEntry({ entry: 'jobs' }, [Buffer.from(JSON.stringify(jobs))])
    const wanted = new Set(await contentsPointedTo(client))
    let count = 0
    let fileBytes = 0
    for await (const sha256 of files.list()) {
      // Opening proves the content: a file that was damaged on the disk stops the backup instead of being kept as good.
      const bytes = await files.open(sha256)
      const head: Entry = { entry: 'file', sha256, size: bytes.length }
      yield* writeEntry(head, pieces(bytes))
      wanted.delete(sha256)
      count += 1
      fileBytes += bytes.length
    }
    made = { tables, sequences: await sequencesOf(client), jobs: jobs.length, files: count, fileBytes, missingFiles: [...wanted].toSorted() }
    yield* writeEntry({ entry: 'manifest' }, [Buffer.from(JSON.stringify(made))])
  }
  return {
    entries: entries(),
    manifest: () => {
      if (made === undefined) throw new Error('the backup is not finished')
      return made
    },
  }
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1024 * 1024) yield bytes.subarray(at, at + 1024 * 1024)
}

/** What the queue needs to have a job again. Jobs that are running are taken for waiting: they are safe to run twice. */
export interface KeptJob {
  readonly task: string
  readonly payload: unknown
  readonly runAt: string
  readonly maxAttempts: number
  readonly key: string | null
  readonly priority: number
}

async function queuedJobs(client: Client): Promise<KeptJob[]> {
  const { rows } = await client.query<KeptJob>(`
    select t.identifier as task, j.payload, to_char(j.run_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "runAt", j.max_attempts::int as "maxAttempts", j.key, j.priority::int as priority
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where j.attempts < j.max_attempts order by j.id`)
  return rows
}

/** Hashes that rows hold: every text column whose name says so. */
async function contentsPointedTo(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ sha256: string }>(`select sha256 from document where removed_at is null and scan_state <> 'infected'
    union select pdf_sha256 from plan_version where pdf_sha256 is not null union select docx_sha256 from plan_version where docx_sha256 is not null
    union select pdf_sha256 from redaction where pdf_sha256 is not null union select docx_sha256 from redaction where docx_sha256 is not null`)
  return rows.map(({ sha256 }) => sha256)
}

async function sequencesOf(client: Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(`select sequencename as name from pg_sequences where schemaname = 'public' order by sequencename`)
  const all: { name: string; value: string; isCalled: boolean }[] = []
  for (const { name } of rows) {
    const { rows: [row] } = await client.query<{ value: string; isCalled: boolean }>(`select last_value::text as value, is_called as "isCalled" from public.${client.escapeIdentifier(name)}`)
    if (row !== undefined) all.push({ name, ...row })
  }
  return all
}
