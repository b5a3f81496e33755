// What the second lock costs: the same pages of the same database asked for in turns, once as the web's own role and once as the owner,
// whom no policy binds. Then what it costs to say who is looking, and what the policy alone would do in place of a query's own predicate.
// `npm run bench:row-security [-- PLANS [ROUNDS]]`. `SHOW_PLAN=yes` prints how the slowest statements run as both.

import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { Client } from 'pg'
import { createApp } from '../src/app.ts'
import { inTransaction } from '../src/casebook/tx.ts'
import { caseInSight } from '../src/casebook/access/sight.ts'
import { demoAreaId, demoOrganisationId, demoPersonId } from '../src/features/demo/seed-world.ts'
import { paths } from '../src/paths.ts'
import { urlAs } from '../src/platform/db/roles.ts'
import { stopDatabaseServer } from '../test/harness/database.ts'
import { aHub, Visitor } from '../test/harness/hub.ts'
import { statementsOf } from '../test/harness/statements.ts'
import { fillArea } from './workbench-rows.ts'

const plansOfArea = 3000
const plans = Number(process.argv[2] ?? 60_000)
const rounds = Number(process.argv[3] ?? 40)
const otherAreas = 20

const hub = await aHub()
const { db } = hub.fresh
await fillArea(hub, demoAreaId('wendmere'), plansOfArea, demoPersonId('hattie'))
const each = Math.ceil((plans - plansOfArea) / otherAreas)
for (let n = 1; n <= (each > 0 ? otherAreas : 0); n += 1) {
  const id = hub.house.newId<never>()
  await db.insertInto('localArea').values({ id, code: `other-${n}`, name: `Other ${n}`, councilName: `Other ${n} Council` }).execute()
  await fillArea(hub, id, each)
}
// A school with a tenth of the area's cases, a service with a third, a health body with all; and what a child's plan is made of.
for (const [body, part, every] of [['larkfell', 'school', 10], ['slt', 'adviser', 3], ['icb', 'health-lead', 1]] as const) {
  await sql`insert into case_party (local_area_id, id, case_id, organisation_id, part, basis, from_on)
    select local_area_id, gen_random_uuid(), id, ${demoOrganisationId(body)}, ${part}, 'bench', '2024-01-01' from case_file where local_area_id = ${demoAreaId('wendmere')} and split_part(reference, '-', 2)::int % ${every}::int = 0`.execute(db)
}
await sql`insert into fact (local_area_id, case_id, seq, type, happened_on, recorded_at, data)
  select local_area_id, id, 1, 'request-received', '2026-06-01', now(), '{"requestId": "x", "madeBy": "parent", "channel": "hub"}' from case_file where local_area_id = ${demoAreaId('wendmere')}`.execute(db)
await sql`vacuum analyze`.execute(db)
const example = await db.selectFrom('caseFile').select('id').where('localAreaId', '=', demoAreaId('wendmere')).where('reference', '=', 'N-30').executeTakeFirstOrThrow()
const key = { area: 'wendmere', caseId: example.id }

const faults: unknown[] = []
const assetsDir = mkdtempSync(path.join(os.tmpdir(), 'bench-assets-'))
const settings = { secret: 'a secret for the benchmark only', ownArea: 'wendmere', isSecure: false, assetsDir, assets: { stylesheet: '/a.css', script: '/a.js' }, onFault: (error: unknown) => { faults.push(error) } }
const apps = { bound: hub.app, free: await createApp({ ...hub.house, database: db }, settings) }
const signIn = async (app: (typeof apps)['bound'], person: string): Promise<Visitor> => {
  const visitor = new Visitor(app, faults)
  await visitor.get('/sign-in/demo')
  await visitor.submit({ person: demoPersonId(person) })
  return visitor
}

const pages: readonly (readonly [string, string, string])[] = [
  ['An officer’s own work', 'hattie', paths.home()], ['The team’s work', 'hattie', `${paths.home()}?officer=all`], ['The team, by officer', 'hattie', paths.teamWork()],
  ['Every case, an officer', 'hattie', paths.caseList()], ['Search by name, an officer', 'hattie', `${paths.search()}?q=No77`], ['One case, an officer', 'hattie', paths.caseOverview(key)],
  ['Home, a SENCO (300 cases)', 'debra', paths.home()], ['Home, a therapist (1,000)', 'callum', paths.home()], ['Home, health lead (3,000)', 'agnes', paths.home()], ['One case, a SENCO', 'debra', paths.caseOverview(key)],
  ['One case, health lead', 'agnes', paths.caseOverview(key)],
]
interface Measured { readonly page: string; readonly path: string; readonly how: keyof typeof apps; readonly visitor: Visitor; readonly times: number[] }
const measured: Measured[] = []
for (const [page, person, address] of pages) for (const how of ['free', 'bound'] as const) measured.push({ page, path: address, how, visitor: await signIn(apps[how], person), times: [] })
const ask = async ({ visitor, path: address, times }: Measured): Promise<void> => {
  const began = process.hrtime.bigint()
  await visitor.get(address)
  times.push(Number(process.hrtime.bigint() - began) / 1e6)
}
for (const one of measured) for (let warm = 0; warm < 3; warm += 1) await ask(one)
for (const one of measured) one.times.length = 0
for (let round = 0; round < rounds; round += 1) for (const one of measured) await ask(one)

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
const line = (name: string, first: number, second: number, more = ''): void => {
  process.stdout.write(`${name.padEnd(44)}${`${first.toFixed(2)} ms`.padStart(12)}${`${second.toFixed(2)} ms`.padStart(12)}${(second / first).toFixed(2).padStart(8)}${more}\n`)
}
const { rows: [sizes] } = await sql<{ cases: number }>`select count(*) as cases from case_file`.execute(db)
process.stdout.write(`${Number(sizes?.cases).toLocaleString('en-GB')} cases, ${plansOfArea.toLocaleString('en-GB')} of them the area's; ${rounds} rounds, medians\n`)
process.stdout.write(`${'Page'.padEnd(44)}${'unbound'.padStart(12)}${'bound'.padStart(12)}${'ratio'.padStart(8)}  same words\n`)
for (const [page] of pages) {
  const [free, bound] = ['free', 'bound'].map((how) => measured.find((row) => row.page === page && row.how === how))
  if (free !== undefined && bound !== undefined) line(page, median(free.times), median(bound.times), `  ${free.visitor.words === bound.visitor.words ? 'yes' : 'no'} (${bound.visitor.status})`)
}

const timesOf = async (run: () => Promise<unknown>): Promise<number[]> => {
  const times: number[] = []
  for (let round = 0; round < rounds * 5; round += 1) {
    const began = process.hrtime.bigint()
    await run()
    times.push(Number(process.hrtime.bigint() - began) / 1e6)
  }
  return times.slice(rounds)
}
const occasion = await hub.occasion('hattie')
const empty = () => hub.house.database.transaction().execute((tx) => sql`select 1`.execute(tx))
const said = () => inTransaction(occasion, (tx) => sql`select 1`.execute(tx.db))
const saidApart = () => hub.house.database.transaction().execute(async (tx) => {
  await sql`select set_config('hub.person', ${demoPersonId('hattie')}, true), set_config('hub.council_areas', ${`{${demoAreaId('wendmere')}}`}, true), set_config('hub.organisations', '{}', true), set_config('hub.roles', '{}', true), set_config('hub.role_areas', '{}', true), set_config('hub.now', now()::text, true), set_config('hub.today', '2026-09-14', true)`.execute(tx)
  await sql`select 1`.execute(tx)
})
await timesOf(empty); await timesOf(said); await timesOf(saidApart)
const nothingSaid = median(await timesOf(empty))
line('A transaction that says who is looking', nothingSaid, median(await timesOf(said)))
line('The same said in a statement of its own', nothingSaid, median(await timesOf(saidApart)))

for (const [person, words] of [['hattie', 'an officer'], ['debra', 'a SENCO'], ['agnes', 'a health lead']] as const) {
  const by = await hub.occasion(person)
  const list = (own: boolean) => () => inTransaction(by, (tx) => sql`select c.id, c.next_due_on from case_file c where ${own ? caseInSight(tx, 'c') : sql`true`} order by c.next_due_on limit 20`.execute(tx.db))
  line(`Cases of ${words}: own predicate, policy alone`, median(await timesOf(list(true))), median(await timesOf(list(false))))
}
if (faults.length > 0) process.stdout.write(`${faults.length} faults: ${String(faults[0])}\n`)
if (process.env['SHOW_PLAN'] === 'yes') await showPlans()
await hub.close()
await stopDatabaseServer()

/** The statements of one page as the web's role runs them, the slowest first. */
async function showPlans(): Promise<void> {
  for (const [page, person, address] of pages) {
    const visitor = await signIn(apps.bound, person)
    const sent = (await statementsOf(async () => { await visitor.get(address) })).filter(({ text }) => /^\s*(select|with)/i.test(text))
    const begin = (await statementsOf(async () => { await visitor.get(address) })).find(({ text }) => text.startsWith('begin; select'))?.text ?? 'begin'
    const slow: { ms: number; plan: string; text: string }[] = []
    for (const { text, values } of sent) {
      const client = new Client({ connectionString: urlAs(hub.fresh.connectionString, 'web') })
      await client.connect()
      await client.query(begin)
      try {
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, costs off) ${text}`, [...values])
        const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
        slow.push({ ms: Number(/Execution Time: ([\d.]+)/.exec(plan)?.[1] ?? 0) + Number(/Planning Time: ([\d.]+)/.exec(plan)?.[1] ?? 0), plan, text })
      } catch (error) {
        slow.push({ ms: 0, plan: String(error), text })
      }
      await client.end()
    }
    process.stdout.write(`\n=== ${page}: ${slow.length} statements, ${slow.reduce((sum, { ms }) => sum + ms, 0).toFixed(1)} ms in the database\n`)
    for (const { ms, plan, text } of slow.toSorted((a, b) => b.ms - a.ms).slice(0, 2)) process.stdout.write(`--- ${ms.toFixed(2)} ms\n${text.replaceAll(/\s+/g, ' ').slice(0, 600)}\n${plan}\n`)
  }
}
