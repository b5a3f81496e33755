import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { askedForAdvice } from '../../../test/builders/waited-for.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { demoPersonId } from '../demo/seed-world.ts'
import { sendDigests } from './send/send-digests.ts'

describe('the summary of a working morning', () => {
  let hub: Hub
  before(async () => {
    hub = await aHub({ now: '2027-01-04T10:00:00.000Z' })
    // Six weeks from 4 January end on 15 February, and those from the 8th on the 19th.
    await aCase(hub, { givenName: 'Late', at: 'considering', parents: [] })
    await askedForAdvice(hub, await aCase(hub, { givenName: 'Chase', at: 'assessing', parents: [] }), { on: '2027-01-04', person: 'imogen' })
    hub.setNow('2027-01-08T10:00:00.000Z')
    await aCase(hub, { givenName: 'Week', at: 'considering', parents: [] })
    hub.setNow('2027-02-10T10:00:00.000Z')
    await aCase(hub, { givenName: 'Later', at: 'considering', parents: [], officer: 'leona' })
  })
  after(() => hub.close())

  const run = (): Promise<void> => sendDigests.run({ house: hub.house, viewer: system, page: 'job' }, {})
  const at = async (moment: string): Promise<void> => {
    hub.setNow(moment)
    await Promise.all([run(), run()])
    await run()
    await hub.work()
  }
  const carried = (): string[] => hub.carrier.carried.splice(0).map(({ to, body }) => `${to}\n${body}`)

  it('comes on no Saturday, no bank holiday, not at night and not in the afternoon', async () => {
    for (const moment of ['2027-02-13T09:00:00.000Z', '2027-03-26T09:00:00.000Z', '2027-02-16T07:59:00.000Z', '2027-02-16T13:00:00.000Z']) await at(moment)
    assert.deepEqual(carried(), [])
  })

  it('comes once to each who has something on the list: counts, and nothing of any child', async () => {
    await at('2027-02-16T08:00:00.000Z')
    const said = carried().toSorted()
    assert.deepEqual(said, [
      'hattie@example.org\nOn your list this morning:\n\n1 case: last day today or past\n1 case: due within 7 days\n1 case: others are late and can be chased\n\nSign in to see them.\n\nhttp://hub.test/home\n\nTo be told in another way: http://hub.test/me/reminders\n\nWendmere Council',
      'meera@example.org\nOn the team’s list this morning:\n\n1 case: last day today or past\n1 case: due within 7 days\n1 case: others are late and can be chased\n1 legal limit has passed without a recorded reason\n\nSign in to see them.\n\nhttp://hub.test/home\n\nTo be told in another way: http://hub.test/me/reminders\n\nWendmere Council',
    ])
    await at('2027-02-16T11:30:00.000Z')
    await at('2027-02-15T09:00:00.000Z')
    // The clock went back a day: that morning had no summary of its own yet.
    assert.equal(carried().length, 2)
    await at('2027-02-16T09:00:00.000Z')
    assert.deepEqual(carried(), [])
  })

  it('comes to nobody who does not want it, and takes the place of one that could not be sent', async () => {
    await hub.fresh.db.insertInto('reminderChoice').values({ personId: demoPersonId('hattie'), channel: 'email', kindsOff: ['digest'], chosenAt: hub.house.clock.now() }).execute()
    hub.carrier.isBroken = true
    await at('2027-02-17T08:30:00.000Z')
    hub.carrier.isBroken = false
    await at('2027-02-18T08:30:00.000Z')
    assert.deepEqual(carried().map((one) => one.split('\n')[0]), ['meera@example.org'])
    const states = await hub.fresh.db.selectFrom('outgoing').select(['state']).where('about', '=', 'digest').where('toPersonId', '=', demoPersonId('meera')).orderBy('queuedAt').execute()
    assert.deepEqual(states.map(({ state }) => state).slice(-2), ['cancelled', 'sent'])
  })
})
