import { CamelCasePlugin, Kysely, type Transaction } from 'kysely'
import { Client, Pool, type PoolConfig } from 'pg'
import { DialectThatSays } from './begin-with.ts'
import { columnValues } from './column-values.ts'
import { RememberingClient } from './remembering-client.ts'
import type { Database } from './schema.ts'

export type Db = Kysely<Database>
export type Tx = Transaction<Database>

export type DatabaseOptions = {
  /** Connections at most; 10 when not said. */
  readonly max?: number
  /** Milliseconds that a query waits for a connection, to be made or to become free, before it fails; no limit when not said. */
  readonly waitsFor?: number
  /** Told when an idle connection breaks, as when the server restarts. The pool makes a new one by itself. */
  readonly onLostConnection?: (error: Error) => void
  /** Lets the process end although connections are open: for tests and commands. */
  readonly allowExitOnIdle?: boolean
}

/**
 * Opens a pool; nothing is connected until the first query. Rows come with camelCase names, dates as "2026-03-03", moments
 * as ISO text in UTC, bigint as number; keys inside JSON stay as they were written. Close with `db.destroy()`.
 */
export function openDatabase<Tables = Database>(connectionString: string, options: DatabaseOptions = {}): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new DialectThatSays({ pool: openPool(connectionString, options, RememberingClient) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/** The pool alone, for the job queue, which speaks to `pg` itself. */
export function openPool(connectionString: string, options: DatabaseOptions = {}, through: typeof Client = Client): Pool {
  const config: PoolConfig = {
    connectionString,
    types: columnValues,
    max: options.max ?? 10,
    application_name: 'golden-thread',
    ...(options.waitsFor === undefined ? {} : { connectionTimeoutMillis: options.waitsFor }),
    allowExitOnIdle: options.allowExitOnIdle ?? false,
  }
  const pool = new Pool({ ...config, Client: through })
  // Without a listener a broken idle connection would end the process; a query in flight still fails at its caller.
  pool.on('error', (error) => options.onLostConnection?.(error))
  // The same for one that breaks while somebody holds it: whoever holds it is told by its own query.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
