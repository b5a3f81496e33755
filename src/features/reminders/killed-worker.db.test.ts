// The real worker process, told to stop or killed in the middle and started again: every reminder is recorded once and leaves once.

import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { aCase } from '../../../test/builders/a-case.ts'
import { askedForAdvice } from '../../../test/builders/waited-for.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'

const children = 60
const root = path.resolve(import.meta.dirname, '../../..')

describe('a worker that is killed', () => {
  let hub: Hub
  let outbox: string
  const running = new Set<ChildProcess>()
  before(async () => {
    hub = await aHub({ now: '2027-01-04T10:00:00.000Z' })
    outbox = await mkdtemp(path.join(os.tmpdir(), 'killed-worker-'))
    for (let n = 0; n < children; n += 1) await askedForAdvice(hub, await aCase(hub, { givenName: `Child${n}`, parents: [], at: 'assessing' }), { on: '2027-01-04', person: 'imogen' })
  })
  after(async () => {
    for (const worker of running) worker.kill('SIGKILL')
    await hub.close()
    await rm(outbox, { recursive: true, force: true })
  })

  /** The worker door itself, with its own clock on the day of the first step. */
  function startWorker(): ChildProcess {
    const worker = spawn(process.execPath, ['--import', 'tsx', 'src/worker.ts'], {
      cwd: root, stdio: 'ignore',
      env: { PATH: process.env['PATH'], ENVIRONMENT: 'test', DATABASE_URL: hub.fresh.connectionString, OUTBOX_DIR: outbox, FILES_DIR: path.join(outbox, 'files'), STARTS_AT: '2027-02-01T10:00:00Z' },
    })
    running.add(worker)
    worker.once('exit', () => running.delete(worker))
    return worker
  }
  const kill = async (worker: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
    const ended = once(worker, 'exit')
    worker.kill(signal)
    await ended
  }
  const askFor = (job: string): Promise<unknown> => sql`select graphile_worker.add_job(${job}, '{}'::json)`.execute(hub.fresh.db)
  const recorded = async (): Promise<number> => (await hub.fresh.db.selectFrom('reminder').select('step').execute()).length
  const facts = async (): Promise<number> => (await hub.fresh.db.selectFrom('fact').select('seq').where('type', '=', 'reminder-sent').execute()).length
  const left = async (): Promise<string[]> => (await readdir(outbox)).filter((name) => name.endsWith('.eml'))
  const waiting = async (): Promise<number> => (await hub.fresh.db.selectFrom('outgoing').select('id').where('state', '=', 'queued').execute()).length
  const until = async (isSo: () => Promise<boolean>): Promise<void> => { while (!await isSo()) await pause(20) }

  it('is told to stop in the middle of what takes long, ends without it, and leaves it to the next', async () => {
    await hub.fresh.db.transaction().execute(async (holding) => {
      await sql`lock table reminder in share mode`.execute(holding)
      await askFor('send-reminders')
      const worker = startWorker()
      await until(async () => (await sql`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`.execute(hub.fresh.db)).rows.length > 0)
      await kill(worker, 'SIGTERM')
    })
    assert.equal(await recorded(), 0)
    assert.equal((await sql`select from graphile_worker.jobs where task_identifier = 'send-reminders'`.execute(hub.fresh.db)).rows.length, 1, 'it waits for the next')
  })

  it('loses no reminder and sends none twice, killed while it records them and again while they leave', async () => {
    await askFor('send-reminders')
    const first = startWorker()
    await until(async () => await recorded() >= 3)
    await kill(first, 'SIGKILL')
    const atDeath = await recorded()
    assert.ok(atDeath < children, `it was killed in the middle, at ${atDeath}`)
    assert.equal(await facts(), atDeath, 'a reminder and its fact are one')

    const second = startWorker()
    await until(async () => await recorded() === children && (await left()).length >= 3)
    await kill(second, 'SIGKILL')

    const third = startWorker()
    await askFor('send-reminders')
    await until(async () => await waiting() === 0)
    await kill(third, 'SIGTERM')

    assert.equal(await recorded(), children)
    assert.equal(await facts(), children)
    const ids = (await hub.fresh.db.selectFrom('outgoing').select('id').where('about', '=', 'reminder').where('state', '=', 'sent').execute()).map(({ id }) => `${id}.eml`)
    assert.deepEqual((await left()).toSorted(), ids.toSorted())
    assert.equal(ids.length, children)
    for (const name of ids) assert.doesNotMatch(await readFile(path.join(outbox, name), 'utf8'), /Child\d|Tahsin|Larkfell/)
  })
})
