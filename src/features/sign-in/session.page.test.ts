import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { answer, begin, draftOf } from '../../../test/builders/a-request.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { startSession, viewerOfToken } from '../../casebook/signing-in/session.ts'
import { anyone } from '../../casebook/signing-in/viewer.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'

const at = (time: string): string => `2026-09-14T${time}:00.000Z`

describe('a session', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: at('09:00') })
    key = await aCase(hub)
  })
  beforeEach(() => hub.setNow(at('09:00')))
  after(() => hub.close())

  const sessionsOf = async (who: string): Promise<number> =>
    (await hub.fresh.db.selectFrom('session').select('tokenHash').where('personId', '=', demoPersonId(who)).execute()).length

  it('ends after half an hour in which nobody asked for a page', async () => {
    const mother = await (await hub.as('shno')).get(paths.caseOverview(key))
    hub.setNow(at('09:29'))
    assert.equal((await mother.get(paths.caseOverview(key))).heading, 'Where are we?')
    hub.setNow(at('09:58'))
    assert.equal((await mother.get(paths.caseOverview(key))).heading, 'Where are we?', 'each page starts the half hour anew')
    hub.setNow(at('10:29'))
    await mother.get(paths.caseOverview(key))
    assert.equal(mother.heading, 'Who do you want to sign in as?')
    assert.match(mother.text, /we signed you out to keep it safe/)
    const [next] = mother.fieldsOf(mother.form()).get('next') ?? []
    assert.equal(next, paths.caseOverview(key), 'signing in leads back')
  })

  it('leads back to what was asked for, with its filters and without an old notice', async () => {
    const officer = hub.visitor()
    await officer.get(`${paths.caseList()}?stage=drafting&text=O%27Neil%20%26%20sons&done=saved`)
    assert.equal(officer.heading, 'Who do you want to sign in as?')
    await officer.submit({ person: demoPersonId('hattie') })
    assert.equal(officer.url, `${paths.caseList()}?stage=drafting&text=O%27Neil+%26+sons`)
    assert.doesNotMatch(officer.text, /Saved\./)
  })

  it('gives back what was typed when it ended meanwhile, and saves nothing', async () => {
    const mother = await (await hub.as('shno')).get(paths.caseMessages(key))
    hub.setNow(at('09:45'))
    await mother.submit({ body: 'This took me more than half an hour to write.' })
    assert.equal(mother.status, 403)
    assert.equal(mother.heading, 'You were signed out')
    assert.match(mother.text, /This took me more than half an hour to write\./)
    await mother.follow('Sign in')
    assert.equal(mother.heading, 'Who do you want to sign in as?')
    await mother.get(paths.caseMessages(key))
    const officer = await (await hub.as('hattie')).get(paths.caseMessages(key))
    assert.doesNotMatch(officer.text, /more than half an hour/)
  })

  it('gives it back too where the page is open to anyone, as a request being written is', async () => {
    const mother = await begin(await hub.as('shno'), 'parent')
    const draft = draftOf(mother)
    await mother.get(paths.requestQuestion({ ...draft, question: 'needs' }))
    hub.setNow(at('09:45'))
    await mother.submit({ needs: 'He cannot tell me what hurts, and it took me long to write.' })
    assert.equal(mother.heading, 'You were signed out')
    assert.match(mother.text, /He cannot tell me what hurts/)
    await mother.get(paths.requestTasks(draft))
    assert.equal(mother.heading, 'Who do you want to sign in as?')
  })

  it('is not kept going by a page that asks by itself', async () => {
    const token = await startSession(hub.house, demoPersonId('tom'), { method: 'demo' })
    for (const time of ['09:10', '09:20', '09:29']) {
      hub.setNow(at(time))
      assert.equal((await viewerOfToken(hub.house, token, { isAtWork: false })).viewer.kind, 'person')
    }
    hub.setNow(at('09:31'))
    assert.deepEqual(await viewerOfToken(hub.house, token), { viewer: anyone, isSignedOut: true, ended: { personId: demoPersonId('tom'), because: 'idle' } })
  })

  it('is over when one exits a page, and leads to a place that says nothing of the hub', async () => {
    const mother = await (await hub.as('sinead')).get(paths.home())
    assert.equal(await sessionsOf('sinead'), 1)
    assert.equal(mother.link('Emergency Exit this page'), paths.exit())
    await mother.get(paths.exit())
    assert.equal(mother.url, 'https://www.bbc.co.uk/weather')
    assert.equal(await sessionsOf('sinead'), 0, 'the session itself is over, not only the cookie')
    await mother.get(paths.home())
    assert.equal(mother.heading, 'Who do you want to sign in as?')
  })

  it('can be left at once from a request that is written without an account', async () => {
    const parent = await begin(hub.visitor(), 'parent')
    const draft = draftOf(parent)
    await answer(parent, 'child-name', { givenName: 'Orla', familyName: 'Rowe' })
    assert.equal(parent.link('Emergency Exit this page'), paths.exit())
    await parent.get(paths.exit())
    assert.equal((await parent.get(paths.requestTasks(draft))).status, 404)
  })
})
