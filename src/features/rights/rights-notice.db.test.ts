import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { demoPersonId } from '../demo/seed-world.ts'
import { findRightsToTell, giveRightsNotice } from './notice/give-rights-notice.ts'

/** Born on 1 September 2010, the eldest of the year whose rights pass on 26 June 2027. */
const eldest = '2010-09-01'

describe('the worker’s letters about the rights', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now: '2026-06-25T09:00:00.000Z' }) })
  after(() => hub.close())
  beforeEach(async () => { await hub.fresh.db.updateTable('caseFile').set({ stage: 'closed' }).execute() })

  /** As the worker does each morning: looks, then does what it found. */
  const morning = async (day: string): Promise<void> => {
    hub.setNow(`${day}T05:40:00.000Z`)
    await findRightsToTell.run({ house: hub.house, viewer: system, page: 'job' }, undefined)
    await hub.work()
  }
  const lettersOf = async ({ caseId }: CaseKey): Promise<string[]> =>
    (await sql<{ row: string }>`select kind || ' to ' || to_name || ' on ' || sent_on as row from notice where case_id = ${caseId} order by kind, to_name`.execute(hub.fresh.db)).rows.map(({ row }) => row)
  const factsOf = async ({ caseId }: CaseKey): Promise<string[]> =>
    (await sql<{ row: string }>`select type || coalesce(' ' || (data ->> 'timing'), '') as row from fact where case_id = ${caseId} and type like 'rights-%' order by seq`.execute(hub.fresh.db)).rows.map(({ row }) => row)

  it('write once to each parent and to the young person, twelve months before the day and not the day before that', async () => {
    const key = await aCase(hub, { bornOn: eldest })
    await morning('2026-06-25')
    assert.deepEqual(await factsOf(key), [])
    await morning('2026-06-26')
    await morning('2026-06-26')
    await morning('2026-06-27')
    assert.deepEqual(await factsOf(key), ['rights-notice-given ahead'])
    assert.deepEqual(await lettersOf(key), ['rights-notice to Hoshang Tahsin on 2026-06-26', 'rights-notice to Rewan Tahsin on 2026-06-26', 'rights-notice to Shno Tahsin on 2026-06-26'])
    const { rows } = await sql<{ channel: string; body: string }>`select channel, body from outgoing where case_id = ${key.caseId} and channel = 'email'`.execute(hub.fresh.db)
    assert.equal(rows.length, 2)
    for (const { body } of rows) assert.doesNotMatch(body, /Rewan|Tahsin|plan|2027/)
  })

  it('are sent by two workers at once no more than once', async () => {
    const key = await aCase(hub, { bornOn: eldest })
    hub.setNow('2026-07-01T05:40:00.000Z')
    const occasion = { house: hub.house, viewer: system, page: 'job' }
    const both = await Promise.all([giveRightsNotice(occasion, key, undefined), giveRightsNotice(occasion, key, undefined)])
    assert.deepEqual(both.map((one) => one.ok && one.value).toSorted(), ['nothing-due', 'notice'])
    assert.equal((await lettersOf(key)).length, 3)
  })

  it('catch up after the program stood still, with words that are true by then, and remind near the day', async () => {
    const key = await aCase(hub, { bornOn: eldest })
    await morning('2027-02-01')
    assert.deepEqual(await factsOf(key), ['rights-notice-given inside'])
    await morning('2027-05-28')
    assert.deepEqual(await factsOf(key), ['rights-notice-given inside'])
    await morning('2027-06-02')
    await morning('2027-06-03')
    assert.deepEqual(await factsOf(key), ['rights-notice-given inside', 'rights-reminder-sent'])
    assert.equal((await lettersOf(key)).length, 6)
    await morning('2027-06-26')
    assert.equal((await lettersOf(key)).length, 6)
  })

  it('are late, and say so, to a family whom nobody told; and not sent to those a year and more past the day', async () => {
    const key = await aCase(hub, { bornOn: eldest })
    const older = await aCase(hub, { bornOn: '2009-09-01' })
    const younger = await aCase(hub, { bornOn: '2011-09-01', receivedOn: '2026-09-14' })
    await morning('2027-07-05')
    assert.deepEqual(await factsOf(key), ['rights-notice-given passed'])
    assert.deepEqual(await factsOf(older), [])
    assert.deepEqual(await factsOf(younger), ['rights-notice-given ahead'])
  })

  it('wait, and say so on the officer’s list, while the area has nobody that a family could turn to', async () => {
    const key = await aCase(hub, { bornOn: eldest, receivedOn: '2026-09-14' })
    const { contacts } = await hub.fresh.db.selectFrom('localArea').select('contacts').where('code', '=', 'wendmere').executeTakeFirstOrThrow()
    const { informationAdviceSupport: _, ...without } = contacts as Record<string, unknown>
    await hub.fresh.db.updateTable('localArea').set({ contacts: JSON.stringify(without) }).where('code', '=', 'wendmere').execute()
    await morning('2026-10-01')
    assert.deepEqual(await lettersOf(key), [])
    const officer = await (await hub.as('hattie')).get('/home')
    assert.match(officer.text, /The family has not been told: the rights pass to the young person on 26 June 2027/)
    await hub.fresh.db.updateTable('localArea').set({ contacts: JSON.stringify(contacts) }).where('code', '=', 'wendmere').execute()
    await morning('2026-10-02')
    assert.equal((await lettersOf(key)).length, 3)
    const later = await (await hub.as('hattie')).get('/home')
    assert.doesNotMatch(later.text, /The family has not been told/)
    assert.match(later.text, /The young person cannot be reached yet/)
  })

  it('go by day of birth and its index, not through every case', async () => {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select c.id from local_area a join child ch on ch.local_area_id = a.id and ch.born_on > '2009-08-31' and ch.born_on <= '2010-08-31' join case_file c on c.local_area_id = ch.local_area_id and c.child_id = ch.id`.execute(
      await (async () => { await sql`set enable_seqscan = off`.execute(hub.fresh.db); return hub.fresh.db })())
    assert.match(JSON.stringify(rows), /child_by_birth/)
  })

  it('never name one parent to the other', async () => {
    const key = await aCase(hub, { bornOn: eldest })
    await morning('2027-07-10')
    const { rows } = await sql<{ content: string }>`select content::text from notice where case_id = ${key.caseId} and to_person_id = ${demoPersonId('shno')}`.execute(hub.fresh.db)
    assert.equal(rows.length, 1)
    assert.doesNotMatch(rows[0]?.content ?? '', /Hoshang/)
  })
})
