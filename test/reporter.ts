// What `test/run.ts` prints: each failure whole, then how many tests of each kind there were and which files took longest.

import path from 'node:path'
import { inspect } from 'node:util'
import type { TestEvent } from 'node:test/reporters'
import { kindOf, kinds, projectRoot } from './kinds.ts'
import type { Result } from './security/results.ts'
import { keepResults } from './security/results.ts'

/** Files that are named at the end: what somebody who wants a faster run looks at first. */
const slowest = 5

type Count = { files: number; tests: number; faults: number; milliseconds: number }

// Node's test runner takes a reporter's default export.
// oxlint-disable-next-line import/no-default-export
export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts = new Map(kinds.map((kind): [string, Count] => [kind, { files: 0, tests: 0, faults: 0, milliseconds: 0 }]))
  const files: { readonly name: string; readonly milliseconds: number }[] = []
  let testsInFile = 0
  let faultsInFile = 0
  let trail: string[] = []
  let results: Result[] = []

  for await (const event of source) {
    if (event.type === 'test:stdout' || event.type === 'test:stderr') yield event.data.message
    // What a test left behind after its end: an error that nobody waited for.
    if (event.type === 'test:diagnostic' && /^(Error|Warning):/.test(event.data.message)) {
      yield `\n✖ ${event.data.message}\n`
      process.exitCode = 1
    }
    if (event.type === 'test:start') trail = [...trail.slice(0, event.data.nesting), event.data.name]
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue
    const { name, nesting, details, skip, todo } = event.data
    const isSuite = details.type === 'suite'
    const kind = nesting === 0 && isSuite ? kindOf(name) : undefined
    if (!isSuite) testsInFile += 1

    const isLeftOut = (skip !== undefined && skip !== false) || (todo !== undefined && todo !== false)
    if (!isSuite && nesting > 0) results.push({ name: [...trail.slice(1, nesting), name].join(' › '), passed: event.type === 'test:pass' && !isLeftOut })
    const error = event.type === 'test:fail' ? event.data.details.error : undefined
    if (isLeftOut) yield `\n✖ ${[...trail.slice(0, nesting), name].join(' › ')}\n  is skipped or to do: write it or take it out\n`
    // A suite that fails only because of a test inside it has nothing to add.
    const isOwnFault = error !== undefined && (error as { failureType?: string }).failureType !== 'subtestsFailed'
    if (isOwnFault) yield `\n✖ ${[...trail.slice(0, nesting), name].join(' › ')}\n${indented(error.cause ?? error)}\n`
    if (isLeftOut || isOwnFault) faultsInFile += 1
    if (nesting > 0) continue

    if (kind !== undefined && testsInFile === 0 && faultsInFile === 0) {
      yield `\n✖ ${name}\n  has no tests in it\n`
      faultsInFile += 1
    }
    const count = counts.get(kind ?? 'rules')
    if (count) {
      count.files += 1
      count.tests += testsInFile
      count.faults += faultsInFile
      count.milliseconds += details.duration_ms
    }
    files.push({ name, milliseconds: details.duration_ms })
    if (kind !== undefined && !name.startsWith('.tmp/')) keepResults(name, results)
    testsInFile = 0
    faultsInFile = 0
    results = []
  }

  for (const [kind, { files: number, tests, faults, milliseconds }] of counts) {
    if (number === 0) continue
    const seconds = (milliseconds / 1000).toFixed(1).padStart(7)
    yield `${faults === 0 ? '✔' : '✖'} ${kind.padEnd(9)}${String(tests).padStart(6)} tests ${String(number).padStart(4)} files${seconds} s${faults === 0 ? '' : `   ${faults} failed`}\n`
    if (faults > 0) process.exitCode = 1
  }
  if (files.length > slowest) {
    const longest = files.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, slowest)
    yield `  longest: ${longest.map(({ name, milliseconds }) => `${path.basename(name).replace(/\.test\.tsx?$/, '')} ${(milliseconds / 1000).toFixed(0)} s`).join(', ')}\n`
  }
}

const indented = (error: unknown): string =>
  inspect(error, { depth: 8 })
    .replaceAll(`file://${projectRoot}${path.sep}`, '')
    .replaceAll(`${projectRoot}${path.sep}`, '')
    .split('\n')
    .filter((line) => !/^\s+at .*(node:internal|node_modules)/.test(line))
    .map((line) => `  ${line}`)
    .join('\n')
