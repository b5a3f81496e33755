// Hours of a large county's busiest work, a minute at a time: whether anything grows that should not, and whether the last minutes are as quick as the first.
// What is looked at is what the system says of the processes (/proc), and what the database says of its tables.

import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { ask } from './databases.ts'
import { percentile, type Outcome } from './open-loop.ts'

/** A process as it stands: resident memory in megabytes, and open handles. */
export interface Held { readonly megabytes: number; readonly handles: number }

export interface Minute { readonly times: readonly number[]; readonly saves: readonly number[]; readonly web: Held; readonly worker: Held; readonly connections: number; readonly deadShare: number }

export interface Soaked {
  readonly errors: ReadonlyMap<string, number>
  /** Of memory, handles and p95: the last part of the run against the first, after the first minutes in which everything is met for the first time. */
  readonly first: readonly Minute[]
  readonly last: readonly Minute[]
}

/** Asked at the end of a minute. Linux alone says so. */
function heldBy(pid: number): Held {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return { megabytes: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024, handles: readdirSync(`/proc/${pid}/fd`).length }
}

/** Dead rows for each row that lives, of the tables whose rows are ever changed or removed, as the statistics have them. */
const deadShare = `select coalesce(sum(n_dead_tup)::float8 / greatest(sum(n_live_tup), 1), 0) from pg_stat_user_tables where n_tup_upd + n_tup_del > 0`

const warming = 5
const compared = 10

/**
 * Loads for so many minutes; between two, nothing waits. `loadMinute` asks for the mixed pages for a minute, `save` hands one thing in and answers with its milliseconds,
 * or with what was answered instead.
 */
export async function soak(given: {
  readonly minutes: number
  readonly url: string
  readonly pids: { readonly web: number; readonly worker: number }
  readonly loadMinute: () => Promise<Outcome>
  readonly save: (n: number) => Promise<number | string>
  readonly secondsBetweenSaves: number
  readonly say: (words: string) => void
}): Promise<Soaked> {
  const minutes: Minute[] = []
  const errors = new Map<string, number>()
  let saved = 0
  for (let minute = 0; minute < given.minutes; minute += 1) {
    const saves: number[] = []
    const saving = (async () => {
      for (let left = Math.floor(60 / given.secondsBetweenSaves); left > 0; left -= 1) {
        saved += 1
        const took = await given.save(saved)
        if (typeof took === 'number') saves.push(took)
        else errors.set(`a save: ${took}`, (errors.get(`a save: ${took}`) ?? 0) + 1)
        await pause(given.secondsBetweenSaves * 1000)
      }
    })()
    const outcome = await given.loadMinute()
    await saving
    for (const [what, count] of outcome.errors) errors.set(what, (errors.get(what) ?? 0) + count)
    const [connections, dead] = await Promise.all([ask(given.url, 'select count(*) from pg_stat_activity where datname = current_database()'), ask(given.url, deadShare)])
    const one: Minute = { times: outcome.times, saves, web: heldBy(given.pids.web), worker: heldBy(given.pids.worker), connections: Number(connections[0]), deadShare: Number(dead[0]) }
    minutes.push(one)
    given.say(`minute ${minute + 1}: p95 ${percentile(one.times, 95).toFixed(0)} ms, web ${one.web.megabytes.toFixed(0)} MB and ${one.web.handles} handles, worker ${one.worker.megabytes.toFixed(0)} MB and ${one.worker.handles}`)
  }
  return { errors, first: minutes.slice(warming, warming + compared), last: minutes.slice(-compared) }
}

/** The middle one of what minutes say. */
export const middleOf = (minutes: readonly Minute[], of: (minute: Minute) => number): number => percentile(minutes.map(of), 50)
