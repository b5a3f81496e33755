import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { anIssuedPlan } from '../../../test/builders/an-issued-plan.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { paths } from '../../paths.ts'
import { chaseUnopenedPlans } from './deliveries/chase.ts'

describe('chasing plans that nobody opened', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    key = await anIssuedPlan(hub)
    await (await hub.as('imogen')).get(paths.finalPlan(key))
  })
  after(() => hub.close())

  const job = () => chaseUnopenedPlans.run({ house: hub.house, viewer: system, page: 'job' }, {})
  const chases = async () => hub.fresh.db.selectFrom('delivery').select(['name', 'chasedAt']).where('caseId', '=', key.caseId as never).orderBy('name').execute()
  const counts = async () => Object.fromEntries((await chases()).map(({ name, chasedAt }) => [name, chasedAt.length]))
  const asked = async () => (await hub.fresh.db.selectFrom('outgoing').select('body').where('about', '=', 'plan-unopened').execute()).map(({ body }) => body)

  it('waits five days', async () => {
    hub.setNow('2027-01-16T07:00:00.000Z')
    await job()
    assert.ok(Object.values(await counts()).every((count) => count === 0))
  })

  it('then asks each once, run twice or by two workers at one time, and never those who opened it', async () => {
    hub.setNow('2027-01-17T07:00:00.000Z')
    await Promise.all([job(), job()])
    await job()
    const after5 = await counts()
    assert.equal(after5['Dr Imogen Petrie'], 0)
    assert.ok(Object.entries(after5).filter(([name]) => name !== 'Dr Imogen Petrie').every(([, count]) => count === 1), JSON.stringify(after5))
    const facts = await hub.fresh.db.selectFrom('fact').select('seq').where('caseId', '=', key.caseId as never).where('type', '=', 'delivery-chased').execute()
    assert.equal(facts.length, Object.keys(after5).length - 1)
    for (const body of await asked()) assert.doesNotMatch(body, /Rewan|Tahsin|Larkfell|speech|final plan/i)
  })

  it('asks again after five more days only of those who still have not', async () => {
    await (await hub.as('shno')).get(paths.finalPlan(key))
    hub.setNow('2027-01-21T07:00:00.000Z')
    await job()
    assert.ok(Object.values(await counts()).every((count) => count <= 1))
    hub.setNow('2027-01-22T07:00:00.000Z')
    await job()
    const later = await counts()
    assert.equal(later['Shno Tahsin'], 1)
    assert.equal(later['Hoshang Tahsin'], 2)
  })

  it('lets an officer ask at once, and says when it was opened meanwhile', async () => {
    const officer = await (await hub.as('hattie')).get(paths.deliveries(key))
    const form = officer.root.querySelectorAll('main form').find((one) => one.textContent.includes('Hoshang Tahsin'))
    const id = form?.querySelector('[name=deliveryId]')?.getAttribute('value') ?? ''
    await officer.submit({ deliveryId: id }, { to: '/deliveries' })
    assert.equal((await counts())['Hoshang Tahsin'], 3)
    await (await hub.as('hoshang')).get(paths.finalPlan(key))
    await officer.submit({ deliveryId: id }, { to: '/deliveries' })
    assert.equal(officer.status, 422)
    assert.deepEqual(officer.errors, ['This plan has been opened meanwhile, so nobody was chased'])
    assert.equal((await (await hub.as('shno')).get(paths.deliveries(key))).root.querySelectorAll('main form').length, 0)
  })

  it('lets an officer ask everybody who is due in one press of their list of work, and counts them there once', async () => {
    hub.setNow('2027-02-08T09:00:00.000Z')
    const officer = await (await hub.as('hattie')).get(paths.home())
    const stood = await counts()
    const unopened = Number(/(\d+) people or bodies have not opened the final plan/.exec(officer.words)?.[1])
    assert.ok(unopened > 2)
    await officer.submit({}, { to: '/deliveries' })
    assert.equal(officer.heading, 'Your work')
    assert.doesNotMatch(officer.words, /have not opened the final plan/)
    const stands = await counts()
    assert.equal(Object.keys(stands).filter((name) => stands[name] !== stood[name]).length, unopened)
  })
})
