// R4: the database is restarted under twenty people, as an administrator would (fast), as somebody in a hurry would (immediate), and is
// left away for a while. Everybody is to meet the page that keeps their answers, and nobody anything else; nothing of ours may end.

import { setTimeout as pause } from 'node:timers/promises'
import { untilServing } from './kill-database.ts'
import type { Run } from './run.ts'

export const manners = ['fast', 'immediate', 'away'] as const
export type Manner = (typeof manners)[number]

export interface Restart {
  readonly manner: Manner
  /** From the moment at which the database answers again until the hub serves again, without anybody touching it. */
  readonly servedAfter: number
  /** Forms answered with the page for a hub that is away, during this restart, and how many of these gave everything back. */
  readonly away: number
  readonly kept: number
}

export async function restartDatabase(run: Run, restarts: number, { awayFor = 30_000, say = run.say }: { awayFor?: number; say?: (words: string) => void } = {}): Promise<Restart[]> {
  const chance = run.chance.of('restarts')
  const done: Restart[] = []
  for (let count = 0; count < restarts; count += 1) {
    const manner = manners[count % manners.length] ?? 'fast'
    await run.people.untilDone(5 + chance.below(10))
    const { away, kept } = run.people.tally
    await run.hub.stopDatabase(manner === 'fast' ? 'fast' : 'immediate')
    // Somebody is turned away at least, in whatever time the server takes.
    await pause(manner === 'away' ? awayFor : 200 + chance.below(800))
    await run.hub.startDatabase()
    const began = performance.now()
    await untilServing(run.hub)
    const servedAfter = performance.now() - began
    await run.people.untilDone(1)
    await run.check()
    done.push({ manner, servedAfter, away: run.people.tally.away - away, kept: run.people.tally.kept - kept })
    say(`${count + 1} of ${restarts}: ${manner}, served ${(servedAfter / 1000).toFixed(2)} s after the database answered, ${run.people.tally.away - away} forms given back`)
  }
  return done
}
