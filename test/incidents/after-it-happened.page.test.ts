// Something went wrong, or waits, and somebody has to know.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { listFamilyAddressees, sendLetter } from '../../src/casebook/sending/letters.ts'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import { inTransaction } from '../../src/casebook/tx.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import type { Hub } from '../harness/hub.ts'
import { aHub } from '../harness/hub.ts'

describe('what is seen and counted', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aCase(hub)
  })
  after(() => hub.close())

  it('19: a worker opens records of people they know: without a part there is no record, and every look stands in the list that the family reads', async () => {
    for (const nosy of ['maud', 'gethin', 'winifred', 'aled', 'imogen']) {
      const visitor = await (await hub.as(nosy)).get(paths.caseOverview(key))
      assert.ok([403, 404].includes(visitor.status), nosy)
    }
    await (await hub.as('leona')).get(paths.caseOverview(key))
    const mother = await (await hub.as('shno')).get(paths.whoLooked(key))
    assert.match(mother.words, /Who looked at Rewan’s record.*Leona Abara/)
  })

  it('20: thousands of letters in a folder that few knew: each has an owner, an age, and an alarm on the owner’s and the manager’s own page', async () => {
    await hub.fresh.db.updateTable('relationship').set({ safeContact: 'post' }).where('personId', '=', demoPersonId('hoshang')).execute()
    await inTransaction(await hub.occasion('hattie'), async (tx) => {
      const caseFile = await openCaseFile(tx, key, { lock: true })
      for (const to of await listFamilyAddressees(tx, caseFile)) await sendLetter(tx, caseFile, { letter: { kind: 'will-assess', title: 'A letter', paragraphs: [{ text: 'We will assess.' }] }, to, alert: { subject: 'A letter', words: 'A letter waits.' } })
    })
    await hub.work()
    hub.setNow('2026-09-15T08:00:00.000Z')
    assert.doesNotMatch((await (await hub.as('hattie')).get(paths.home())).words, /has waited too long/, 'one working day is given')
    hub.setNow('2026-09-16T08:00:00.000Z')
    assert.match((await (await hub.as('hattie')).get(paths.home())).words, /1 item in the outbox has waited too long/)
    assert.match((await (await hub.as('meera')).get(paths.home())).words, /1 item in the outbox has waited too long/)
    assert.doesNotMatch((await (await hub.as('leona')).get(paths.home())).words, /waited too long/)
    const list = await (await hub.as('meera')).get(paths.outbox({ state: 'queued' }))
    assert.match(list.words, /Hoshang Tahsin Letter .* 2 days ago Hattie Greaves To print and post/)
    // The owner leaves: the case officer has it, and when there is none whoever decides.
    await hub.fresh.db.updateTable('membership').set({ toOn: '2026-09-15' as never }).where('personId', '=', demoPersonId('hattie')).execute()
    await list.get(paths.outbox({ state: 'queued' }))
    assert.match(list.words, /Hoshang Tahsin Letter .* Meera Chaudry To print and post/)
    await hub.fresh.db.updateTable('membership').set({ toOn: null }).where('personId', '=', demoPersonId('hattie')).execute()
    await assert.rejects(hub.fresh.db.updateTable('outgoing').set({ ownerId: null }).where('state', '=', 'queued').execute(), /outgoing_has_an_owner/)
    hub.setNow('2026-09-14T09:00:00.000Z')
  })

  it('21: reviews and decisions without their letter: what is past its legal day is on the officer’s page and on the area’s list, with no reason hidden', async () => {
    const late = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry'], setting: 'hallowcross', receivedOn: '2026-06-01' })
    const officer = await (await hub.as('hattie')).get(paths.home())
    assert.match(officer.words, /Beth Skerrow.*late/i)
    await officer.get(paths.delays())
    assert.match(officer.body, new RegExp(late.caseId))
  })

  it('24: hundreds of breaches of human error: near misses are counted by themselves, per thousand sends', async () => {
    await aCase(hub, { givenName: 'Orla', familyName: 'Adeyinka-Rowe', parents: ['sinead'], setting: 'bramblewick' })
    const officer = await (await hub.as('hattie')).get(paths.caseThread({ ...key, personId: demoPersonId('shno') }))
    await officer.submit({ body: 'Orla Adeyinka-Rowe too.' }, { button: 'Send' })
    const manager = await (await hub.as('meera')).get(paths.nearMisses({ area: 'wendmere' }))
    assert.match(manager.words, /Stopped 1, [\d.]+ of 1,000 sends/)
    assert.match(manager.words, /The name of another child in the hub 1/)
  })

  it('14: on its first day people see other people’s cases: the first report closes the families’ pages before the next page is asked for', async () => {
    const father = await (await hub.as('hoshang')).get(paths.caseOverview(key))
    const mother = await (await hub.as('shno')).get(paths.otherInformation({ from: paths.caseOverview(key) }))
    await mother.submit({}, { button: 'Tell the council now' })
    await father.get(paths.caseOverview(key))
    assert.equal(father.status, 503)
    const download = await father.download(paths.caseDatesFile(key))
    assert.equal(download.status, 503)
    assert.equal((await (await hub.as('meera')).get(paths.portal({ area: 'wendmere' }))).heading, 'The families’ pages are closed')
  })
})
