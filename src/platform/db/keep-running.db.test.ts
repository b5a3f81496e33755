import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { openDatabase } from './database.ts'
import { keepPostgresRunning } from './keep-running.ts'
import { isLivingPostgres } from './postmaster-pid.ts'

test('a server that is killed is there again, where it was, with what was committed', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gt-kept-'))
  const seen = { restarts: 0 }
  const server = await keepPostgresRunning({ dataDir: path.join(folder, 'data') }, () => { seen.restarts += 1 })
  const db = openDatabase<Record<string, never>>(server.databaseUrl, { max: 1 })
  await sql`create table kept (n int)`.execute(db)
  await sql`insert into kept values (1)`.execute(db)
  for (const killed of [1, 2]) {
    process.kill(server.pid(), 'SIGKILL')
    while (seen.restarts < killed) await sleep(20)
    assert.equal((await sql<{ n: number }>`select n from kept`.execute(db)).rows.length, 1)
  }
  await db.destroy()
  const pid = server.pid()
  await server.stop()
  assert.ok(!isLivingPostgres(pid))
  assert.equal(seen.restarts, 2, 'what is stopped stays stopped')
  await rm(folder, { recursive: true, force: true })
})
