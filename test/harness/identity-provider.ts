// A real OpenID provider (oidc-provider) on this machine, as a council's or school's would stand elsewhere: people sign in on a page of its
// own, with one factor or two. Its id tokens can be spoilt before they leave, signed with its own key, to try what the hub refuses.

import { createSign, generateKeyPairSync } from 'node:crypto'
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import type { ProviderSettings } from '../../src/platform/identity/provider-settings.ts'
import { openProvider } from '../../src/platform/identity/identity-provider.ts'
import type { Hub } from './hub.ts'

export interface SpoiltToken {
  /** Changes what the token says; it is signed anew with the provider's own key. */
  readonly claims?: Readonly<Record<string, unknown>>
  /** The token comes without a signature. */
  readonly isUnsigned?: boolean
  /** The token is signed by somebody else's key. */
  readonly isForged?: boolean
}

export interface OutsideProvider {
  readonly name: string
  readonly issuer: string
  readonly settings: ProviderSettings
  /** Spoils the id tokens from now on; undefined lets them be as they are. */
  spoil: (how: SpoiltToken | undefined) => void
  /** A token that says that a session there is over. */
  readonly logoutToken: (claims: Readonly<Record<string, unknown>>) => string
  /** Signs in on its page, as a browser without scripts would. Gives the address to which the browser is sent back. */
  readonly signIn: (address: string, who: { readonly account: string; readonly twoFactors?: boolean; readonly cancels?: boolean }) => Promise<string>
  /** No longer answers. */
  readonly close: () => Promise<void>
}

export interface ProviderOptions {
  readonly name?: string
  readonly title?: string
  readonly by?: 'secret' | 'secret-in-body' | 'private-key'
  readonly secondFactor?: ProviderSettings['secondFactor']
  readonly email?: ProviderSettings['email']
}

const clientId = 'golden-thread'
const secret = 'a secret for tests only, long enough for anybody'
const rsaKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

/** Starts a provider and makes it one of the hub's. The hub's `baseUrl` must be final by then. */
export async function anOutsideProvider(hub: Hub, { name = 'council', title = 'Wendmere Council account', by = 'secret', secondFactor = [{ claim: 'amr', isOneOf: ['mfa'] }], email = { claim: 'email', trust: 'never' } }: ProviderOptions = {}): Promise<OutsideProvider> {
  const own = rsaKey()
  const stranger = rsaKey()
  const clients = rsaKey()
  const server: Server = createServer()
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let spoilt: SpoiltToken | undefined

  const provider = new Provider(issuer, {
    clients: [{
      client_id: clientId, response_types: ['code'], grant_types: ['authorization_code'],
      redirect_uris: [`${hub.house.baseUrl}/sign-in/${name}/back`], post_logout_redirect_uris: [`${hub.house.baseUrl}/signed-out`],
      backchannel_logout_uri: `${hub.house.baseUrl}/sign-in/${name}/over`, backchannel_logout_session_required: true,
      ...(by === 'private-key'
        ? { token_endpoint_auth_method: 'private_key_jwt' as const, token_endpoint_auth_signing_alg: 'RS256' as const, jwks: { keys: [{ ...clients.publicKey.export({ format: 'jwk' }), kid: 'hub', use: 'sig' }] } }
        : { client_secret: secret, token_endpoint_auth_method: by === 'secret' ? 'client_secret_basic' as const : 'client_secret_post' as const }),
    }],
    jwks: { keys: [{ ...own.privateKey.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['a key for tests only'] },
    claims: { openid: ['sub', 'amr', 'acr'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true, logoutSource: (context, form) => { context.body = signOutPage(title, form) } }, backchannelLogout: { enabled: true } },
    interactions: { url: (_context, { uid }) => `/login/${uid}` },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId, name: `${accountId} there`, email: `${accountId}@example.org`, email_verified: true }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId: oidc.client?.clientId ?? '', accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const signed = (claims: object, { key = own.privateKey, kid = 'own', typ = 'JWT' } = {}): string => {
    const text = [{ alg: 'RS256', kid, typ }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
    return `${text}.${createSign('sha256').update(text).sign(key, 'base64url')}`
  }
  provider.use(async (context, next) => {
    await next()
    const body: unknown = context.body
    if (spoilt === undefined || typeof body !== 'object' || body === null || !('id_token' in body) || typeof body.id_token !== 'string') return
    const claims = { ...claimsOf(body.id_token), ...spoilt.claims }
    body.id_token = spoilt.isUnsigned === true ? `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`
      : signed(claims, spoilt.isForged === true ? { key: stranger.privateKey } : {})
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/login/')) return void answer(request, response)
    if (request.method === 'GET') return void response.setHeader('content-type', 'text/html; charset=utf-8').end(loginPage(title))
    void readForm(request).then((form) => provider.interactionFinished(request, response, form.has('stop')
      ? { error: 'access_denied', error_description: 'stopped' }
      : { login: { accountId: form.get('account') ?? '', amr: form.has('two') ? ['pwd', 'mfa'] : ['pwd'], acr: form.has('two') ? 'two' : 'one' } }, { mergeWithLastSubmission: false }))
    return undefined
  })

  const settings: ProviderSettings = {
    name, title, hint: undefined, issuer, clientId, scopes: ['openid', 'profile', 'email'], ask: {}, secondFactor, person: 'sub', email, userInfo: false, idTokenAlgorithm: 'RS256',
    client: by === 'private-key'
      ? { by, pem: clients.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), keyId: 'hub', algorithm: 'RS256', audience: 'issuer' }
      : { by, secret },
  }
  Object.assign(hub.house, { providers: [...hub.house.providers, openProvider(settings)] })
  return {
    name, issuer, settings,
    spoil: (how) => { spoilt = how },
    logoutToken: (claims) => signed({
      iss: issuer, aud: clientId, iat: Math.floor(Date.now() / 1000), jti: `${Math.random()}`, events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, ...claims,
    }, { typ: 'logout+jwt' }),
    signIn: (address, who) => walkThrough(issuer, address, who),
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

const claimsOf = (token: string): Record<string, unknown> => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<string, unknown>

const loginPage = (title: string): string => `<!DOCTYPE html><html lang="en"><title>${title}</title><main><h1>${title}</h1><form method="post">
  <label for="account">Account</label><input id="account" name="account"><label><input type="checkbox" name="two" value="yes">And a code</label>
  <button type="submit">Sign in</button><button type="submit" name="stop" value="yes">Stop</button></form></main></html>`

const signOutPage = (title: string, form: string): string => `<!DOCTYPE html><html lang="en"><title>${title}</title><main><h1>Sign out of ${title}?</h1>${form}
  <button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button></main></html>`

async function readForm(request: AsyncIterable<unknown>): Promise<URLSearchParams> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'))
}

/** Follows the provider's own redirects, keeping its cookies, until it sends the browser elsewhere. */
async function walkThrough(issuer: string, address: string, { account, twoFactors = true, cancels = false }: { account: string; twoFactors?: boolean; cancels?: boolean }): Promise<string> {
  const cookies = new Map<string, string>()
  let at = address
  let form: URLSearchParams | undefined
  for (let step = 0; step < 12; step++) {
    if (!at.startsWith(issuer)) return at
    const response = await fetch(at, {
      redirect: 'manual', headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }, ...(form === undefined ? {} : { method: 'POST', body: form }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split(/=(.*)/s)
      cookies.set(name, value)
    }
    const to = response.headers.get('location')
    const isLogin = at.includes('/login/') && to === null
    if (to === null && !isLogin) throw new Error(`the provider answered ${response.status} at ${at}: ${await response.text()}`)
    form = isLogin ? new URLSearchParams({ account, ...(twoFactors ? { two: 'yes' } : {}), ...(cancels ? { stop: 'yes' } : {}) }) : undefined
    if (to !== null) at = new URL(to, at).href
  }
  throw new Error('the provider sends the browser round and round')
}
