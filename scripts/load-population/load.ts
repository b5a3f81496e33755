// `npm run population -- load --areas demo|borough|england-sample|england`: invented children, with their facts, plans and caches, into the
// database of a demonstration. docs/how-to/make-a-population.md.

import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { readConfig, type Config } from '../../src/config.ts'
import { unpackCases } from '../../src/features/demo/demo-cases-store.ts'
import { seedWorld } from '../../src/features/demo/seed-world.ts'
import { rebuildCurrency } from '../../src/casebook/plan/keep-currency.ts'
import { rebuildTracks } from '../../src/casebook/rebuild-tracks.ts'
import { system } from '../../src/casebook/signing-in/viewer.ts'
import { isInventedNhsNumber, type NhsNumber } from '../../src/domain/identifiers/nhs-number.ts'
import { isInventedUpn, type Upn } from '../../src/domain/identifiers/upn.ts'
import { makeHouse } from '../../src/make-house.ts'
import { startEmbeddedPostgres } from '../../src/platform/db/embedded-postgres.ts'
import { urlAs } from '../../src/platform/db/roles.ts'
import { prepareDatabase } from '../../src/prepare-database.ts'
import { boroughArea, demoArea, englandsAreas, type Area } from '../../src/population/areas.ts'
import { putBack, takeOff } from './bare-tables.ts'
import type { Task, Told } from './load-process.ts'
import { asInSql, loadedTables } from './rows.ts'

export type Which = 'demo' | 'borough' | 'england-sample' | 'england'

/** Why nothing may be put in. */
export class NotHere extends Error {}

const say = (text: string): boolean => process.stdout.write(`${text}\n`)
const root = path.resolve(import.meta.dirname, '..', '..')

export async function load(which: Which, seed: number, today: number, processes: number): Promise<void> {
  const given = process.env['DATABASE_URL'] ?? ''
  const own = given === '' ? await startEmbeddedPostgres({ dataDir: path.join(root, '.data', 'postgres') }) : undefined
  try {
    const config = readConfig({ ...process.env, ...(own === undefined ? {} : { DATABASE_URL: own.databaseUrl, DATABASE_APP_URL: urlAs(own.databaseUrl, 'web'), DATABASE_WORKER_URL: urlAs(own.databaseUrl, 'worker') }) })
    mustBeInvented(config)
    await prepareDatabase({ connectionString: config.databaseUrl, directory: path.join(root, 'migrations'), shareOwnersPassword: true })
    await loadInto(config, which, seed, today, processes)
  } finally {
    await own?.stop()
  }
}

/** Invented children never come among real ones: only where anybody may sign in as anybody, which no hub of real children lets them. */
export function mustBeInvented({ environment, signIn }: Pick<Config, 'environment' | 'signIn'>): void {
  if (environment === 'production' || !signIn.includes('demo')) throw new NotHere('This is not a demonstration (ENVIRONMENT says production, or SIGN_IN does not say demo). Nothing was put in.')
}

async function loadInto(config: Config, which: Which, seed: number, today: number, processes: number): Promise<void> {
  const client = new Client({ connectionString: config.databaseUrl, application_name: 'golden-thread population' })
  await client.connect()
  try {
    await mustHoldNobodyReal(client)
    if (which === 'demo' || which === 'borough') await fillDemonstration(config, client)
    const areas = which === 'demo' ? [demoArea] : which === 'borough' ? [boroughArea] : englandsAreas(seed)
    const isCountry = areas.length > 1
    const { rows: [any] } = await client.query<{ isThere: boolean }>('select exists (select from child) as "isThere"')
    if (isCountry && any?.isThere === true) throw new NotHere('A whole country goes into a database that holds no child yet. Nothing was put in.')
    const began = performance.now()
    const unforced = await letTheOwnerCopy(client)
    const off = isCountry ? await takeOff(client) : undefined
    const putIn = (): Promise<Counts> => inProcesses(config.databaseUrl, areas, { seed, today, isLean: isCountry, every: which === 'england-sample' ? 50 : 1 }, Math.min(processes, areas.length))
    const counts = await (isCountry ? withRoomInTheLog(client, putIn) : putIn())
    const copied = performance.now()
    if (off !== undefined) {
      const second = new Client({ connectionString: config.databaseUrl })
      await second.connect()
      await putBack([client, second], off)
      await second.end()
    }
    for (const table of unforced) await client.query(`alter table ${client.escapeIdentifier(table)} force row level security`)
    const indexed = performance.now()
    await client.query(`vacuum (analyze) ${loadedTables.map(asInSql).join(', ')}`)
    const seconds = (from: number, to: number): string => `${((to - from) / 1000).toFixed(0)} s`
    say(`${counts.children.toLocaleString('en-GB')} children of ${areas.length === 1 ? areas[0]?.name : `${areas.length} areas`} in ${counts.rows.toLocaleString('en-GB')} rows: made and copied in ${seconds(began, copied)}${off === undefined ? '' : `, indexes and keys made in ${seconds(copied, indexed)}`}, counted in ${seconds(indexed, performance.now())}.`)
    if (counts.refused > 0) say(`The facts of ${counts.refused} contradict each other, so that their clocks could not be told.`)
  } finally {
    await client.end()
  }
}

/** Who is on record must be invented: one number that could be somebody's, and nothing is put in. */
export async function mustHoldNobodyReal(client: Client): Promise<void> {
  const { rows } = await client.query<{ upn: Upn | null; nhsNumber: NhsNumber | null }>(`select upn, nhs_number as "nhsNumber" from child where upn is not null and substr(upn, 2, 3) <> '001' or nhs_number is not null and nhs_number not like '999%' limit 1`)
  const [one] = rows
  if (one !== undefined && !((one.upn === null || isInventedUpn(one.upn)) && (one.nhsNumber === null || isInventedNhsNumber(one.nhsNumber)))) throw new NotHere('A child on record has a number that can be real. Nothing was put in.')
}

/** An empty database gets the demonstration's own people and children first, as `npm start` would have put them in. */
async function fillDemonstration(config: Config, client: Client): Promise<void> {
  const { rowCount } = await client.query('select from local_area limit 1')
  if (rowCount !== 0) return
  const house = makeHouse(config, 'owner')
  try {
    await seedWorld(house.database, house.clock.now())
    const packed = path.join(root, 'demo', 'cases.json.gz')
    if (existsSync(packed)) await unpackCases(house.database, house.files, await readFile(packed))
    await rebuildTracks({ house, viewer: system, page: 'cli' }, { repair: true, which: 'behind' })
    await rebuildCurrency({ house, viewer: system, page: 'cli' }, { repair: true, which: 'missing' })
  } finally {
    await house.database.destroy()
  }
}

/**
 * COPY does not go through row security, and the owner of the tables is bound by it as by any other rule. The web and the worker are not
 * owners: for them nothing changes while the owner is let past. Answers with the tables that must be bound again.
 */
async function letTheOwnerCopy(client: Client): Promise<readonly string[]> {
  const { rows: [me] } = await client.query<{ isPast: boolean }>('select rolsuper or rolbypassrls as "isPast" from pg_roles where rolname = current_user')
  if (me?.isPast === true) return []
  const { rows } = await client.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity and relname = any($1)`, [loadedTables.map(asInSql)])
  for (const { name } of rows) await client.query(`alter table ${client.escapeIdentifier(name)} no force row level security`)
  return rows.map(({ name }) => name)
}

// A checkpoint after each gigabyte has every page of every key written to the log anew: fifty gigabytes are let through in a few.
const room = { max_wal_size: '16GB', checkpoint_timeout: '30min' } as const

/** While the rows come in, and only of a server that is ours to set. */
async function withRoomInTheLog<T>(client: Client, putIn: () => Promise<T>): Promise<T> {
  const { rows: [me] } = await client.query<{ may: boolean }>('select rolsuper as may from pg_roles where rolname = current_user')
  if (me?.may !== true) return putIn()
  for (const [name, value] of Object.entries(room)) await client.query(`alter system set ${name} = '${value}'`)
  await client.query('select pg_reload_conf()')
  try {
    return await putIn()
  } finally {
    for (const name of Object.keys(room)) await client.query(`alter system reset ${name}`)
    await client.query('select pg_reload_conf()')
  }
}

interface Counts { readonly children: number; readonly rows: number; readonly refused: number }

/** The areas are dealt out, the largest first, to processes that each make and copy one at a time. */
async function inProcesses(connectionString: string, areas: readonly Area[], options: Pick<Task, 'seed' | 'today' | 'isLean' | 'every'>, processes: number): Promise<Counts> {
  const waiting = areas.map((area, index) => ({ area, index })).toSorted((a, b) => b.area.known - a.area.known)
  let [children, rows, refused, done] = [0, 0, 0, 0]
  const began = performance.now()
  const one = async (): Promise<void> => {
    // Rows wait for their turn by the ten thousand: with room for them, the collector of memory does not carry them about.
    const child = fork(path.join(import.meta.dirname, 'load-process.ts'), { execArgv: [...process.execArgv, '--max-semi-space-size=64'] })
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { area, index } = next
        const isShown = index < 3
        const told = await new Promise<Told>((resolve, reject) => {
          child.once('message', (message) => { resolve(message as Told) })
          child.once('exit', (code) => { reject(new Error(`a process that put children in ended with ${code}`)) })
          child.send({ connectionString, area, ...options, from: index % options.every, officersWhoSignIn: areas.length === 1 ? 6 : isShown ? 2 : 0, familiesWhoSignIn: areas.length === 1 ? 6 : 0 } satisfies Task)
        })
        child.removeAllListeners('exit')
        if ('fault' in told) throw told.isRefusal ? new NotHere(told.fault) : new Error(told.fault)
        children += told.children
        rows += told.rows
        refused += told.refused
        done += 1
        if (areas.length > 1) say(`${done} of ${areas.length}: ${area.key}, ${told.children.toLocaleString('en-GB')} children (${((performance.now() - began) / 1000).toFixed(0)} s)`)
      }
    } finally {
      child.removeAllListeners('exit')
      child.kill()
    }
  }
  await Promise.all(Array.from({ length: processes }, one))
  return { children, rows, refused }
}
