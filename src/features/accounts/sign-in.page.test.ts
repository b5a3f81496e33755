import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { appCode, goodPassword, invite, lastLink, lastMessage, openAccount, signIn } from '../../../test/builders/an-account.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { statementsOf } from '../../../test/harness/statements.ts'
import type { Visitor } from '../../../test/harness/visitor.ts'
import { paths } from '../../paths.ts'
import type { Passwords } from '../../platform/passwords/passwords.ts'
import { demoPersonId } from '../demo/seed-world.ts'

const email = 'shno@example.org'
const at = (moment: string): string => `2026-09-${moment}.000Z`

/** Counts the work, which a clock on a busy machine cannot. */
function counting(passwords: Passwords): Passwords & { compared: number } {
  const counted = { ...passwords, compared: 0, matches: (kept: string | null | undefined, password: string) => {
    counted.compared += 1
    return passwords.matches(kept, password)
  } }
  return counted
}

async function aHubWithShno(): Promise<{ hub: Hub; passwords: ReturnType<typeof counting>; own: Visitor; appKey: string; codes: readonly string[] }> {
  const hub = await aHub({ now: at('14T09:00:00'), signIn: ['demo', 'local'] })
  const passwords = counting(hub.house.passwords)
  Object.assign(hub.house, { passwords })
  const key = await aCase(hub)
  const { visitor, appKey, codes } = await openAccount(hub, hub.visitor(), await invite(hub, key, 'shno'))
  return { hub, passwords, own: visitor, appKey, codes }
}

const tryWith = async (visitor: Visitor, typed: { email: string; password: string }): Promise<Visitor> => {
  await visitor.get(paths.signIn())
  return visitor.submit(typed, { to: paths.signInAccount() })
}

describe('signing in with an account', () => {
  let hub: Hub
  let passwords: ReturnType<typeof counting>
  let own: Visitor
  let appKey: string
  let codes: readonly string[]
  before(async () => { ({ hub, passwords, own, appKey, codes } = await aHubWithShno()) })
  after(() => hub.close())

  it('asks for the password and then the code, and leads to what was asked for', async () => {
    hub.setNow(at('14T09:10:00'))
    const mother = await hub.visitor().get(paths.myReminders())
    assert.equal(mother.heading, 'Sign in')
    assert.equal(mother.root.querySelector('#email')?.getAttribute('autocomplete'), 'username')
    assert.equal(mother.root.querySelector('#password')?.getAttribute('autocomplete'), 'current-password')
    await mother.submit({ email: '', password: '' }, { to: paths.signInAccount() })
    assert.deepEqual(mother.errors, ['Enter your email address', 'Enter your password'])
    await mother.submit({ email, password: 'not the password' }, { to: paths.signInAccount() })
    assert.deepEqual(mother.errors, ['The email address or the password is not right. Check both and try again'])
    assert.equal(mother.fieldsOf(mother.form(paths.signInAccount())).get('email')?.[0], email, 'the address is kept')
    assert.doesNotMatch(mother.body, /not the password/)
    await mother.submit({ email: ' Shno@Example.ORG ', password: goodPassword }, { to: paths.signInAccount() })
    assert.equal(mother.heading, 'Enter the code from your app')
    assert.equal(mother.root.querySelector('#code')?.getAttribute('autocomplete'), 'one-time-code')
    assert.match((await hub.visitor().get(paths.home())).url, /^\/sign-in/, 'a password alone opens nothing')
    await mother.submit({ code: '' })
    assert.deepEqual(mother.errors, ['Enter your code'])
    await mother.submit({ code: '123456' })
    assert.deepEqual(mother.errors, ['The code is not right. Check it, or wait for the next one'])
    const code = appCode(hub, appKey)
    await mother.submit({ code: `${code.slice(0, 3)} ${code.slice(3)}` })
    assert.equal(mother.url, paths.myReminders())
    const row = await hub.fresh.db.selectFrom('account').selectAll().executeTakeFirstOrThrow()
    assert.match(row.lastSignedInAt ?? '', /^2026-09-14T09:10/)
  })

  it('does not take a code twice', async () => {
    hub.setNow(at('14T09:20:00'))
    const code = appCode(hub, appKey)
    assert.equal((await (await tryWith(hub.visitor(), { email, password: goodPassword })).submit({ code })).url, paths.home())
    const replay = await (await tryWith(hub.visitor(), { email, password: goodPassword })).submit({ code })
    assert.equal(replay.status, 422)
    hub.setNow(at('14T09:20:31'))
    assert.equal((await replay.submit({ code })).status, 422, 'nor while it would still be in time')
    assert.equal((await replay.submit({ code: appCode(hub, appKey) })).url, paths.home())
  })

  it('begins again after five wrong codes, or after a quarter of an hour', async () => {
    hub.setNow(at('14T09:30:00'))
    const someone = await tryWith(hub.visitor(), { email, password: goodPassword })
    for (const wrong of ['000001', '000002', '000003', '000004', '000005']) await someone.submit({ code: wrong })
    assert.match(someone.url, /begin-again/)
    const slow = await tryWith(hub.visitor(), { email, password: goodPassword })
    hub.setNow(at('14T09:46:00'))
    await slow.submit({ code: appCode(hub, appKey) })
    assert.match(slow.url, /begin-again/)
    await hub.fresh.db.updateTable('account').set({ wrongCodes: 0 }).execute()
  })

  it('does the same work and says the same, whether an address has an account or not', async () => {
    const asked = [paths.signInAccount(), paths.signInHelp()] as const
    for (const [pair, path] of Array.from({ length: 20 }, (_, index) => [index, asked[index % 2] ?? paths.signInAccount()] as const)) {
      hub.setNow(`2026-10-${String(pair + 1).padStart(2, '0')}T09:00:00.000Z`)
      const looks = []
      for (const address of [email, `nobody-${pair}@example.org`]) {
        const visitor = await hub.visitor().get(path)
        const earlier = passwords.compared
        const typed = path === paths.signInAccount() ? { email: address, password: `wrong ${pair} password` } : { email: address }
        const sent = await statementsOf(() => visitor.submit(typed, { to: path }))
        looks.push({
          statements: sent.map(({ text }) => text.replaceAll(/\s+/g, ' ').replace(/('hub\.now', ')[^']*/, '$1')), compared: passwords.compared - earlier, status: visitor.status, url: visitor.url, heading: visitor.heading, errors: visitor.errors,
          text: visitor.text.replaceAll(address, ''),
        })
      }
      assert.deepEqual(looks[0], looks[1], `pair ${pair} at ${path}`)
      assert.equal(looks[0]?.compared, path === paths.signInAccount() ? 1 : 0)
    }
    hub.carrier.carried.splice(0)
    await hub.work()
    assert.deepEqual([...new Set(hub.carrier.carried.map(({ to }) => to))], [email], 'nobody else is written to')
  })

  it('costs the same for an account that is closed, and opens nothing', async () => {
    hub.setNow(at('14T10:00:00'))
    await hub.fresh.db.updateTable('account').set({ closedAt: hub.house.clock.now() }).execute()
    const earlier = passwords.compared
    const visitor = await tryWith(hub.visitor(), { email, password: goodPassword })
    assert.deepEqual(visitor.errors, ['The email address or the password is not right. Check both and try again'])
    assert.equal(passwords.compared - earlier, 1)
    await hub.fresh.db.updateTable('account').set({ closedAt: null }).execute()
  })

  it('slows a stranger down, and neither the owner’s own browser nor the way back', async () => {
    hub.setNow('2026-11-02T09:00:00.000Z')
    const stranger = hub.visitor()
    const answers: number[] = []
    for (let index = 0; index < 8; index += 1) answers.push((await tryWith(stranger, { email, password: `guess number ${index}` })).status)
    assert.deepEqual(answers, [422, 422, 422, 422, 422, 429, 429, 429])
    assert.match(stranger.errors.join(), /Wait \d+ seconds/)
    assert.match(String(stranger.headers['retry-after']), /^\d+$/)
    assert.equal((await tryWith(stranger, { email, password: goodPassword })).status, 429, 'nor is the right one looked at while waiting')
    // The browser in which she set the account up is hers.
    assert.equal((await signIn(hub, own, { email, appKey })).url, paths.home())
    hub.setNow('2026-11-02T09:01:00.000Z')
    assert.equal((await tryWith(hub.visitor(), { email, password: goodPassword })).heading, 'Enter the code from your app', 'and anywhere after a minute')
  })

  it('slows an address that tries many names, and not its school', async () => {
    hub.setNow('2026-11-03T09:00:00.000Z')
    const answers: number[] = []
    for (let index = 0; index < 64; index += 1) answers.push((await tryWith(hub.visitor(), { email: `teacher-${index}@example.org`, password: 'mistyped it again' })).status)
    assert.deepEqual(new Set(answers.slice(0, 40)), new Set([422]), 'forty teachers who mistype are not slowed')
    assert.equal(answers.at(-1), 429)
    assert.equal((await tryWith(own, { email, password: goodPassword })).heading, 'Enter the code from your app', 'whoever was there before is not slowed')
  })

  it('makes a password void that somebody who knows it uses to guess codes, and says so to its owner', async () => {
    hub.setNow('2026-11-10T09:00:00.000Z')
    for (let round = 0; round < 2; round += 1) {
      const thief = await tryWith(hub.visitor(), { email, password: goodPassword })
      for (let index = 0; index < 5; index += 1) await thief.submit({ code: `00000${index}` })
    }
    const { subject, to } = await lastMessage(hub)
    assert.deepEqual([to, subject], [email, 'Your password no longer works'])
    const { passwordHash } = await hub.fresh.db.selectFrom('account').select('passwordHash').executeTakeFirstOrThrow()
    assert.equal(passwordHash, null)
    assert.equal((await tryWith(hub.visitor(), { email, password: goodPassword })).status, 422)
  })

  it('lets somebody back by the link in a message and a code from the app, which together make a new password', async () => {
    hub.setNow('2026-11-10T10:00:00.000Z')
    const mother = await hub.visitor().get(paths.signInHelp())
    await mother.submit({ email: 'not an address' })
    assert.deepEqual(mother.errors, ['Enter an email address, like name@example.com'])
    assert.equal(mother.fieldsOf(mother.form()).get('email')?.[0], 'not an address')
    await mother.submit({ email })
    const link = await lastLink(hub)
    const message = hub.carrier.carried.at(-1)
    assert.doesNotMatch(`${message?.subject} ${message?.body}`, /Rewan|Tahsin|Shno|Wendmere|child|school|council|SEND|plan/i)
    await hub.visitor().get(link)
    await mother.get(link)
    assert.equal(mother.heading, 'Show us that it is you', 'opening the link does not use it up')
    assert.match((await hub.visitor().get(paths.setUpPassword())).url, /^\/sign-in/, 'the link alone opens nothing')
    await mother.submit({ code: '' }, { to: '#with-code' })
    assert.deepEqual(mother.errors, ['Enter your code'])
    await mother.submit({ code: '111111' }, { to: '#with-code' })
    assert.deepEqual(mother.errors, ['The code is not right. Check it, or wait for the next one'])
    await mother.submit({ code: appCode(hub, appKey) }, { to: '#with-code' })
    assert.equal(mother.heading, 'Choose a password')
    await mother.submit({ password: 'violet lantern pier' })
    assert.equal(mother.url, paths.mySignIn({ done: 'sign-in-changed' }))
    assert.equal((await hub.visitor().get(link)).status, 404, 'the link works once')
    assert.match((await lastMessage(hub)).body, /Your password was changed just now/)
    hub.setNow('2026-11-10T10:05:00.000Z')
    assert.equal((await signIn(hub, hub.visitor(), { email, password: 'violet lantern pier', appKey })).url, paths.home())
  })

  it('takes each recovery code once, after the password', async () => {
    hub.setNow('2026-11-11T09:00:00.000Z')
    const [code = ''] = codes
    const mother = await tryWith(hub.visitor(), { email, password: 'violet lantern pier' })
    await mother.follow('Use a recovery code instead')
    await mother.submit({ code: 'aaaa-bbbb-cccc-dddd' })
    assert.deepEqual(mother.errors, ['This recovery code is not right, or it was used before'])
    await mother.submit({ code: ` ${code.toUpperCase().replaceAll('-', ' ')} ` })
    assert.match(mother.url, /recovery-code-used/)
    assert.match(mother.text, /9 of 10 left/)
    const again = await tryWith(hub.visitor(), { email, password: 'violet lantern pier' })
    await again.get(paths.signInRecoveryCode())
    await again.submit({ code })
    assert.equal(again.status, 422)
  })

  it('begins a new session and ends the one that was there', async () => {
    hub.setNow('2026-11-12T09:00:00.000Z')
    const mother = await signIn(hub, hub.visitor(), { email, password: 'violet lantern pier', appKey })
    const sessions = async () => new Set((await hub.fresh.db.selectFrom('session').select('tokenHash').where('personId', '=', demoPersonId('shno')).execute()).map(({ tokenHash }) => tokenHash))
    const earlier = await sessions()
    hub.setNow('2026-11-12T09:02:00.000Z')
    await signIn(hub, mother, { email, password: 'violet lantern pier', appKey })
    const now = await sessions()
    assert.equal(now.size, earlier.size)
    assert.equal([...now].filter((one) => !earlier.has(one)).length, 1)
  })
})

describe('where people sign in with accounts alone', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ signIn: ['local'] }) })
  after(() => hub.close())

  it('nobody invented can be signed in as', async () => {
    const visitor = await hub.visitor().get(paths.signInDemo())
    assert.equal(visitor.status, 404)
    await visitor.get(paths.signIn())
    assert.equal(visitor.heading, 'Sign in')
    assert.ok(!visitor.hasLink('Try it out as somebody invented'))
  })

  it('a hub without accounts has none of their pages', async () => {
    const demo = await aHub()
    for (const path of [paths.signInHelp(), paths.setUp(), paths.invitation({ token: 'x' }), paths.signInCode()]) assert.equal((await demo.visitor().get(path)).status, 404, path)
    assert.equal((await demo.visitor().get(paths.signIn({ next: '/me/reminders' }))).url, '/sign-in/demo?next=%2Fme%2Freminders')
    await demo.close()
  })
})
