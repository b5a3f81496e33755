// An account from the invitation to the second visit: with scripts a passkey at a desk (a virtual authenticator of the browser stands
// in for the fingerprint), without scripts a password and an app on a telephone. axe looks at each page.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { appCode, codesOn, goodPassword, invite, keyOn, lastLink } from '../builders/an-account.ts'
import { expectAccessibleState } from '../harness/accessible-states.ts'
import { withBrowser } from '../harness/browser.ts'
import { BrowserVisitor } from '../harness/browser-visitor.ts'
import type { ListeningHub } from '../harness/listening-hub.ts'
import { aListeningHub } from '../harness/listening-hub.ts'
import { expectRefused } from './steps/refused.ts'

const email = 'shno@example.org'

/** A device of this window that checks its owner: as a telephone with a fingerprint. */
async function giveDevice(page: Page): Promise<{ isOwner: (yes: boolean) => Promise<void> }> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return { isOwner: async (isUserVerified) => { await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }) } }
}

describe('an account with a passkey, with scripts at 1280 pixels', () => {
  let hub: ListeningHub
  before(async () => { hub = await aListeningHub({ signIn: ['demo', 'local'] }) })
  after(() => hub.close())

  it('is opened with it, signs in with it alone, and can take another and give it back', async () => {
    const key = await aCase(hub)
    const { link, code } = await invite(hub, key, 'shno')
    await withBrowser({ scripts: true, baseUrl: hub.baseUrl }, async (page, browser) => {
      const device = await giveDevice(page)
      const mother = new BrowserVisitor(page, expectAccessibleState)
      await mother.get(link)
      await mother.submit({ code })
      assert.equal(mother.heading, 'How do you want to sign in?')
      assert.match(mother.text, /With a passkey/)
      await mother.submit({}, { button: 'Make a passkey' })
      assert.equal(mother.heading, 'Keep your recovery codes safe')
      assert.equal(codesOn(mother).length, 10)
      await mother.follow('I have kept them')
      assert.match(mother.text, /Rewan/)

      await mother.submit({}, { to: paths.signOut() })
      await mother.get(paths.signIn())
      await mother.submit({}, { button: 'Sign in with a passkey' })
      assert.match(mother.url, /^\/home/)

      // Whoever holds the device and is not its owner gets nowhere: nothing is sent, and the page says so.
      await mother.submit({}, { to: paths.signOut() })
      await device.isOwner(false)
      await mother.get(paths.signIn())
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
      await page.getByText('Your device did not finish').waitFor()
      assert.match(page.url(), /\/sign-in\/account$/)
      await device.isOwner(true)

      await mother.get(paths.signIn())
      await mother.submit({}, { button: 'Sign in with a passkey' })
      await mother.get(paths.mySignIn())
      assert.match(mother.text, /Passkey on this device/)
      await mother.submit({}, { to: paths.removePasskey() })
      expectLastWay(mother)
      assert.deepEqual(browser.faults.filter((fault) => !fault.startsWith('console')), [])
    })
  })

  it('does not take one answer twice, nor one that was made for another place', async () => {
    const key = await aCase(hub, { familyName: 'Second', parents: ['hoshang'] })
    const { link, code } = await invite(hub, key, 'hoshang')
    await withBrowser({ scripts: true, baseUrl: hub.baseUrl }, async (page) => {
      await giveDevice(page)
      const father = new BrowserVisitor(page, expectAccessibleState)
      await father.get(link)
      await father.submit({ code })
      await father.submit({}, { button: 'Make a passkey' })
      await father.follow('I have kept them')
      await father.submit({}, { to: paths.signOut() })
      let answer = ''
      page.on('request', (request) => {
        if (request.url().endsWith(paths.signInPasskey()) && request.method() === 'POST') answer = new URLSearchParams(request.postData() ?? '').get('answer') ?? ''
      })
      await father.get(paths.signIn())
      await father.submit({}, { button: 'Sign in with a passkey' })
      assert.notEqual(answer, '')
      const thief = await hub.visitor().get(paths.signIn())
      await thief.submit({ answer }, { to: paths.signInPasskey() })
      assert.equal(thief.status, 422)
      assert.deepEqual(thief.errors, ['We could not use this passkey. Try again, or sign in with your email address and password'])
      const elsewhere = JSON.parse(answer) as { response: { clientDataJSON: string } }
      const told = JSON.parse(Buffer.from(elsewhere.response.clientDataJSON, 'base64url').toString()) as Record<string, unknown>
      elsewhere.response.clientDataJSON = Buffer.from(JSON.stringify({ ...told, origin: 'https://hub.example.net' })).toString('base64url')
      await thief.submit({ answer: JSON.stringify(elsewhere) }, { to: paths.signInPasskey() })
      assert.equal(thief.status, 422)
      for (const nonsense of ['', '{}', 'not json', '[]']) {
        await thief.submit({ answer: nonsense }, { to: paths.signInPasskey() })
        assert.equal(thief.status, 422)
      }
    })
  })
})

function expectLastWay(mother: BrowserVisitor): void {
  assert.deepEqual(mother.errors, ['This is your only way to sign in. Add another passkey or a password first'])
}

describe('an account with a password and an app, without scripts at 360 pixels', () => {
  let hub: ListeningHub
  before(async () => { hub = await aListeningHub({ signIn: ['demo', 'local'] }) })
  after(() => hub.close())

  it('is opened, signed in to, lost, and found again', async () => {
    const key = await aCase(hub)
    const { link, code } = await invite(hub, key, 'shno')
    await withBrowser({ scripts: false, width: 360, baseUrl: hub.baseUrl }, async (page) => {
      const mother = new BrowserVisitor(page, expectAccessibleState)
      await mother.get(link)
      await mother.submit({ code: '0000 0000' })
      expectRefused(mother, ['This code is not right. Check it with the people who told you'])
      await mother.submit({ code })
      assert.ok(!await page.getByRole('button', { name: 'Make a passkey' }).isVisible())
      await mother.follow('Use a password')
      await mother.submit({ password: 'password1234' })
      expectRefused(mother, ['Too many people use this password. Choose words that nobody would guess'])
      await mother.submit({ password: goodPassword })
      await mother.submit({ factor: 'text', phone: '12' })
      expectRefused(mother, ['Enter a mobile number, like 07700 900 982'], { kept: { factor: ['text'], phone: '12' } })
      await mother.submit({ factor: 'app' })
      const secret = keyOn(mother)
      await mother.submit({ code: appCode(hub, secret) })
      const codes = codesOn(mother)
      assert.equal(codes.length, 10)
      await mother.follow('I have kept them')
      await mother.get(paths.mySignIn())
      await mother.submit({}, { to: paths.signOut() })

      hub.setNow('2026-09-14T09:10:00.000Z')
      await mother.get(paths.signIn())
      await mother.submit({ email, password: 'something else' }, { to: paths.signInAccount() })
      expectRefused(mother, ['The email address or the password is not right. Check both and try again'], { kept: { email }, to: paths.signInAccount() })
      await mother.submit({ email, password: goodPassword }, { to: paths.signInAccount() })
      await mother.submit({ code: '12' }, { to: paths.signInCode() })
      expectRefused(mother, ['The code is not right. Check it, or wait for the next one'])
      await mother.submit({ code: appCode(hub, secret) }, { to: paths.signInCode() })
      assert.match(mother.url, /^\/home/)
      await mother.get(paths.changePassword())
      await mother.get(paths.changeEmail())
      await mother.submit({}, { to: paths.signOut() })

      await mother.get(paths.signInHelp())
      await mother.submit({ email })
      assert.equal(mother.heading, 'Check your email')
      await mother.get(await lastLink(hub))
      await mother.submit({ recovery: codes[3] ?? '' }, { to: '#with-recovery-code' })
      assert.equal(mother.heading, 'How do you want to sign in?')
      await mother.get(paths.invitation({ token: 'long-gone' }))
      assert.equal(mother.heading, 'This link does not work any more')
    })
  })
})
