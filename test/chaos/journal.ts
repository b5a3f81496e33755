// What the people meant and what they were told, on the disk before anything else happens: an intent before a form leaves, an
// acknowledgement after the hub has answered that it is done. What the record must hold is read from here, never from memory.

import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'

export interface Intent {
  readonly n: number
  readonly kind: string
  /** Words that stand nowhere else: what was sent is found again by them. */
  readonly token: string
  /** The form's own mark. */
  readonly once: string
  readonly caseId: string
}

export interface Journal {
  readonly intend: (intent: Omit<Intent, 'n'>) => Intent
  readonly acknowledge: (intent: Intent) => void
  readonly read: () => { readonly intents: readonly Intent[]; readonly acknowledged: ReadonlySet<number> }
  readonly acknowledgements: () => number
  readonly close: () => void
}

export function openJournal(path: string): Journal {
  const file = openSync(path, 'a')
  let count = 0
  let acknowledged = 0
  const write = (line: object): void => {
    writeSync(file, `${JSON.stringify(line)}\n`)
    fsyncSync(file)
  }
  return {
    intend: (intent) => {
      const written = { n: ++count, ...intent }
      write({ intent: written })
      return written
    },
    acknowledge: ({ n }) => {
      write({ acknowledged: n })
      acknowledged += 1
    },
    acknowledgements: () => acknowledged,
    read: () => {
      const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as { intent?: Intent; acknowledged?: number })
      return { intents: lines.flatMap(({ intent }) => intent ?? []), acknowledged: new Set(lines.flatMap((line) => line.acknowledged ?? [])) }
    },
    close: () => { closeSync(file) },
  }
}
