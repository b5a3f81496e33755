// Puts a backup into an empty database and an empty folder, and believes nothing: rows are counted and hashed again after they are
// in, links between tables are made anew over all rows, files are named by what is in them. One transaction: all of it, or none.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Client, escapeIdentifier } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { readMigrations } from '../db/migrate.ts'
import type { KeptTable } from '../db/prepare-database.ts'
import { prepareDatabase } from '../db/prepare-database.ts'
import type { FileStore } from '../files/file-store.ts'
import type { KeptJob } from './back-up.ts'
import type { Entry, Manifest, ReadEntry, TableCount } from './framed.ts'
import { BackupFault, readEntries } from './framed.ts'
import { openSealed } from './sealed.ts'
import { copyIn, countTable, lineEnds, listTables, sameSpelling } from './tables.ts'

export interface RestoreOptions {
  readonly file: string
  readonly identities: readonly string[]
  /** Of a database in which there is nothing. */
  readonly connectionString: string
  /** Where the program's migrations are. */
  readonly migrations: string
  readonly files: FileStore
  /** Tables that follow the code: as this version has them, and not as the backup's had. */
  readonly kept?: readonly KeptTable[]
}

export interface RestoreReport {
  readonly takenAt: string
  readonly manifest: Manifest
  readonly rows: number
  /** Migrations that are newer than the backup and were done after it was in. */
  readonly migrated: readonly string[]
}

type Head = Extract<Entry, { entry: 'head' }>

export async function restore({ file, identities, connectionString, migrations, files, kept = [] }: RestoreOptions): Promise<RestoreReport> {
  const client = new Client({ connectionString, application_name: 'golden-thread restore' })
  await client.connect()
  try {
    await refuseWhatIsNotEmpty(client)
    const entries = readEntries(openSealed(file, identities))
    const head = await readHead(entries)
    await makeTables(head, connectionString, migrations)
    await client.query(sameSpelling)
    await client.query('begin')
    const links = await takeLinksOff(client)
    const { manifest, seen } = await readAll(client, entries, files)
    await putLinksOn(client, links)
    for (const { name, value, isCalled } of manifest.sequences) await client.query('select setval($1::regclass, $2::bigint, $3)', [`public.${escapeIdentifier(name)}`, value, isCalled])
    await compare(client, manifest, seen)
    await client.query('commit')
    const migrated = await prepareDatabase({ connectionString, directory: migrations, kept })
    return { takenAt: head.takenAt, manifest, rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0), migrated }
  } finally {
    await client.end()
  }
}

async function refuseWhatIsNotEmpty(client: Client): Promise<void> {
  const { rows: [found] } = await client.query<{ count: string }>(`select count(*)::text as count from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'`)
  if (found?.count !== '0') throw new BackupFault('The database is not empty. Make a new, empty one to restore into; nothing was changed.')
}

async function readHead(entries: AsyncGenerator<ReadEntry>): Promise<Head> {
  const { value: first } = await entries.next()
  if (first?.head.entry !== 'head' || first.head.format !== 'golden-thread backup') throw new BackupFault('This is no backup of Golden Thread.')
  if (first.head.version !== 1) throw new BackupFault('This backup was made by a newer version of the program. Restore it with that version.')
  for await (const _ of first.content) { /* a head has no content */ }
  return first.head
}

/** The tables as they were when the backup was made; what is newer runs after the rows are in, as on any update. */
async function makeTables(head: Head, connectionString: string, directory: string): Promise<void> {
  const ours = new Map(readMigrations(directory).map((migration) => [migration.number, migration]))
  const folder = await mkdtemp(path.join(os.tmpdir(), 'golden-thread-restore-'))
  try {
    for (const { number, name, sha256 } of head.migrations) {
      const migration = ours.get(number)
      if (migration === undefined || migration.sha256 !== sha256) throw new BackupFault(`The backup was made with the migration ${name}, which this version of the program does not have. Restore it with the version that made it.`)
      await writeFile(path.join(folder, name), migration.sql)
    }
    await prepareDatabase({ connectionString, directory: folder })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Link { readonly table: string; readonly name: string; readonly definition: string }

/** Tables may point to each other in a circle, so links are made again when every row is in: that checks each of them. */
async function takeLinksOff(client: Client): Promise<Link[]> {
  const { rows: links } = await client.query<Link>(`select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`)
  for (const { table, name } of links) await client.query(`alter table ${table} drop constraint ${escapeIdentifier(name)}`)
  for (const { table } of await listTables(client)) {
    await client.query(`alter table public.${escapeIdentifier(table)} disable trigger user`)
    // Rows that migrations put in come from the backup, as they were.
    await client.query(`delete from public.${escapeIdentifier(table)}`)
  }
  return links
}

async function putLinksOn(client: Client, links: readonly Link[]): Promise<void> {
  for (const { table, name, definition } of links) await client.query(`alter table ${table} add constraint ${escapeIdentifier(name)} ${definition}`)
  for (const { table } of await listTables(client)) await client.query(`alter table public.${escapeIdentifier(table)} enable trigger user`)
}

async function readAll(client: Client, entries: AsyncGenerator<ReadEntry>, files: FileStore): Promise<{ manifest: Manifest; seen: TableCount[] }> {
  const seen: TableCount[] = []
  let manifest: Manifest | undefined
  let fileCount = 0
  for await (const { head, content } of entries) {
    if (head.entry === 'table') seen.push(await copyRows(client, head, content))
    else if (head.entry === 'jobs') await queueJobs(client, JSON.parse((await whole(content)).toString('utf8')) as KeptJob[])
    else if (head.entry === 'file') {
      const kept = await files.keep(await whole(content))
      if (kept.sha256 !== head.sha256) throw new BackupFault(`The file ${head.sha256} in the backup is not what its name says.`)
      fileCount += 1
    } else if (head.entry === 'manifest') manifest = JSON.parse((await whole(content)).toString('utf8')) as Manifest
    else throw new BackupFault('This is no backup of Golden Thread.')
  }
  if (manifest === undefined) throw new BackupFault('The backup is cut off: its end is missing.')
  if (manifest.files !== fileCount) throw new BackupFault(`The backup says that it holds ${manifest.files} files, and it holds ${fileCount}.`)
  return { manifest, seen }
}

async function copyRows(client: Client, { table, columns }: Extract<Entry, { entry: 'table' }>, content: AsyncIterable<Uint8Array>): Promise<TableCount> {
  const hash = createHash('sha256')
  let rows = 0
  await pipeline(async function* () {
    for await (const piece of content) {
      hash.update(piece)
      rows += lineEnds(piece)
      yield piece
    }
  }, client.query(copyFrom(copyIn({ table, columns }))))
  return { table, rows, sha256: hash.digest('hex') }
}

async function queueJobs(client: Client, jobs: readonly KeptJob[]): Promise<void> {
  for (const { task, payload, runAt, maxAttempts, key, priority } of jobs) {
    await client.query('select graphile_worker.add_job($1, payload => $2::json, run_at => $3::timestamptz, max_attempts => $4, job_key => $5, priority => $6)', [task, JSON.stringify(payload), runAt, maxAttempts, key, priority])
  }
}

/** What the manifest says, what came out of the file, and what the database answers now: all three the same, for each table. */
async function compare(client: Client, manifest: Manifest, seen: readonly TableCount[]): Promise<void> {
  const shapes = await listTables(client)
  for (const said of manifest.tables) {
    const shape = shapes.find(({ table }) => table === said.table)
    const came = seen.find(({ table }) => table === said.table)
    const now = shape === undefined ? undefined : await countTable(client, shape)
    for (const one of [came, now]) if (one?.rows !== said.rows || one.sha256 !== said.sha256) throw new BackupFault(`The table ${said.table} did not come back as it was: ${said.rows} rows were kept, ${one?.rows ?? 0} are there.`)
  }
}

async function whole(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of content) pieces.push(piece)
  return Buffer.concat(pieces)
}
