// The worker door: runs what acts have queued, and what the clock starts.

import { Logger, parseCrontab, run } from 'graphile-worker'
import { crontabOf, jobsOf, runJob } from './casebook/jobs.ts'
import { readConfig } from './config.ts'
import { features } from './features/index.ts'
import { databaseUrlOf, makeHouse } from './make-house.ts'
import { openPool } from './platform/db/database.ts'
import { freeJobsOfTheDead } from './platform/db/free-jobs.ts'
import { refuseTooMuchPower } from './platform/db/roles.ts'
import { codeAmong, openLog } from './platform/log/log.ts'
import { whenToldToStop } from './platform/process/stopping.ts'

const config = readConfig()
const log = openLog('worker')
const house = makeHouse(config, 'worker')
await refuseTooMuchPower(house.database, 'worker')
const pool = openPool(databaseUrlOf(config, 'worker'), { max: 5 })
const jobs = jobsOf(features)
const { release } = await freeJobsOfTheDead(pool)

const runner = await run({
  pgPool: pool,
  concurrency: 2,
  noHandleSignals: true,
  pollInterval: 2000,
  parsedCronItems: parseCrontab(crontabOf(jobs)),
  // Its own messages quote errors and payloads; only that something failed, and which job, is ours to keep.
  logger: new Logger(() => (level, _message, meta) => {
    if (level === 'error') log.fault('job-failed', meta?.['error'] ?? meta?.['fatalError'], { job: codeAmong(jobs.keys(), taskOf(meta?.['job'])) })
  }),
  taskList: Object.fromEntries([...jobs].map(([name, job]) => [name, async (payload: unknown) => {
    await runJob(house, job, payload)
  }])),
})
log.event('working', { jobs: jobs.size })

whenToldToStop(async () => {
  // Jobs under way are finished first.
  await runner.stop()
  await house.database.destroy()
  release()
  await pool.end()
})

// A runner that ends by itself is a fault: the supervisor decides about starting again.
await runner.promise

function taskOf(job: unknown): string {
  return typeof job === 'object' && job !== null && 'task_identifier' in job ? String(job.task_identifier) : ''
}
