import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub, textOf } from '../../../test/harness/hub.ts'
import type { OutsideProvider, SpoiltToken } from '../../../test/harness/identity-provider.ts'
import { anOutsideProvider } from '../../../test/harness/identity-provider.ts'
import { bindIdentity, invitedToBind } from '../../casebook/signing-in/outside-identity.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'

describe('signing in at a provider', () => {
  let hub: Hub
  let council: OutsideProvider
  let school: OutsideProvider
  const bind = (provider: OutsideProvider, subject: string, person: string): Promise<boolean> =>
    bindIdentity(hub.fresh.db, { issuer: provider.issuer, subject, provider: provider.name }, { personId: demoPersonId(person), how: 'administrator', by: demoPersonId('gethin'), now: hub.house.clock.now() })
  before(async () => {
    hub = await aHub()
    council = await anOutsideProvider(hub)
    school = await anOutsideProvider(hub, { name: 'dfe-sign-in', title: 'DfE Sign-in', by: 'private-key', secondFactor: [{ claim: 'acr', isOneOf: ['two', 'three'] }] })
    await bind(council, 'hattie-there', 'hattie')
    await bind(school, 'debra-there', 'debra')
  })
  beforeEach(() => council.spoil(undefined))
  after(async () => {
    await Promise.all([council.close(), school.close()])
    await hub.close()
  })

  /** Where the hub sends the browser for a provider. */
  async function sentTo(visitor: Visitor, provider: OutsideProvider, query: Record<string, string> = {}): Promise<string> {
    await visitor.get(paths.signInAt({ provider: provider.name }, query))
    assert.ok(visitor.url.startsWith(provider.issuer), `${visitor.url} is at the provider`)
    return visitor.url
  }
  const signedInAs = (visitor: Visitor): string => textOf(visitor.root.querySelector('.hub-sign-out__name'))
  const cameBack = (address: string): string => address.replace('http://hub.test', '')
  async function through(provider: OutsideProvider, account: Parameters<OutsideProvider['signIn']>[1], query?: Record<string, string>): Promise<Visitor> {
    const visitor = hub.visitor()
    return visitor.get(cameBack(await provider.signIn(await sentTo(visitor, provider, query), account)))
  }

  it('offers each provider by its name, and leads on to the one that is chosen', async () => {
    const visitor = await hub.visitor().get(paths.signIn())
    assert.equal(visitor.heading, 'How do you want to sign in?')
    assert.match(visitor.text, /Wendmere Council account.*DfE Sign-in/)
    await visitor.submit({})
    assert.equal(visitor.status, 422)
    assert.match(visitor.text, /Select how you want to sign in/)
    await visitor.submit({ way: 'council', shared: 'yes' })
    assert.equal(visitor.heading, 'Going to Wendmere Council account')
    const go = visitor.link('Continue')
    assert.equal(go, '/sign-in/council?shared=yes')
    assert.match(visitor.root.querySelector('meta[http-equiv=refresh]')?.getAttribute('content') ?? '', /^0; url=\/sign-in\/council/)
  })

  it('asks with PKCE, state and nonce, and for exactly the registered address', async () => {
    const asked = new URL(await sentTo(hub.visitor(), council)).searchParams
    assert.equal(asked.get('redirect_uri'), 'http://hub.test/sign-in/council/back')
    assert.equal(asked.get('code_challenge_method'), 'S256')
    for (const name of ['state', 'nonce', 'code_challenge']) assert.ok((asked.get(name) ?? '').length >= 43, name)
  })

  it('signs in whoever is bound and proved two factors, and goes on to the page they came for', async () => {
    const officer = await through(council, { account: 'hattie-there' }, { next: paths.caseList() })
    assert.equal(officer.url, paths.caseList())
    assert.equal(signedInAs(officer), 'Hattie Greaves')
    const row = await hub.fresh.db.selectFrom('session').selectAll().where('personId', '=', demoPersonId('hattie')).executeTakeFirstOrThrow()
    assert.deepEqual([row.method, row.provider, row.providerSubject, row.kind], ['outside', 'council', 'hattie-there', 'staff'])
    assert.ok(row.secondFactorAt !== null && row.providerSession !== null)
    assert.doesNotMatch(row.providerToken ?? '', /^ey/, 'the id token is sealed')
  })

  it('signs in with a private key instead of a secret, and another claim as proof', async () => {
    const senco = await through(school, { account: 'debra-there' })
    assert.equal(signedInAs(senco), 'Debra Llewellyn-Hart')
  })

  it('lets nobody in with one factor', async () => {
    for (const [provider, account] of [[council, 'hattie-there'], [school, 'debra-there']] as const) {
      const visitor = await through(provider, { account, twoFactors: false })
      assert.equal(visitor.status, 403)
      assert.equal(visitor.heading, 'You need two steps to sign in')
      assert.equal((await visitor.get(paths.home())).heading, 'How do you want to sign in?')
    }
  })

  it('makes no account for whom nobody has bound: they get a code for their administrator', async () => {
    const people = (): Promise<number> => hub.fresh.db.selectFrom('person').select('id').execute().then((rows) => rows.length)
    const peopleBefore = await people()
    const stranger = await through(council, { account: 'leona-there' })
    assert.equal(stranger.status, 403)
    assert.equal(stranger.heading, 'Ask your administrator to let you in')
    const code = /[B-Z2-9]{5}-[B-Z2-9]{5}/.exec(stranger.text)?.[0] ?? ''
    assert.equal(await people(), peopleBefore)

    const administrator = await hub.as('gethin')
    await administrator.get(paths.waitingIdentities())
    await administrator.submit({ identityCode: 'BBBBB-BBBBB' })
    assert.match(administrator.text, /nobody is waiting with this one/)
    await administrator.submit({ identityCode: code.toLowerCase().replace('-', ' ') })
    assert.match(administrator.text, /leona-there there/, 'the administrator sees whom the provider names')
    assert.doesNotMatch(administrator.text, /Debra Llewellyn-Hart/, 'only their own staff')
    await administrator.submit({ person: demoPersonId('debra') })
    assert.equal(administrator.status, 422, 'nobody of another organisation, whatever is posted')
    await administrator.submit({ person: demoPersonId('leona') })
    assert.match(administrator.text, /They can sign in with that account now/)
    assert.equal(signedInAs(await through(council, { account: 'leona-there' })), 'Leona Abara')
    const officer = await hub.as('hattie')
    assert.equal((await officer.get(paths.waitingIdentities())).status, 403)
  })

  it('binds whoever comes with a shown invitation, once, and to nobody else', async () => {
    const mother = hub.visitor()
    const asked = await sentTo(mother, council)
    const { name, value } = invitedToBind(hub.house, demoPersonId('shno'), 'invitation')
    mother.keepCookie(name, value)
    await mother.get(cameBack(await council.signIn(asked, { account: 'shno-there' })))
    assert.equal(signedInAs(mother), 'Shno Tahsin')
    const thief = hub.visitor()
    const askedAgain = await sentTo(thief, council)
    thief.keepCookie(name, invitedToBind(hub.house, demoPersonId('kerry'), 'invitation').value)
    await thief.get(cameBack(await council.signIn(askedAgain, { account: 'shno-there' })))
    assert.equal(thief.heading, 'This account belongs to somebody else')
  })

  it('takes each answer once, from the browser that asked, within ten minutes', async () => {
    const visitor = hub.visitor()
    const answer = cameBack(await council.signIn(await sentTo(visitor, council), { account: 'hattie-there' }))
    const other = await hub.visitor().get(answer)
    assert.deepEqual([other.status, other.heading], [403, 'Start signing in again'])
    const late = hub.visitor()
    const lateAnswer = cameBack(await council.signIn(await sentTo(late, council), { account: 'hattie-there' }))
    hub.setNow('2026-09-14T09:11:00.000Z')
    assert.equal((await late.get(lateAnswer)).heading, 'Start signing in again')
    hub.setNow('2026-09-14T09:00:00.000Z')
    assert.equal(signedInAs(await visitor.get(answer)), 'Hattie Greaves')
    assert.equal((await visitor.get(answer)).heading, 'Start signing in again')
  })

  it('refuses a code that was used already, even with everything else of the browser’s copied', async () => {
    const visitor = hub.visitor()
    const answer = cameBack(await council.signIn(await sentTo(visitor, council), { account: 'hattie-there' }))
    const copied = visitor.cookie('hub-sign-in') ?? ''
    await visitor.get(answer)
    visitor.keepCookie('hub-sign-in', copied)
    assert.equal((await visitor.get(answer)).heading, 'We could not sign you in')
  })

  it('refuses another state, another nonce and another provider’s answer', async () => {
    const visitor = hub.visitor()
    const answer = new URL(await council.signIn(await sentTo(visitor, council), { account: 'hattie-there' }))
    answer.searchParams.set('state', 'a'.repeat(43))
    assert.equal((await visitor.get(answer.pathname + answer.search)).heading, 'We could not sign you in')
    council.spoil({ claims: { nonce: 'another' } })
    assert.equal((await through(council, { account: 'hattie-there' })).heading, 'We could not sign you in')
    council.spoil(undefined)
    const mixed = hub.visitor()
    const fromSchool = new URL(await school.signIn(await sentTo(mixed, school), { account: 'debra-there' }))
    assert.equal((await mixed.get(`/sign-in/council/back${fromSchool.search}`)).heading, 'Start signing in again')
  })

  const past = Math.floor(Date.now() / 1000) - 3600
  const spoilings: readonly (readonly [string, SpoiltToken])[] = [
    ['has expired', { claims: { exp: past, iat: past - 60 } }], ['is for somebody else', { claims: { aud: 'another-service' } }], ['is of another issuer', { claims: { iss: 'https://elsewhere.example.org' } }],
    ['is not signed (alg none)', { isUnsigned: true }], ['is signed with another key', { isForged: true }], ['names nobody', { claims: { sub: '' } }],
  ]
  for (const [what, how] of spoilings) {
    it(`refuses an id token that ${what}`, async () => {
      council.spoil(how)
      const visitor = await through(council, { account: 'hattie-there' })
      assert.deepEqual([visitor.status, visitor.heading], [403, 'We could not sign you in'])
      assert.equal((await visitor.get(paths.home())).heading, 'How do you want to sign in?', 'nobody is signed in')
    })
  }

  it('says that somebody stopped on the way', async () => {
    assert.equal((await through(council, { account: 'hattie-there', cancels: true })).heading, 'You did not finish signing in')
  })

  it('lets nobody in whose access is closed', async () => {
    await bind(council, 'tom-there', 'tom')
    await hub.fresh.db.updateTable('person').set({ canSignIn: false }).where('id', '=', demoPersonId('tom')).execute()
    assert.equal((await through(council, { account: 'tom-there' })).heading, 'Your access here has ended')
  })

  it('gives another token than the one that the browser brought, and ends that one', async () => {
    const visitor = await hub.as('meera')
    const brought = visitor.cookie('hub-session') ?? ''
    await visitor.get(cameBack(await council.signIn(await sentTo(visitor, council), { account: 'hattie-there' })))
    assert.notEqual(visitor.cookie('hub-session'), brought)
    const thief = hub.visitor()
    thief.keepCookie('hub-session', brought)
    assert.equal((await thief.get(paths.home())).heading, 'How do you want to sign in?')
  })

  it('asks again before what is sensitive, and takes only the same person', async () => {
    const officer = await through(council, { account: 'hattie-there' })
    const earlier = officer.cookie('hub-session')
    await officer.get(paths.signInAgain({ next: paths.caseList() }))
    assert.equal(officer.heading, 'Check that it is still you')
    const address = await sentTo(officer, council, { again: 'yes', next: paths.caseList() })
    assert.equal(new URL(address).searchParams.get('prompt'), 'login')
    await officer.get(cameBack(await council.signIn(address, { account: 'hattie-there' })))
    assert.equal(officer.url, paths.caseList())
    assert.notEqual(officer.cookie('hub-session'), earlier, 'the token is made anew')
    await officer.get(cameBack(await council.signIn(await sentTo(officer, council, { again: 'yes' }), { account: 'leona-there' })))
    assert.equal(officer.heading, 'This account belongs to somebody else')
  })

  it('signs out at the provider too', async () => {
    const officer = await through(council, { account: 'hattie-there' })
    await officer.submit({}, { to: paths.signOut() })
    assert.equal(officer.heading, 'Signing you out')
    const there = new URL(officer.link('Continue') ?? '')
    assert.equal(there.origin, council.issuer)
    assert.equal(there.searchParams.get('post_logout_redirect_uri'), 'http://hub.test/signed-out')
    assert.match(there.searchParams.get('id_token_hint') ?? '', /^ey/)
    assert.match((await (await fetch(there)).text()), /form/, 'the provider takes it')
    assert.equal((await officer.get(paths.home())).heading, 'How do you want to sign in?')
  })

  it('ends when the provider says that its session is over, and only by a token that verifies', async () => {
    const officer = await through(council, { account: 'hattie-there' })
    const { providerSession } = await hub.fresh.db.selectFrom('session').select('providerSession').where('personId', '=', demoPersonId('hattie')).where('endedAt', 'is', null).orderBy('startedAt', 'desc').executeTakeFirstOrThrow()
    const tell = async (token: string): Promise<number> => (await hub.app.inject({
      method: 'POST', url: '/sign-in/council/over', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ logout_token: token }).toString(),
    })).statusCode
    const sid = { sid: providerSession ?? '' }
    const good = council.logoutToken(sid)
    const wrong = [
      '', 'a.b.c', school.logoutToken(sid), council.logoutToken({ ...sid, aud: 'another' }), council.logoutToken({ ...sid, nonce: 'n' }), council.logoutToken({ ...sid, events: {} }),
      council.logoutToken({ ...sid, iat: past }), council.logoutToken({}), `${good.slice(0, -8)}AAAAAAAA`, `${Buffer.from('{"alg":"none"}').toString('base64url')}.${good.split('.')[1]}.`,
    ]
    for (const token of wrong) assert.equal(await tell(token), 400, token.slice(0, 40))
    assert.equal(signedInAs(await officer.get(paths.home())), 'Hattie Greaves')
    assert.equal(await tell(good), 200)
    await officer.get(paths.home())
    assert.match(officer.text, /You signed out where you had signed in/)
  })

  it('says so when a provider does not answer, and the others still work', async () => {
    await school.close()
    const visitor = hub.visitor()
    const fresh = hub.house.providers
    // A hub that has just started has not heard of the provider yet.
    const { openProvider } = await import('../../platform/identity/identity-provider.ts')
    Object.assign(hub.house, { providers: [openProvider(council.settings), openProvider(school.settings)] })
    await visitor.get(paths.signInAt({ provider: 'dfe-sign-in' }))
    assert.deepEqual([visitor.status, visitor.heading], [503, 'DfE Sign-in does not answer'])
    await visitor.follow('Sign in another way')
    assert.equal(signedInAs(await through(council, { account: 'hattie-there' })), 'Hattie Greaves')
    Object.assign(hub.house, { providers: fresh })
    assert.equal((await hub.visitor().get(paths.signInAt({ provider: 'nobody' }))).status, 404)
  })
})
