// A provider that says it is another. What else is refused is tried against a real provider: features/sign-in/at-provider.page.test.ts.

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, it } from 'node:test'
import { readLogoutToken } from './logout-token.ts'
import { openProvider } from './identity-provider.ts'
import type { ProviderSettings } from './provider-settings.ts'

async function serving(answer: (own: string) => { status: number; headers?: Record<string, string>; body: unknown }): Promise<{ url: string; asked: string[]; close: () => void }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const { status, headers, body } = answer(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  })
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready) })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close: () => { server.close() } }
}

const settings = (issuer: string): ProviderSettings => ({
  name: 'council', title: 'Council', hint: undefined, issuer, clientId: 'hub', client: { by: 'secret', secret: 'secret' }, scopes: ['openid'], ask: {},
  secondFactor: [{ claim: 'amr', isOneOf: ['mfa'] }], person: 'sub', email: { claim: 'email', trust: 'never' }, userInfo: false, idTokenAlgorithm: 'RS256',
})
const where = { redirectUri: 'https://hub.test/back', anew: false }

describe('what a provider says of itself', () => {
  it('is refused when it names another issuer than the one that was set up', async () => {
    const provider = await serving(() => ({ status: 200, body: { issuer: 'https://login.example.org', authorization_endpoint: 'https://login.example.org/auth', token_endpoint: 'https://login.example.org/token', jwks_uri: 'https://login.example.org/keys' } }))
    await assert.rejects(openProvider(settings(provider.url)).begin(where))
    provider.close()
  })

  it('is taken from where it was asked for, and no redirect is followed', async () => {
    const elsewhere = await serving((own) => ({ status: 200, body: { issuer: own, authorization_endpoint: `${own}/auth`, token_endpoint: `${own}/token` } }))
    const provider = await serving(() => ({ status: 302, headers: { location: `${elsewhere.url}/.well-known/openid-configuration` }, body: {} }))
    await assert.rejects(openProvider(settings(provider.url)).begin(where))
    assert.deepEqual(elsewhere.asked, [])
    for (const one of [provider, elsewhere]) one.close()
  })
})

describe('the keys of a provider', () => {
  it('are taken from where they were asked for, and no redirect is followed', async () => {
    const elsewhere = await serving(() => ({ status: 200, body: { keys: [] } }))
    const provider = await serving(() => ({ status: 302, headers: { location: elsewhere.url }, body: {} }))
    const part = (words: object): string => Buffer.from(JSON.stringify(words)).toString('base64url')
    const now = '2026-11-22T10:00:00.000Z'
    const token = `${part({ alg: 'RS256' })}.${part({ iss: 'https://login.example.org', aud: 'hub', iat: Date.parse(now) / 1000, jti: '1', sub: 'somebody', events: { 'http://schemas.openid.net/event/backchannel-logout': {} } })}.c2ln`
    assert.equal(await readLogoutToken(token, { issuer: 'https://login.example.org', clientId: 'hub', algorithm: 'RS256', keysAt: provider.url, now: now as never }), undefined)
    assert.equal(provider.asked.length, 1, 'it was asked')
    assert.deepEqual(elsewhere.asked, [])
    for (const one of [provider, elsewhere]) one.close()
  })
})
