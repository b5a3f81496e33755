import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { createApp } from '../../app.ts'
import { keepTyping } from '../../casebook/signing-in/kept-typing.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { startSession, viewerOfToken } from '../../casebook/signing-in/session.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import { paths } from '../../paths.ts'
import { demoOrganisationId, demoPersonId } from '../demo/seed-world.ts'
import { clearOldSignIns } from './clear-old.ts'

const at = (time: string): string => `2026-09-14T${time}:00.000Z`

describe('one’s own sessions', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: at('09:00') })
    key = await aCase(hub)
  })
  beforeEach(async () => {
    hub.setNow(at('09:00'))
    await hub.fresh.db.deleteFrom('session').execute()
  })
  after(() => hub.close())

  const isOut = async (visitor: Visitor): Promise<boolean> => (await visitor.get(paths.home())).url.startsWith('/sign-in')
  const other = (who: string, device: string): Promise<string> => startSession(hub.house, demoPersonId(who), { method: 'demo', device })

  it('are listed, nobody else’s, and each can be ended', async () => {
    await other('shno', 'Safari on an iPhone')
    const library = await other('shno', 'Firefox on Windows')
    await other('kerry', 'Chrome on a Chromebook')
    const mother = await (await hub.as('shno')).get(paths.mySessions())
    assert.equal(mother.heading, 'Where you are signed in')
    assert.match(mother.text, /30 minutes without a page, and 12 hours after you signed in/)
    assert.match(mother.text, /Safari on an iPhone.*|Firefox on Windows/)
    assert.doesNotMatch(mother.text, /Chromebook/)
    const buttons = mother.root.querySelectorAll('main form').filter((form) => /Sign out there/.test(form.textContent))
    assert.equal(buttons.length, 2)
    const { id } = await hub.fresh.db.selectFrom('session').select('id').where('device', '=', 'Firefox on Windows').executeTakeFirstOrThrow()
    await mother.submit({ end: id })
    assert.match(mother.text, /That browser is signed out/)
    assert.deepEqual((await viewerOfToken(hub.house, library)).ended, { personId: demoPersonId('shno'), because: 'elsewhere' })
    assert.doesNotMatch(mother.text, /Firefox on Windows/)
  })

  it('cannot be ended by anybody else', async () => {
    const token = await other('kerry', 'Chrome on a Chromebook')
    await other('shno', 'Safari on an iPhone')
    const { id } = await hub.fresh.db.selectFrom('session').select('id').where('device', '=', 'Chrome on a Chromebook').executeTakeFirstOrThrow()
    await (await (await hub.as('shno')).get(paths.mySessions())).submit({ end: id })
    assert.equal((await viewerOfToken(hub.house, token)).isSignedOut, false)
  })

  it('end everywhere else at once', async () => {
    const tokens = [await other('shno', 'Safari on an iPhone'), await other('shno', 'Firefox on Windows')]
    const mother = await (await hub.as('shno')).get(paths.mySessions())
    await mother.submit({}, { button: 'Sign out everywhere else' })
    assert.match(mother.text, /signed out everywhere but here/)
    for (const token of tokens) assert.equal((await viewerOfToken(hub.house, token)).isSignedOut, true)
    assert.equal(await isOut(mother), false)
  })

  for (const [who, stays, goes] of [['hattie', '09:29', '09:59'], ['gethin', '09:14', '09:29'], ['winifred', '09:14', '09:29'], ['shno', '09:29', '09:59']] as const) {
    it(`last for ${who} as long as their kind of user may stay away`, async () => {
      const visitor = await hub.as(who)
      hub.setNow(at(stays))
      assert.equal(await isOut(visitor), false)
      hub.setNow(at(goes))
      assert.equal(await isOut(visitor), true)
    })
  }

  it('last twelve hours at most, however busy', async () => {
    const officer = await hub.as('hattie')
    for (let minutes = 9 * 60; minutes < 21 * 60; minutes += 25) {
      hub.setNow(at(`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`))
      assert.equal(await isOut(officer), false)
    }
    hub.setNow(at('21:01'))
    assert.equal(await isOut(officer), true)
    assert.match(officer.text, /as long as one sign-in lasts/)
  })

  it('are shorter on a shared computer', async () => {
    const token = await startSession(hub.house, demoPersonId('shno'), { method: 'demo', isSharedComputer: true })
    hub.setNow(at('09:09'))
    assert.equal((await viewerOfToken(hub.house, token)).isSignedOut, false)
    hub.setNow(at('09:20'))
    assert.equal((await viewerOfToken(hub.house, token)).isSignedOut, true)
  })

  it('follow what the council’s administrator set, at once and within 15 to 60', async () => {
    const administrator = await (await hub.as('gethin')).get(paths.sessionLimit({ area: 'wendmere' }))
    for (const wrong of ['14', '61', '', 'x', '20.5']) {
      await administrator.submit({ minutes: wrong })
      assert.equal(administrator.status, 422)
      assert.match(administrator.text, /whole number of minutes from 15 to 60/)
      assert.deepEqual(administrator.fieldsOf(administrator.form()).get('minutes'), [wrong])
    }
    const officer = await hub.as('hattie')
    const mother = await hub.as('shno')
    await administrator.submit({ minutes: '60' })
    assert.match(administrator.text, /Changed by Gethin Purdy/)
    hub.setNow(at('09:50'))
    assert.deepEqual([await isOut(officer), await isOut(mother), await isOut(administrator)], [false, true, true])
    await hub.fresh.db.deleteFrom('sessionLimit').execute()
    assert.equal((await (await hub.as('gethin')).get(paths.sessionLimit({ area: 'tarn-valley' }))).status, 404)
    assert.equal((await (await hub.as('hattie')).get(paths.sessionLimit({ area: 'wendmere' }))).status, 403)
  })

  it('tell the open page how long is left, which makes them no longer; staying does', async () => {
    const officer = await hub.as('hattie')
    hub.setNow(at('09:20'))
    const ask = async (): Promise<{ secondsLeft?: number; isSignedOut: boolean }> => JSON.parse(Buffer.from((await officer.download(paths.mySession())).bytes).toString('utf8')) as { secondsLeft?: number; isSignedOut: boolean }
    assert.equal(Math.round((await ask()).secondsLeft ?? 0), 600)
    hub.setNow(at('09:25'))
    assert.equal((await ask()).secondsLeft, 300)
    await officer.submit({}, { to: paths.staySignedIn() })
    assert.equal((await ask()).secondsLeft, 1800)
    hub.setNow(at('10:26'))
    assert.deepEqual(await ask(), { isSignedOut: true })
  })

  it('say on each page when they end, with no script', async () => {
    const officer = await (await hub.as('hattie')).get(paths.caseList())
    assert.match(officer.root.textContent, /we sign you out after 30 minutes without a new page/)
    assert.equal(officer.root.querySelector('dialog')?.hasAttribute('open'), false)
    assert.equal(hub.visitor().root.querySelector('[data-session-end]'), null)
  })

  it('get another token when their person becomes a stricter kind of user', async () => {
    const officer = await hub.as('leona')
    const earlier = officer.cookie('hub-session') ?? ''
    await hub.fresh.db.insertInto('membership').values({ id: hub.house.newId<string>(), personId: demoPersonId('leona'), organisationId: demoOrganisationId('send-team'), role: 'staff-administrator', fromOn: plainDateOf('2026-09-01') }).execute()
    await officer.get(paths.caseList())
    assert.deepEqual([officer.status, officer.url], [200, paths.caseList()])
    assert.notEqual(officer.cookie('hub-session'), earlier)
    assert.equal((await viewerOfToken(hub.house, earlier)).isSignedOut, true)
    await hub.fresh.db.deleteFrom('membership').where('personId', '=', demoPersonId('leona')).where('role', '=', 'staff-administrator').execute()
  })

  it('are held by a cookie of this host alone over https, and by no other', async () => {
    const house = { ...hub.house, baseUrl: 'https://hub.example.org' }
    const app = await createApp(house, { secret: 'a secret for tests only', ownArea: 'wendmere', isSecure: true, assetsDir: '/tmp', assets: { stylesheet: '/assets/hub.css', script: '/assets/hub.js' }, onFault: (fault) => { throw fault } })
    const token = await startSession(house, demoPersonId('hattie'), { method: 'demo' })
    const home = (name: string) => app.inject({ method: 'GET', url: paths.home(), headers: { cookie: `${name}=${token}` } })
    assert.equal((await home('__Host-hub-session')).statusCode, 200)
    assert.equal((await home('hub-session')).statusCode, 303, 'a name that any subdomain could set is not read')
    const form = await app.inject({ method: 'GET', url: paths.signInDemo() })
    const csrf = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
    const signedIn = await app.inject({
      method: 'POST', url: paths.signInDemo(), payload: new URLSearchParams({ _csrf: csrf, person: demoPersonId('hattie') }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: form.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
    })
    assert.match(String(signedIn.headers['set-cookie']), /__Host-hub-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax/)
    await app.close()
  })

  it('cannot be begun as somebody of a demonstration in production, whatever else is set', async () => {
    const app = await createApp({ ...hub.house, isDemo: true, isProduction: true }, { secret: 'a secret for tests only', ownArea: 'wendmere', isSecure: false, assetsDir: '/tmp', assets: { stylesheet: '/assets/hub.css', script: '/assets/hub.js' }, onFault: (fault) => { throw fault } })
    const form = await app.inject({ method: 'GET', url: paths.signInDemo() })
    const csrf = /name="_csrf" value="([^"]+)"/.exec((await app.inject({ method: 'GET', url: paths.signInElsewhere() })).body)?.[1] ?? ''
    assert.equal(form.statusCode, 404)
    const start = await hub.app.inject({ method: 'GET', url: paths.signInDemo() })
    const token = /name="_csrf" value="([^"]+)"/.exec(start.body)?.[1] ?? csrf
    const posted = await app.inject({
      method: 'POST', url: paths.signInDemo(), payload: new URLSearchParams({ _csrf: token, person: demoPersonId('hattie') }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: start.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
    })
    assert.equal(posted.statusCode, 404)
    await app.close()
  })

  it('give what was typed back to nobody else, and send it after all', async () => {
    const mother = await (await hub.as('shno')).get(paths.caseMessages(key))
    hub.setNow(at('09:45'))
    await mother.submit({ body: 'This took me more than half an hour to write.' })
    assert.deepEqual([mother.status, mother.heading], [403, 'You were signed out'])
    assert.match(mother.text, /we kept it for you/)
    const row = await hub.fresh.db.selectFrom('keptTyping').selectAll().executeTakeFirstOrThrow()
    assert.doesNotMatch(JSON.stringify(row), /half an hour/, 'it is sealed')
    const father = await hub.as('hoshang')
    assert.equal((await father.get(paths.keptTyping())).url, paths.home(), 'there is nothing for anybody else')
    await mother.follow('Sign in')
    await mother.submit({ person: demoPersonId('shno') })
    assert.equal(mother.heading, 'We kept what you typed')
    assert.match(mother.text, /more than half an hour to write/)
    await mother.submit({}, { button: 'Send it now' })
    assert.match(mother.text, /more than half an hour to write/, 'it is in the thread')
    assert.match(mother.url, /messages/)
    assert.equal((await hub.fresh.db.selectFrom('keptTyping').select('id').execute()).length, 0, 'and kept no longer')
  })

  it('keep what was typed when the page sends it in time, and let it be thrown away', async () => {
    const officer = await (await hub.as('hattie')).get(paths.caseList())
    const csrf = officer.fieldsOf(officer.form(paths.signOut())).get('_csrf')?.[0] ?? ''
    const keep = (fields: Record<string, string>) => hub.app.inject({
      method: 'POST', url: paths.keepTyping(), payload: new URLSearchParams({ _csrf: csrf, ...fields }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: ['hub-session', 'hub-form'].map((name) => `${name}=${officer.cookie(name) ?? ''}`).join('; ') },
    })
    assert.deepEqual((await keep({ _to: paths.caseMessages(key), body: 'Half a sentence', password: 'hunter2' })).json(), { isKept: true })
    assert.deepEqual((await keep({ _to: 'https://elsewhere.example.org', body: 'x' })).json(), { isKept: false })
    assert.deepEqual((await keep({ _to: paths.caseMessages(key), body: '  ' })).json(), { isKept: false })
    await officer.get(paths.keptTyping())
    assert.match(officer.text, /Half a sentence/)
    assert.doesNotMatch(officer.body, /hunter2/)
    await officer.submit({}, { button: 'Throw it away' })
    assert.equal(officer.url, paths.home())
  })

  it('are forgotten a day after their end, and what was typed after a week', async () => {
    const rows = async (): Promise<number> => (await hub.fresh.db.selectFrom('session').select('id').execute()).length + (await hub.fresh.db.selectFrom('keptTyping').select('id').execute()).length
    await other('shno', 'Safari on an iPhone')
    assert.equal(await keepTyping(hub.house, demoPersonId('shno'), { to: paths.caseMessages(key), fields: { body: 'Half a sentence' } }), true)
    for (const [now, left] of [['2026-09-15T20:00:00.000Z', 2], ['2026-09-15T22:00:00.000Z', 1], ['2026-09-22T09:00:00.000Z', 0]] as const) {
      hub.setNow(now)
      await clearOldSignIns.run(await hub.occasion('system'), {})
      assert.equal(await rows(), left, now)
    }
  })

  it('leave a page that says what was kept', async () => {
    const officer = await hub.as('hattie')
    await officer.submit({}, { to: paths.signOut() })
    assert.deepEqual([officer.heading, officer.url], ['You have signed out', paths.signedOut()])
    assert.match(officer.text, /Everything that you sent or saved is kept/)
    assert.equal(officer.cookie('hub-session'), undefined)
  })
})
