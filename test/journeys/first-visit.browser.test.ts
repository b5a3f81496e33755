// What a first visit costs: somebody on a phone with little data left, nothing kept from before.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { paths } from '../../src/paths.ts'
import { openBrowser } from '../harness/browser.ts'
import type { ListeningHub } from '../harness/listening-hub.ts'
import { aListeningHub } from '../harness/listening-hub.ts'

const limit = 60 * 1024
const area = 'wendmere'

interface Carried {
  readonly url: string
  readonly kind: string
  /** As it came over the wire: headers, and the body as it was compressed. */
  readonly bytes: number
}

describe('the first visit', () => {
  let hub: ListeningHub
  before(async () => { hub = await aListeningHub() })
  after(() => hub.close())

  /** Everything that a browser with an empty cache is sent when it opens the addresses one after another. */
  async function carriedFor(addresses: readonly string[]): Promise<Carried[]> {
    const browser = await openBrowser({ scripts: true, width: 360, baseUrl: hub.baseUrl })
    const network = await browser.context.newCDPSession(browser.page)
    const asked = new Map<string, { url: string; kind: string }>()
    const carried: Carried[] = []
    network.on('Network.responseReceived', ({ requestId, response, type }) => asked.set(requestId, { url: response.url, kind: type }))
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const { url = '', kind = '' } = asked.get(requestId) ?? {}
      carried.push({ url, kind, bytes: encodedDataLength })
    })
    await network.send('Network.enable')
    for (const address of addresses) await browser.page.goto(address, { waitUntil: 'networkidle' })
    // Fails when anything was asked of another server.
    await browser.close()
    return carried
  }

  const totalOf = (carried: readonly Carried[]): number => carried.reduce((sum, { bytes }) => sum + bytes, 0)

  for (const [what, address] of [
    ['the start page', paths.start()], ['the council’s page', paths.areaStart({ area })], ['sign-in', paths.signIn()], ['the start of a request', paths.requestStart({ area })],
  ] as const) {
    it(`sends at most 60 KB for ${what}, style and script included, and no font`, async (test) => {
      const carried = await carriedFor([address])
      test.diagnostic(`${what}: ${totalOf(carried)} bytes in ${carried.length} answers`)
      assert.ok(carried.some(({ kind }) => kind === 'Stylesheet') && carried.some(({ kind }) => kind === 'Script'), 'style and script were counted')
      assert.ok(totalOf(carried) <= limit, JSON.stringify(carried, null, 2))
      assert.deepEqual(carried.filter(({ kind, url }) => kind === 'Font' || /\.(woff2?|ttf|otf)/.test(url)), [])
    })
  }

  it('sends at most 60 KB from the start page to the first question of a request', async (test) => {
    const carried = await carriedFor([paths.start(), paths.areaStart({ area }), paths.requestStart({ area })])
    test.diagnostic(`start to first question: ${totalOf(carried)} bytes in ${carried.length} answers`)
    assert.ok(totalOf(carried) <= limit, JSON.stringify(carried, null, 2))
  })
})
