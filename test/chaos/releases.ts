// Releases to go from and to: the program as it stood in an earlier commit, built from there; and this one with migrations that are still to come.

import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fillHouse } from './fill-house.ts'
import type { Release } from './hub-processes.ts'
import { thisRelease } from './hub-processes.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const git = (...words: string[]): string => execFileSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 }).trim()

/** The commit before the one that brought the newest migration: the last that did not know it. Throws where the history is not here. */
export function commitBeforeNewestMigration(): string {
  const file = readdirSync(path.join(root, 'migrations')).filter((name) => name.endsWith('.sql')).toSorted().at(-1)
  const [brought] = git('log', '--diff-filter=A', '--format=%H', '--', `migrations/${file}`).split('\n')
  if (brought === undefined || brought === '') throw new Error(`git does not know when migrations/${file} came: the whole history is needed (git fetch --unshallow), or --from COMMIT`)
  return git('rev-parse', `${brought}^`)
}

/** The program of a commit, built by its own scripts, and how to fill an empty database on which it works: its tables, its rules. Gone with this process. */
export function releaseOf(commit: string): { release: Release; fill: typeof fillHouse } {
  const release = path.join(root, '.tmp', `release-${commit.slice(0, 8)}-${process.pid}`)
  process.once('exit', () => { rmSync(release, { recursive: true, force: true }) })
  mkdirSync(release, { recursive: true })
  execFileSync('tar', ['-x', '-C', release], { input: execFileSync('git', ['archive', '--format=tar', commit], { cwd: root, maxBuffer: 2 ** 30 }) })
  symlinkSync(path.join(root, 'node_modules'), path.join(release, 'node_modules'))
  execFileSync(process.execPath, [path.join(release, 'scripts', 'build.mjs')], { cwd: release, stdio: 'ignore' })
  const fill: typeof fillHouse = async (at, wishes) => {
    const made = await fillHouse(at, { ...wishes, migrations: path.join(release, 'migrations') })
    execFileSync(process.execPath, [path.join(release, 'dist', 'cli.js'), 'migrate'], { cwd: release, env: { ...at.environment, DATABASE_URL: at.databaseUrl }, stdio: ['ignore', 'ignore', 'inherit'] })
    return made
  }
  return { release, fill }
}

/** This release as it may be one day: with these files after its own migrations. */
export async function laterRelease(folder: string, files: Readonly<Record<string, string>>): Promise<Release> {
  const now = await thisRelease()
  mkdirSync(folder, { recursive: true })
  // Copied, not linked: a program looks for its migrations beside where it really lies.
  cpSync(path.join(now, 'dist'), path.join(folder, 'dist'), { recursive: true })
  cpSync(path.join(root, 'migrations'), path.join(folder, 'migrations'), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, 'migrations', name), text)
  return folder
}
