// `npm run proof:restore`: the restore drill with a stop-watch. Fills a database with the demonstration (and, with a number behind it,
// that many more facts and files), backs it up, restores it into an empty one, compares every table, and prints what it took.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { seedWorld } from '../src/features/demo/seed-world.ts'
import { unpackCases } from '../src/features/demo/demo-cases-store.ts'
import type { Instant } from '../src/domain/calendar/plain-date.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { startEmbeddedPostgres } from '../src/platform/db/embedded-postgres.ts'
import { prepareDatabase } from '../src/prepare-database.ts'
import { openFileStore } from '../src/platform/files/file-store.ts'
import { backUp } from '../src/platform/backup/back-up.ts'
import { restore } from '../src/platform/backup/restore.ts'
import { makeBackupKey } from '../src/platform/backup/sealed.ts'

const more = Number(process.argv[2] ?? 200_000)
const folder = await mkdtemp(path.join(os.tmpdir(), 'gt-proof-restore-'))
const migrations = path.resolve(import.meta.dirname, '..', 'migrations')
const say = (text: string): boolean => process.stdout.write(`${text}\n`)
const count = (number: number): string => Math.round(number).toLocaleString('en-GB')

const server = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres'), temporary: true })
try {
  const from = await newDatabase('gt_from')
  await prepareDatabase({ connectionString: from, directory: migrations })
  const db = openDatabase(from)
  const files = openFileStore(path.join(folder, 'files'))
  await seedWorld(db, '2026-11-22T02:00:00.000Z' as Instant)
  await unpackCases(db, files, await readFile(path.resolve(import.meta.dirname, '..', 'demo', 'cases.json.gz')))
  await db.destroy()
  const client = new Client({ connectionString: from })
  await client.connect()
  await client.query(`insert into paragraph_mark (local_area_id, case_id, mark, first_seen_at)
    select c.local_area_id, c.id, 'mark ' || n, timestamptz '2026-01-01' + n * interval '1 second'
    from generate_series(1, $1::int) n cross join (select local_area_id, id from case_file limit 1) c`, [more])
  await client.end()
  for (let file = 0; file < Math.min(500, more / 200); file += 1) await files.keep(randomBytes(200_000))

  const { identity, recipient } = await makeBackupKey()
  const begun = performance.now()
  const made = await backUp({ connectionString: from, files, recipients: [recipient], folder, now: '2026-11-22T02:00:00.000Z' })
  const backedUp = performance.now()
  const report = await restore({ file: made.file, identities: [identity], connectionString: await newDatabase('gt_into'), migrations, files: openFileStore(path.join(folder, 'restored')) })
  const restored = performance.now()
  const seconds = (a: number, b: number): string => ((b - a) / 1000).toFixed(1)
  say(`${count(report.rows)} rows of ${report.manifest.tables.length} tables and ${count(report.manifest.files)} files (${count(report.manifest.fileBytes)} bytes)`)
  say(`backed up in ${seconds(begun, backedUp)} s into one sealed file of ${count(made.bytes)} bytes`)
  say(`restored in ${seconds(backedUp, restored)} s; every table counted and hashed: 0 different`)
  say(`most memory used: ${count(process.resourceUsage().maxRSS / 1024)} MiB`)
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

async function newDatabase(name: string): Promise<string> {
  const admin = new Client({ connectionString: server.databaseUrl })
  await admin.connect()
  await admin.query(`create database ${name} template template0`)
  await admin.end()
  const url = new URL(server.databaseUrl)
  url.pathname = `/${name}`
  return url.href
}
