import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { expectAccessible, openBrowser, withBrowser } from './browser.ts'

const sound = '<!doctype html><html lang="en-GB"><title>Hello</title><main><h1>Hello</h1><p>All well.</p></main>'
const pages: Readonly<Record<string, string>> = {
  '/': sound,
  '/unlabelled': `${sound.replace('</main>', '<input type="text"></main>')}`,
  '/stranger': `${sound}<img alt="" src="https://cdn.example.org/pixel.gif">`,
  '/broken-picture': `${sound}<img alt="" src="/missing.png">`,
  '/thrower': `${sound}<script>throw new Error('oh dear')</script>`,
  '/complainer': `${sound}<script>console.error('not right')</script>`,
  '/writer': `${sound}<script>document.querySelector('p').textContent = 'written by a script'</script>`,
}
let server: Server
let baseUrl: string

before(async () => {
  server = createServer((request, response) => {
    const page = pages[request.url ?? '']
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(page ?? sound)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(() => server.close())

for (const [address, fault] of [
  ['/stranger', /asked another server: https:\/\/cdn\.example\.org/],
  ['/broken-picture', /404 for .*missing\.png/],
  ['/thrower', /script: oh dear/],
  ['/complainer', /console: not right/],
] as const) {
  test(`${address} fails the journey`, async () => {
    await assert.rejects(
      withBrowser({ scripts: true, baseUrl }, async (page) => {
        await page.goto(address, { waitUntil: 'networkidle' })
      }),
      (error: assert.AssertionError) => fault.test(String((error.actual as string[])[0])),
    )
  })
}

test('a sound page passes, narrow too, and every request is on record', async () => {
  await withBrowser({ scripts: true, width: 320, baseUrl }, async (page, browser) => {
    await page.goto('/')
    await expectAccessible(page)
    assert.equal(await page.evaluate(() => window.innerWidth), 320)
    assert.deepEqual(browser.requests.map((url) => new URL(url).pathname).filter((path) => path !== '/favicon.ico'), ['/'])
  })
})

test('a page that is not found may be looked at', async () => {
  await withBrowser({ scripts: true, baseUrl }, async (page) => {
    assert.equal((await page.goto('/nowhere'))?.status(), 404)
  })
})

test('a text box without a label is found', async () => {
  const browser = await openBrowser({ scripts: true, baseUrl })
  await browser.page.goto('/unlabelled')
  await assert.rejects(expectAccessible(browser.page), /label: Form elements must have labels/)
  await browser.close()
})

test('scripts off means off', async () => {
  for (const [scripts, words] of [[true, 'written by a script'], [false, 'All well.']] as const) {
    await withBrowser({ scripts, baseUrl }, async (page) => {
      await page.goto('/writer')
      assert.equal(await page.textContent('p'), words)
    })
  }
})
