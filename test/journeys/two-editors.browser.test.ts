// Two people of two organisations in one draft at once, each in a real browser: what they type is saved while they type, each
// sees the other, and where they meet on one line both texts are kept.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Page } from 'playwright-core'
import { buildAssets } from '../../scripts/build-assets.mjs'
import { createApp } from '../../src/app.ts'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import type { LineId } from '../../src/domain/ids.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { someAdvice, someLines } from '../builders/a-draft.ts'
import { expectAccessible, withBrowser } from '../harness/browser.ts'
import type { Hub } from '../harness/hub.ts'
import { aHub } from '../harness/hub.ts'

let hub: Hub
let app: FastifyInstance
let baseUrl: string
let key: CaseKey
let care: LineId
let therapy: LineId
const assetsDir = mkdtempSync(path.join(os.tmpdir(), 'hub-journey-'))

before(async () => {
  hub = await aHub()
  const { manifest } = await buildAssets({ outDir: assetsDir })
  app = await createApp(hub.house, {
    ownArea: 'wendmere',
    secret: 'a secret for journeys only', isSecure: false, assetsDir, onFault: (error) => { throw error },
    assets: { stylesheet: `/assets/${manifest['hub.css']}`, script: `/assets/${manifest['hub.js']}` },
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  baseUrl = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  key = await aCase(hub, { at: 'drafting' })
  await someAdvice(hub, key, [], { by: 'callum', kind: 'therapy', item: 'h' })
  const [first = assert.fail('none'), second = assert.fail('none')] = await someLines(hub, key, [
    { kind: 'provision', section: 'H2', text: 'A short break.' }, { kind: 'provision', section: 'F', text: 'Therapy.' },
  ])
  care = first
  therapy = second
})
after(async () => {
  await app.close()
  await hub.close()
  rmSync(assetsDir, { recursive: true, force: true })
})

async function signIn(page: Page, who: string): Promise<void> {
  await page.goto('/sign-in/demo')
  await page.check(`input[value="${demoPersonId(who)}"]`)
  await page.click('main button[type=submit]')
}

const words = (page: Page): Promise<string> => page.inputValue('textarea[name=text]')

test('two organisations write in one draft at once, saved while they type', async () => {
  await withBrowser({ scripts: true, baseUrl }, async (tom) => {
    await withBrowser({ scripts: true, baseUrl }, async (callum) => {
      await signIn(tom, 'tom')
      await signIn(callum, 'callum')
      await tom.goto(paths.planLine({ ...key, lineId: care }))
      await callum.goto(paths.planLine({ ...key, lineId: therapy }))
      await expectAccessible(callum)
      assert.match(await callum.textContent('.hub-presence') ?? '', /Also here now: Tom Ellery/)
      await Promise.all([
        tom.fill('textarea[name=text]', 'A short break of 4 hours on Saturdays.'),
        callum.fill('textarea[name=text]', 'Therapy by a speech and language therapist.'),
      ])
      await Promise.all([tom, callum].map((page) => page.waitForFunction(() => /^Last saved \d\d:\d\d\./.test(document.querySelector('[data-hub-saved]')?.textContent ?? ''))))
      await tom.goto(paths.planSection({ ...key, section: 'F' }))
      assert.match(await tom.textContent(`#line-${therapy}`) ?? '', /Therapy by a speech and language therapist\..*Callum Dreyfus-Webb.*Wendmere Community Health NHS Trust/s)

      // On one line: Callum goes on from what he has before him while Tom saves the same line.
      await tom.goto(paths.planLine({ ...key, lineId: therapy }))
      await tom.fill('textarea[name=text]', 'Therapy, as Tom has it.')
      await tom.click('text="Save"')
      await callum.fill('textarea[name=text]', 'Therapy, as Callum has it.')
      await callum.waitForSelector('text=See both texts and choose')
      assert.equal(await words(callum), 'Therapy, as Callum has it.', 'what is being typed stays in the page')
      await callum.click('text=See both texts and choose')
      await expectAccessible(callum)
      await callum.check('input[value=mine]')
      await callum.click('text="Settle"')
      assert.equal(await words(callum), 'Therapy, as Callum has it.')
    })
  })
})

test('what was typed goes along when the page is left', async () => {
  await withBrowser({ scripts: true, baseUrl }, async (tom) => {
    await signIn(tom, 'tom')
    await tom.goto(paths.planLine({ ...key, lineId: care }))
    await tom.fill('textarea[name=text]', 'Typed a moment before leaving.')
    await tom.goto(paths.plan(key))
    await tom.waitForTimeout(200)
    await tom.goto(paths.planLine({ ...key, lineId: care }))
    assert.equal(await words(tom), 'Typed a moment before leaving.')
  })
})

test('without scripts Save does the same work', async () => {
  await withBrowser({ scripts: false, baseUrl }, async (tom) => {
    await signIn(tom, 'tom')
    await tom.goto(paths.planLine({ ...key, lineId: care }))
    await tom.fill('textarea[name=text]', 'Saved by the button.')
    await tom.click('text="Save"')
    assert.match(await tom.textContent(`#line-${care}`) ?? '', /Saved by the button\./)
  })
})
