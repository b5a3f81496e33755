// R12: a newer release is put in while twenty people work. The database is brought up to date beside them, and that is cut off again and again; then the programs
// are replaced, and put back, and replaced once more. Until they are, the program of before works on tables that are newer than it.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { Client } from 'pg'
import { readMigrations } from '../../src/platform/db/migrate.ts'
import type { Release } from './hub-processes.ts'
import type { Run } from './run.ts'

export interface Phase {
  readonly what: string
  readonly acknowledged: number
  /** Milliseconds for which nobody was told that something is done. */
  readonly longestWithout: number
  /** Milliseconds for which the web was not there. */
  readonly away: number
}

export interface CutOff { readonly how: 'killed' | 'connection cut'; readonly atStatement: number; readonly applied: number }

export interface Upgraded {
  readonly migrations: readonly string[]
  readonly cuts: readonly CutOff[]
  /** Cuts that the run of the migrations had ended before. */
  readonly tooLate: number
  readonly phases: readonly Phase[]
  readonly faults: readonly string[]
}

const root = path.resolve(import.meta.dirname, '..', '..')
/** At least so many it sends, also when no file is left to run. */
const statementsOfMigrate = 34

export async function upgradeUnderLoad(run: Run, { from, to, cuts: wantedCuts, acts }: { readonly from: Release; readonly to: Release; readonly cuts: number; readonly acts: number }): Promise<Upgraded> {
  const chance = run.chance.of('upgrade')
  const phases: Phase[] = []
  const faults: string[] = []
  const during = async (what: string, does: () => Promise<number | undefined>): Promise<void> => {
    const before = run.journal.acknowledgements()
    const met = run.people.tally.unexpected.length
    const watched = watchGaps(() => run.journal.acknowledgements())
    const away = await does() ?? 0
    await run.people.untilDone(acts)
    const phase = { what, acknowledged: run.journal.acknowledgements() - before, longestWithout: watched.stop(), away }
    phases.push(phase)
    await run.check()
    run.say(`${what}: ${phase.acknowledged} acknowledged, at most ${(phase.longestWithout / 1000).toFixed(2)} s without${away === 0 ? '' : `, away for ${(away / 1000).toFixed(2)} s`}`)
    for (const answer of run.people.tally.unexpected.slice(met)) run.say(`  ${answer}`)
  }
  const both = async (release: Release): Promise<number> => {
    await run.hub.replace('worker', release)
    return run.hub.replace('web', release)
  }

  await during('The release before, its own tables', () => Promise.resolve(undefined))
  const cuts: CutOff[] = []
  let tooLate = 0
  await during('Brought up to date, and cut off on the way', async () => {
    // One in each part of the way, so that every part is met.
    for (let count = 0; count < wantedCuts; count += 1) {
      const atStatement = 1 + Math.floor((count + chance.below(100) / 100) * (statementsOfMigrate / wantedCuts))
      const how = count % 2 === 0 ? 'killed' : 'connection cut'
      const { code, said } = await migrateBy(to, run, `${how === 'killed' ? 'die' : 'cut'} ${atStatement}`)
      const applied = (await appliedIn(run.hub.databaseUrl)).length
      if (/^\s+at /m.test(said)) faults.push(`migrate, ${how} at statement ${atStatement}, said no more than where it stood: ${said.trim().slice(0, 300)}`)
      if (code === 0) tooLate += 1
      else cuts.push({ how, atStatement, applied })
      run.say(`cut ${count + 1} of ${wantedCuts}: ${how} at statement ${atStatement}, ${code === 0 ? 'which it never came to' : `${applied} files in`}`)
    }
    return undefined
  })
  await during('Brought up to date to its end', async () => {
    const { code, said } = await migrateBy(to, run)
    if (code !== 0) faults.push(`the database could not be brought up to date after it had been cut off: ${said.trim().slice(0, 300)}`)
    return undefined
  })
  await during('The release before, on the tables of the new one', () => Promise.resolve(undefined))
  await during('The new release in its place', () => both(to))
  await during('Put back: the release before again', () => both(from))
  await during('The new release again', () => both(to))

  const wanted = readMigrations(path.join(to, 'migrations')).map(({ name }) => name)
  const applied = await appliedIn(run.hub.databaseUrl)
  if (wanted.join() !== applied.join()) faults.push(`the database has been through ${applied.at(-1)}, and not through ${wanted.at(-1)}`)
  for (const index of await brokenIndexes(run.hub.databaseUrl)) faults.push(`the index ${index} was left half made`)
  const had = readMigrations(path.join(from, 'migrations')).length
  return { migrations: wanted.slice(had), cuts, tooLate, phases, faults }
}

/** `golden-thread migrate` of a release, as an administrator runs it; ended at a statement where `at` says so. Answers with its exit code, 1 when it was killed, and with what it said of a fault. */
async function migrateBy(release: Release, { hub }: Run, at = ''): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, ['--import', path.join(root, 'test', 'chaos', 'die-at.mjs'), path.join(release, 'dist', 'cli.js'), 'migrate'], {
    cwd: root, env: { ...hub.environment, DATABASE_URL: hub.databaseUrl, DIE_AT_STATEMENT: at }, stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (words: Buffer) => { said += words.toString('utf8') })
  const [code] = await once(child, 'close') as [number | null]
  return { code: code ?? 1, said }
}

async function ask<Row extends object>(databaseUrl: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<Row>(statement)
  await client.end()
  return rows
}

const appliedIn = async (databaseUrl: string): Promise<string[]> => (await ask<{ name: string }>(databaseUrl, 'select name from migration order by number')).map(({ name }) => name)
const brokenIndexes = async (databaseUrl: string): Promise<string[]> => (await ask<{ name: string }>(databaseUrl, 'select indexrelid::regclass::text as name from pg_index where not indisvalid')).map(({ name }) => name)

/** The longest time for which a number that grows stood still. */
function watchGaps(read: () => number): { readonly stop: () => number } {
  let [known, since, longest] = [read(), performance.now(), 0]
  const look = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - since)
    if (read() !== known) [known, since] = [read(), now]
  }
  const watching = setInterval(look, 10)
  return { stop: () => { clearInterval(watching); look(); return longest } }
}
