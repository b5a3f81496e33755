// What looks further than the viewer may, or belongs to a desk and not to a case: tried as the web's own role.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { copiesForViewer } from '../../src/casebook/access/redacted-copies.ts'
import { findOthers } from '../../src/casebook/sending/find-others.ts'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import { findCopies } from '../../src/casebook/sending/paragraph-marks.ts'
import { lockedAreas } from '../../src/casebook/access/portal-lock.ts'
import type { Tx } from '../../src/casebook/tx.ts'
import { inTransaction } from '../../src/casebook/tx.ts'
import { anyone } from '../../src/casebook/signing-in/viewer.ts'
import { plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import type { CaseId } from '../../src/domain/ids.ts'
import { demoAreaId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import { aCase } from '../builders/a-case.ts'
import type { Hub } from '../harness/hub.ts'
import { aHub } from '../harness/hub.ts'

const refusedByPolicy = { code: '42501', message: /row-level security/ }

describe('what looks further than the viewer may', () => {
  let hub: Hub
  let key: CaseKey
  let other: CaseKey
  const localAreaId = demoAreaId('wendmere')
  before(async () => {
    hub = await aHub()
    key = await aCase(hub, { at: 'assessing' })
    other = await aCase(hub, { givenName: 'Orla', familyName: 'Rowe', parents: ['sinead', 'tunde'], setting: 'bramblewick' })
  })
  after(() => hub.close())

  const as = async <T>(person: string, run: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(await hub.occasion(person), run)
  const count = async (tx: Tx, table: string): Promise<number> => (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx.db)).rows[0]?.n ?? -1
  const asked = async (tx: Tx, caseId: string): Promise<number> =>
    (await sql<{ n: number }>`select count(*) as n from hub_other_children(${localAreaId}, ${caseId}, array['orla', 'rowe'], '{}', '{}', '{}')`.execute(tx.db)).rows[0]?.n ?? -1

  it('finds another child in a text for a sender who may see nothing of that child', async () => {
    const others = await as('debra', async (tx) => findOthers(tx, await openCaseFile(tx, key), 'Orla Rowe was there.'))
    assert.deepEqual(others.children.map(({ givenNames, familyName, bornOn, upn, nhsNumber }) => [...givenNames, familyName, bornOn, upn, nhsNumber]), [['Orla', 'Rowe', undefined, undefined, undefined]])
    assert.equal(await as('debra', (tx) => count(tx, 'child')), 1)
  })

  it('answers nobody who may not open the case that is written about', async () => {
    assert.equal(await as('debra', (tx) => asked(tx, key.caseId)), 1)
    assert.equal(await as('debra', (tx) => asked(tx, other.caseId)), 0)
    assert.equal(await as('kerry', (tx) => asked(tx, key.caseId)), 0)
    assert.equal(await inTransaction({ house: hub.house, viewer: anyone, page: 'test' }, (tx) => asked(tx, key.caseId)), 0)
  })

  it('knows a paragraph of another case, and not whose it is', async () => {
    const text = 'Every morning begins with the picture cards, then ten minutes of quiet reading beside an adult, and after that the spelling game that was agreed with home last autumn.'
    const twin = await aCase(hub, { givenName: 'Ida', familyName: 'Lund', parents: ['kerry'], setting: 'bramblewick' })
    await as('hattie', async (tx) => {
      const { keepParagraphs } = await import('../../src/casebook/sending/paragraph-marks.ts')
      await keepParagraphs(tx, await openCaseFile(tx, twin), text)
    })
    assert.equal((await as('debra', async (tx) => findCopies(tx, await openCaseFile(tx, key), text))).length, 1)
    assert.equal(await as('debra', (tx) => count(tx, 'paragraph_mark')), 0)
  })

  it('holds a paper back by a demand that its reader may not read', async () => {
    const id = hub.house.newId<never>()
    await hub.fresh.db.insertInto('document').values({ localAreaId, id, caseId: key.caseId as CaseId, title: 'x', fileName: 'x', contentType: 'x', kind: 'x', size: 1, sha256: 'x', uploadedAt: hub.house.clock.now() }).execute()
    await hub.fresh.db.insertInto('redaction').values({
      localAreaId, id: hub.house.newId<string>(), caseId: key.caseId as CaseId, documentId: id, reader: 'everybody', readerName: 'x', why: 'x', title: 'x', sourceText: 'all of it', sourceBlocks: '[]', state: 'marking',
      demandedBy: demoPersonId('hattie'), demandedAt: hub.house.clock.now(),
    }).execute()
    assert.equal(await as('debra', (tx) => count(tx, 'redaction')), 0)
    assert.equal((await as('debra', async (tx) => (await copiesForViewer(tx, await openCaseFile(tx, key))).ofDocument({ id }))).kind, 'nothing-yet')
    assert.equal((await as('hattie', async (tx) => (await copiesForViewer(tx, await openCaseFile(tx, key))).ofDocument({ id }))).kind, 'whole')
  })

  it('tells everybody that pages are closed, and nobody else why', async () => {
    const [reportId, lockId] = [hub.house.newId<string>(), hub.house.newId<string>()]
    await as('shno', async (tx) => {
      await tx.db.insertInto('portalReport').values({ localAreaId, id: reportId, reportedAt: tx.now, reportedBy: demoPersonId('shno'), lockId }).execute()
      await tx.db.insertInto('portalLock').values({ localAreaId, id: lockId, lockedAt: tx.now, lockedBy: demoPersonId('shno'), reportId }).execute()
    })
    assert.deepEqual(await inTransaction({ house: hub.house, viewer: anyone, page: 'test' }, (tx) => lockedAreas(tx, [localAreaId])), [localAreaId])
    for (const table of ['portal_report', 'portal_lock']) {
      assert.deepEqual(await Promise.all(['shno', 'sinead', 'debra', 'aled', 'hattie'].map((person) => as(person, (tx) => count(tx, table)))), [1, 0, 0, 0, 1], table)
    }
    await assert.rejects(as('shno', (tx) => tx.db.insertInto('portalReport').values({ localAreaId, id: hub.house.newId<string>(), reportedAt: tx.now, reportedBy: demoPersonId('sinead') }).execute()), refusedByPolicy)
    const { numUpdatedRows } = await as('sinead', (tx) => tx.db.updateTable('portalLock').set({ releasedAt: tx.now }).executeTakeFirstOrThrow())
    assert.equal(numUpdatedRows, 0n)
    await hub.fresh.db.deleteFrom('portalLock').execute()
  })

  it('takes a message with a link, and gives it back to nobody but the worker', async () => {
    const row = { id: hub.house.newId<string>(), sealed: 'x', queuedAt: hub.house.clock.now(), sentAt: null, failure: null }
    await as('shno', (tx) => tx.db.insertInto('accountMessage').values(row).execute())
    for (const person of ['shno', 'hattie']) assert.equal(await as(person, (tx) => count(tx, 'account_message')), 0)
    await assert.rejects(as('shno', (tx) => tx.db.insertInto('accountMessage').values({ ...row, id: hub.house.newId<string>(), sentAt: tx.now }).execute()), refusedByPolicy)
    assert.equal((await sql<{ n: number }>`select count(*) as n from account_message`.execute(hub.fresh.asWorker)).rows[0]?.n, 1)
  })

  it('shows the returns of a council to whoever answers for its team, and lets nobody else make one', async () => {
    const made = (serial: number) => ({ localAreaId, id: hub.house.newId<string>(), year: 2026, serial, surveyDay: plainDateOf('2026-01-15'), askedAt: hub.house.clock.now() })
    await as('meera', (tx) => tx.db.insertInto('returnMade').values(made(1)).execute())
    for (const person of ['hattie', 'winifred', 'aled', 'shno']) await assert.rejects(as(person, (tx) => tx.db.insertInto('returnMade').values(made(2)).execute()), refusedByPolicy, person)
    assert.deepEqual(await Promise.all(['meera', 'hattie', 'winifred', 'aled', 'shno'].map((person) => as(person, (tx) => count(tx, 'return_made')))), [1, 0, 0, 0, 0])
  })

  it('shows who took rows out to themselves and their council', async () => {
    const made = (personId: string) => ({ localAreaId, id: hub.house.newId<string>(), export: 'my-cases', purpose: 'x', personId: demoPersonId(personId), madeAt: hub.house.clock.now(), rowCount: 1, sha256: 'x' })
    await as('hattie', (tx) => tx.db.insertInto('exportMade').values(made('hattie')).execute())
    await assert.rejects(as('hattie', (tx) => tx.db.insertInto('exportMade').values(made('leona')).execute()), refusedByPolicy)
    assert.deepEqual(await Promise.all(['hattie', 'leona', 'aled', 'shno'].map((person) => as(person, (tx) => count(tx, 'export_made')))), [1, 1, 0, 0])
  })

  it('keeps from somebody what an order keeps from them, whatever part they have', async () => {
    assert.equal(await as('hoshang', (tx) => count(tx, 'case_file')), 1)
    const { childId } = await hub.fresh.db.selectFrom('caseFile').select('childId').where('id', '=', key.caseId as CaseId).executeTakeFirstOrThrow()
    const id = hub.house.newId<string>()
    await as('hattie', (tx) => tx.db.insertInto('restriction').values({
      localAreaId, id, childId, personId: demoPersonId('hoshang'), kind: 'non-molestation', effects: ['may-not-see-record'], fromOn: tx.today, recordedAt: tx.now,
    }).execute())
    for (const table of ['case_file', 'child', 'fact', 'restriction']) assert.equal(await as('hoshang', (tx) => count(tx, table)), 0, table)
    assert.equal(await as('shno', (tx) => count(tx, 'case_file')), 1)
    await assert.rejects(as('shno', (tx) => tx.db.deleteFrom('restriction').execute()).then(async () => assert.equal(await as('hattie', (tx) => count(tx, 'restriction')), 0)), { code: 'ERR_ASSERTION' }, 'a parent cannot lift it')
    await hub.fresh.db.deleteFrom('restriction').execute()
  })

  it('gives whoever acts for a family member what the consent names, for as long as it stands', async () => {
    const partyId = hub.house.newId<string>()
    const to = demoPersonId('kerry')
    await hub.fresh.db.deleteFrom('caseParty').where('personId', '=', to).execute()
    await hub.fresh.db.insertInto('caseParty').values({ localAreaId, id: partyId, caseId: key.caseId as CaseId, personId: to, part: 'proxy', basis: 'x', fromOn: '2026-09-01' as never }).execute()
    assert.equal(await as('kerry', (tx) => count(tx, 'case_file')), 0, 'a row alone gives nothing')
    const { childId } = await hub.fresh.db.selectFrom('caseFile').select('childId').where('id', '=', key.caseId as CaseId).executeTakeFirstOrThrow()
    await hub.fresh.db.insertInto('proxy').values({
      localAreaId, id: hub.house.newId<string>(), childId, caseId: key.caseId as CaseId, personId: to, forPersonId: demoPersonId('shno'), kind: 'friend', scopes: ['messages'], consent: 'x',
      fromOn: '2026-09-01' as never, toOn: '2026-09-30' as never, recordedAt: hub.house.clock.now(),
    }).execute()
    const kinds = async (tx: Tx): Promise<unknown> => (await sql`select array_agg(part order by part) as parts from hub_parts()`.execute(tx.db)).rows[0]
    assert.deepEqual(await as('kerry', kinds), { parts: ['proxy', 'proxy-messages'] })
    await hub.fresh.db.updateTable('proxy').set({ endedAt: hub.house.clock.now() }).execute()
    assert.equal(await as('kerry', (tx) => count(tx, 'case_file')), 0)
  })
})
