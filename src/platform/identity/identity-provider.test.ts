// A provider that says it is another. What else is refused is tried against a real provider: features/sign-in/at-provider.page.test.ts.

import assert from 'node:assert/strict'
import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, it } from 'node:test'
import { instantOf, millisecondsOf } from '../clock/system-clock.ts'
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
const part = (words: object): string => Buffer.from(JSON.stringify(words)).toString('base64url')
const now = instantOf(Date.parse('2026-11-22T10:00:00.000Z'))
const inSeconds = millisecondsOf(now) / 1000
const claims = { iss: 'https://login.example.org', aud: 'hub', iat: inSeconds, exp: inSeconds + 120, jti: '1', sub: 'somebody', events: { 'http://schemas.openid.net/event/backchannel-logout': {} } }
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
    const token = `${part({ alg: 'RS256', typ: 'logout+jwt' })}.${part(claims)}.c2ln`
    assert.equal(await readLogoutToken(token, { issuer: 'https://login.example.org', clientId: 'hub', algorithm: 'RS256', keysAt: provider.url, now }), undefined)
    assert.equal(provider.asked.length, 1, 'it was asked')
    assert.deepEqual(elsewhere.asked, [])
    for (const one of [provider, elsewhere]) one.close()
  })
})

describe('a word of a provider', () => {
  it('counts only with the algorithm that was agreed, its own name and this very matter', async () => {
    const [own, foreign] = [generateKeyPairSync('rsa', { modulusLength: 2048 }), generateKeyPairSync('rsa', { modulusLength: 2048 })]
    const jwk = (key: typeof own): object => ({ ...key.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' })
    const provider = await serving(() => ({ status: 200, body: { keys: [jwk(own)] } }))
    const head = { alg: 'RS256', typ: 'logout+jwt', kid: 'one' }
    const made = (header: object, said: object, key = own): string => {
      const text = `${part(header)}.${part(said)}`
      return `${text}.${sign('sha256', Buffer.from(text), key.privateKey).toString('base64url')}`
    }
    const withPublicHalf = (header: object): string => {
      const text = `${part(header)}.${part(claims)}`
      return `${text}.${createHmac('sha256', own.publicKey.export({ type: 'spki', format: 'pem' })).update(text).digest('base64url')}`
    }
    const read = (token: string) => readLogoutToken(token, { issuer: claims.iss, clientId: 'hub', algorithm: 'RS256', keysAt: provider.url, now })
    assert.equal((await read(made(head, claims)))?.subject, 'somebody')
    for (const typ of ['application/logout+jwt', 'JWT', undefined]) assert.equal((await read(made({ ...head, typ }, claims)))?.tokenId, '1', String(typ))
    for (const [what, token] of [
      ['an id token', made({ alg: 'RS256', kid: 'one' }, { ...claims, events: undefined })], ['an access token', made({ ...head, typ: 'at+jwt' }, claims)], ['a word with a nonce', made(head, { ...claims, nonce: 'n' })],
      ['another algorithm', made({ ...head, alg: 'PS256' }, claims)], ['none', `${part({ ...head, alg: 'none' })}.${part(claims)}.`], ['the public half as a secret', withPublicHalf({ ...head, alg: 'HS256' })],
      ['the same, calling itself RS256', withPublicHalf(head)], ['another key', made(head, claims, foreign)], ['a key that it brings along', made({ ...head, jwk: jwk(foreign), jku: 'https://example.org/keys' }, claims, foreign)],
      ['another audience', made(head, { ...claims, aud: ['another'] })], ['another issuer', made(head, { ...claims, iss: 'https://login.example.org/' })], ['yesterday’s', made(head, { ...claims, iat: inSeconds - 86_400, exp: undefined })],
      ['one that is over', made(head, { ...claims, exp: inSeconds - 60 })], ['tomorrow’s', made(head, { ...claims, iat: inSeconds + 86_400 })], ['of nobody', made(head, { ...claims, sub: undefined })], ['another matter', made(head, { ...claims, events: { other: {} } })],
    ] as const) assert.equal(await read(token), undefined, what)
    provider.close()
  })
})
