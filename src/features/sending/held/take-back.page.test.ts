import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../../test/builders/a-case.ts'
import { aDraft } from '../../../../test/builders/a-small-draft.ts'
import type { Hub } from '../../../../test/harness/hub.ts'
import { aHub } from '../../../../test/harness/hub.ts'
import type { CaseFile, CaseKey } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { sendJob, sendKeyOf } from '../../../casebook/sending/outgoing.ts'
import { enqueue } from '../../../casebook/queue.ts'
import { inTransaction, read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import { demoAreaId, demoPersonId } from '../../demo/seed-world.ts'

const opened = async (hub: Hub, key: CaseKey, who = 'system'): Promise<CaseFile> => read(await hub.occasion(who), (tx) => openCaseFile(tx, key))
const thread = (key: CaseKey, who: string): string => paths.caseThread({ ...key, personId: demoPersonId(who) })

describe('whoever loses their right while it waits', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ recallMinutes: 10 }) })
  after(() => hub.close())

  const localAreaId = demoAreaId('wendmere')
  /** The draft sent to both parents, and then what happened, and then eleven minutes later. */
  async function sentTo(happens: (key: CaseKey) => Promise<unknown>): Promise<{ key: CaseKey; carried: string[]; states: (string | null)[] }> {
    hub.setNow('2026-09-14T09:00:00.000Z')
    const key = await aCase(hub, { at: 'drafting', parents: ['shno', 'hoshang'] })
    await aDraft(hub, key)
    await (await (await hub.as('hattie')).get(paths.shareDraft(key))).submit({}, { button: 'Send the draft to the family' })
    await happens(key)
    hub.setNow('2026-09-14T09:11:00.000Z')
    const already = hub.carrier.carried.length
    const rows = () => hub.fresh.db.selectFrom('outgoing').select(['id', 'toPersonId', 'state', 'failure']).where('caseId', '=', key.caseId as never).where('channel', '=', 'email').execute()
    await inTransaction(await hub.occasion('system'), async (tx) => {
      for (const { id } of await rows()) await enqueue(tx, sendJob, { localAreaId, outgoingId: id }, { key: sendKeyOf(id) })
    })
    await hub.work()
    const father = (await rows()).filter(({ toPersonId }) => toPersonId === demoPersonId('hoshang'))
    return { key, carried: hub.carrier.carried.slice(already).map(({ to }) => to), states: father.flatMap(({ state, failure }) => [state, failure]) }
  }
  const childOf = async (key: CaseKey) => (await hub.fresh.db.selectFrom('caseFile').select('childId').where('id', '=', key.caseId as never).executeTakeFirstOrThrow()).childId
  const notSent = ['cancelled', 'Not sent: they may no longer be told of this case']

  it('gets it when nothing happened', async () => {
    const { carried } = await sentTo(() => Promise.resolve())
    assert.deepEqual(carried.toSorted(), ['hoshang@example.org', 'shno@example.org'])
  })

  for (const effect of ['may-not-see-record', 'may-not-be-contacted'] as const) {
    it(`gets nothing when an order says: ${effect}`, async () => {
      const { carried, states } = await sentTo(async (key) => hub.fresh.db.insertInto('restriction').values({
        localAreaId, id: hub.house.newId<string>(), childId: await childOf(key), personId: demoPersonId('hoshang'), kind: 'non-molestation', effects: [effect], fromOn: '2026-09-14' as never,
        recordedAt: hub.house.clock.now(),
      }).execute())
      assert.deepEqual(carried, ['shno@example.org'])
      assert.deepEqual(states, notSent)
    })
  }

  it('gets nothing when their part ended', async () => {
    const { key, carried, states } = await sentTo((sent) => hub.fresh.db.updateTable('caseParty').set({ toOn: '2026-09-13' as never }).where('caseId', '=', sent.caseId as never).where('personId', '=', demoPersonId('hoshang')).execute())
    assert.deepEqual(carried, ['shno@example.org'])
    assert.deepEqual(states, notSent)
    assert.equal((await (await hub.as('hoshang')).get(paths.sharedDraft(key))).status, 404)
    assert.equal((await (await hub.as('shno')).get(paths.sharedDraft(key))).status, 200)
  })

  it('gets nothing when they are no parent in law any more', async () => {
    const { carried, states } = await sentTo(async (key) => hub.fresh.db.updateTable('relationship').set({ hasParentalResponsibility: false, livesWithChild: false })
      .where('childId', '=', await childOf(key)).where('personId', '=', demoPersonId('hoshang')).execute())
    assert.deepEqual(carried, ['shno@example.org'])
    assert.deepEqual(states, notSent)
  })
})

describe('what staff send can be taken back', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ recallMinutes: 10 }) })
  after(() => hub.close())

  it('is not seen before its time is over, and never when it was taken back', async () => {
    const key = await aCase(hub)
    const officer = await (await hub.as('hattie')).get(thread(key, 'shno'))
    await officer.submit({ body: 'Meant for somebody else' }, { button: 'Send' })
    assert.match(officer.words, /Your message to Shno Tahsin: you can take this back until 10:10/)
    const mother = await (await hub.as('shno')).get(thread(key, 'shno'))
    assert.doesNotMatch(mother.words, /Meant for somebody else/)
    await mother.get(paths.home())
    assert.doesNotMatch(mother.words, /has answered|new message/i)
    await officer.submit({}, { button: 'Take it back' })
    assert.match(officer.text, /It is taken back/)
    hub.setNow('2026-09-14T09:20:00.000Z')
    await mother.get(thread(key, 'shno'))
    assert.doesNotMatch(mother.words, /Meant for somebody else/)
    await mother.get(paths.caseTimeline(key))
    assert.doesNotMatch(mother.words, /sent you a message|taken back/i)
    await officer.get(thread(key, 'shno'))
    assert.match(officer.words, /Meant for somebody else .* Taken back before it was seen/)
    const facts = (await opened(hub, key)).facts.slice(-2)
    assert.deepEqual(facts.map(({ type }) => type), ['message-sent', 'sending-taken-back'])
    assert.equal(facts[1]?.corrects, facts[0]?.seq)
    hub.setNow('2026-09-14T09:00:00.000Z')
  })

  it('counts as sent on the day when the button was pressed, and leaves by itself when the time is over', async () => {
    hub.setNow('2026-09-14T22:55:00.000Z')
    const key = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry'], setting: 'hallowcross', at: 'drafting' })
    await aDraft(hub, key)
    const officer = await (await hub.as('hattie')).get(paths.shareDraft(key))
    await officer.submit({}, { button: 'Send the draft to the family' })
    const mother = await hub.as('kerry')
    await mother.get(paths.sharedDraft(key))
    assert.doesNotMatch(mother.words, /follow spoken instructions/)
    await mother.get(paths.caseLetters(key))
    assert.match(mother.words, /We have not sent you a letter yet/)
    await hub.work()
    assert.equal(hub.carrier.carried.length, 0)
    assert.equal((await opened(hub, key, 'kerry')).stage, 'drafting')
    assert.equal((await opened(hub, key)).stage, 'draft-out')
    hub.setNow('2026-09-14T23:06:00.000Z')
    const waiting = await hub.fresh.db.selectFrom('outgoing').select('id').where('state', '=', 'queued').where('caseId', '=', key.caseId as never).execute()
    await inTransaction(await hub.occasion('system'), async (tx) => {
      for (const { id } of waiting) await enqueue(tx, sendJob, { localAreaId: demoAreaId('wendmere'), outgoingId: id }, { key: sendKeyOf(id) })
    })
    await hub.work()
    assert.deepEqual(hub.carrier.carried.map(({ to }) => to), ['kerry@example.org'])
    await mother.get(paths.sharedDraft(key))
    assert.match(mother.words, /follow spoken instructions/)
    const { facts } = await opened(hub, key)
    assert.equal(facts.find(({ type }) => type === 'draft-served')?.happenedOn, '2026-09-14')
    hub.setNow('2026-09-14T09:00:00.000Z')
  })

  it('gives back what the law is owed when a draft or a decision is taken back', async () => {
    const key = await aCase(hub, { givenName: 'Amina', familyName: 'Rowe', parents: ['sinead'], setting: 'bramblewick', at: 'drafting' })
    await aDraft(hub, key)
    const officer = await (await hub.as('hattie')).get(paths.shareDraft(key))
    await officer.submit({}, { button: 'Send the draft to the family' })
    await officer.get(paths.caseOverview(key))
    await officer.follow('Why, or send it now')
    assert.match(officer.words, /Sinead Rowe/)
    await officer.submit({ reason: 'Wrong version' }, { button: 'Take it back' })
    const file = await opened(hub, key)
    assert.equal(file.stage, 'drafting')
    const open = await hub.fresh.db.selectFrom('clock').select(['clockId', 'metOn']).where('caseId', '=', key.caseId as never).where('isOpen', '=', true).execute()
    assert.ok(open.length > 0)
    await officer.get(paths.caseTimeline(key))
    assert.match(officer.words, /Taken back before it left/)
    assert.match(officer.words, /Wrong version/)
    await officer.get(paths.caseLetters(key))
    assert.match(officer.words, /Taken back, not sent/)
    const waiting = await hub.fresh.db.selectFrom('outgoing').select('state').where('caseId', '=', key.caseId as never).execute()
    assert.ok(waiting.every(({ state }) => state === 'cancelled'))
    await officer.get(paths.shareDraft(key))
    await officer.submit({}, { button: 'Send the draft to the family' })
    assert.equal((await opened(hub, key)).stage, 'draft-out', 'it can be sent again')
  })

  it('leaves at once when it is urgent, and cannot be taken back after that', async () => {
    const key = await aCase(hub)
    const officer = await (await hub.as('hattie')).get(thread(key, 'shno'))
    await officer.submit({ body: 'The taxi comes at three.' }, { button: 'Send' })
    await officer.follow('Why, or send it now')
    const page = officer.url
    await officer.submit({}, { button: 'Send it now: it is urgent' })
    assert.match(officer.text, /on its way/)
    const mother = await (await hub.as('shno')).get(thread(key, 'shno'))
    assert.match(mother.words, /The taxi comes at three/)
    await officer.get(page)
    assert.equal(officer.root.querySelector('main form'), null)
    const stranger = await (await hub.as('aled')).get(page)
    assert.equal(stranger.status, 404)
  })

  it('keeps what the worker sends by itself out of it, and what a family sends', async () => {
    const key = await aCase(hub)
    const mother = await (await hub.as('shno')).get(thread(key, 'shno'))
    await mother.submit({ body: 'Thank you.' })
    assert.deepEqual(await hub.fresh.db.selectFrom('sending').select('id').where('caseId', '=', key.caseId as never).execute(), [])
  })
})
