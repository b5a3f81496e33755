// Somebody signs in with their council's account, at the council, and out again there: in a browser that keeps to our content security policy.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { bindIdentity } from '../../src/casebook/signing-in/outside-identity.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { expectAccessible, openBrowser } from '../harness/browser.ts'
import type { OutsideProvider } from '../harness/identity-provider.ts'
import { anOutsideProvider } from '../harness/identity-provider.ts'
import type { ListeningHub } from '../harness/listening-hub.ts'
import { aListeningHub } from '../harness/listening-hub.ts'

for (const { scripts, width } of [{ scripts: true, width: 1280 }, { scripts: false, width: 360 }]) {
  describe(`signing in elsewhere, ${scripts ? 'with' : 'without'} scripts at ${width} pixels`, () => {
    let hub: ListeningHub
    let council: OutsideProvider
    before(async () => {
      hub = await aListeningHub()
      Object.assign(hub.house, { baseUrl: hub.baseUrl })
      council = await anOutsideProvider(hub, { by: 'private-key' })
      await bindIdentity(hub.fresh.db, { issuer: council.issuer, subject: 'hattie-there', provider: 'council' }, { personId: demoPersonId('hattie'), how: 'administrator', by: demoPersonId('gethin'), now: hub.house.clock.now() })
    })
    after(async () => {
      await council.close()
      await hub.close()
    })

    it('goes there, comes back signed in, and signs out in both places', async () => {
      const browser = await openBrowser({ scripts, width, baseUrl: hub.baseUrl })
      const { page } = browser
      await page.goto(paths.caseList())
      assert.equal(await page.textContent('h1'), 'How do you want to sign in?')
      await expectAccessible(page)
      await page.check('input[value=council]', { force: true })
      await page.click('main button[type=submit]')
      await page.waitForURL((url) => url.href.startsWith(council.issuer))
      await page.fill('#account', 'hattie-there')
      await page.check('input[name=two]')
      await page.click('button:has-text("Sign in")')
      await page.waitForURL((url) => url.pathname === paths.caseList())
      assert.match(await page.textContent('.hub-sign-out__name') ?? '', /Hattie Greaves/)
      await expectAccessible(page)
      await page.goto(paths.mySessions())
      await expectAccessible(page)
      await page.click('.hub-sign-out button')
      await page.waitForURL((url) => url.href.startsWith(council.issuer))
      await page.click('button:has-text("Sign out")')
      await page.waitForURL((url) => url.pathname === paths.signedOut())
      assert.equal(await page.textContent('h1'), 'You have signed out')
      await page.goto(paths.home())
      assert.equal(await page.textContent('h1'), 'How do you want to sign in?')
      await browser.close()
    })

    it('is told what to do with one step only, and whom to ask when nobody knows them', async () => {
      const browser = await openBrowser({ scripts, width, baseUrl: hub.baseUrl })
      const { page } = browser
      const arriveAs = async (account: string, twoSteps: boolean): Promise<string | null> => {
        await page.context().clearCookies()
        await page.goto(paths.signInAt({ provider: 'council' }))
        await page.fill('#account', account)
        if (twoSteps) await page.check('input[name=two]')
        await page.click('button:has-text("Sign in")')
        await page.waitForURL((url) => url.pathname === paths.signInBack({ provider: 'council' }))
        await expectAccessible(page)
        return page.textContent('h1')
      }
      assert.equal(await arriveAs('hattie-there', false), 'You need two steps to sign in')
      assert.equal(await arriveAs('stranger', true), 'Ask your administrator to let you in')
      await browser.close()
    })
  })
}
