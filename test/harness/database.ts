// Real PostgreSQL for tests. One server for the whole run (our own, or the one in TEST_DATABASE_URL), migrated once into a
// template; every caller of `freshDatabase` gets a clone of it in some 30 ms. Clones go when dropped, or with the run.

import { createHash, randomBytes } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { Pool, escapeIdentifier } from 'pg'
import { openDatabase } from '../../src/platform/db/database.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/db/embedded-postgres.ts'
import { prepareDatabase } from '../../src/prepare-database.ts'
import type { Database } from '../../src/platform/db/schema.ts'
import { urlAs } from '../../src/platform/db/roles.ts'
import { atEndOfRun } from './end-of-run.ts'

export type FreshDatabase<Tables = Database> = {
  /** As the owner, who sees and may do everything: for setting up and for looking afterwards, never for the program. */
  readonly db: Kysely<Tables>
  /** As the web, bound by row-level security, and as the worker, which is the system. */
  readonly asWeb: Kysely<Tables>
  readonly asWorker: Kysely<Tables>
  /** The owner's, for a second pool or a child process; `urlAs` makes the others' of it. */
  readonly connectionString: string
  /** Closes all three and removes the database. Forgotten ones are removed at the end of the run. */
  drop(): Promise<void>
}

type Server = { readonly admin: Pool; readonly baseUrl: string; readonly embedded: EmbeddedPostgres | undefined }

const projectMigrations = path.resolve(import.meta.dirname, '../../migrations')
const run = `gt_test_${process.pid}_${randomBytes(3).toString('hex')}`
const templates = new Map<string, Promise<string>>()
const openPools = new Set<() => Promise<void>>()
let server: Promise<Server> | undefined
let count = 0

atEndOfRun(stopDatabaseServer)

/** A database of the caller's own, with all migrations done and nothing in it. */
export async function freshDatabase<Tables = Database>(
  options: { readonly migrations?: string } = {},
): Promise<FreshDatabase<Tables>> {
  const template = await templateFor(options.migrations ?? projectMigrations)
  const name = `${run}_${++count}`
  const { admin, baseUrl } = await startedServer()
  await admin.query(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)} strategy file_copy`)
  const connectionString = withDatabase(baseUrl, name)
  const open = (url: string): Kysely<Tables> => openDatabase<Tables>(url, { max: 5, allowExitOnIdle: true })
  const [db, asWeb, asWorker] = [open(connectionString), open(urlAs(connectionString, 'web')), open(urlAs(connectionString, 'worker'))]
  const close = async (): Promise<void> => { for (const one of [db, asWeb, asWorker]) await one.destroy() }
  openPools.add(close)
  return {
    db, asWeb, asWorker,
    connectionString,
    async drop() {
      if (!openPools.delete(close)) return
      await close()
      await admin.query(`drop database if exists ${escapeIdentifier(name)} with (force)`)
    },
  }
}

/** Ends the server, or tidies up on a borrowed one. The harness calls this itself at the end of a test run. */
export async function stopDatabaseServer(): Promise<void> {
  if (server === undefined) return
  const { admin, embedded } = await server
  for (const close of openPools) await close()
  if (embedded === undefined) {
    const { rows } = await admin.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [run])
    for (const { datname } of rows) await admin.query(`drop database if exists ${escapeIdentifier(datname)} with (force)`)
  }
  await admin.end()
  await embedded?.stop()
  openPools.clear()
  templates.clear()
  server = undefined
}

function startedServer(): Promise<Server> {
  server ??= (async () => {
    const given = process.env['TEST_DATABASE_URL']
    const embedded =
      given === undefined
        ? await startEmbeddedPostgres({ dataDir: path.join(os.tmpdir(), run), quick: true, temporary: true })
        : undefined
    const baseUrl = given ?? embedded?.databaseUrl ?? ''
    const admin = new Pool({ connectionString: withDatabase(baseUrl, 'postgres'), max: 2, allowExitOnIdle: true })
    // A clone dropped by force cuts its sessions; the pool replaces them.
    admin.on('error', () => undefined)
    return { admin, baseUrl, embedded }
  })()
  return server
}

function templateFor(directory: string): Promise<string> {
  const known = templates.get(directory)
  if (known !== undefined) return known
  const made = (async () => {
    const { admin, baseUrl } = await startedServer()
    const name = `${run}_template_${createHash('sha256').update(directory).digest('hex').slice(0, 8)}`
    await admin.query(`create database ${escapeIdentifier(name)} template template0`)
    await prepareDatabase({ connectionString: withDatabase(baseUrl, name), directory, shareOwnersPassword: true })
    return name
  })()
  templates.set(directory, made)
  return made
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
