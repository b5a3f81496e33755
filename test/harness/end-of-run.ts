// What must happen once, after every test of the run. The runner imports this before any test file, so that the hook hangs
// at the root of the run and not at the file that happened to come first.

import path from 'node:path'
import { after } from 'node:test'

const endings: (() => Promise<void>)[] = []

// A script that uses the harness ends things itself: a hook would make a test run of it.
const isScript = path.basename(path.dirname(process.argv[1] ?? '')) === 'scripts'

if (!isScript) {
  after(async () => {
    for (const end of endings.toReversed()) await end()
  })
}

/** Runs once after the last test of the run; the last one given goes first. */
export function atEndOfRun(end: () => Promise<void>): void {
  endings.push(end)
}
