// One process of `test/run.ts`: imports the test files named, each in a suite of its own, so that a file's `before` and
// `after` are its own and not the whole run's.

// oxlint-disable-next-line import/no-unassigned-import -- its hook must hang at the root of the run
import './harness/end-of-run.ts'
import path from 'node:path'
import { suite } from 'node:test'
import { pathToFileURL } from 'node:url'
import { projectRoot } from './kinds.ts'

for (const file of process.argv.slice(2)) {
  void suite(file, async () => {
    await import(pathToFileURL(path.join(projectRoot, file)).href)
  })
}
