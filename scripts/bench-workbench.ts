// The officer's first page of work in an area of 3,000 plans, twice over: in a database that holds this area alone, and in one
// where it stands inside an England of 718,838. The same page is asked for in turns, so that a busy machine is busy for both.
// `npm run bench:workbench [-- PLANS_OF_ENGLAND [ROUNDS]]`. The rows are made in SQL: cases, clocks (12 of each) and messages.

import { sql } from 'kysely'
import { Client } from 'pg'
import { demoAreaId, demoPersonId } from '../src/features/demo/seed-world.ts'
import { paths } from '../src/paths.ts'
import { stopDatabaseServer } from '../test/harness/database.ts'
import { aHub, type Hub, type Visitor } from '../test/harness/hub.ts'

const plansOfArea = 3000
const otherAreas = 152
const england = Number(process.argv[2] ?? 718_838)
const rounds = Number(process.argv[3] ?? 60)
const officersOfArea = 14

/** One area's cases, dealt out among its officers: a tenth under assessment, the rest maintained; two in five with an open limit near. */
async function fill({ fresh: { db }, house }: Hub, localAreaId: string, plans: number, firstOfficer?: string): Promise<void> {
  const officers = Array.from({ length: officersOfArea }, (_, index) => (index === 0 && firstOfficer !== undefined ? firstOfficer : house.newId<never>()))
  await db.insertInto('person').values(officers.filter((id) => id !== firstOfficer).map((id, index) => ({ id: id as never, fullName: `Officer ${index}`, createdAt: house.clock.now() }))).execute()
  await sql`
    with made as (select n, gen_random_uuid() as child_id, gen_random_uuid() as case_id, (${officers}::uuid[])[1 + n % ${officersOfArea}::int] as officer from generate_series(1, ${plans}::int) n),
      children as (insert into child (local_area_id, id, given_name, family_name, born_on) select ${localAreaId}::uuid, child_id, 'Child', 'No' || n, date '2008-05-04' + n % 5000 from made),
      files as (insert into case_file (local_area_id, id, child_id, reference, case_officer_id, opened_at, stage, received_on, next_step, next_due_on, next_holder, clocks_seq)
        select ${localAreaId}::uuid, case_id, child_id, 'N-' || n, officer, now(), case when n % 10 = 0 then 'assessing' else 'maintained' end, '2026-06-01',
          case when n % 10 = 0 then 'advice' else 'first-review' end, date '2026-09-14' + n % 200, case when n % 10 = 0 then 'advisers' else 'council' end, 0 from made),
      letters as (insert into message (local_area_id, id, case_id, author_id, from_family, with_person_id, channel, body, sent_at)
        select ${localAreaId}::uuid, gen_random_uuid(), case_id, officer, true, officer, 'hub', 'When will we hear?', timestamptz '2026-09-10 10:00+00' from made where n % 50 = 0)
    insert into clock (local_area_id, case_id, clock_id, about, scope, nature, standing, owed_by, started_on, started_by, due_on, met_on, met_by)
      select ${localAreaId}::uuid, case_id, (array['ASMT-10', 'ASMT-01', 'ASMT-02', 'ASMT-03', 'ASMT-06', 'REV-01', 'REV-07', 'REV-08', 'REV-09', 'REV-11', 'REV-12', 'PLAN-01'])[c], 'request 1', 'request', 'limit', 'law', 'council', '2026-06-01', 1,
        date '2026-09-14' + (n * 7 + c * 13) % 400 - 10, case when c <> 1 or n % 5 > 1 then date '2026-07-01' end, case when c <> 1 or n % 5 > 1 then 2 end
      from made, generate_series(1, 12) c`.execute(db)
}

let statements = 0
const original = Client.prototype.query as (...given: unknown[]) => unknown
Client.prototype.query = function (this: Client, ...given: unknown[]) {
  if (typeof given[0] === 'string') statements += 1
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
for (const hub of [alone, inside]) await fill(hub, demoAreaId('wendmere'), plansOfArea, demoPersonId('hattie'))
const each = Math.ceil((england - plansOfArea) / otherAreas)
const began = Date.now()
for (let left = england - plansOfArea, n = 1; left > 0; left -= each, n += 1) {
  const id = inside.house.newId<never>()
  await inside.fresh.db.insertInto('localArea').values({ id, code: `other-${n}`, name: `Other ${n}`, councilName: `Other ${n} Council` }).execute()
  await fill(inside, id, Math.min(each, left))
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
