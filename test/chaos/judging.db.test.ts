// That the judges of a run can find something: each thing that must hold, made not to hold.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aCase } from '../builders/a-case.ts'
import type { Hub } from '../harness/hub.ts'
import { aHub } from '../harness/hub.ts'
import { withBroken } from '../harness/broken-statements.ts'
import { paths } from '../../src/paths.ts'
import { breaking } from './break-statements.ts'
import type { Intent } from './journal.ts'
import { compareActs, compareSending, listOrphans } from './what-must-hold.ts'

const body = 'We write this, and it stands nowhere else.'

describe('the judges of a run', () => {
  let hub: Hub
  let intent: Intent
  before(async () => {
    hub = await aHub()
    const key = await aCase(hub)
    const mother = await hub.as('shno')
    await mother.get(paths.caseMessages(key))
    intent = { n: 1, kind: 'message', token: body, once: mother.fieldsOf(mother.form()).get('_once')?.[0] ?? '', caseId: key.caseId }
    await mother.submit({ body })
  })
  after(() => hub.close())

  const judged = (one: Intent = intent) => compareActs(hub.fresh.connectionString, [one], new Set([1]))
  const orphans = () => listOrphans(hub.fresh.connectionString, '2020-01-01')
  /** As the owner, past what the program may do: rows that only grow are made to shrink. */
  const asOwner = (statement: string): Promise<unknown> => hub.fresh.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql.raw(statement).execute(tx)
  })

  it('find nothing where nothing is wrong', async () => {
    const { lost, halfDone, twice } = await judged()
    assert.deepEqual([lost, halfDone, twice], [[], [], []])
  })

  it('find what was acknowledged and is not there', async () => {
    assert.match((await judged({ ...intent, token: 'something else', once: '00000000-0000-7000-8000-000000000000' })).lost.join(), /is not there/)
    assert.match((await judged({ ...intent, token: 'something else' })).halfDone.join(), /0 of it and a mark/)
  })

  it('find what was done twice, and what stands without the rest of its act', async () => {
    await asOwner(`insert into message select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'sent_at', now()))).* from message m where body = '${body}'`)
    assert.match((await judged()).twice.join(), /stands 2 times/)
    assert.match((await orphans()).join(), /1 messages without their fact/)
    await asOwner(`delete from fact where type = 'message-sent'`)
    assert.match((await orphans()).join(), /audit records that name a fact that is not there/)
    assert.match((await judged()).halfDone.join(), /no fact/)
    await asOwner(`delete from audit_record where act = 'send-message'`)
    assert.match((await judged()).halfDone.join(), /0 audit records/)
    assert.match((await orphans()).join(), /marks of forms without an audit record/)
  })

  it('find what was handed over twice', async () => {
    const sending = await compareSending(hub.fresh.connectionString, new Map([['one', 1], ['two', 2]]))
    assert.deepEqual(sending.twice, ['two was taken 2 times'])
  })

  it('find a form that can stop half way, and one that acts twice', async () => {
    const breaks = breaking()
    await breaks.start(hub)
    const plain = await hub.app.inject({ method: 'GET', url: '/' })
    // Two writes without a transaction around them, as no act is.
    const half = async (): Promise<typeof plain> => {
      await sql`insert into paragraph_mark (local_area_id, case_id, mark, first_seen_at) select local_area_id, id, 'one', now() from case_file on conflict do nothing`.execute(hub.house.systemDatabase ?? hub.fresh.db)
      await sql`insert into paragraph_mark (local_area_id, case_id, mark, first_seen_at) select local_area_id, id, 'two', now() from case_file on conflict do nothing`.execute(hub.house.systemDatabase ?? hub.fresh.db)
      return plain
    }
    const faultless = async (): Promise<typeof plain> => half().catch(() => plain)
    await breaks.rehearsal({ url: '/half', fields: '', send: faultless })
    assert.match(breaks.broken.flatMap(({ faults }) => faults).join(), /ends otherwise: paragraph_mark|between: paragraph_mark/)
    let count = 0
    const doubling = async (): Promise<typeof plain> => {
      await sql`insert into paragraph_mark (local_area_id, case_id, mark, first_seen_at) select local_area_id, id, ${`again ${count += 1}`}, now() from case_file`.execute(hub.house.systemDatabase ?? hub.fresh.db)
      return Object.assign(Object.create(plain) as typeof plain, { statusCode: 303 })
    }
    await breaks.rehearsal({ url: '/twice', fields: '', send: async () => doubling().catch(() => plain) })
    assert.match(breaks.broken.flatMap(({ faults }) => faults).join(), /sent again changes paragraph_mark/)
    await breaks.stop()
  })

  it('break what they say they break', async () => {
    const ask = () => sql`select 1`.execute(hub.house.database)
    await assert.rejects(withBroken(1, 'serialization', ask), { code: '40001' })
    await assert.rejects(withBroken(1, 'time-out', ask), { code: '57014' })
    await assert.rejects(withBroken(1, 'no-room', ask), { code: '53100' })
    // Whether the server's last word or the end of the line comes first is chance.
    for (const way of ['cut', 'answer-lost'] as const) await assert.rejects(withBroken(1, way, ask), /terminat/)
    assert.deepEqual(await withBroken(2, 'cut', ask), { sent: 1, broke: undefined })
  })
})
