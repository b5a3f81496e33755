// The officer's first page of work in an area of 3,000 plans, twice over: in a database that holds this area alone, and in one
// where it stands inside an England of 718,838. The same page is asked for in turns, so that a busy machine is busy for both.
// `npm run bench:workbench [-- PLANS_OF_ENGLAND [ROUNDS]]`. The rows are made in SQL: cases, clocks (12 of each) and messages.

import { sql } from 'kysely'
import { Client } from 'pg'
import { demoAreaId, demoPersonId } from '../src/features/demo/seed-world.ts'
import { paths } from '../src/paths.ts'
import { stopDatabaseServer } from '../test/harness/database.ts'
import { aHub, type Visitor } from '../test/harness/hub.ts'
import { statementIn } from '../test/harness/statements.ts'
import { fillArea } from './workbench-rows.ts'

const plansOfArea = 3000
const otherAreas = 152
const england = Number(process.argv[2] ?? 718_838)
const rounds = Number(process.argv[3] ?? 60)

let statements = 0
const original = Client.prototype.query as (...given: unknown[]) => unknown
Client.prototype.query = function (this: Client, ...given: unknown[]) {
  if (statementIn(given) !== undefined) statements += 1
  return original.apply(this, given)
} as typeof Client.prototype.query

interface Measured { readonly page: string; readonly where: string; readonly officer: Visitor; readonly path: string; readonly times: number[]; statements: number; words: string }

async function ask(one: Measured): Promise<void> {
  statements = 0
  const began = process.hrtime.bigint()
  await one.officer.get(one.path)
  one.times.push(Number(process.hrtime.bigint() - began) / 1e6)
  one.statements = statements
  one.words = one.officer.words
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

const alone = await aHub()
const inside = await aHub()
for (const hub of [alone, inside]) await fillArea(hub, demoAreaId('wendmere'), plansOfArea, demoPersonId('hattie'))
const each = Math.ceil((england - plansOfArea) / otherAreas)
const began = Date.now()
for (let left = england - plansOfArea, n = 1; left > 0; left -= each, n += 1) {
  const id = inside.house.newId<never>()
  await inside.fresh.db.insertInto('localArea').values({ id, code: `other-${n}`, name: `Other ${n}`, councilName: `Other ${n} Council` }).execute()
  await fillArea(inside, id, Math.min(each, left))
  if (n % 19 === 0) process.stderr.write(`${n} of ${otherAreas} other areas made, ${Math.round((Date.now() - began) / 1000)} s\n`)
}
for (const hub of [alone, inside]) await sql`vacuum analyze`.execute(hub.fresh.db)

const pages: readonly (readonly [string, string, string])[] = [['An officer’s own work', 'hattie', paths.home()], ['The team’s work', 'hattie', `${paths.home()}?officer=all`], ['The team, by officer', 'hattie', paths.teamWork()]]
const measured: Measured[] = []
for (const [page, person, path] of pages) {
  for (const [where, hub] of [['alone', alone], ['inside', inside]] as const) measured.push({ page, where, officer: await hub.as(person), path, times: [], statements: 0, words: '' })
}
for (const one of measured) for (let warm = 0; warm < 5; warm += 1) await ask(one)
for (const one of measured) one.times.length = 0
for (let round = 0; round < rounds; round += 1) for (const one of measured) await ask(one)

const { rows } = await sql<{ cases: string; clocks: string; size: string }>`select (select count(*) from case_file) as cases, (select count(*) from clock) as clocks, pg_size_pretty(pg_database_size(current_database())) as size`.execute(inside.fresh.db)
process.stdout.write(`England holds ${Number(rows[0]?.cases).toLocaleString('en-GB')} cases and ${Number(rows[0]?.clocks).toLocaleString('en-GB')} clocks (${rows[0]?.size}); the area ${plansOfArea.toLocaleString('en-GB')}; ${rounds} rounds, median times\n`)
process.stdout.write(`${'Page'.padEnd(26)}${'alone'.padStart(12)}${'in England'.padStart(12)}${'ratio'.padStart(8)}  statements  same words\n`)
for (const [page] of pages) {
  const [one, other] = measured.filter((row) => row.page === page)
  if (one === undefined || other === undefined) continue
  process.stdout.write(`${page.padEnd(26)}${`${median(one.times).toFixed(1)} ms`.padStart(12)}${`${median(other.times).toFixed(1)} ms`.padStart(12)}${(median(other.times) / median(one.times)).toFixed(2).padStart(8)}  ${one.statements} and ${other.statements}${''.padEnd(4)}${one.words === other.words ? 'yes' : 'no'}\n`)
}
for (const hub of [alone, inside]) await hub.close()
await stopDatabaseServer()
