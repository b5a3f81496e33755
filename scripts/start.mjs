// `npm start`: everything needed to try or run the hub. Builds, finds or starts PostgreSQL, brings it up to date, fills an
// empty one with the demonstration area (never in production), and runs the web and the worker side by side. When one of
// them ends, everything is stopped: whoever supervises this process decides about starting again.

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { build } from './build.mjs'

const root = path.resolve(import.meta.dirname, '..')
const data = path.join(root, '.data')
const patience = 20_000

const say = (text) => process.stdout.write(`${text}\n`)
const load = (name) => import(pathToFileURL(path.join(root, 'dist', `${name}.js`)).href)

/** Children under way, and what to do when all is over. */
const children = []
let database
let isStopping = false

async function start() {
  process.on('SIGINT', () => void stop(0))
  process.on('SIGTERM', () => void stop(0))

  if (await build()) say('Built the program.')
  const environment = { ...process.env, ...(await findDatabase()), SESSION_SECRET: findSecret() }
  const { readConfig } = await load('config')
  const config = readConfig(environment)
  await refuseTakenPort(config.port)

  const { prepareDatabase } = await load('prepare-database')
  const applied = await prepareDatabase({ connectionString: config.databaseUrl, directory: path.join(root, 'migrations'), shareOwnersPassword: config.environment !== 'production' })
  if (applied.length > 0) say(`Brought the database up to date (${applied.length} migrations).`)
  if (config.environment !== 'production' && (await isEmpty(config.databaseUrl))) await runCommand(['seed-demo'], environment)

  // Each is given its own way to the database and nobody else's.
  const { DATABASE_URL: _owners, DATABASE_APP_URL: _webs, DATABASE_WORKER_URL: _workers, ...others } = environment
  const web = startChild('web', { ...others, DATABASE_APP_URL: config.webDatabaseUrl })
  startChild('worker', { ...others, DATABASE_WORKER_URL: config.workerDatabaseUrl })
  await untilAnswering(config.port, web)
  say(`\nGolden Thread is at ${config.baseUrl}`)
  if (config.signIn.includes('demo')) {
    say('You can sign in as any of these invented people:\n')
    await runCommand(['people'], environment)
  }
  if (config.scanner.kind !== 'clamd') say(`\nUploads are not really looked through for viruses (SCANNER=${config.scanner.kind}): a stand-in knows only the EICAR test file.`)
  say('\nCtrl+C stops it.')
}

async function findDatabase() {
  if (process.env.DATABASE_URL) return { DATABASE_URL: process.env.DATABASE_URL }
  const { keepPostgresRunning } = await load('keep-running')
  database = await keepPostgresRunning({ dataDir: path.join(data, 'postgres') }, () => say('The database had ended, and was started again.'))
  // Our own server lets its three roles in without a password, and nobody but us to its socket.
  const { urlAs } = await load('roles')
  return { DATABASE_URL: database.databaseUrl, DATABASE_APP_URL: urlAs(database.databaseUrl, 'web'), DATABASE_WORKER_URL: urlAs(database.databaseUrl, 'worker') }
}

/** Kept between starts, so that a form open in a browser survives one. Production must bring its own. */
function findSecret() {
  if (process.env.SESSION_SECRET || process.env.ENVIRONMENT === 'production') return process.env.SESSION_SECRET
  const file = path.join(data, 'session-secret')
  if (!existsSync(file)) {
    mkdirSync(data, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8')
}

async function isEmpty(connectionString) {
  const { Client } = await import('pg')
  const client = new Client({ connectionString })
  await client.connect()
  const { rowCount } = await client.query('select from local_area limit 1')
  await client.end()
  return rowCount === 0
}

function refuseTakenPort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () => reject(new Error(`Port ${port} is taken. Choose another: PORT=${port + 1} npm start`)))
    probe.listen(port, () => probe.close(resolve))
  })
}

function startChild(name, env) {
  // The channel tells the child when we are gone, killed or not.
  const child = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'dist', `${name}.js`)], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  child.ended = new Promise((resolve) => child.once('exit', resolve))
  child.once('exit', (code, signal) => {
    if (isStopping) return
    say(`The ${name} ended by itself (${signal ?? `code ${code}`}). Stopping the rest.`)
    void stop(1)
  })
  children.push(child)
  return child
}

async function runCommand(words, env) {
  const child = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'dist', 'cli.js'), ...words], { cwd: root, env, stdio: 'inherit' })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`golden-thread ${words.join(' ')} failed`)
}

async function untilAnswering(port, web) {
  while (web.exitCode === null && web.signalCode === null) {
    try {
      await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' })
      return
    } catch {
      await sleep(50)
    }
  }
  // The child's end has begun to stop everything; nothing more is to be said.
  await new Promise(() => undefined)
}

async function stop(code) {
  if (isStopping) return
  isStopping = true
  for (const child of children) child.kill('SIGTERM')
  const tooLong = setTimeout(() => {
    for (const child of children) child.kill('SIGKILL')
  }, patience)
  await Promise.all(children.map(({ ended }) => ended))
  clearTimeout(tooLong)
  await database?.stop()
  process.exit(code)
}

start().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  void stop(1)
})
