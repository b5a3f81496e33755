import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aCase } from '../../../test/builders/a-case.ts'
import { onCase } from '../../../test/builders/waited-for.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { addresseeOf, alertAddressee } from '../../casebook/sending/letters.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { demoPersonId } from '../demo/seed-world.ts'
import { sendWhatWaits } from './send-outgoing/send-what-waits.ts'

const alert = { subject: 'Something waits', words: 'Something waits for you.' }

describe('what waits in the outbox', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: '2027-03-27T22:00:00.000Z' })
    key = await aCase(hub, { parents: [] })
  })
  after(() => hub.close())

  const sweep = async (moment: string): Promise<number> => {
    hub.setNow(moment)
    await sendWhatWaits.run({ house: hub.house, viewer: system, page: 'job' }, {})
    await hub.work()
    return hub.carrier.carried.splice(0).length
  }
  const send = (): Promise<void> => onCase(hub, key, async (tx, caseFile) => alertAddressee(tx, caseFile, await addresseeOf(tx, { personId: demoPersonId('imogen') }), alert, { about: 'x', linkTo: '/home' }))

  it('stays at night when the program sends it by itself, and leaves in the morning, also of the day on which the clocks change', async () => {
    await send()
    await hub.work()
    assert.equal(hub.carrier.carried.length, 0)
    assert.equal(await sweep('2027-03-28T06:59:00.000Z'), 0)
    assert.equal(await sweep('2027-03-28T07:00:00.000Z'), 1)
    assert.equal(await sweep('2027-03-28T08:00:00.000Z'), 0)
  })

  it('leaves at once, whatever the hour, when a person sends it', async () => {
    hub.setNow('2027-03-28T22:00:00.000Z')
    await inTransaction({ house: hub.house, viewer: (await hub.occasion('hattie')).viewer, page: 'test' }, async (tx) =>
      alertAddressee(tx, await openCaseFile(tx, key, { lock: true }), await addresseeOf(tx, { personId: demoPersonId('imogen') }), alert, { about: 'x', linkTo: '/home' }))
    await hub.work()
    assert.equal(hub.carrier.carried.splice(0).length, 1)
  })

  it('gets a new job when its own is gone or is held by a worker that died, and not while one is at it', async () => {
    hub.setNow('2027-03-29T09:00:00.000Z')
    await send()
    const jobs = 'graphile_worker._private_jobs'
    await sql`update ${sql.raw(jobs)} set locked_at = now(), locked_by = 'somebody' where key is not null`.execute(hub.fresh.db)
    assert.equal(await sweep('2027-03-29T09:30:00.000Z'), 0)
    await sql`update ${sql.raw(jobs)} set locked_at = now() - interval '11 minutes' where key is not null`.execute(hub.fresh.db)
    assert.equal(await sweep('2027-03-29T09:40:00.000Z'), 1)
    await send()
    await sql`delete from ${sql.raw(jobs)}`.execute(hub.fresh.db)
    assert.equal(await sweep('2027-03-29T09:41:00.000Z'), 0)
    assert.equal(await sweep('2027-03-29T09:50:00.000Z'), 1)
  })
})
