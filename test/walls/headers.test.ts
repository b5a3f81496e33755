// What every answer of the hub carries, page or file, right or wrong: asked of the whole routes table, so that a new route is tried
// as soon as it is there.

import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Response } from 'light-my-request'
import { parse } from 'node-html-parser'
import { routes } from '../../src/app.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import type { Hub } from '../harness/hub.ts'
import { aHub } from '../harness/hub.ts'

const nowhere = '00000000-0000-7000-8000-000000000000'
const urlOf = (pattern: string): string => pattern.replace(':area', 'wendmere').replaceAll(/:\w+/g, nowhere)
const exit = paths.exit.pattern

describe('every answer over https', () => {
  let hub: Hub
  let cookie = ''
  const assetsDir = mkdtempSync(path.join(os.tmpdir(), 'hub-assets-'))
  before(async () => {
    writeFileSync(path.join(assetsDir, 'hub.css'), 'body { color: black }')
    hub = await aHub({ settings: { isSecure: true, assetsDir } })
    cookie = await signIn(hub, 'hattie')
  })
  after(() => hub.close())

  const answers = async (): Promise<{ name: string; response: Response }[]> => {
    const asked = [
      ...routes.filter((route) => !('get' in route && route.get === exit)).map((route) => ('get' in route
        ? { name: `GET ${route.get}`, method: 'GET' as const, url: urlOf(route.get) }
        : { name: `POST ${route.post}`, method: 'POST' as const, url: urlOf(route.post) })),
      { name: 'nothing there', method: 'GET' as const, url: '/no/such/page' },
      { name: 'a stylesheet', method: 'GET' as const, url: '/assets/hub.css' },
      { name: 'no such asset', method: 'GET' as const, url: '/assets/none.css' },
      { name: 'an address that cannot be read', method: 'GET' as const, url: '/%E0%A4%A' },
    ]
    const found: { name: string; response: Response }[] = []
    for (const { name, ...asking } of asked) found.push({ name, response: await hub.app.inject({ ...asking, headers: { cookie } }) })
    return found
  }

  it('tells the browser to keep to https, to tell nobody where it was, and to let nobody frame it', async () => {
    const wrong: string[] = []
    for (const { name, response: { headers } } of await answers()) {
      const expected: readonly [string, RegExp][] = [
        ['strict-transport-security', /max-age=63072000; includeSubDomains/], ['referrer-policy', /^no-referrer$/], ['x-content-type-options', /^nosniff$/],
        ['x-frame-options', /^DENY$/], ['cross-origin-opener-policy', /^same-origin$/], ['cross-origin-resource-policy', /^same-origin$/],
        ['permissions-policy', /camera=\(\).*geolocation=\(\)/], ['content-security-policy', /default-src 'none'/], ['content-security-policy', /base-uri 'none'/], ['content-security-policy', /frame-ancestors 'none'/],
      ]
      for (const [header, value] of expected) if (!value.test(String(headers[header]))) wrong.push(`${name}: ${header} is ${headers[header]}`)
      const policy = String(headers['content-security-policy'])
      if (/unsafe|\*|https?:/.test(policy.replace(/^default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox$/, ''))) wrong.push(`${name}: ${policy}`)
      if (headers['x-powered-by'] !== undefined || headers['server'] !== undefined) wrong.push(`${name} says what it is made with`)
      if (/^text\/|javascript|json/.test(String(headers['content-type'])) && !/; charset=utf-8/i.test(String(headers['content-type']))) wrong.push(`${name} is ${headers['content-type']}: in what letters?`)
      if (headers['access-control-allow-origin'] !== undefined) wrong.push(`${name} may be read by another site`)
      if (!name.includes('stylesheet') && headers['cache-control'] !== 'no-store' && !name.includes('asset')) wrong.push(`${name} may be kept: ${headers['cache-control']}`)
    }
    assert.deepEqual(wrong, [])
  })

  it('marks its scripts and styles with a nonce of this answer, and holds nothing inline', async () => {
    const wrong: string[] = []
    const nonces = new Set<string>()
    let pages = 0
    for (const { name, response } of await answers()) {
      if (!String(response.headers['content-type']).startsWith('text/html')) continue
      pages += 1
      const policy = String(response.headers['content-security-policy'])
      const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      if (nonce.length < 20 || nonces.has(nonce)) wrong.push(`${name}: its nonce is "${nonce}"`)
      nonces.add(nonce)
      const root = parse(response.body)
      for (const script of root.querySelectorAll('script')) {
        if (script.getAttribute('nonce') !== nonce || script.getAttribute('src') === undefined) wrong.push(`${name}: ${script.outerHTML.slice(0, 80)}`)
      }
      for (const style of root.querySelectorAll('link[rel=stylesheet], style')) {
        if (style.getAttribute('nonce') !== nonce || style.tagName === 'STYLE') wrong.push(`${name}: ${style.outerHTML.slice(0, 80)}`)
      }
      if (/<[^>]+\s(?:on\w+|style)=/i.test(response.body)) wrong.push(`${name} has a handler or a style inside its HTML`)
      const elsewhere = [...response.body.matchAll(/(?:src|action)="(https?:)?\/\//g)]
      if (elsewhere.length > 0) wrong.push(`${name} loads from or sends to elsewhere`)
    }
    assert.deepEqual(wrong, [])
    assert.ok(pages > 50, `${pages} pages were looked at`)
  })

  it('sets only cookies that are bound to this host, out of reach of scripts, and not sent from other sites', async () => {
    const first = await hub.app.inject({ method: 'GET', url: paths.signInDemo() })
    const set = [...[first.headers['set-cookie']].flat(), ...(await signInAnswer(hub, 'hattie'))].map(String)
    assert.ok(set.length >= 2)
    for (const one of set) {
      assert.match(one, /^__Host-[\w-]+=/)
      for (const flag of ['; Path=/', '; HttpOnly', '; Secure']) assert.ok(one.includes(flag), `${one.replace(/=[^;]*/, '=…')} lacks ${flag}`)
      assert.match(one, /; SameSite=(Lax|Strict)/)
      assert.doesNotMatch(one, /; Domain=/)
    }
  })

  it('says plainly that what was sent cannot be read, and takes it for no fault of its own', async () => {
    const send = (type: string, payload: string) => hub.app.inject({ method: 'POST', url: paths.signOut(), headers: { cookie, 'content-type': type }, payload })
    for (const [type, payload, status] of [
      ['text/xml', '<a/>', 415], ['application/json', '{', 400], ['multipart/form-data', 'no boundary', 400],
      ['application/x-www-form-urlencoded', `a=${'x'.repeat(5 * 1024 * 1024)}`, 413],
    ] as const) {
      const answer = await send(type, payload)
      assert.match(answer.body, /We could not read what was sent/, type)
      assert.equal(answer.statusCode, status, type)
    }
    assert.deepEqual(hub.faults, [])
  })

  it('refuses what another site sent, whatever it carries', async () => {
    const page = await hub.app.inject({ method: 'GET', url: paths.home(), headers: { cookie } })
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    assert.equal(page.statusCode, 200)
    const post = (headers: Record<string, string>, token: string) => hub.app.inject({
      method: 'POST', url: paths.signOut(), headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers }, payload: `_csrf=${encodeURIComponent(token)}`,
    })
    for (const site of ['cross-site', 'same-site']) assert.equal((await post({ 'sec-fetch-site': site }, csrf)).statusCode, 403)
    assert.equal((await post({ 'sec-fetch-site': 'same-origin' }, 'forged')).statusCode, 403)
    assert.equal((await post({ 'sec-fetch-site': 'same-origin' }, csrf)).statusCode, 303)
  })
})

async function signInAnswer(hub: Hub, person: string): Promise<string[]> {
  const first = await hub.app.inject({ method: 'GET', url: paths.signInDemo() })
  const csrf = /name="_csrf" value="([^"]+)"/.exec(first.body)?.[1] ?? ''
  const second = await hub.app.inject({
    method: 'POST', url: paths.signInDemo(), payload: new URLSearchParams({ _csrf: csrf, person: demoPersonId(person) }).toString(),
    headers: { cookie: first.cookies.map(({ name, value }) => `${name}=${value}`).join('; '), 'content-type': 'application/x-www-form-urlencoded' },
  })
  assert.equal(second.statusCode, 303, 'nobody was signed in')
  return [...[first.headers['set-cookie']].flat(), ...[second.headers['set-cookie']].flat()].filter((one) => one !== undefined)
}

const signIn = async (hub: Hub, person: string): Promise<string> => (await signInAnswer(hub, person)).map((one) => one.split(';')[0]).join('; ')
