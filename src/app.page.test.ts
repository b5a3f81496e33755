// What stands on pages of every feature: whose hub it is, and whom to turn to when something went wrong.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../test/builders/a-case.ts'
import type { Hub, Visitor } from '../test/harness/hub.ts'
import { aHub, textOf } from '../test/harness/hub.ts'
import type { CaseKey } from './casebook/open-case-file.ts'
import { paths } from './paths.ts'

const helpIn = (visitor: Visitor): string => textOf(visitor.root.querySelector('.hub-help'))
const councilIn = (visitor: Visitor): string => textOf(visitor.root.querySelector('.hub-header'))

describe('the frame of every page', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aCase(hub)
  })
  after(() => hub.close())

  it('names the council where the page or its reader belongs to one', async () => {
    assert.equal(councilIn(await hub.visitor().get(paths.start())), 'SEND hub', 'two councils share this hub')
    assert.equal(councilIn(await hub.visitor().get(paths.areaStart({ area: 'tarn-valley' }))), 'Tarn Valley Council')
    assert.equal(councilIn(await (await hub.as('hattie')).get(paths.home())), 'Wendmere Council')
    assert.equal(councilIn(await (await hub.as('aled')).get(paths.search())), 'Tarn Valley Council')
    assert.equal(councilIn(await (await hub.as('shno')).get(paths.home())), 'Wendmere Council')
    assert.equal(councilIn(await (await hub.as('debra')).get(paths.home())), 'SEND hub', 'a school has children in several areas')
  })

  it('tells a family on its home page whom to ask', async () => {
    const mother = await (await hub.as('shno')).get(paths.home())
    assert.match(helpIn(mother), /Wendmere SEND team.*01632.960100.*Wendmere SENDIASS/)
  })

  it('gives a phone number and an e-mail address on pages for what went wrong', async () => {
    const stranger = await (await hub.as('aled')).get(paths.caseOverview(key))
    assert.equal(stranger.status, 404)
    assert.match(helpIn(stranger), /Wendmere SEND team.*01632.960100.*send@wendmere\.example\.org/)
    const other = await hub.visitor().get('/tarn-valley/nothing-here')
    assert.equal(other.status, 404)
    assert.match(helpIn(other), /Tarn Valley SEND team.*01632.960180/)
    assert.match(helpIn(await hub.visitor().get('/nothing/here')), /Wendmere SEND team/, 'the area that the installation is for')
    const refused = await (await hub.as('shno')).get(paths.plan(key))
    assert.equal(refused.status, 403)
    assert.match(helpIn(refused), /01632.960100/)
    const stale = await (await hub.as('shno')).get(paths.caseMessages(key))
    await stale.submit({ _csrf: 'forged', body: 'I typed this for a long time.' })
    assert.equal(stale.status, 403)
    assert.match(helpIn(stale), /01632.960100/)
  })

  it('gives them when the program breaks, without asking the database again', async () => {
    const broken = await aHub()
    await broken.visitor().get(paths.start())
    await broken.house.database.destroy()
    const fault = await broken.app.inject({ method: 'GET', url: '/wendmere' })
    assert.equal(fault.statusCode, 500)
    assert.match(fault.body, /there is a problem with the service/)
    assert.match(fault.body, /01632\u00a0960100/)
  })
})

describe('too much at once', () => {
  it('is told when to go on, keeps what was typed, and stops nobody else', async () => {
    const hub = await aHub({ settings: { rateLimits: { perAddress: 1_000, perStranger: 1_000, perPerson: 5 } } })
    const key = await aCase(hub)
    const mother = await (await hub.as('shno')).get(paths.caseMessages(key))
    for (let page = 0; page < 2; page += 1) await hub.app.inject({ method: 'GET', url: paths.home(), headers: { cookie: mother.cookieHeader } })
    await mother.submit({ body: 'She has not slept for three nights and I do not know whom to ask.' })
    assert.equal(mother.status, 429)
    assert.equal(mother.heading, 'Too many pages at once')
    assert.match(textOf(mother.root.querySelector('.hub-typed')), /has not slept for three nights/)
    const raw = await hub.app.inject({ method: 'GET', url: paths.home(), headers: { cookie: mother.cookieHeader } })
    assert.match(String(raw.headers['retry-after']), /^[1-9]\d?$/)
    assert.equal((await (await hub.as('hoshang')).get(paths.home())).status, 200)
    await hub.close()
  })
})
