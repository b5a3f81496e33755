// The worker door: runs what acts have queued, and what the clock starts.

import { EventEmitter } from 'node:events'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { WorkerPool } from 'graphile-worker'
import { Logger, parseCrontab, run } from 'graphile-worker'
import { crontabOf, jobsOf, runJob } from './casebook/jobs.ts'
import { readConfig } from './config.ts'
import { features } from './features/index.ts'
import { databaseUrlOf, makeHouse } from './make-house.ts'
import { openPool } from './platform/db/database.ts'
import { freeJobsOfTheDead } from './platform/db/free-jobs.ts'
import { refuseDatabaseBehind } from './platform/db/migrate.ts'
import { refuseTooMuchPower } from './platform/db/roles.ts'
import { codeAmong, openLog } from './platform/log/log.ts'
import { whenToldToStop } from './platform/process/stopping.ts'
import { whileDatabaseLasts } from './platform/process/while-database-lasts.ts'

const config = readConfig()
const log = openLog('worker')
const house = makeHouse(config, 'worker')
await refuseTooMuchPower(house.database, 'worker')
await refuseDatabaseBehind(house.database, path.resolve(import.meta.dirname, '..', 'migrations'))
const pool = openPool(databaseUrlOf(config, 'worker'), { max: 5 })
const jobs = jobsOf(features)
/** What this process was called in the queue, in each of its rounds. */
const former: string[] = []
/** Milliseconds. */
const longestWaitForJobs = 8_000
let isStopping = false
let stop: () => Promise<void> = () => Promise.resolve()

whenToldToStop(async () => {
  isStopping = true
  // Jobs under way are finished first, for as long as supervisors usually wait. One that takes longer (a country's reminders) ends here between what it has done
  // and what it has not, as when the process is killed: the next worker frees it and goes on.
  const hasFinished = await Promise.race([stop().then(() => true), pause(longestWaitForJobs, false)])
  if (!hasFinished) return
  await house.database.destroy()
  await pool.end()
})

log.event('working', { jobs: jobs.size })
await whileDatabaseLasts({
  isOver: () => isStopping,
  onLost: (error) => log.fault('database-lost', error),
  round: async (seen) => {
    const lock = await freeJobsOfTheDead(pool, former)
    const events = new EventEmitter()
    events.on('pool:create', ({ workerPool }: { workerPool: WorkerPool }) => { former.push(workerPool.id) })
    const runner = await run({
      pgPool: pool,
      events,
      concurrency: 2,
      noHandleSignals: true,
      pollInterval: 2000,
      parsedCronItems: parseCrontab(crontabOf(jobs)),
      // Its own messages quote errors and payloads; only that something failed, and which job, is ours to keep.
      logger: new Logger(() => (level, _message, meta) => {
        const fault = meta?.['error'] ?? meta?.['fatalError']
        if (level !== 'error') return
        seen(fault)
        log.fault('job-failed', fault, { job: codeAmong(jobs.keys(), taskOf(meta?.['job'])) })
      }),
      taskList: Object.fromEntries([...jobs].map(([name, job]) => [name, async (payload: unknown) => {
        await runJob(house, job, payload)
      }])),
    }).catch((error: unknown) => { lock.release(); throw error })
    let hasEnded = false
    const ended = runner.promise.finally(() => { hasEnded = true })
    stop = async () => {
      try {
        if (!hasEnded) await runner.stop()
      } finally {
        lock.release()
      }
    }
    try {
      await Promise.race([ended, lock.lost])
    } finally {
      // Its connections are gone: the jobs that it cannot give back are freed by the next round (free-jobs.ts).
      if (!isStopping) await stop().catch(seen).finally(() => { stop = () => Promise.resolve() })
    }
  },
})

function taskOf(job: unknown): string {
  return typeof job === 'object' && job !== null && 'task_identifier' in job ? String(job.task_identifier) : ''
}
