// npm run bench:sen2 -- --write [--times 20]: writes the return of an invented borough from the record as `golden-thread sen2 write` does, and makes its nightly check, each as a
// process of its own, and again with every child so many times. The further children are copies of rows with ids of their own, made in SQL: only what the return reads.

import { mkdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { startEmbeddedPostgres } from '../src/platform/db/embedded-postgres.ts'
import { boroughArea } from '../src/population/areas.ts'
import { dayNumber, plainDateOf } from '../src/domain/calendar/plain-date.ts'
import { prepareDatabase } from '../src/prepare-database.ts'
import { ask, benchDir } from './bench/databases.ts'
import { run, type Run } from './bench/measured-run.ts'
import { loadArea } from './load-population/load-area.ts'

const say = (text: string): boolean => process.stdout.write(`${text}\n`)
const at = process.argv.indexOf('--times')
const times = at === -1 ? 20 : Number(process.argv[at + 1])
if (!Number.isInteger(times) || times < 2) {
  say('npm run bench:sen2 -- --write [--times 20]')
  process.exit(2)
}

/** What the return reads, in an order in which each finds what it points to, with the columns that name a row of another copy. */
const copied = {
  child: ['id'], child_address: ['id', 'child_id'], child_need: ['id', 'child_id'], child_setting: ['id', 'child_id'], case_file: ['id', 'child_id'], request: ['id', 'case_id'],
  plan: ['id', 'case_id'], named_setting: ['id', 'plan_id'], personal_budget: ['id', 'plan_id'], fact: ['case_id'],
} as const
/** Numbers that nobody else has: a copy has none, and the check says so of each. */
const changed: Readonly<Record<string, string>> = { upn: 'null', uln: 'null', nhs_number: 'null', person_id: 'null', reference: `reference || '-' || n` }

async function multiply(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    // Rows of rows that were taken once already: their keys need not be looked at again.
    await client.query(`set session_replication_role = replica`)
    for (const [table, ids] of Object.entries(copied)) {
      const { rows } = await client.query<{ name: string }>(`select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1 order by ordinal_position`, [table])
      const values = rows.map(({ name }) => ((ids as readonly string[]).includes(name) ? `md5(${name}::text || n)::uuid` : changed[name] ?? name))
      await client.query(`insert into ${table} (${rows.map(({ name }) => name).join(', ')}) select ${values.join(', ')} from ${table}, generate_series(2, ${times}) n`)
    }
    await client.query(`vacuum (analyze) ${Object.keys(copied).join(', ')}`)
  } finally {
    await client.end()
  }
}

const folder = path.join(benchDir, 'return-out')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const server = await startEmbeddedPostgres({ dataDir: path.join(benchDir, 'return-out-postgres'), temporary: true })
try {
  await prepareDatabase({ connectionString: server.databaseUrl, directory: path.resolve(import.meta.dirname, '..', 'migrations'), shareOwnersPassword: true })
  await loadArea(server.databaseUrl, boroughArea, { seed: 1, today: dayNumber(plainDateOf('2026-01-15')), isLean: true, every: 1, familiesWhoSignIn: 0, officersWhoSignIn: 0 })
  await ask(server.databaseUrl, 'vacuum analyze')
  const env = {
    ...process.env, DATABASE_URL: server.databaseUrl, FILES_DIR: path.join(folder, 'files'), AUDIT_HEADS_DIR: path.join(folder, 'heads'), AUDIT_KEY_FILE: path.join(folder, 'key.pem'), SIGN_IN: 'demo', ENVIRONMENT: 'development',
  }
  const command = (...words: readonly string[]): Run => run(process.execPath, [path.join(benchDir, 'cli.mjs'), 'sen2', ...words], env)
  let first: { readonly write: Run; readonly nightly: Run } | undefined
  for (const round of [1, times]) {
    if (round > 1) await multiply(server.databaseUrl)
    const file = path.join(folder, `return-${round}.xml`)
    const write = command('write', '--area', 'borough', '--year', '2026', '--out', file)
    if (write.status !== 0 && write.status !== 1) throw new Error(write.out)
    const nightly = command('nightly', '--area', 'borough')
    if (nightly.status !== 0) throw new Error(nightly.out)
    const told = (name: string, one: Run, before: Run | undefined): boolean =>
      say(`  ${name.padEnd(20)}${one.seconds.toFixed(1).padStart(7)} s ${one.megabytes.toFixed(0).padStart(5)} MB at most${before === undefined ? '' : `, ${(one.megabytes / before.megabytes).toFixed(2)} times`}`)
    say(`${write.out.trim()} ${(statSync(file).size / 1_000_000).toFixed(1)} MB`)
    told('sen2 write', write, first?.write)
    told('sen2 nightly', nightly, first?.nightly)
    say(`    ${nightly.out.trim()}`)
    first ??= { write, nightly }
  }
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
