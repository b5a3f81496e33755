// A real browser for journeys. Whatever goes wrong out of sight (an error in the console, a script that throws, a broken
// image, a call to anybody else's server) is collected and fails the test when the browser is closed.

import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { findChromium } from './chromium.ts'
import { atEndOfRun } from './end-of-run.ts'

export type BrowserOptions = {
  /** Whether pages may run scripts. Every journey must work without. */
  readonly scripts: boolean
  /** Width of the window in CSS pixels; 1280 when not said, 320 for the narrowest that WCAG 2.2 asks for (1.4.10). */
  readonly width?: number
  /** Where the hub listens, so that `page.goto('/')` works. */
  readonly baseUrl?: string
}

export type OpenBrowser = {
  readonly page: Page
  readonly context: BrowserContext
  /** Every address asked for so far, those of other servers included (which the browser finds nowhere). */
  readonly requests: readonly string[]
  /** What went wrong so far. A test that provokes a fault on purpose takes it out of here. */
  readonly faults: string[]
  /** Closes the window and throws when anything went wrong in it. */
  close(): Promise<void>
}

let running: Promise<Browser> | undefined

/** Windows whose pages may run no scripts. */
const withoutScripts = new WeakSet<BrowserContext>()

export const runsScripts = (page: Page): boolean => !withoutScripts.has(page.context())

atEndOfRun(async () => {
  await (await running)?.close()
  running = undefined
})

async function launch(): Promise<Browser> {
  return chromium.launch({ headless: true, ...(await findChromium()) })
}

/** A fresh window: no cookies, nothing stored, British English, London time. */
export async function openBrowser({ scripts, width = 1280, baseUrl }: BrowserOptions): Promise<OpenBrowser> {
  running ??= launch()
  const context = await (await running).newContext({
    javaScriptEnabled: scripts,
    viewport: { width, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
  })
  if (!scripts) withoutScripts.add(context)
  const requests: string[] = []
  const faults: string[] = []

  // Requests are watched and never held up: looking into them would turn the browser's cache off.
  context.on('request', (request) => {
    requests.push(request.url())
    if (!isOurs(request.url())) faults.push(`asked another server: ${request.url()}`)
  })
  context.on('response', (response) => {
    // A page may well be a 404 that the test came to see; what a page needs may not.
    if (response.status() >= 400 && response.request().resourceType() !== 'document') {
      faults.push(`${response.status()} for ${response.url()}`)
    }
  })
  context.on('requestfailed', (request) => {
    const failure = request.failure()?.errorText ?? ''
    if (isOurs(request.url()) && failure !== 'net::ERR_ABORTED') faults.push(`${failure} for ${request.url()}`)
  })
  context.on('console', (message) => {
    // Chromium says this of every answer of 400 and up; those are judged above.
    const isAboutAnswer = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isAboutAnswer) faults.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => faults.push(`script: ${error.error().message}`))

  const page = await context.newPage()
  return {
    page,
    context,
    requests,
    faults,
    async close() {
      await context.close()
      assert.deepEqual(faults, [], 'things went wrong in the browser')
    },
  }
}

/** Opens a window for one piece of work and closes it whatever happens; the work's own failure is the one reported. */
export async function withBrowser(options: BrowserOptions, work: (page: Page, browser: OpenBrowser) => Promise<void>): Promise<void> {
  const browser = await openBrowser(options)
  try {
    await work(browser.page, browser)
  } catch (error) {
    await browser.context.close()
    throw error
  }
  await browser.close()
}

function isOurs(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return ['data:', 'blob:', 'about:'].includes(protocol) || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Fails with what axe found against WCAG 2.0 to 2.2 A and AA and its own best practice. */
export async function expectAccessible(page: Page): Promise<void> {
  const found = runsScripts(page) ? await axeFaults(page) : await besideThePage(page, () => axeFaults(page))
  assert.ok(found.length === 0, `${page.url()}${runsScripts(page) ? '' : ' without scripts'} is not accessible:\n  ${found.join('\n  ')}`)
}

async function axeFaults(page: Page): Promise<string[]> {
  // Our pages have no frames: axe need not open a window of its own for each, which takes twice as long. Only what is wrong
  // is brought back: the list of what is right is far longer.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).withTags(standards).analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html }) => `${id}: ${help}\n    ${target.join(' ')}  ${html}`))
}

/**
 * axe is itself a script. On a page that came without scripts they are let in for the length of the look and for nothing but
 * it: the page's own were passed over when it was read and do not run any more, so axe sees the page that its reader has,
 * `noscript` and everything typed included.
 */
async function besideThePage<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page)
  const disabled = (value: boolean): Promise<unknown> => session.send('Emulation.setScriptExecutionDisabled', { value })
  try {
    // A session's first word is false; it must say true before its false counts.
    await disabled(true)
    await disabled(false)
    return await look()
  } finally {
    await disabled(true)
    await session.detach()
  }
}
