// R1: the database is killed without a word, again and again, while twenty people work: the whole server, or one of its processes. After
// each it is started again, and every acknowledged act is looked for.

import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { HttpVisitor, NoAnswer } from './http-visitor.ts'
import type { Chance } from './chance.ts'
import type { RunningHub } from './hub-processes.ts'
import { isThere } from './hub-processes.ts'
import type { Kills } from './run.ts'
import type { Run } from './run.ts'

/** The server's own processes by what they are: "checkpointer", "client backend" … */
export function processesOf(postmaster: number): { pid: number; title: string }[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const [, parent] = /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? []
      if (Number(parent) !== postmaster) return []
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
      return [{ pid: Number(name), title: /^postgres: (golden_thread_\w+|[a-z ]+?)( |$)/.exec(words)?.[1] ?? 'other' }]
    } catch {
      // Ended between being listed and being looked at.
      return []
    }
  })
}

/** One kill: of the whole server every other time, else of one process. Answers with what was killed and how long until it served again. */
export async function killOnce(hub: RunningHub, chance: Chance): Promise<{ what: string; recoveredAfter: number }> {
  const postmaster = hub.postmaster()
  const child = chance.below(2) === 0 ? undefined : chance.one(processesOf(postmaster))
  const began = performance.now()
  process.kill(child?.pid ?? postmaster, 'SIGKILL')
  if (child === undefined) {
    while (isThere(postmaster)) await pause(2)
    await hub.startDatabase()
  }
  await untilServing(hub)
  return { what: child?.title ?? 'the whole server', recoveredAfter: performance.now() - began }
}

/** Until a page that reads the database, and writes its audit record, is shown again. */
export async function untilServing(hub: RunningHub): Promise<void> {
  const somebody = new HttpVisitor(hub.baseUrl, '10.2.0.1')
  for (;;) {
    const status = await somebody.get('/sign-in/demo').then(() => somebody.submit({ person: 'nobody' }), (error: unknown) => { if (error instanceof NoAnswer) return undefined; throw error })
      .then((page) => page?.status ?? 0, () => 0)
    if (status !== 0 && status !== 503) return
    await pause(20)
  }
}

export async function killDatabase(run: Run, kills: number): Promise<Kills> {
  const chance = run.chance.of('database')
  const outcomes: Kills['outcomes'] = []
  for (let kill = 1; kill <= kills; kill += 1) {
    await run.people.untilDone(1 + chance.below(12))
    // At any moment of what is under way, not always just after an answer.
    await pause(chance.below(120))
    const { what, recoveredAfter } = await killOnce(run.hub, chance)
    outcomes.push({ what, milliseconds: recoveredAfter })
    await run.check()
    run.say(`${kill} of ${kills}: ${what}, back after ${(recoveredAfter / 1000).toFixed(1)} s, ${run.journal.acknowledgements()} acknowledged`)
  }
  return { outcomes }
}
