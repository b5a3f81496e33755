// The end of a session in a real browser: the warning, staying, what was typed, and the way back after signing out.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { aDraft } from '../builders/a-small-draft.ts'
import { expectAccessible, openBrowser } from '../harness/browser.ts'
import type { ListeningHub } from '../harness/listening-hub.ts'
import { aListeningHub } from '../harness/listening-hub.ts'

describe('the end of a session', () => {
  let hub: ListeningHub
  let key: CaseKey
  before(async () => {
    hub = await aListeningHub({ now: '2026-09-14T09:00:00.000Z' })
    // Names that the page for signing in to a demonstration does not show.
    key = await aCase(hub, { at: 'drafting', givenName: 'Quillon', familyName: 'Ashgrove' })
    await aDraft(hub, key)
  })
  after(() => hub.close())

  async function signIn(page: Page, who: string): Promise<void> {
    await page.goto(paths.signInDemo())
    await page.check(`input[value="${demoPersonId(who)}"]`, { force: true })
    await page.click('main button[type=submit]')
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  }

  it('is warned of, can be put off, and keeps what was being typed', async () => {
    const browser = await openBrowser({ scripts: true, baseUrl: hub.baseUrl })
    const { page } = browser
    await signIn(page, 'shno')
    await page.clock.install()
    await page.goto(paths.caseMessages(key))
    const dialog = page.locator('dialog')
    assert.equal(await dialog.isVisible(), false)
    hub.setNow('2026-09-14T09:27:10.000Z')
    await page.clock.fastForward('27:01')
    await dialog.waitFor({ state: 'visible' })
    assert.match(await dialog.textContent() ?? '', /we sign you out in 3 minutes/)
    await expectAccessible(page)
    await dialog.locator('button:has-text("Stay signed in")').click()
    await dialog.waitFor({ state: 'hidden' })

    await page.fill('textarea', 'He was sick again on Tuesday, and the school rang me at work.')
    hub.setNow('2026-09-14T09:54:20.000Z')
    await page.clock.fastForward('27:01')
    await dialog.waitFor({ state: 'visible' })
    hub.setNow('2026-09-14T09:57:00.000Z')
    await page.clock.fastForward('02:46')
    await page.waitForURL((url) => url.pathname.startsWith('/sign-in'))
    assert.match(await page.textContent('main') ?? '', /We kept what you typed/)
    assert.doesNotMatch(await page.content(), /sick again/)
    await page.check(`input[value="${demoPersonId('shno')}"]`, { force: true })
    await page.click('main button[type=submit]')
    await page.waitForURL((url) => url.pathname === paths.keptTyping())
    assert.match(await page.textContent('main') ?? '', /He was sick again on Tuesday/)
    await expectAccessible(page)
    await page.click('button:has-text("Send it now")')
    await page.waitForURL((url) => url.pathname.includes('/messages'))
    assert.match(await page.textContent('main') ?? '', /He was sick again on Tuesday/)
    hub.setNow('2026-09-14T09:00:00.000Z')
    await browser.close()
  })

  for (const scripts of [true, false]) {
    it(`shows nothing of twenty pages to whoever goes back after signing out, ${scripts ? 'with' : 'without'} scripts`, async () => {
      const browser = await openBrowser({ scripts, baseUrl: hub.baseUrl })
      const { page } = browser
      await signIn(page, 'hattie')
      const seen = [
        paths.home(), paths.caseList(), paths.teamWork(), paths.overdue(), paths.delays(), paths.outbox(), paths.search(), paths.caseOverview(key), paths.caseTimeline(key), paths.casePeople(key),
        paths.caseFamily(key), paths.caseMessages(key), paths.caseThread({ ...key, personId: demoPersonId('shno') }), paths.caseEvidence(key), paths.caseLetters(key), paths.caseDelays(key), paths.adviceList(key),
        paths.askForAdvice(key), paths.plan(key), paths.planCheck(key), paths.mySessions(),
      ]
      let named = 0
      for (const address of seen) {
        const answer = await page.goto(address)
        assert.equal(answer?.status(), 200, address)
        if (/Ashgrove/.test(await page.textContent('body') ?? '')) named += 1
      }
      assert.ok(named >= 14, `only ${named} pages name the child`)
      await page.click('.hub-sign-out button')
      await page.waitForURL((url) => url.pathname === paths.signedOut())
      for (const address of seen.toReversed()) {
        await page.goBack()
        const text = await page.textContent('body') ?? ''
        assert.doesNotMatch(text, /Quillon|Ashgrove/, address)
        assert.match(await page.textContent('h1') ?? '', /sign in/i, address)
      }
      await browser.close()
    })
  }
})
