// R2 and R8: the web and the worker are killed without a word, at any moment and at every named step of a save (die-at.mjs), while people
// work. Whoever got no answer sends the same form again, as a browser does that is told to reload: it must not act twice.

import { setTimeout as pause } from 'node:timers/promises'
import type { Part } from './hub-processes.ts'
import type { Run } from './run.ts'

export const steps: Readonly<Record<Part, readonly (string | undefined)[]>> = {
  web: [undefined, 'in-the-act', 'before-commit', 'commit-sent', 'after-commit', 'file-written', 'file-moved'],
  // The worker's writing transactions are those in which the carrier has just taken a message.
  worker: [undefined, 'before-commit', 'commit-sent', 'after-commit'],
}

export const stepWords: Readonly<Record<string, string>> = {
  'in-the-act': 'between two statements of the act', 'before-commit': 'before the commit', 'commit-sent': 'the commit sent, nobody there for the answer', 'after-commit': 'after the commit, before the reply',
  'file-written': 'a file written, not yet moved to its place', 'file-moved': 'a file moved to its place, the act not begun',
}

export interface Killed { readonly part: Part; readonly step: string | undefined; readonly milliseconds: number }

export async function killProcesses(run: Run, kills: number): Promise<Killed[]> {
  const chance = run.chance.of('processes')
  // Every step in turn, so that the same number falls to each; three of the web to one of the worker.
  const turns = { web: 0, worker: 0 }
  const done: Killed[] = []
  for (let count = 0; count < kills; count += 1) {
    const part: Part = count % 4 === 3 ? 'worker' : 'web'
    const step = steps[part][turns[part]++ % steps[part].length]
    await run.people.untilDone(1 + chance.below(6))
    if (step === undefined) await pause(chance.below(120))
    const began = performance.now()
    const hasReached = await run.hub.killAndStart(part, step)
    await run.hub.untilAnswering()
    done.push({ part, step: hasReached ? step : undefined, milliseconds: performance.now() - began })
    await run.check()
    run.say(`${count + 1} of ${kills}: the ${part}, ${step === undefined ? 'at any moment' : stepWords[step]}; ${run.journal.acknowledgements()} acknowledged`)
  }
  return done
}
