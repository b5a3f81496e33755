// PostgreSQL refuses to run as root, and containers often have nothing else, or a user without a name. Three ways to be
// somebody smaller, tried in this order; each leaves the data directory with the owner that its PostgreSQL expects.

import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { binariesAt, removeLeftovers, type PostgresBinaries } from './postgres-binaries.ts'

/**
 * `self`: not root, nothing to do. `namespace`: whoever we are looks like nobody inside a user namespace, while files stay
 * ours. `capability`: another user who may still walk through closed folders (where a container forbids namespaces).
 * `user`: plainly another user, with a copy of the programs where that user can read them.
 */
export type Way = 'self' | 'namespace' | 'capability' | 'user'

export type Runner = {
  readonly way: Way
  /** Program and arguments to run instead, so that PostgreSQL does not see root. */
  wrap(command: string, args: readonly string[]): { command: string; args: string[]; uid?: number; gid?: number }
  /** Owner that files of this PostgreSQL must have. */
  readonly owner: { readonly uid: number; readonly gid: number }
}

const nobody = { uid: 65534, gid: 65534 }

function smallUser(): { uid: number; gid: number } {
  const line = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n').find((row) => row.startsWith('postgres:')) : undefined
  const fields = line?.split(':')
  return fields === undefined ? nobody : { uid: Number(fields[2]), gid: Number(fields[3]) }
}

const runners: Readonly<Record<Way, () => Runner>> = {
  self: () => ({
    way: 'self',
    wrap: (command, args) => ({ command, args: [...args] }),
    owner: { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 },
  }),
  namespace: () => ({
    way: 'namespace',
    wrap: (command, args) => ({
      command: 'unshare',
      args: ['--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`, command, ...args],
    }),
    owner: { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 },
  }),
  capability: () => {
    const owner = smallUser()
    const keep = '+dac_override'
    return {
      way: 'capability',
      wrap: (command, args) => ({
        command: 'setpriv',
        args: [
          `--reuid=${owner.uid}`,
          `--regid=${owner.gid}`,
          '--clear-groups',
          `--inh-caps=-all,${keep}`,
          `--ambient-caps=-all,${keep}`,
          `--bounding-set=-all,${keep}`,
          command,
          ...args,
        ],
      }),
      owner,
    }
  },
  user: () => {
    const owner = smallUser()
    return { way: 'user', wrap: (command, args) => ({ command, args: [...args], ...owner }), owner }
  },
}

/** The first way that works here. `ways` narrows the choice, for tests. */
export function findRunner(ways: readonly Way[] = ['namespace', 'capability', 'user']): Runner {
  const isRoot = process.getuid?.() === 0
  if (!isRoot && hasName()) return runners.self()
  for (const way of isRoot ? ways : (['namespace'] as const)) {
    const runner = runners[way]()
    const { command, args, ...as } = runner.wrap('id', ['-u'])
    const tried = spawnSync(command, args, { ...as, encoding: 'utf8', cwd: '/' })
    if (tried.status === 0 && tried.stdout.trim() !== '0') return runner
  }
  const trouble = isRoot ? 'as root' : `as user ${process.getuid?.()}, whom this machine has no name for`
  throw new Error(
    `PostgreSQL does not run ${trouble}, and this machine allows no way around it. Start as an ordinary user, or name a database in DATABASE_URL.`,
  )
}

/** Whether the machine knows our user. Containers may be run under a bare number, which `initdb` will not have. */
function hasName(): boolean {
  try {
    return os.userInfo().username !== ''
  } catch {
    return false
  }
}

/** Gives a tree to its PostgreSQL, when it has another owner (the last start may have gone another way). */
export function giveTo(runner: Runner, directory: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = runner.owner
  const top = statSync(directory)
  if (top.uid === uid && top.gid === gid) return
  const give = (file: string): void => {
    const entry = lstatSync(file)
    if (entry.isSymbolicLink()) return
    if (entry.isDirectory()) for (const name of readdirSync(file)) give(path.join(file, name))
    chownSync(file, uid, gid)
  }
  give(directory)
}

/** The programs, from where this runner can read them: a copy beside the data when their own folder is closed to it. */
export function readableBinaries(runner: Runner, binaries: PostgresBinaries, dataDir: string): PostgresBinaries {
  if (runner.way !== 'user') return binaries
  if (!mayReach(runner, path.dirname(dataDir))) {
    throw new Error(
      `PostgreSQL would run as user ${runner.owner.uid}, who cannot enter ${path.dirname(dataDir)}. Move the project out of a closed home, start as an ordinary user, or name a database in DATABASE_URL.`,
    )
  }
  if (mayReach(runner, path.join(binaries.root, 'bin'))) return binaries
  const copy = `${dataDir}-programs-${binaries.major}`
  removeLeftovers(copy)
  if (!existsSync(copy)) {
    const fresh = `${copy}.new-${process.pid}`
    cpSync(binaries.root, fresh, { recursive: true, verbatimSymlinks: true })
    chmodSync(fresh, 0o755)
    try {
      renameSync(fresh, copy)
    } catch (error) {
      rmSync(fresh, { recursive: true, force: true })
      if (!existsSync(copy)) throw error
    }
  }
  return binariesAt(copy, binaries.major)
}

function mayReach(runner: Runner, directory: string): boolean {
  const { command, args, ...as } = runner.wrap('test', ['-x', directory])
  return spawnSync(command, args, { ...as, cwd: '/' }).status === 0
}
