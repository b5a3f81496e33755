import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { aDraft } from '../../../test/builders/a-small-draft.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { statementsOf } from '../../../test/harness/statements.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { leaveCase } from '../../casebook/parties.ts'
import { endSessionsOf, startSession, viewerOfToken } from '../../casebook/signing-in/session.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import { paths } from '../../paths.ts'
import { demoOrganisationId, demoPersonId } from '../demo/seed-world.ts'

/** Everything ends between these two. */
const before1 = '2026-09-14T09:00:00.000Z'
const aSecondLater = '2026-09-14T09:00:01.000Z'

describe('what ends a session, or what it shows, within a second', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: before1 })
    key = await aCase(hub, { at: 'drafting' })
    await aDraft(hub, key)
  })
  beforeEach(async () => {
    hub.setNow(before1)
    await hub.fresh.db.deleteFrom('session').execute()
  })
  after(() => hub.close())

  /** The poll that the open plan page makes by itself. */
  async function poll(visitor: Visitor): Promise<number> {
    const csrf = visitor.fieldsOf(visitor.form(paths.signOut())).get('_csrf')?.[0] ?? ''
    const response = await hub.app.inject({
      method: 'POST', url: paths.planPresence(key), payload: new URLSearchParams({ _csrf: csrf }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: ['hub-session', 'hub-form'].map((name) => `${name}=${visitor.cookie(name) ?? ''}`).join('; ') },
    })
    return response.statusCode
  }
  /** What is left to somebody: a page of the case, a file that its open page links to, the poll. */
  async function left(visitor: Visitor): Promise<{ page: number; file: number; poll: number }> {
    const file = (await visitor.download(paths.caseDatesFile(key))).status
    const polled = await poll(visitor)
    return { file, poll: polled, page: (await visitor.get(paths.caseTimeline(key))).status }
  }
  const onThePlan = async (who: string): Promise<Visitor> => (await hub.as(who)).get(paths.plan(key))

  it('lets the open page go on, poll and fetch files while nothing ended', async () => {
    assert.deepEqual(await left(await onThePlan('tom')), { file: 200, poll: 200, page: 200 })
  })

  it('an ended role: the page, the file, the poll', async () => {
    const writer = await onThePlan('leona')
    await hub.fresh.db.updateTable('membership').set({ toOn: plainDateOf('2026-09-13') }).where('personId', '=', demoPersonId('leona')).execute()
    hub.setNow(aSecondLater)
    const now = await left(writer)
    assert.deepEqual({ file: now.file, poll: now.poll }, { file: 303, poll: 403 })
    assert.equal(writer.heading, 'Who do you want to sign in as?')
    assert.match(writer.text, /Your work here has ended/)
  })

  it('one role of two: what it alone opened', async () => {
    await hub.fresh.db.insertInto('membership').values({ id: hub.house.newId<string>(), personId: demoPersonId('aled'), organisationId: demoOrganisationId('send-team'), role: 'plan-writer', fromOn: plainDateOf('2026-09-01') }).execute()
    const writer = await onThePlan('aled')
    assert.equal(writer.status, 200)
    await hub.fresh.db.updateTable('membership').set({ toOn: plainDateOf('2026-09-13') }).where('personId', '=', demoPersonId('aled')).where('role', '=', 'plan-writer').execute()
    hub.setNow(aSecondLater)
    assert.deepEqual(await left(writer), { file: 404, poll: 404, page: 404 })
    assert.equal((await writer.get(paths.home())).status, 200, 'the work in their own area goes on')
  })

  it('an ended relation to the child', async () => {
    const father = await hub.as('hoshang')
    await father.get(paths.caseTimeline(key))
    assert.equal(father.status, 200)
    await inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
      await leaveCase(tx, await openCaseFile(tx, key, { lock: true }), { personId: demoPersonId('hoshang'), part: 'parent', name: 'Hoshang Tahsin' })
    })
    hub.setNow(aSecondLater)
    assert.equal((await father.download(paths.caseDatesFile(key))).status, 404)
    assert.equal((await father.get(paths.caseTimeline(key))).status, 404)
  })

  it('a share that was withdrawn', async () => {
    const senco = await hub.as('debra')
    assert.equal((await senco.get(paths.caseOverview(key))).status, 200)
    await inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
      await leaveCase(tx, await openCaseFile(tx, key, { lock: true }), { organisationId: demoOrganisationId('larkfell'), part: 'school', name: 'Larkfell Primary School' })
    })
    hub.setNow(aSecondLater)
    assert.equal((await senco.download(paths.caseDatesFile(key))).status, 404)
    assert.equal((await senco.get(paths.caseOverview(key))).status, 404)
  })

  it('a closed account', async () => {
    const writer = await onThePlan('tom')
    await hub.fresh.db.updateTable('person').set({ canSignIn: false }).where('id', '=', demoPersonId('tom')).execute()
    hub.setNow(aSecondLater)
    const now = await left(writer)
    await hub.fresh.db.updateTable('person').set({ canSignIn: true }).where('id', '=', demoPersonId('tom')).execute()
    assert.deepEqual({ file: now.file, poll: now.poll }, { file: 303, poll: 403 })
    assert.match(writer.text, /Your access here has ended/)
    assert.equal((await writer.get(paths.caseTimeline(key))).url.startsWith('/sign-in'), true, 'an ended session does not come back')
  })

  it('a changed password, everywhere but where it was changed', async () => {
    const here = await hub.as('tom')
    const there = await onThePlan('tom')
    assert.equal(await endSessionsOf(hub.fresh.db, demoPersonId('tom'), hub.house.clock.now(), { because: 'password', exceptToken: here.cookie('hub-session') }), 1)
    hub.setNow(aSecondLater)
    assert.equal(await poll(there), 403)
    await there.get(paths.home())
    assert.match(there.text, /The way you sign in was changed/)
    assert.equal((await here.get(paths.caseTimeline(key))).status, 200)
  })

  it('costs one statement a request: the session and whose it is', async () => {
    const token = await startSession(hub.house, demoPersonId('hattie'), { method: 'demo' })
    assert.equal((await statementsOf(() => viewerOfToken(hub.house, token))).length, 1)
  })

  it('starts with two factors proven, or not at all', async () => {
    await assert.rejects(startSession(hub.house, demoPersonId('hattie'), { method: 'password' }), /less than two factors/)
    await assert.rejects(startSession({ ...hub.house, isProduction: true }, demoPersonId('hattie'), { method: 'demo' }), /less than two factors/)
  })
})
