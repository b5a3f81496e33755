import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPlanToIssue } from '../../../../test/builders/a-plan-to-issue.ts'
import { anIssuedPlan } from '../../../../test/builders/an-issued-plan.ts'
import type { Hub, Visitor } from '../../../../test/harness/hub.ts'
import { aHub } from '../../../../test/harness/hub.ts'
import type { CaseKey } from '../../../casebook/open-case-file.ts'
import { system } from '../../../casebook/signing-in/viewer.ts'
import { paths } from '../../../paths.ts'
import { demoAreaId, demoOrganisationId, demoPersonId } from '../../demo/seed-world.ts'
import { chaseUnopenedPlans } from '../deliveries/chase.ts'

describe('sending the final plan to somebody who joins later', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    key = await anIssuedPlan(hub)
    hub.setNow('2027-03-01T10:00:00.000Z')
  })
  after(() => hub.close())

  /** The form that sends; the page has one that searches too. */
  const sending = { to: '/final/deliver' }
  const search = async (words: string, who = 'hattie'): Promise<Visitor> => (await hub.as(who)).get(paths.deliverPlan(key, { q: words }))
  const person = (who: string): string => `person:${demoPersonId(who)}`
  const body = (which: string): string => `organisation:${demoOrganisationId(which)}`
  const factsOf = async (type: string, about: string) => (await hub.fresh.db.selectFrom('fact').select('data').where('caseId', '=', key.caseId as never).where('type', '=', type).execute())
    .filter(({ data }) => JSON.stringify(data).includes(about))

  it('finds people and bodies by name, and gives a new professional the plan, a receipt and a place on the list', async () => {
    assert.equal((await (await hub.as('philippa')).get(paths.finalPlan(key))).status, 404)
    const officer = await (await hub.as('hattie')).get(paths.deliveries(key))
    await officer.follow('Send it to somebody who needs it now')
    await officer.get(paths.deliverPlan(key, { q: 'nobody of this name' }))
    assert.match(officer.text, /Nobody found/)
    await officer.get(paths.deliverPlan(key, { q: 'Philippa' }))
    await officer.submit({ reason: '' }, sending)
    assert.deepEqual(officer.errors, ['Select who gets the plan', 'Enter why they need the plan'])
    await officer.submit({ who: person('philippa'), reason: '' }, sending)
    assert.deepEqual(officer.errors, ['Enter why they need the plan'])
    assert.ok(officer.root.querySelector(`[value="${person('philippa')}"]`)?.hasAttribute('checked'), 'what was chosen stays chosen')
    await officer.submit({ reason: 'She takes over the occupational therapy in section F.' }, sending)
    assert.match(officer.words, /Check before you send Philippa Nwosu-Grange .*In the hub, told by e-mail to philippa@example\.org.*They will see The whole final plan/)
    assert.equal((await factsOf('plan-delivered', 'Philippa')).length, 0, 'nothing went yet')
    await officer.submit({}, { button: 'Choose somebody else' })
    assert.equal(officer.fieldsOf(officer.form(sending.to)).get('reason')?.[0], 'She takes over the occupational therapy in section F.')
    await officer.submit({}, sending)
    await officer.submit({}, { button: 'Send the plan' })
    assert.match(officer.text, /The final plan is on its way/)
    assert.match(officer.text, /Philippa Nwosu-Grange, occupational therapist, .*Not openedSent 1 March 2027.*She takes over the occupational therapy in section F\. \(SEND Regulations 2014, reg 17\(1\)\)/)
    const [told, ...more] = await hub.fresh.db.selectFrom('outgoing').select(['subject', 'body']).where('toPersonId', '=', demoPersonId('philippa')).execute()
    assert.equal(more.length, 0)
    assert.doesNotMatch(`${told?.subject} ${told?.body}`, /Rewan|Tahsin|therapy|plan:/)
    assert.equal((await factsOf('plan-delivered', 'Philippa')).length, 1)
    const inbox = await (await hub.as('philippa')).get(paths.planInbox())
    assert.match(inbox.text, /Rewan Tahsin.*Not opened/)
    await inbox.get(paths.finalPlan(key))
    assert.equal(inbox.heading, 'Education, health and care plan for Rewan Tahsin')
    await officer.get(paths.deliveries(key))
    assert.match(officer.text, /Philippa Nwosu-Grange.*OpenedSent 1 March 2027Opened 1 March 2027/)
  })

  it('sends once, however often it is asked', async () => {
    const one = await search('Philippa')
    await one.submit({ who: person('philippa'), reason: 'Again', step: 'send' }, sending)
    assert.equal(one.status, 422)
    assert.deepEqual(one.errors, ['Philippa Nwosu-Grange was sent this plan already'])
    const two = await search('Fernside')
    const three = await search('Fernside')
    const form = { who: body('fernside'), reason: 'The child starts there on Monday.', step: 'send', _once: two.fieldsOf(two.form(sending.to)).get('_once') ?? [] }
    await two.submit(form, sending)
    await three.submit(form, sending)
    assert.deepEqual([two.status, three.status], [200, 200])
    assert.equal((await factsOf('plan-delivered', 'Fernside')).length, 1)
    const school = await (await hub.as('odette')).get(paths.finalPlan(key))
    assert.equal(school.status, 200, 'a new school reads it')
  })

  it('chases those who do not open it, like everybody else', async () => {
    const officer = await search('Yewande')
    await officer.submit({ who: person('yewande'), reason: 'She sees the child from March.', step: 'send' }, sending)
    assert.equal(officer.status, 200)
    hub.setNow('2027-03-06T07:00:00.000Z')
    const chases = () => factsOf('delivery-chased', 'Yewande')
    await chaseUnopenedPlans.run({ house: hub.house, viewer: system, page: 'job' }, {})
    assert.equal((await chases()).length, 1)
    assert.equal((await factsOf('delivery-chased', 'Philippa')).length, 0, 'she has opened it')
    hub.setNow('2027-03-01T10:00:00.000Z')
  })

  it('does not send a plan with words that somebody must not see', async () => {
    await hub.fresh.db.insertInto('termToKeepOut').values({
      localAreaId: demoAreaId('wendmere'), id: hub.house.newId<string>(), caseId: key.caseId as never, kind: 'name', term: 'speech and language therapist',
      why: 'asked by the family', keepFrom: ['adviser'], notedAt: hub.house.clock.now(),
    }).execute()
    const officer = await search('Marten')
    await officer.submit({ who: person('marten'), reason: 'Physiotherapy begins.', step: 'send' }, sending)
    assert.deepEqual(officer.errors, ['This plan holds words that Marten Ekholm-Daly must not see, so it cannot go to them as it is'])
    await hub.fresh.db.deleteFrom('termToKeepOut').where('caseId', '=', key.caseId as never).execute()
  })

  it('is for officers, of a plan that is issued, to somebody who works somewhere', async () => {
    for (const who of ['tom', 'shno', 'callum']) assert.equal((await search('Marten', who)).status, 403, who)
    assert.equal((await search('Marten', 'aled')).status, 404)
    const officer = await search('Marten')
    await officer.submit({ who: person('kerry'), reason: 'A parent of another child', step: 'send' }, sending)
    assert.match(officer.errors.join(), /do not work in any service or setting/)
    const early = (await aPlanToIssue(hub)).key
    const tooSoon = await (await hub.as('hattie')).get(paths.deliverPlan(early, { q: 'Marten' }))
    assert.match(tooSoon.text, /There is no final plan in force/)
  })
})
