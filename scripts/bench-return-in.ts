// npm run bench:sen2 -- --import [--persons 20000,200000] [--forms xml,csv,mixed]: reads returns of these sizes as `golden-thread sen2 read` and the worker do, which is
// the dry run: persons, faults and likenesses go into the staging tables of an empty database (the built-in server, with the disk waited for), and nobody comes over.
// xml: one file; csv: the nine files of the export; mixed: the same with rows in no order, which are joined on the disk. Each reading is a process of its own.

import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { startEmbeddedPostgres } from '../src/platform/db/embedded-postgres.ts'
import { prepareDatabase } from '../src/prepare-database.ts'
import { ask, benchDir } from './bench/databases.ts'
import { writeNine, writeXml } from './bench/long-returns.ts'
import { run, type Run } from './bench/measured-run.ts'

const forms = ['xml', 'csv', 'mixed'] as const
type Form = (typeof forms)[number]

const say = (text: string): boolean => process.stdout.write(`${text}\n`)
const given = (option: string, otherwise: string): string[] => {
  const at = process.argv.indexOf(option)
  return (at === -1 ? otherwise : process.argv[at + 1] ?? '').split(',')
}
const sizes = given('--persons', '20000,200000').map(Number)
const wanted = given('--forms', 'xml,csv,mixed')
if (sizes.some((size) => !Number.isInteger(size) || size < 1) || !wanted.every((form): form is Form => (forms as readonly string[]).includes(form))) {
  say('npm run bench:sen2 -- --import [--persons 20000,200000] [--forms xml,csv,mixed]')
  process.exit(2)
}

const folder = path.join(benchDir, 'return-in')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const server = await startEmbeddedPostgres({ dataDir: path.join(benchDir, 'return-in-postgres'), temporary: true })
const urlOf = (database: string): string => { const url = new URL(server.databaseUrl); url.pathname = `/${database}`; return url.href }
try {
  for (const form of wanted as readonly Form[]) {
    let first: { readonly persons: number; readonly run: Run } | undefined
    for (const persons of sizes) {
      const name = `return_in_${form}_${persons}`
      await ask(urlOf('postgres'), `create database ${name}`)
      await prepareDatabase({ connectionString: urlOf(name), directory: path.resolve(import.meta.dirname, '..', 'migrations'), shareOwnersPassword: true })
      await ask(urlOf(name), `insert into local_area (id, code, name, council_name) values ('00000000-0000-4000-8000-000000000001', 'bench', 'Bench', 'Bench Council')`)
      const place = path.join(folder, form === 'xml' ? 'return.xml' : 'nine')
      if (form === 'xml') writeXml(place, { persons })
      else writeNine(place, persons, form === 'csv' ? 'in-order' : 'mixed')
      const bytes = form === 'xml' ? statSync(place).size : readdirSync(place).reduce((sum, file) => sum + statSync(path.join(place, file)).size, 0)
      const read = run(process.execPath, [path.join(benchDir, 'cli.mjs'), 'sen2', 'read', place, '--area', 'bench'], {
        ...process.env, DATABASE_URL: urlOf(name), FILES_DIR: path.join(folder, 'files'), AUDIT_HEADS_DIR: path.join(folder, 'heads'), AUDIT_KEY_FILE: path.join(folder, 'key.pem'), SIGN_IN: 'demo', ENVIRONMENT: 'development',
      })
      const [staged = '0'] = await ask(urlOf(name), 'select count(*) from return_person')
      if (read.status !== 0 || staged !== String(persons)) throw new Error(`${read.out}\n${staged} of ${persons} people are staged`)
      const than = first === undefined ? '' : `; ${(persons / first.persons).toFixed(0)} times the people, ${(read.megabytes / first.run.megabytes).toFixed(2)} times the memory`
      say(`${form.padEnd(5)} ${persons.toLocaleString('en-GB').padStart(9)} people, ${(bytes / 1_000_000).toFixed(0).padStart(5)} MB: ${read.seconds.toFixed(1).padStart(6)} s, ${Math.round(persons / read.seconds).toLocaleString('en-GB')} people a second, ${read.megabytes.toFixed(0)} MB at most${than}`)
      first ??= { persons, run: read }
      rmSync(place, { recursive: true })
      await ask(urlOf('postgres'), `drop database ${name}`)
    }
  }
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
