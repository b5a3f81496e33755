// A PostgreSQL of one's own, for trying the product and for tests: no port, no password, nothing installed. It listens on a
// socket inside its data directory, which only its owner can enter. Larger installations name a server in DATABASE_URL.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { findPostgresBinaries, removeLeftovers, type PostgresBinaries } from './postgres-binaries.ts'
import { disarmStaleLock, isLivingPostgres, readPostmasterFile } from './postmaster-pid.ts'
import { shortSocketFolder, type SocketFolder } from './socket-folder.ts'
import { belongsToAnother, claim, stopServer, watch } from './stop-server.ts'
import { findRunner, giveTo, readableBinaries, type Runner, type Way } from './unprivileged.ts'

export type EmbeddedPostgresOptions = {
  /** Made when missing. Keep it on a local disk. */
  readonly dataDir: string
  /** Never waits for the disk: for tests only, a power cut may break the data. */
  readonly quick?: boolean
  /** Deletes the data directory when the server stops, also when this process is killed. */
  readonly temporary?: boolean
  readonly database?: string
  /** For tests: how to run when we are root. */
  readonly ways?: readonly Way[]
}

export type EmbeddedPostgres = {
  readonly connection: { readonly host: string; readonly port: number; readonly user: string; readonly database: string }
  /** The same as a URL, for DATABASE_URL of a child process. */
  readonly databaseUrl: string
  /** Whether another living process started this server. Then `stop` leaves it running. */
  readonly isGuest: boolean
  /** Process number of the server. */
  readonly pid: number
  stop(): Promise<void>
}

const user = 'postgres'
const port = 5432
const giveUpAfter = 30_000

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(options.dataDir)
  const runner = findRunner(options.ways)
  mkdirSync(path.dirname(dataDir), { recursive: true })
  const binaries = readableBinaries(runner, findPostgresBinaries(), dataDir)
  if (!existsSync(path.join(dataDir, 'PG_VERSION'))) initialise(dataDir, binaries, runner, options.quick === true)
  refuseForeignData(dataDir, binaries)

  const socket = shortSocketFolder(dataDir, runner.owner)
  try {
    const pid = (await findRunning(dataDir, socket.path)) ?? (await launch(dataDir, binaries, runner, socket.path, options))
    const database = options.database ?? 'golden_thread'
    await makeDatabase(socket.path, database)
    return inCharge({ dataDir, pid, socket, database, isTemporary: options.temporary === true })
  } catch (error) {
    socket.remove()
    throw error
  }
}

/** Makes an empty cluster beside its place and moves it in when whole, so that a killed start leaves nothing half-made. */
function initialise(dataDir: string, binaries: PostgresBinaries, runner: Runner, isQuick: boolean): void {
  removeLeftovers(dataDir)
  const fresh = `${dataDir}.new-${process.pid}`
  mkdirSync(fresh, { recursive: true, mode: 0o700 })
  chmodSync(fresh, 0o700)
  giveTo(runner, fresh)
  const { command, args, ...as } = runner.wrap(binaries.initdb, [
    `--pgdata=${fresh}`,
    `--username=${user}`,
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=en-GB',
    '--data-checksums',
    '--no-instructions',
    ...(isQuick ? ['--no-sync'] : []),
  ])
  const made = spawnSync(command, args, { ...as, encoding: 'utf8', cwd: '/', env: plainEnvironment() })
  if (made.status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new Error(`PostgreSQL could not make its data directory ${dataDir}.\n${made.error?.message ?? made.stdout + made.stderr}`)
  }
  try {
    renameSync(fresh, dataDir)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(path.join(dataDir, 'PG_VERSION'))) throw error
  }
}

function refuseForeignData(dataDir: string, binaries: PostgresBinaries): void {
  const version = readFileSync(path.join(dataDir, 'PG_VERSION'), 'utf8').trim()
  if (version !== binaries.major) {
    throw new Error(`${dataDir} was made by PostgreSQL ${version}; the built-in one is ${binaries.major} and cannot read it.`)
  }
  const uid = process.getuid?.() ?? 0
  if (uid !== 0 && statSync(dataDir).uid !== uid) {
    throw new Error(`${dataDir} belongs to another user. Start as that user, or give the folder to this one with chown.`)
  }
}

/** A server that a killed run has left behind, or that another process runs on this data. */
async function findRunning(dataDir: string, host: string): Promise<number | undefined> {
  const until = performance.now() + giveUpAfter
  for (;;) {
    const found = readPostmasterFile(dataDir)
    if (found === undefined || !isLivingPostgres(found.pid)) return undefined
    if (found.isReady && (await answers(host))) return found.pid
    if (performance.now() > until) throw new Error(`PostgreSQL (process ${found.pid}) holds ${dataDir} but does not answer.`)
    await sleep(50)
  }
}

async function launch(
  dataDir: string,
  binaries: PostgresBinaries,
  runner: Runner,
  host: string,
  options: EmbeddedPostgresOptions,
): Promise<number> {
  const until = performance.now() + giveUpAfter
  for (;;) {
    giveTo(runner, dataDir)
    disarmStaleLock(dataDir)
    const logFile = path.join(dataDir, 'server.log')
    const server = spawnServer(dataDir, binaries, runner, host, logFile, options.quick === true)
    while (server.exitCode === null && server.signalCode === null && server.pid !== undefined) {
      if (readPostmasterFile(dataDir)?.isReady === true && (await answers(host))) {
        server.unref()
        return readPostmasterFile(dataDir)?.pid ?? server.pid
      }
      await sleep(10)
    }
    // Another start may have been quicker, or processes of a killed server are still letting go of its memory.
    const running = await findRunning(dataDir, host)
    if (running !== undefined) return running
    const log = existsSync(logFile) ? readFileSync(logFile, 'utf8') : ''
    if (!/lock file|shared memory block/.test(log) || performance.now() > until) {
      throw new Error(`PostgreSQL did not start on ${dataDir}.\n${log.trim().split('\n').slice(-15).join('\n')}`)
    }
    await sleep(250)
  }
}

function spawnServer(
  dataDir: string,
  binaries: PostgresBinaries,
  runner: Runner,
  host: string,
  logFile: string,
  isQuick: boolean,
): ChildProcess {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: host,
    unix_socket_permissions: '0700',
    log_checkpoints: 'off',
    timezone: 'UTC',
    ...(isQuick ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' } : {}),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const { command, args, ...as } = runner.wrap(binaries.postgres, ['-D', dataDir, '-p', String(port), ...flags])
  const log = openSync(logFile, 'w', 0o600)
  // Its own process group, so that Ctrl+C reaches us alone and the database goes last.
  const server = spawn(command, args, { ...as, cwd: '/', env: plainEnvironment(), stdio: ['ignore', log, log], detached: true })
  closeSync(log)
  server.on('error', (error) => writeFileSync(logFile, String(error), { flag: 'a' }))
  return server
}

// oxlint-disable-next-line no-restricted-properties -- not a setting of ours: where the machine keeps its programs
const plainEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' })

async function answers(host: string): Promise<boolean> {
  const client = new Client({ host, port, user, database: 'postgres' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

async function makeDatabase(host: string, database: string): Promise<void> {
  const client = new Client({ host, port, user, database: 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42P04') throw error
  } finally {
    await client.end()
  }
}

function inCharge(found: {
  dataDir: string
  pid: number
  socket: SocketFolder
  database: string
  isTemporary: boolean
}): EmbeddedPostgres {
  const { dataDir, pid, socket, database } = found
  const isGuest = belongsToAnother(dataDir, pid)
  if (!isGuest) claim(dataDir, pid)
  const dismissWatchman = isGuest ? undefined : watch(pid, dataDir, found.isTemporary)
  return {
    connection: { host: socket.path, port, user, database },
    databaseUrl: `postgresql://${user}@localhost/${encodeURIComponent(database)}?host=${encodeURIComponent(socket.path)}`,
    isGuest,
    pid,
    async stop() {
      if (!isGuest) {
        await stopServer(pid)
        dismissWatchman?.()
        if (found.isTemporary) rmSync(dataDir, { recursive: true, force: true })
      }
      socket.remove()
    },
  }
}
