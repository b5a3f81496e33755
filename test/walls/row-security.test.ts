// Every table of the catalogue is behind the second lock or says why it is not; what would lift it is in few hands.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { Client } from 'pg'
import { openTables, rowRules, tablesWithOwnProof } from '../access/row-rules.ts'
import type { FreshDatabase } from '../harness/database.ts'
import { freshDatabase } from '../harness/database.ts'
import { listSources, readSource } from './sources.ts'

describe('row-level security', () => {
  let fresh: FreshDatabase
  let client: Client
  const names = async (query: string): Promise<string[]> => (await client.query<{ name: string }>(query)).rows.map(({ name }) => name)
  before(async () => {
    fresh = await freshDatabase()
    client = new Client({ connectionString: fresh.connectionString })
    await client.connect()
  })
  after(async () => {
    await client.end()
    await fresh.drop()
  })

  const tables = `select relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`

  it('is forced on every table but those that say why not', async () => {
    assert.deepEqual(await names(`${tables} and not (relrowsecurity and relforcerowsecurity) order by 1`), Object.keys(openTables).toSorted())
  })

  it('has a rule written by hand, or a proof of its own, for every table that it is on', async () => {
    assert.deepEqual(await names(`${tables} and relrowsecurity order by 1`), [...Object.keys(rowRules), ...tablesWithOwnProof].toSorted())
  })

  it('lets the web in by what it may see alone, and never by true', async () => {
    assert.deepEqual(await names(`
      select c.relname || ': ' || p.polname as name from pg_policy p join pg_class c on c.oid = p.polrelid
      where c.relnamespace = 'public'::regnamespace and (p.polroles = '{0}' or not p.polpermissive
        or ('golden_thread_app'::regrole = any(p.polroles) and coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) in ('true', '(true)')))`), [])
  })

  it('asks who is looking once in a statement, and not for every row', async () => {
    const { rows } = await client.query<{ name: string; rule: string }>(`
      select c.relname || ': ' || p.polname as name, coalesce(pg_get_expr(p.polqual, p.polrelid), '') || ' ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') as rule
      from pg_policy p join pg_class c on c.oid = p.polrelid where 'golden_thread_app'::regrole = any(p.polroles)`)
    assert.ok(rows.length > 40)
    const bare = rows.filter(({ rule }) => [...rule.matchAll(/(SELECT |FROM )?\bhub_\w+\(/g)].some(([, asked]) => asked === undefined))
    assert.deepEqual(bare.map(({ name, rule }) => `${name}: ${rule}`), [])
  })

  it('rests on functions that look where they were told to look', async () => {
    assert.deepEqual(await names(`
      select proname as name from pg_proc where pronamespace = 'public'::regnamespace and (prosecdef or proname like 'hub%' or proname like 'protect%')
      and not exists (select from unnest(proconfig) setting where setting like 'search_path=pg_catalog%')`), [])
  })

  it('is looked round by no view, and by no function that a role of the program may not call', async () => {
    assert.deepEqual(await names(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`), [])
    assert.deepEqual(await names(`
      select p.proname as name from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) may
      where p.pronamespace = 'public'::regnamespace and p.prosecdef and may.grantee = 0`), [], 'open to everybody')
  })

  it('is passed by in one place', () => {
    const callers = (called: RegExp): string[] => listSources().filter((file) => /^src\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && called.test(readSource(file)))
    assert.deepEqual(callers(/\basTheHub\(/), ['src/features/requests/send/make-request.ts'])
    assert.deepEqual(callers(/hub_((begin|end)_founding|open_case)/), ['src/casebook/tx.ts'])
    assert.deepEqual(callers(/hub_children_like_founded/), ['src/features/requests/duplicate-store.ts'])
    // What looks further than the viewer, and answers with less.
    assert.deepEqual(callers(/hub_other_(children|adults|addresses)/), ['src/casebook/sending/find-others.ts'])
    assert.deepEqual(callers(/hub_paragraphs_elsewhere/), ['src/casebook/sending/paragraph-marks.ts'])
    assert.deepEqual(callers(/hub_copies/), ['src/casebook/access/redacted-copies.ts'])
    // Numbers alone, and whether somebody is family of any child at all.
    assert.deepEqual(callers(/open_work_of\(|waiting_at\(/), ['src/features/staff/staff-store.ts'])
    assert.deepEqual(callers(/is_family\(/), ['src/casebook/accounts/memberships.ts', 'src/features/staff/nightly/unused-store.ts'])
    assert.deepEqual(callers(/hub_call_off_arrival/), ['src/features/moves/move-store.ts'], 'the one place where a council reaches into another area: to take back what it sent itself')
    assert.deepEqual(callers(/hub_live_locks/), ['src/casebook/access/portal-lock.ts'])
    assert.deepEqual(callers(/hub_people_on_cases/), ['src/features/demo/sign-in/sign-in-store.ts'])
    assert.deepEqual(callers(/\bsystemDatabase\b/), ['src/casebook/house.ts', 'src/casebook/tx.ts', 'src/make-house.ts'])
    assert.deepEqual(callers(/set_config|set local|set session|reset (all|role)|row_security/i), ['src/casebook/tx.ts', 'src/platform/backup/tables.ts', 'src/platform/db/begin-with.ts'], 'a backup asks to be told where rows are hidden from it')
  })
})
