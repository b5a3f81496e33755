// The worker's list of jobs: those of every feature, the one that carries a recorded fact to whoever reacts to it, and the one
// that tries again to fold what was refused.

import { z } from 'zod'
import type { FactType } from '../domain/case-file/facts.ts'
import type { RequestMark } from '../domain/ids.ts'
import { appendRecord } from './audit/audit-record.ts'
import type { Feature, Job } from './feature.ts'
import type { House } from './house.ts'
import type { CaseKey } from './open-case-file.ts'
import { openCaseFile } from './open-case-file.ts'
import { entryOf, trailOfWork } from './audit/trail.ts'
import type { Occasion } from './tx.ts'
import { scanWaitingFiles } from './papers/scan-waiting.ts'
import { rebuildTracks } from './rebuild-tracks.ts'
import { read } from './tx.ts'
import { system } from './signing-in/viewer.ts'

/**
 * Runs a job as the hub itself. What it does to a case is on record with the act; one that only opened cases leaves a record of that
 * at its end, with how many.
 */
export async function runJob(house: House, { name, run }: Job, payload: unknown): Promise<void> {
  const trail = trailOfWork(house.newId<RequestMark>(), `job ${name}`)
  await run({ house, viewer: system, page: `job ${name}`, trail }, payload)
  if (trail.records > 0 || trail.opened.size === 0) return
  await appendRecord(house.database, house.clock.now(), entryOf(trail, system, { kind: 'job', outcome: 'done' }))
}

const queuedFact = z.object({ area: z.string(), caseId: z.string(), seq: z.number(), type: z.string() })

/** Every job by name; two features may not use one name. */
export function jobsOf(features: readonly Feature[]): Map<string, Job> {
  const jobs = new Map<string, Job>([['react', reactJob(features)], [refoldRefused.name, refoldRefused], [scanWaitingFiles.name, scanWaitingFiles]])
  for (const job of features.flatMap((feature) => feature.jobs ?? [])) {
    if (jobs.has(job.name)) throw new Error(`two jobs are called ${job.name}`)
    jobs.set(job.name, job)
  }
  return jobs
}

/** What the queue reads to start jobs by the clock. */
export const crontabOf = (jobs: ReadonlyMap<string, Job>): string =>
  [...jobs.values()].flatMap(({ name, runsAt }) => (runsAt === undefined ? [] : [`${runsAt} ${name}`])).join('\n')

/** Some refusals pass by themselves: a day that was still to come, a calendar that was renewed. Only refused cases are folded again. */
const refoldRefused: Job = {
  name: 'refold-refused-clocks',
  runsAt: '20 2 * * *',
  run: async (occasion) => { await rebuildTracks(occasion, { repair: true, which: 'refused' }) },
}

function reactJob(features: readonly Feature[]): Job {
  const reactions = features.flatMap((feature) => feature.reactions ?? [])
  return {
    name: 'react',
    run: async (occasion: Occasion, payload: unknown) => {
      const { area, caseId, seq, type } = queuedFact.parse(payload)
      const key: CaseKey = { area, caseId }
      const fact = await read(occasion, async (tx) => (await openCaseFile(tx, key)).facts.find((one) => one.seq === seq))
      if (fact === undefined) throw new Error(`no fact ${seq} of type ${type as FactType} in case ${caseId}`)
      for (const reaction of reactions) if (reaction.to === fact.type) await reaction.run(occasion, key, fact)
    },
  }
}
