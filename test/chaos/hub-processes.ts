// The real hub as production runs it: web and worker as processes of their own, each with its own way to the database and nobody
// else's, on a PostgreSQL that waits for the disk. Whatever dies is started again here, as a supervisor would.

import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync, closeSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { build } from '../../scripts/build.mjs'
import { startEmbeddedPostgres } from '../../src/platform/db/embedded-postgres.ts'
import type { EmbeddedPostgres } from '../../src/platform/db/embedded-postgres.ts'
import { urlAs } from '../../src/platform/db/roles.ts'
import type { Carrier, Mood } from './carrier.ts'
import { openCarrier } from './carrier.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
export type Part = 'web' | 'worker'

export interface RunningHub {
  readonly baseUrl: string
  readonly folder: string
  readonly filesDir: string
  readonly carrier: Carrier
  /** The owner's way to the database, for looking. */
  readonly databaseUrl: string
  readonly postmaster: () => number
  /** Numbers of the server's own processes. */
  readonly stopDatabase: (how: 'fast' | 'immediate') => Promise<void>
  readonly startDatabase: () => Promise<void>
  readonly process: (part: Part) => ChildProcess
  /** Kills it without a word, at this step where it comes to it in some seconds, and starts it again. Answers whether it came to the step. */
  readonly killAndStart: (part: Part, step?: string) => Promise<boolean>
  /** Tells it to stop, as a supervisor does, and starts the one of another release in its place. Answers with the milliseconds for which it was not there. */
  readonly replace: (part: Part, release: Release) => Promise<number>
  /** What every process is started with, but its way to the database. */
  readonly environment: Readonly<Record<string, string>>
  /** Ends that nobody here asked for. */
  readonly endedByItself: readonly string[]
  readonly untilAnswering: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Milliseconds for which a process may take to come to a step that was named to it. */
const longestToStep = 8_000

/** A folder with a program as it was built, in `dist`, and its `migrations`. */
export type Release = string

export interface HubWishes {
  readonly folder: string
  /** The one that is at work first; this folder's own when it is left out. */
  readonly release?: Release
  /** Fills the empty database before anything is started. */
  readonly fill: (at: { readonly databaseUrl: string; readonly environment: Readonly<Record<string, string>> }) => Promise<void>
  /** Of the database server, beyond its own. */
  readonly settings?: Readonly<Record<string, string>>
  /** What the carrier does with each message; it takes every one when this is left out. */
  readonly moodOf?: () => Mood
}

// A build of this process's own: two side by side would take each other's away. Packages are found from beside it.
const own: Release = path.join(root, '.tmp', `program-${process.pid}`)
let built: Promise<Release> | undefined

/** The program as it stands in this folder. */
export function thisRelease(): Promise<Release> {
  built ??= (async () => {
    process.once('exit', () => { rmSync(own, { recursive: true, force: true }) })
    mkdirSync(own, { recursive: true })
    symlinkSync(path.join(root, 'migrations'), path.join(own, 'migrations'))
    await build({ dist: path.join(own, 'dist') })
    return own
  })()
  return built
}

export async function startHub({ folder, fill, release, settings = {}, moodOf }: HubWishes): Promise<RunningHub> {
  const dataDir = path.join(folder, 'pg')
  mkdirSync(folder, { recursive: true })
  const first = release ?? await thisRelease()
  let server: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir })
  const { databaseUrl } = server
  if (Object.keys(settings).length > 0) {
    await setForServer(databaseUrl, settings)
    await server.stop()
    server = await startEmbeddedPostgres({ dataDir })
  }
  const carrier = await openCarrier(path.join(folder, 'carried.txt'), moodOf)
  const port = await freePort()
  const filesDir = path.join(folder, 'files')
  const environment: Record<string, string> = {
    PATH: process.env['PATH'] ?? '', ENVIRONMENT: 'test', SIGN_IN: 'demo', PORT: String(port), BASE_URL: `http://127.0.0.1:${port}`, AREA: 'wendmere', SESSION_SECRET: 'a secret for trying out what survives',
    FILES_DIR: filesDir, AUDIT_HEADS_DIR: path.join(folder, 'heads'), AUDIT_KEY_FILE: path.join(folder, 'key', 'audit-key.pem'), TRUSTED_PROXIES: '127.0.0.1,::1,::ffff:127.0.0.1',
    MAIL: 'notify', NOTIFY_URL: carrier.url, NOTIFY_EMAIL_TEMPLATE: 'e-mail', NOTIFY_SMS_TEMPLATE: 'text',
    NOTIFY_API_KEY: 'chaos-00000000-0000-4000-8000-000000000001-00000000-0000-4000-8000-000000000002',
  }
  await fill({ databaseUrl, environment: { ...environment, DATABASE_URL: databaseUrl } })
  const ways: Record<Part, Record<string, string>> = { web: { DATABASE_APP_URL: urlAs(databaseUrl, 'web') }, worker: { DATABASE_WORKER_URL: urlAs(databaseUrl, 'worker') } }
  const endedByItself: string[] = []
  const expected = new WeakSet<ChildProcess>()
  const log = openSync(path.join(folder, 'hub.log'), 'a')
  const start = (part: Part, of: Release): ChildProcess => {
    const child = spawn(process.execPath, ['--enable-source-maps', '--import', path.join(root, 'test', 'chaos', 'die-at.mjs'), path.join(of, 'dist', `${part}.js`)], {
      cwd: root, env: { ...environment, ...ways[part] }, stdio: ['ignore', log, log, 'ipc'],
    })
    child.once('exit', (code, signal) => { if (!expected.has(child)) endedByItself.push(`${part} (${signal ?? `code ${code}`})`) })
    return child
  }
  const releases: Record<Part, Release> = { web: first, worker: first }
  const children: Record<Part, ChildProcess> = { web: start('web', first), worker: start('worker', first) }
  const untilAnswering = async (): Promise<void> => {
    while (!await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' }).then(async (answer) => { await answer.arrayBuffer(); return answer.status < 500 }, () => false)) await pause(20)
  }
  const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
    expected.add(child)
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  await untilAnswering()
  return {
    baseUrl: `http://127.0.0.1:${port}`, folder, filesDir, carrier, databaseUrl, environment, endedByItself, untilAnswering,
    postmaster: () => server.pid,
    stopDatabase: async (how) => {
      process.kill(server.pid, how === 'fast' ? 'SIGINT' : 'SIGQUIT')
      while (isThere(server.pid)) await pause(5)
    },
    startDatabase: async () => {
      // Calls its watchman off; there is nothing left to stop.
      await server.stop()
      server = await startEmbeddedPostgres({ dataDir })
    },
    process: (part) => children[part],
    killAndStart: async (part, step) => {
      const child = children[part]
      expected.add(child)
      if (step !== undefined) {
        if (child.connected) child.send(step)
        for (let waited = 0; waited < longestToStep && child.signalCode === null && child.exitCode === null; waited += 5) await pause(5)
      }
      const hasReached = child.signalCode === 'SIGKILL'
      await end(child, 'SIGKILL')
      children[part] = start(part, releases[part])
      return hasReached
    },
    replace: async (part, by) => {
      const began = performance.now()
      await end(children[part], 'SIGTERM')
      releases[part] = by
      children[part] = start(part, by)
      if (part === 'web') await untilAnswering()
      return performance.now() - began
    },
    close: async () => {
      for (const part of ['web', 'worker'] as const) await end(children[part], 'SIGKILL')
      await server.stop()
      await carrier.close()
      closeSync(log)
    },
  }
}

export function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function setForServer(databaseUrl: string, settings: Readonly<Record<string, string>>): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  for (const [name, value] of Object.entries(settings)) await client.query(`alter system set ${client.escapeIdentifier(name)} = ${client.escapeLiteral(value)}`)
  await client.end()
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => { probe.listen(0, '127.0.0.1', resolve) })
  const { port } = probe.address() as AddressInfo
  await new Promise<void>((resolve) => { probe.close(() => { resolve() }) })
  return port
}
