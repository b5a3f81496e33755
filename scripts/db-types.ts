// `npm run db:types`: migrates an empty database and writes down what came out: `src/platform/db/schema.ts` for the
// compiler and `migrations/schema.txt` for people, so that a review sees what a migration really does. With `--check` it
// writes nothing and fails when either is out of date. (The embedded PostgreSQL has no pg_dump; the catalogue has it all.)

import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { startEmbeddedPostgres } from '../src/platform/db/embedded-postgres.ts'
import { prepareDatabase } from '../src/prepare-database.ts'
import { describeSchema } from './describe-schema.ts'
import { catalogueQuery, schemaTypes, type CatalogueColumn } from './schema-types.ts'

const root = path.resolve(import.meta.dirname, '..')
const server = await startEmbeddedPostgres({
  dataDir: path.join(os.tmpdir(), `golden-thread-types-${process.pid}`),
  quick: true,
  temporary: true,
})

try {
  await prepareDatabase({ connectionString: server.databaseUrl, directory: path.join(root, 'migrations') })
  const client = new Client({ connectionString: server.databaseUrl })
  await client.connect()
  const { rows } = await client.query<CatalogueColumn>(catalogueQuery)
  const made = new Map([
    ['src/platform/db/schema.ts', schemaTypes(rows)],
    ['migrations/schema.txt', await describeSchema(client)],
  ])
  await client.end()
  for (const [file, text] of made) keep(file, text)
} finally {
  await server.stop()
}

function keep(file: string, text: string): void {
  const target = path.join(root, file)
  if (!process.argv.includes('--check')) return writeFileSync(target, text)
  if (readFileSync(target, 'utf8') === text) return
  process.stdout.write(`${file} is out of date: run npm run db:types\n`)
  process.exitCode = 1
}
