// What the driver, the pool and the server really throw when a database goes away, comes back or is full.

import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { openDatabase } from './database.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { isPassing } from './passing-fault.ts'

let folder: string
before(async () => { folder = await mkdtemp(path.join(os.tmpdir(), 'gt-passing-')) })
after(() => rm(folder, { recursive: true, force: true }))

const thrownBy = async (run: () => Promise<unknown>): Promise<unknown> => {
  try {
    await run()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

test('a server that is killed, is away and comes back is passed over by the same pool', async () => {
  const dataDir = path.join(folder, 'data')
  const server = await startEmbeddedPostgres({ dataDir, quick: true })
  const db = openDatabase<Record<string, never>>(server.databaseUrl, { max: 1 })
  const ask = (): Promise<unknown> => sql`select 1`.execute(db)
  await ask()
  // Killed under a query, and between two statements of a transaction.
  const asked = thrownBy(() => sql`select pg_sleep(60)`.execute(db))
  await sleep(100)
  process.kill(server.pid, 'SIGKILL')
  assert.ok(isPassing(await asked), 'cut under a query')
  await sleep(50)
  assert.ok(isPassing(await thrownBy(ask)), 'away')
  const again = await startEmbeddedPostgres({ dataDir, quick: true })
  const other = openDatabase<Record<string, never>>(again.databaseUrl, { max: 1, waitsFor: 200 })
  while (isPassing(await ask().catch((error: unknown) => error))) await sleep(20)
  await ask()
  const inTransaction = await thrownBy(() => other.transaction().execute(async (tx) => {
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx).catch(() => undefined)
    await sql`select 1`.execute(tx)
  }))
  assert.ok(isPassing(inTransaction), 'cut between two statements')
  // Every connection is taken for longer than one waits.
  const holding = other.transaction().execute((tx) => sql`select pg_sleep(1)`.execute(tx))
  assert.ok(isPassing(await thrownBy(() => sql`select 1`.execute(other))), 'none was free in time')
  await holding
  for (const state of ['40001', '40P01', '53100', '53300', '57P03', '08006']) {
    assert.ok(isPassing(await thrownBy(() => sql`do ${sql.raw(`$$ begin raise exception 'x' using errcode = '${state}'; end $$`)}`.execute(db))), state)
  }
  for (const state of ['23505', '42P01', '22001', 'P0001', '42501']) {
    assert.ok(!isPassing(await thrownBy(() => sql`do ${sql.raw(`$$ begin raise exception 'x' using errcode = '${state}'; end $$`)}`.execute(db))), `${state} is ours to mend`)
  }
  await db.destroy()
  await other.destroy()
  await again.stop()
  await server.stop()
})

test('what is ours to mend does not pass, however alike it looks', async () => {
  assert.ok(!isPassing(await thrownBy(() => readFile(path.join(folder, 'no-such-file')))), 'a file that is missing')
  const refused = await thrownBy(() => new Promise((_resolve, reject) => { connect(path.join(folder, 'no-such-socket')).on('error', reject) }))
  assert.ok(isPassing(refused), 'a socket that is missing')
  assert.ok(isPassing(new Error('over it', { cause: refused })))
  assert.ok(isPassing(new AggregateError([refused, refused])))
  assert.ok(!isPassing(new AggregateError([refused, new TypeError('x')])))
  assert.ok(!isPassing(new TypeError('x is not a function')))
  assert.ok(!isPassing('Connection terminated'))
})
