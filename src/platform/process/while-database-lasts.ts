// A process that works by itself outlives its database: when that restarts, its work is begun anew. Whoever supervises the process is
// only called for what does not pass by itself.

import { setTimeout as pause } from 'node:timers/promises'
import { isPassing } from '../db/passing-fault.ts'

interface Work {
  /** Works until it ends, by being told or by what it throws. `seen`: told of every fault on the way, for runners that keep theirs to themselves. */
  readonly round: (seen: (fault: unknown) => void) => Promise<void>
  readonly isOver: () => boolean
  readonly onLost: (error: unknown) => void
}

const millisecondsBetween = 500

/**
 * Runs round after round while the ends are faults that pass (passing-fault.ts); throws what is not one, and a round that ended without any.
 * A fault that passes and that nobody waits for (the job queue gives back what it had begun without waiting) does not end the process either; any other does.
 */
export async function whileDatabaseLasts(work: Work): Promise<void> {
  const stray = (fault: unknown): void => {
    if (!isPassing(fault)) throw fault
    work.onLost(fault)
  }
  process.on('unhandledRejection', stray)
  try {
    await roundAfterRound(work)
  } finally {
    process.off('unhandledRejection', stray)
  }
}

async function roundAfterRound({ round, isOver, onLost }: Work): Promise<void> {
  while (!isOver()) {
    let last: unknown
    const seen = (fault: unknown): void => { last = isPassing(fault) ? fault : last }
    try {
      await round(seen)
      last ??= new Error('the work ended by itself, and nobody said why')
    } catch (error) {
      // How it ended may say less than what was seen before.
      last = isPassing(error) ? error : last ?? error
    }
    if (isOver()) return
    if (!isPassing(last)) throw last
    onLost(last)
    await pause(millisecondsBetween)
  }
}
