// The databases that are measured: the borough alone, and the borough inside a country. Made once under .data/bench (or on the server that
// BENCH_DATABASE_URL names) and kept: the next run finds them.

import path from 'node:path'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Client } from 'pg'
import { prepareDatabase } from '../../src/prepare-database.ts'
import { startEmbeddedPostgres } from '../../src/platform/db/embedded-postgres.ts'

export type Size = 'borough' | 'england-sample' | 'england'
export const sizes: readonly Size[] = ['borough', 'england-sample', 'england']

export const benchDir = path.resolve(import.meta.dirname, '..', '..', '.data', 'bench')

export interface BenchServer { readonly urlOf: (database: string) => string; readonly version: string; readonly stop: () => Promise<void> }

export async function startBenchServer(): Promise<BenchServer> {
  const given = process.env['BENCH_DATABASE_URL']
  const own = given === undefined ? await startEmbeddedPostgres({ dataDir: path.join(benchDir, 'postgres') }) : undefined
  const base = given ?? own?.databaseUrl ?? ''
  const urlOf = (database: string): string => { const url = new URL(base); url.pathname = `/${database}`; return url.href }
  const [version = ''] = await ask(urlOf('postgres'), 'show server_version')
  return { urlOf, version: `${own === undefined ? 'a server of its own' : 'the built-in server'}, PostgreSQL ${version}`, stop: async () => { await own?.stop() } }
}

export async function ask(url: string, statement: string, values: readonly unknown[] = []): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement, [...values])
    return rows.map((row) => String(Object.values(row)[0]))
  } finally {
    await client.end()
  }
}

/** The database of a size, filled if it is not there. Answers with its address. */
export async function databaseOf(server: BenchServer, size: Size, on: string): Promise<string> {
  const name = `bench_${size.replace('-', '_')}`
  const url = server.urlOf(name)
  const [there] = await ask(server.urlOf('postgres'), 'select 1 from pg_database where datname = $1', [name])
  if (there === undefined) await ask(server.urlOf('postgres'), `create database ${name}`)
  const isFilled = there !== undefined && (await ask(url, `select to_regclass('public.local_area') is not null`))[0] === 'true' && (await ask(url, `select 1 from local_area where code = 'borough'`)).length > 0
  // Made by a release before this one: its web would not start on it.
  if (isFilled) await prepareDatabase({ connectionString: url, directory: path.resolve(import.meta.dirname, '..', '..', 'migrations'), shareOwnersPassword: true })
  else {
    if (size !== 'borough') await load(url, size, on)
    await load(url, 'borough', on)
    // Real sign-ins, one for each who is simulated: the demonstration offers a few, and a measurement needs more.
    await ask(url, `update person set can_sign_in = true where id in (
      select m.person_id from membership m join organisation o on o.id = m.organisation_id join local_area a on a.id = o.local_area_id where a.code = 'borough' and m.role in ('case-officer', 'decision-maker', 'senco')
      union (select p.person_id from case_party p join local_area a on a.id = p.local_area_id join case_file c on c.local_area_id = p.local_area_id and c.id = p.case_id where a.code = 'borough' and p.part = 'parent' and c.stage in ('maintained', 'reviewing', 'amending') order by p.id limit 60))`)
    await ask(url, 'vacuum analyze')
  }
  return url
}

async function load(url: string, which: Size, on: string): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.resolve(import.meta.dirname, '..', 'population.ts'), 'load', '--areas', which, '--on', on], {
    env: { ...process.env, DATABASE_URL: url, SIGN_IN: 'demo', ENVIRONMENT: 'development' }, stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = await once(child, 'exit') as [number | null]
  if (code !== 0) throw new Error(`the population ${which} could not be put in`)
}
