// What the last runs of the tests said: the reporter leaves one file for each test file in .tmp/test-results, with every test's whole name and
// whether it passed. And which of that the register was last made from: test/security/asvs/results.txt, which is committed.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../kinds.ts'
import { tablesDir } from './requirements.ts'

export interface Result {
  /** Suites and test, outermost first: "the log › knows only declared codes". */
  readonly name: string
  readonly passed: boolean
}

interface Kept {
  /** Of the test file: results of a file that has changed since count no more. */
  readonly sha256: string
  readonly results: readonly Result[]
}

const folder = path.join(projectRoot, '.tmp', 'test-results')
const placeOf = (file: string): string => path.join(folder, `${file.replaceAll('/', '__')}.json`)
const hashOf = (file: string): string => createHash('sha256').update(readFileSync(path.join(projectRoot, file))).digest('hex')

/** Called by the reporter when a test file is done. */
export function keepResults(file: string, results: readonly Result[]): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(placeOf(file), JSON.stringify({ sha256: hashOf(file), results } satisfies Kept))
}

/** Undefined when the file was never run, or has changed since it was. */
export function lastResults(file: string): readonly Result[] | undefined {
  if (!existsSync(placeOf(file)) || !existsSync(path.join(projectRoot, file))) return undefined
  const kept = JSON.parse(readFileSync(placeOf(file), 'utf8')) as Kept
  return kept.sha256 === hashOf(file) ? kept.results : undefined
}

/** `tests` counts those under the name: a suite has many. */
export interface Standing { readonly said: 'passed' | 'failed' | 'not found'; readonly tests: number }

/** How a linked test, or every test of a linked suite, came out. */
export function standingOf(name: string, results: readonly Result[] | undefined): Standing {
  const own = (results ?? []).filter((result) => result.name === name || result.name.startsWith(`${name} › `))
  if (own.length === 0) return { said: 'not found', tests: 0 }
  return { said: own.every(({ passed }) => passed) ? 'passed' : 'failed', tests: own.length }
}

export const linkOf = ({ file, name }: { readonly file: string; readonly name: string }): string => `${file} › ${name}`

const recordedFile = path.join(tablesDir, 'results.txt')
const head = '# How the linked tests came out when the register was last made (npm run docs:asvs): word, number of tests, file and name.'

export const recordedText = (standings: ReadonlyMap<string, Standing>): string =>
  `${head}\n${[...standings].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([link, { said, tests }]) => `${said}\t${tests}\t${link}`).join('\n')}\n`

export const keepRecorded = (standings: ReadonlyMap<string, Standing>): void => writeFileSync(recordedFile, recordedText(standings))

export function readRecorded(): Map<string, Standing> {
  const lines = readFileSync(recordedFile, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line): [string, Standing] => {
    const [said = '', tests = '', link = ''] = line.split('\t')
    return [link, { said: said === 'passed' || said === 'failed' ? said : 'not found', tests: Number(tests) }]
  }))
}
