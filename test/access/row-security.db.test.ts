// The second lock, tried from inside: what the program's own roles are, and what the database does when a query forgets its predicate.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { accessRule, partOfRole } from '../../src/casebook/access/access-rules.ts'
import { enqueue } from '../../src/casebook/queue.ts'
import type { Tx } from '../../src/casebook/tx.ts'
import { asTheHub, inTransaction, sayInHand } from '../../src/casebook/tx.ts'
import { anyone, system } from '../../src/casebook/signing-in/viewer.ts'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import type { CaseId, ChildId } from '../../src/domain/ids.ts'
import { demoAreaId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import { onlyGrow, programRoles, urlAs } from '../../src/platform/db/roles.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { compareInSql } from '../../scripts/proof-access-sql.ts'
import { aCase } from '../builders/a-case.ts'
import type { Hub } from '../harness/hub.ts'
import { aHub } from '../harness/hub.ts'

/** What PostgreSQL answers to a statement that the role has no right to, and to a row that a policy refuses. */
const refusedByGrant = { code: '42501', message: /permission denied/ }
const refusedByPolicy = { code: '42501', message: /row-level security/ }

describe('row-level security', () => {
  let hub: Hub
  let key: CaseKey
  let other: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aCase(hub, { at: 'assessing' })
    other = await aCase(hub, { givenName: 'Orla', familyName: 'Rowe', parents: ['sinead', 'tunde'], setting: 'bramblewick' })
    // The other case is another council's: nothing else about it differs.
    await moveToTarnValley(hub, other)
  })
  after(() => hub.close())

  const as = async <T>(person: string, run: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(await hub.occasion(person), run)
  const count = async (tx: Tx, table: string): Promise<number> => (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx.db)).rows[0]?.n ?? -1
  const casesShown = async (tx: Tx): Promise<string[]> => (await tx.db.selectFrom('caseFile').select('id').execute()).map(({ id }) => id)

  const shownTables = async (tx: Tx, opened: CaseKey | 'none'): Promise<Record<string, number>> => {
    if (opened !== 'none') for (const area of ['wendmere', 'tarn-valley']) await sql`select hub_open_case(${area}, ${opened.caseId})`.execute(tx.db)
    return Object.fromEntries(await Promise.all(['case_file', 'child', 'fact', 'relationship', 'panel_item', 'message', 'child_setting', 'clock'].map(async (table) => [table, await count(tx, table)] as const)))
  }

  it('binds roles that own nothing and may lift nothing', async () => {
    const { rows } = await sql<{ role: string; isSuper: boolean; bypasses: boolean; makes: boolean; owned: number }>`
      select r.rolname as role, r.rolsuper as is_super, r.rolbypassrls as bypasses, r.rolcreaterole or r.rolcreatedb or r.rolreplication as makes,
        (select count(*) from pg_class c where c.relowner = r.oid) + (select count(*) from pg_proc p where p.proowner = r.oid) as owned
      from pg_roles r where r.rolname = any(${Object.values(programRoles)}::text[]) order by 1`.execute(hub.fresh.db)
    assert.deepEqual(rows, Object.values(programRoles).toSorted().map((role) => ({ role, isSuper: false, bypasses: false, makes: false, owned: 0 })))
  })

  it('shows nothing to a query of which nobody said who is looking', async () => {
    const { rows } = await sql<{ name: string }>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity order by 1`.execute(hub.fresh.db)
    assert.ok(rows.length > 40)
    for (const { name } of rows) {
      const found = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(hub.fresh.asWeb)
      assert.equal(found.rows[0]?.n, 0, `${name} shows rows to nobody`)
    }
  })

  it('forgets who was looking when the transaction ends', async () => {
    const one = openDatabase(urlAs(hub.fresh.connectionString, 'web'), { max: 1 })
    try {
      const occasion = await hub.occasion('hattie')
      assert.deepEqual(await inTransaction({ ...occasion, house: { ...hub.house, database: one } }, casesShown), [key.caseId])
      const { rows } = await sql<{ n: number }>`select count(*) as n from case_file`.execute(one)
      assert.equal(rows[0]?.n, 0, 'the connection still is somebody')
      assert.equal((await inTransaction({ ...occasion, viewer: anyone, house: { ...hub.house, database: one } }, casesShown)).length, 0)
    } finally {
      await one.destroy()
    }
  })

  it('shows no other child’s rows to a query without a predicate', async () => {
    assert.deepEqual(await as('hattie', casesShown), [key.caseId])
    assert.deepEqual(await as('aled', casesShown), [other.caseId])
    assert.deepEqual(await as('shno', casesShown), [key.caseId])
    assert.deepEqual(await as('sinead', casesShown), [other.caseId])
    assert.deepEqual(await as('debra', casesShown), [key.caseId])
    assert.deepEqual(await as('gwen', casesShown), [other.caseId])
    assert.deepEqual(await as('kerry', casesShown), [])
    assert.equal(await as('shno', (tx) => count(tx, 'child')), 1)
  })

  it('gives an organisation’s row to those alone whose role there can bring its part', async () => {
    for (const person of ['maud', 'winifred', 'gethin']) assert.deepEqual(await as(person, casesShown), [], person)
    assert.deepEqual(await as('ashdown', casesShown), [key.caseId])
  })

  it('shows the same whether the case was opened or not, and nothing more for having asked', async () => {
    for (const person of ['debra', 'gwen', 'ashdown', 'maud', 'callum', 'agnes']) {
      const plain = await as(person, (tx) => shownTables(tx, 'none'))
      for (const one of [key, other]) assert.deepEqual(await as(person, (tx) => shownTables(tx, one)), plain, `${person} ${one.area}`)
    }
  })

  it('shows nothing before the day of a party row and after it', async () => {
    const set = (fromOn: string, toOn: string | null) => hub.fresh.db.updateTable('caseParty').set({ fromOn: fromOn as never, toOn: toOn as never }).where('personId', '=', demoPersonId('hoshang')).execute()
    await set('2026-09-15', null)
    assert.deepEqual(await as('hoshang', casesShown), [])
    await set('2026-09-01', '2026-09-13')
    assert.deepEqual(await as('hoshang', casesShown), [])
    await set('2026-09-01', '2026-09-14')
    assert.deepEqual(await as('hoshang', casesShown), [key.caseId])
  })

  it('keeps one parent’s thread from the other', async () => {
    const localAreaId = demoAreaId('wendmere')
    await hub.fresh.db.insertInto('message').values(['shno', 'hoshang'].map((parent) => ({
      localAreaId, id: hub.house.newId<never>(), caseId: key.caseId as CaseId, authorId: demoPersonId(parent), withPersonId: demoPersonId(parent), fromFamily: true, channel: 'hub', body: parent, sentAt: hub.house.clock.now(),
    }))).execute()
    const bodies = (tx: Tx) => tx.db.selectFrom('message').select('body').orderBy('body').execute().then((rows) => rows.map(({ body }) => body))
    assert.deepEqual(await as('shno', bodies), ['shno'])
    assert.deepEqual(await as('hoshang', bodies), ['hoshang'])
    assert.deepEqual(await as('hattie', bodies), ['hoshang', 'shno'])
    assert.deepEqual(await as('debra', bodies), [])
    await assert.rejects(as('shno', (tx) => tx.db.insertInto('message').values({
      localAreaId, id: hub.house.newId<never>(), caseId: key.caseId as CaseId, authorId: demoPersonId('shno'), withPersonId: demoPersonId('hoshang'), fromFamily: true, channel: 'hub', body: 'x', sentAt: tx.now,
    }).execute()), refusedByPolicy)
  })

  it('refuses a row that is put into another area’s case, or moved there', async () => {
    const wish = (localAreaId: string, caseId: string) => ({ localAreaId, id: hub.house.newId<string>(), caseId, kind: 'meeting', words: 'x', byPersonId: demoPersonId('hattie'), madeAt: hub.house.clock.now() })
    await as('hattie', (tx) => tx.db.insertInto('wish').values(wish(demoAreaId('wendmere'), key.caseId) as never).execute())
    await assert.rejects(as('hattie', (tx) => tx.db.insertInto('wish').values(wish(demoAreaId('tarn-valley'), other.caseId) as never).execute()), refusedByPolicy)
    await assert.rejects(as('hattie', (tx) => tx.db.updateTable('wish').set({ localAreaId: demoAreaId('tarn-valley'), caseId: other.caseId as CaseId }).execute()), refusedByPolicy)
    const { numUpdatedRows } = await as('hattie', (tx) => tx.db.updateTable('caseFile').set({ stage: 'closed' }).where('id', '=', other.caseId as CaseId).executeTakeFirstOrThrow())
    assert.equal(numUpdatedRows, 0n)
    await assert.rejects(as('kerry', (tx) => tx.db.insertInto('wish').values(wish(demoAreaId('wendmere'), key.caseId) as never).execute()), refusedByPolicy)
  })

  it('lets nobody give themselves a part', async () => {
    await assert.rejects(as('kerry', (tx) => tx.db.insertInto('caseParty').values({
      localAreaId: demoAreaId('wendmere'), id: hub.house.newId<string>(), caseId: key.caseId as CaseId, personId: demoPersonId('kerry'), part: 'parent', basis: 'x', fromOn: tx.today,
    }).execute()), refusedByPolicy)
    // Nor more time in one that they have had.
    await hub.fresh.db.updateTable('caseParty').set({ fromOn: '2026-09-01' as never, toOn: '2026-09-13' as never }).where('personId', '=', demoPersonId('hoshang')).execute()
    const { numUpdatedRows } = await as('hoshang', (tx) => tx.db.updateTable('caseParty').set({ toOn: null }).where('personId', '=', demoPersonId('hoshang')).executeTakeFirstOrThrow())
    assert.equal(numUpdatedRows, 0n)
    await hub.fresh.db.updateTable('caseParty').set({ toOn: null }).where('personId', '=', demoPersonId('hoshang')).execute()
  })

  it('takes no change of what only grows, from either role, by its grants and not only by a trigger', async () => {
    for (const table of onlyGrow) {
      const { rows: [first] } = await sql<{ name: string }>`select column_name as name from information_schema.columns where table_schema = 'public' and table_name = ${table} order by ordinal_position limit 1`.execute(hub.fresh.db)
      assert.ok(first, `${table} is a table`)
      const column = sql.ref(first.name)
      for (const database of [hub.fresh.asWeb, hub.fresh.asWorker]) {
        await assert.rejects(sql`delete from ${sql.table(table)}`.execute(database), refusedByGrant, table)
        await assert.rejects(sql`update ${sql.table(table)} set ${column} = ${column}`.execute(database), refusedByGrant, table)
        await assert.rejects(sql`truncate ${sql.table(table)}`.execute(database), refusedByGrant, table)
      }
    }
  })

  it('keeps the rules and the queue out of reach', async () => {
    for (const statement of [
      sql`insert into access_rule values ('recipient', 'panel')`, sql`delete from part_of_role`, sql`select * from case_founding`, sql`insert into case_founding values ('1', gen_random_uuid(), gen_random_uuid(), gen_random_uuid())`,
      sql`select * from graphile_worker.jobs`, sql`select graphile_worker.add_job('react')`, sql`create table public.mine (x int)`, sql`alter table fact no force row level security`, sql`set role golden_thread_worker`,
    ]) await assert.rejects(statement.execute(hub.fresh.asWeb), /permission denied|must be owner/)
    await as('hattie', (tx) => enqueue(tx, 'react', { from: 'the test' }))
    const { rows } = await sql<{ n: number }>`select count(*) as n from graphile_worker.jobs where task_identifier = 'react'`.execute(hub.fresh.asWorker)
    assert.ok((rows[0]?.n ?? 0) > 0)
    await hub.fresh.db.executeQuery(sql`delete from graphile_worker._private_jobs`.compile(hub.fresh.db))
  })

  it('knows no setting that makes the web the system', async () => {
    const { database, ...rest } = hub.house
    const { systemDatabase: _none, ...webOnly } = { database, ...rest }
    await assert.rejects(inTransaction({ house: webOnly, viewer: system, page: 'test' }, casesShown), /cannot act as the system/)
    await assert.rejects(sql`select set_config('role', 'golden_thread_worker', false)`.execute(hub.fresh.asWeb), /permission denied/)
    const { rows } = await sql<{ n: number }>`select count(*) as n from case_file, (select set_config('hub.kind', 'system', true)) said`.execute(hub.fresh.asWeb)
    assert.equal(rows[0]?.n, 0)
  })

  it('opens to a request only the case that it makes', async () => {
    const made = () => ({ localAreaId: demoAreaId('wendmere'), caseId: hub.house.newId<CaseId>(), childId: hub.house.newId<ChildId>() })
    const insertBoth = async (tx: Tx, one: ReturnType<typeof made>) => {
      await tx.db.insertInto('child').values({ localAreaId: one.localAreaId, id: one.childId, givenName: 'New', familyName: 'Child', bornOn: '2019-01-01' as never }).execute()
      await tx.db.insertInto('caseFile').values({ localAreaId: one.localAreaId, id: one.caseId, childId: one.childId, reference: `X-${one.caseId.slice(-6)}`, openedAt: tx.now, stage: 'not-known' }).execute()
    }
    const anybody = { house: hub.house, viewer: anyone, page: 'test' }
    const first = made()
    const seen = await inTransaction(anybody, async (tx) => ({ during: await asTheHub(tx, first, async () => { await insertBoth(tx, first); return casesShown(tx) }), afterwards: await casesShown(tx) }))
    assert.deepEqual(seen, { during: [first.caseId], afterwards: [] })
    await assert.rejects(inTransaction(anybody, (tx) => insertBoth(tx, made())), refusedByPolicy, 'without the span nothing is made')
    await assert.rejects(inTransaction(anybody, (tx) => asTheHub(tx, { ...made(), caseId: key.caseId as CaseId }, casesShown)), /exists already/)
    await assert.rejects(inTransaction(anybody, (tx) => asTheHub(tx, { ...made(), childId: first.childId }, casesShown)), /exists already/)
    assert.deepEqual((await sql`select * from case_founding`.execute(hub.fresh.db)).rows, [], 'the span leaves nothing behind')
    await hub.fresh.db.deleteFrom('caseFile').where('id', '=', first.caseId).execute()
    await hub.fresh.db.deleteFrom('child').where('id', '=', first.childId).execute()
  })

  it('shows a request being written to whoever has it in their hand', async () => {
    const localAreaId = demoAreaId('wendmere')
    const draft = { localAreaId, id: hub.house.newId<string>(), reference: 'QQ-1', journey: 'family', madeBy: 'parent', startedAt: hub.house.clock.now(), savedAt: hub.house.clock.now() }
    const own = { ...draft, id: hub.house.newId<string>(), reference: 'QQ-2', startedBy: demoPersonId('kerry') }
    await hub.fresh.db.insertInto('requestDraft').values([draft, own]).execute()
    await hub.fresh.db.insertInto('requestDraftBrowser').values({ localAreaId, requestDraftId: draft.id, tokenHash: 'hash', openedAt: hub.house.clock.now(), endsAt: '2026-09-20T00:00:00.000Z' as never }).execute()
    await hub.fresh.db.insertInto('document').values([draft, own].map(({ id }) => ({
      localAreaId, id: hub.house.newId<never>(), requestDraftId: id, title: id, fileName: 'x', contentType: 'x', kind: 'x', size: 1, sha256: 'x', uploadedAt: hub.house.clock.now(),
    }))).execute()
    const shown = async (tx: Tx) => [(await tx.db.selectFrom('requestDraft').select('reference').execute()).map(({ reference }) => reference), await count(tx, 'document')]
    const anybody = { house: hub.house, viewer: anyone, page: 'test' }
    const holding = (inHand: Parameters<typeof sayInHand>[1]) => inTransaction(anybody, async (tx) => { await sayInHand(tx, inHand); return shown(tx) })
    assert.deepEqual(await inTransaction(anybody, shown), [[], 0])
    assert.deepEqual(await holding({ browserHash: 'hash' }), [['QQ-1'], 1])
    assert.deepEqual(await holding({ browserHash: 'another' }), [[], 0])
    assert.deepEqual(await holding({ reference: 'QQ-1' }), [['QQ-1'], 1])
    assert.deepEqual(await holding({ reference: 'QQ-2' }), [[], 0], 'what was begun with an account is the account’s')
    assert.deepEqual(await as('kerry', shown), [['QQ-2'], 1])
    assert.deepEqual(await as('daniel', shown), [[], 0])
    hub.setNow('2026-09-21T09:00:00.000Z')
    assert.deepEqual(await holding({ browserHash: 'hash' }), [[], 0], 'a browser’s time is over')
    hub.setNow('2026-09-14T09:00:00.000Z')
  })

  it('shows what is one’s own to oneself', async () => {
    const mark = hub.house.newId<string>()
    await hub.fresh.db.insertInto('submission').values({ once: mark, act: 'x', personId: demoPersonId('kerry'), answer: '"secret"', at: hub.house.clock.now() }).execute()
    await hub.fresh.db.insertInto('digest').values({ localAreaId: demoAreaId('tarn-valley'), personId: demoPersonId('aled'), onDay: '2026-09-14' as never, counts: '{}', recordedAt: hub.house.clock.now() }).execute()
    assert.equal(await as('kerry', (tx) => count(tx, 'submission')), 1)
    assert.equal(await as('daniel', (tx) => count(tx, 'submission')), 0)
    assert.equal(await as('aled', (tx) => count(tx, 'digest')), 1)
    assert.equal(await as('hattie', (tx) => count(tx, 'digest')), 0)
  })

  it('has the rules of the code', async () => {
    const rows = async (table: 'partOfRole' | 'accessRule', columns: readonly [string, string]) =>
      (await hub.fresh.db.selectFrom(table as 'accessRule').select(columns as unknown as readonly ['part', 'kind']).execute()).map((row) => Object.values(row).join(' ')).toSorted()
    assert.deepEqual(await rows('partOfRole', ['role', 'part']), partOfRole.rows.map((row) => row.join(' ')).toSorted())
    assert.deepEqual(await rows('accessRule', ['part', 'kind']), accessRule.rows.map((row) => row.join(' ')).toSorted())
  })

  it('agrees with the code, row by row', async () => {
    const seed = 20_260_914
    const { compared, differences, shown, tables, viewers } = await compareInSql({ seed, sample: 12 })
    process.stdout.write(`SQL: seed ${seed}, ${viewers} viewers × ${tables} tables: ${compared} cells, ${shown} shown, ${differences.length} differences\n`)
    assert.deepEqual(differences, [])
    assert.ok(shown > 1000 && compared > 10_000, 'a world in which next to nothing is shown proves nothing')
  })
})

/** Moves a case and all that hangs on it to the other council. */
async function moveToTarnValley(hub: Hub, { caseId }: CaseKey): Promise<void> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'local_area_id'`.execute(hub.fresh.db)
  const { childId } = await hub.fresh.db.selectFrom('caseFile').select('childId').where('id', '=', caseId as CaseId).executeTakeFirstOrThrow()
  await hub.fresh.db.transaction().execute(async (db) => {
    await sql`set local session_replication_role = replica`.execute(db)
    for (const { name } of rows) {
      await sql`update ${sql.table(name)} t set local_area_id = ${demoAreaId('tarn-valley')} where to_jsonb(t) ->> 'case_id' = ${caseId} or to_jsonb(t) ->> 'child_id' = ${childId} or to_jsonb(t) ->> 'id' in (${caseId}, ${childId})`.execute(db)
    }
  })
}
