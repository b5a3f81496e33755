// Runs the tests: `node --import tsx test/run.ts [rules|db|pages|walls|journeys …] [part of a file's path …]`.
// Files share a process, which is some twelve times faster than a process each; two such processes stand side by side where there are two
// cores, each with a database server of its own. Browser journeys come after the others, because they start the real program and a browser
// beside it. A kind without files, a file without tests and a skipped test are failures: nothing goes missing quietly.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { kindOf, kinds, listTestFiles, projectRoot, type Kind } from './kinds.ts'

/** Kinds that nobody has written a test of yet. Take a kind away with its first test. */
const notYetWritten: readonly Kind[] = []

const isKind = (word: string): word is Kind => (kinds as readonly string[]).includes(word)

const words = process.argv.slice(2)
const filters = words.filter((word) => !isKind(word)).map((word) => path.posix.normalize(word.replace(/^\.\//, '')))
const asked = words.some(isKind) ? kinds.filter((kind) => words.includes(kind)) : kinds
const all = listTestFiles()
const chosen = all.filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))

const faults = [
  ...filters.filter((filter) => !all.some((file) => file.includes(filter))).map((filter) => `No test file has "${filter}" in its path.`),
  ...asked
    .filter((kind) => filters.length === 0 && !notYetWritten.includes(kind) && !all.some((file) => kindOf(file) === kind))
    .map((kind) => `There is no test of the kind "${kind}".`),
]

const filesOf = (group: readonly Kind[]): string[] => group.flatMap((kind) => chosen.filter((file) => kindOf(file) === kind))

async function runTogether(files: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<boolean> {
  if (files.length === 0) return true
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--enable-source-maps', '--test-reporter', './test/reporter.ts', 'test/run-files.ts', ...files],
    { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, ...environment, TZ: 'Europe/London' } },
  )
  const [code] = (await once(child, 'exit')) as [number | null]
  return code === 0
}

/** Dealt out in turn; neighbours in the alphabet are alike, and so the hands are about as heavy. */
async function runBeside(files: readonly string[]): Promise<boolean> {
  const hands = Math.min(2, os.availableParallelism())
  // What one has looked at with axe, the other need not look at again (test/harness/accessible-states.ts).
  const states = await mkdtemp(path.join(os.tmpdir(), 'states-looked-at-'))
  const results = await Promise.all(Array.from({ length: hands }, (_, hand) => runTogether(files.filter((_file, index) => index % hands === hand), { STATES_LOOKED_AT: states })))
  await rm(states, { recursive: true })
  return results.every(Boolean)
}

for (const fault of faults) process.stdout.write(`${fault}\n`)
const results = [
  await runBeside(filesOf(asked.filter((kind) => kind !== 'journeys'))),
  await runBeside(filesOf(asked.filter((kind) => kind === 'journeys'))),
]
process.exitCode = faults.length === 0 && results.every(Boolean) ? 0 : 1
