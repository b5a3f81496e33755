// One process of `test/run.ts`: imports the test files named, each in a suite of its own, so that a file's `before` and
// `after` are its own and not the whole run's.

// oxlint-disable-next-line import/no-unassigned-import -- its hook must hang at the root of the run
import './harness/end-of-run.ts'
import path from 'node:path'
import { suite } from 'node:test'
import { pathToFileURL } from 'node:url'
import * as fc from 'fast-check'
import { projectRoot } from './kinds.ts'

// A commit is judged by the same cases each time: what was green stays green until somebody changes the code. New cases are
// looked for apart (`npm run test:new-cases`), and a case found so becomes an example of its own.
const wanted = process.env['PROPERTY_SEED'] ?? '20261122'
const seed = wanted === 'new' ? Date.now() % 2 ** 31 : Number(wanted)
if (!Number.isInteger(seed)) throw new Error(`PROPERTY_SEED is a whole number or "new", not ${wanted}`)
if (wanted === 'new') process.stdout.write(`PROPERTY_SEED=${seed} gives these cases again.\n`)
fc.configureGlobal({ seed })

for (const file of process.argv.slice(2)) {
  void suite(file, async () => {
    await import(pathToFileURL(path.join(projectRoot, file)).href)
  })
}
