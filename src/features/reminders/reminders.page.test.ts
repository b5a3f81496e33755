import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { askedForAdvice } from '../../../test/builders/waited-for.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'
import { chaseAdvice } from '../advice/request/request-acts.ts'
import { sendReminders } from './send/send-reminders.ts'

describe('how one is reminded', () => {
  let hub: Hub
  before(async () => {
    hub = await aHub()
    await aCase(hub)
  })
  after(() => hub.close())
  const chosen = (person: string) => hub.fresh.db.selectFrom('reminderChoice').select(['channel', 'kindsOff']).where('personId', '=', demoPersonId(person)).executeTakeFirst()

  it('is chosen by a parent, reached from any page, and shown as it was chosen', async () => {
    const mother = await (await hub.as('shno')).get(paths.home())
    await mother.follow('How we remind you')
    assert.equal(mother.heading, 'How we remind you')
    assert.match(mother.words, /Letters about decisions and rights always come/)
    assert.match(mother.words, /shno@example\.org/)
    const fields = mother.fieldsOf(mother.form())
    assert.deepEqual([fields.get('channel'), fields.get('kinds')], [['email'], ['answers', 'last-days']])
    await mother.submit({ channel: 'text', kinds: ['last-days'] })
    assert.match(mother.words, /Saved\. From now on we remind you like this/)
    assert.deepEqual(await chosen('shno'), { channel: 'text', kindsOff: ['answers'] })
    assert.deepEqual(mother.fieldsOf(mother.form()).get('channel'), ['text'])
    await mother.submit({ channel: 'hub', kinds: [] })
    assert.deepEqual(await chosen('shno'), { channel: 'hub', kindsOff: ['answers', 'last-days'] })
  })

  it('offers each only the kinds that they ever get, and only channels that reach them', async () => {
    const officer = await (await hub.as('hattie')).get(paths.myReminders())
    assert.deepEqual(officer.root.querySelectorAll('input[name=kinds]').map((box) => box.getAttribute('value')), ['digest'])
    const adviser = await (await hub.as('imogen')).get(paths.myReminders())
    assert.deepEqual(adviser.root.querySelectorAll('input[name=kinds]').map((box) => box.getAttribute('value')), ['asked'])
    await hub.fresh.db.updateTable('person').set({ phone: null }).where('id', '=', demoPersonId('imogen')).execute()
    await adviser.get(paths.myReminders())
    assert.deepEqual(adviser.root.querySelectorAll('input[name=channel]').map((box) => box.getAttribute('value')), ['email', 'hub'])
    const once = adviser.fieldsOf(adviser.form()).get('_once') ?? []
    await adviser.submit({ channel: 'text', kinds: [] })
    assert.equal(adviser.status, 422)
    assert.deepEqual(adviser.errors, ['Select how we should tell you'])
    assert.equal(adviser.fieldsOf(adviser.form()).get('kinds'), undefined)
    assert.equal(await chosen('imogen'), undefined)
    assert.notDeepEqual(adviser.fieldsOf(adviser.form()).get('_once'), once)
  })

  it('says to somebody whose safe way to be reached is written down that it goes first', async () => {
    await hub.fresh.db.updateTable('relationship').set({ safeContact: 'post' }).where('personId', '=', demoPersonId('hoshang')).execute()
    const father = await (await hub.as('hoshang')).get(paths.myReminders())
    assert.match(father.words, /how it is safe to reach you: by post only\. We keep to that/)
  })

  it('keeps what a family reads at a reading age that all can read', async () => {
    const mother = await (await hub.as('shno')).get(paths.myReminders())
    for (const sentence of mother.root.querySelectorAll('main p').map((one) => one.textContent).flatMap((text) => text.split(/[.!?]/))) assert.ok(sentence.trim().split(/\s+/).length <= 25, sentence)
  })
})

describe('what was reminded and chased', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: '2027-01-04T10:00:00.000Z' })
    key = await aCase(hub, { at: 'assessing', parents: ['shno'] })
  })
  after(() => hub.close())

  it('is empty at first, and nobody’s outside the council', async () => {
    const officer = await (await hub.as('hattie')).get(paths.reminders())
    assert.match(officer.words, /Nobody has been reminded yet/)
    assert.match(officer.words, /Nothing waits to be sent/)
    for (const stranger of ['debra', 'imogen', 'shno']) assert.equal((await (await hub.as(stranger)).get(paths.reminders())).status, 404)
  })

  it('is listed for the area’s council with who did it, and leads to the outbox for what waits', async () => {
    const id = await askedForAdvice(hub, key, { on: '2027-01-04', person: 'imogen' })
    hub.setNow('2027-02-01T10:00:00.000Z')
    await sendReminders.run({ house: hub.house, viewer: system, page: 'job' }, {})
    hub.setNow('2027-02-16T10:00:00.000Z')
    await chaseAdvice(await hub.occasion('hattie'), key, { id })
    const officer = await (await hub.as('hattie')).get(paths.outbox())
    await officer.follow('Reminders and chases')
    const rows = officer.root.querySelectorAll('tbody tr').map((row) => row.structuredText.replaceAll(/\s+/g, ' '))
    assert.match(rows[0] ?? '', /Rewan Tahsin .* Dr Imogen Petrie was chased for advice Hattie Greaves/)
    assert.match(rows[1] ?? '', /Dr Imogen Petrie was reminded to give advice or views by 15 February 2027 Golden Thread/)
    await officer.follow('2 reminders waiting')
    assert.equal(officer.heading, 'Outbox')
    assert.match(officer.words, /2 items/)
    const other = await (await hub.as('aled')).get(paths.reminders())
    assert.match(other.words, /Nobody has been reminded yet/)
  })

  it('lets a manager alone switch a kind off, with a reason, and keeps each change', async () => {
    const officer = await (await hub.as('hattie')).get(paths.chasing({ area: 'wendmere' }))
    assert.equal(officer.status, 403)
    assert.equal((await (await hub.as('meera')).get(paths.chasing({ area: 'tarn-valley' }))).status, 404)
    assert.equal((await (await hub.as('meera')).get(paths.chasingKind({ area: 'wendmere', kind: 'everything' }))).status, 404)
    const manager = await (await hub.as('meera')).get(paths.reminders())
    await manager.follow('What is chased without anybody asking')
    await manager.follow('Change late advice of professionals')
    assert.deepEqual(manager.fieldsOf(manager.form()).get('isOn'), ['yes'])
    await manager.submit({ isOn: 'no' })
    assert.equal(manager.status, 422)
    assert.deepEqual(manager.errors, ['Enter why'])
    assert.deepEqual(manager.fieldsOf(manager.form()).get('isOn'), ['no'])
    await manager.submit({ reason: 'We telephone each service on Mondays' })
    assert.match(manager.words, /Late advice of professionals Only when an officer chases/)
    assert.match(manager.words, /Only by an officer We telephone each service on Mondays Meera Chaudry/)
    await manager.get(paths.chasingKind({ area: 'wendmere', kind: 'advice' }))
    await manager.submit({ isOn: 'no', reason: 'Again' })
    assert.deepEqual(manager.errors, ['It is so already'])
  })
})
