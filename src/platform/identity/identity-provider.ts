// Signing in elsewhere by OpenID Connect: code flow with PKCE, state and nonce; the id token's signature, issuer, audience, times and
// nonce are verified by openid-client; that two factors were proven is asked of the token here. Knows nothing of who anybody is.

import { createPrivateKey, webcrypto } from 'node:crypto'
import * as client from 'openid-client'
import { instantAfter, systemClock } from '../clock/system-clock.ts'
import type { LogoutToken } from './logout-token.ts'
import { readLogoutToken } from './logout-token.ts'
import type { ClientProof, ProviderSettings } from './provider-settings.ts'

/** What must be remembered, in the browser that left, until it comes back. */
export interface Kept {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

/** Somebody whom the provider knows, proven with two factors. */
export interface OutsidePerson {
  readonly issuer: string
  /** By which they are known here: what the settings name, usually sub. */
  readonly subject: string
  /** What the provider calls them when it says that they signed out there. */
  readonly sub: string
  /** Only an address that the provider stands by, in small letters. */
  readonly email: string | undefined
  /** As the provider tells it: for the eyes of an administrator. */
  readonly toldName: string
  /** The provider's own id of its session. */
  readonly session: string | undefined
  readonly idToken: string
}

/** `cancelled`: by the person. `not-proven`: anything about the answer that does not verify. `away`: the provider does not answer. */
export type Came = { readonly kind: 'came'; readonly person: OutsidePerson } | { readonly kind: 'cancelled' | 'not-proven' | 'no-second-factor' | 'away' }

export interface IdentityProvider {
  /** In addresses and in the database. */
  readonly name: string
  readonly title: string
  readonly hint: string | undefined
  readonly issuer: string
  /** Where to send the browser, and what to keep; undefined when the provider does not answer. `anew`: they must prove themselves there once more. */
  readonly begin: (where: { readonly redirectUri: string; readonly anew: boolean }) => Promise<{ readonly to: string; readonly kept: Kept } | undefined>
  /** Reads what the browser came back with. */
  readonly finish: (cameTo: URL, kept: Kept, asked: { readonly anew: boolean }) => Promise<Came>
  /** Where to send the browser so that it is signed out there too; undefined when the provider has no such place or does not answer. */
  readonly endSession: (idToken: string | undefined, back: string) => Promise<string | undefined>
  /** The provider's word that a session of its own is over; undefined when the token does not verify. */
  readonly readLogoutToken: (token: string) => Promise<LogoutToken | undefined>
}

const hour = 60 * 60 * 1000
/** Somebody asked to prove themselves anew did so within this long. */
const anewSeconds = 120

export function openProvider(settings: ProviderSettings): IdentityProvider {
  const clock = systemClock()
  let known: { readonly found: Promise<client.Configuration>; readonly until: string } | undefined
  /** What the provider says of itself, asked for once an hour. What could not be had is asked for again next time. */
  const configuration = async (): Promise<client.Configuration> => {
    const now = clock.now()
    if (known === undefined || known.until <= now) known = { found: discover(settings), until: instantAfter(now, hour) }
    try {
      return await known.found
    } catch (error) {
      known = undefined
      throw error
    }
  }
  return {
    name: settings.name, title: settings.title, hint: settings.hint, issuer: settings.issuer,

    async begin({ redirectUri, anew }) {
      const found = await orAway(configuration)
      if (found === undefined) return undefined
      const kept: Kept = { state: client.randomState(), nonce: client.randomNonce(), codeVerifier: client.randomPKCECodeVerifier() }
      const to = client.buildAuthorizationUrl(found, {
        ...settings.ask, ...(anew ? { prompt: 'login', max_age: '0' } : {}),
        redirect_uri: redirectUri, scope: settings.scopes.join(' '), state: kept.state, nonce: kept.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(kept.codeVerifier), code_challenge_method: 'S256',
      })
      return { to: to.href, kept }
    },

    async finish(cameTo, { state, nonce, codeVerifier }, { anew }) {
      try {
        const found = await configuration()
        const tokens = await client.authorizationCodeGrant(found, cameTo, {
          expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier, idTokenExpected: true, ...(anew ? { maxAge: anewSeconds } : {}),
        })
        const claims = tokens.claims()
        if (claims === undefined || tokens.id_token === undefined) return { kind: 'not-proven' }
        const subject = claims[settings.person]
        if (typeof subject !== 'string' || subject === '') return { kind: 'not-proven' }
        if (!provesTwoFactors(claims, settings.secondFactor)) return { kind: 'no-second-factor' }
        const more = settings.userInfo ? await client.fetchUserInfo(found, tokens.access_token, claims.sub) : {}
        const told = { ...more, ...claims }
        const session = claims['sid']
        return { kind: 'came', person: {
          issuer: claims.iss, subject, sub: claims.sub, email: trustedEmail(told, settings.email), toldName: nameIn(told),
          session: typeof session === 'string' ? session : undefined, idToken: tokens.id_token,
        } }
      } catch (error) {
        return { kind: whyNot(error) }
      }
    },

    async endSession(idToken, back) {
      const found = await orAway(configuration)
      if (found?.serverMetadata().end_session_endpoint === undefined) return undefined
      return client.buildEndSessionUrl(found, { post_logout_redirect_uri: back, ...(idToken === undefined ? {} : { id_token_hint: idToken }) }).href
    },

    async readLogoutToken(token) {
      const found = await orAway(configuration)
      if (found === undefined) return undefined
      const { issuer, jwks_uri: keys } = found.serverMetadata()
      return keys === undefined ? undefined
        : readLogoutToken(token, { issuer, clientId: settings.clientId, algorithm: settings.idTokenAlgorithm, keysAt: keys, now: clock.now() })
    },
  }
}

async function discover(settings: ProviderSettings): Promise<client.Configuration> {
  const { issuer, clientId, client: proof, idTokenAlgorithm } = settings
  const isHttp = issuer.startsWith('http://')
  const found = await client.discovery(new URL(issuer), clientId, { id_token_signed_response_alg: idTokenAlgorithm }, await proofFor(proof), {
    timeout: 8, ...(isHttp ? { execute: [client.allowInsecureRequests] } : {}),
  })
  // The token endpoint's https vouches for an id token by itself; its signature is checked all the same.
  client.enableNonRepudiationChecks(found)
  return found
}

const keyAlgorithms = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, RS384: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' }, RS512: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' }, ES256: { name: 'ECDSA', namedCurve: 'P-256' },
} as const

async function proofFor(proof: ClientProof): Promise<client.ClientAuth> {
  if (proof.by !== 'private-key') return proof.by === 'secret' ? client.ClientSecretBasic(proof.secret) : client.ClientSecretPost(proof.secret)
  const bytes = createPrivateKey(proof.pem).export({ type: 'pkcs8', format: 'der' })
  const key = await webcrypto.subtle.importKey('pkcs8', bytes, keyAlgorithms[proof.algorithm], false, ['sign'])
  return (as, metadata, body, headers) => client.PrivateKeyJwt(
    proof.keyId === undefined ? key : { key, kid: proof.keyId },
    proof.audience === 'issuer' ? {} : { [client.modifyAssertion]: (_header, payload) => { payload['aud'] = as.token_endpoint } },
  )(as, metadata, body, headers)
}

/** Whether any of the claims that the settings name holds one of its values: alone or in a list. */
export function provesTwoFactors(claims: Readonly<Record<string, unknown>>, proofs: ProviderSettings['secondFactor']): boolean {
  return proofs.some(({ claim, isOneOf }) => [claims[claim]].flat().some((value) => (typeof value === 'string' || typeof value === 'number') && isOneOf.includes(String(value))))
}

/** An address that somebody could have given themselves at the provider is none that a person may be known by. */
function trustedEmail(told: Readonly<Record<string, unknown>>, { claim, trust }: ProviderSettings['email']): string | undefined {
  const email = told[claim]
  const isTrusted = trust === 'always' || (trust === 'when-verified' && told['email_verified'] === true)
  return isTrusted && typeof email === 'string' && email.includes('@') ? email.toLowerCase() : undefined
}

function nameIn(told: Readonly<Record<string, unknown>>): string {
  const found = ['name', 'preferred_username', 'email'].map((claim) => told[claim]).find((value) => typeof value === 'string' && value !== '')
  return typeof found === 'string' ? found.slice(0, 120) : ''
}

function whyNot(error: unknown): 'cancelled' | 'not-proven' | 'away' {
  if (error instanceof client.AuthorizationResponseError) return ['access_denied', 'login_required', 'interaction_required'].includes(error.error) ? 'cancelled' : 'not-proven'
  if (error instanceof client.ResponseBodyError) return error.status >= 500 ? 'away' : 'not-proven'
  return isAway(error) ? 'away' : 'not-proven'
}

/** No connection, no answer in time, or an answer that says that it is broken. */
function isAway(error: unknown): boolean {
  if (error instanceof TypeError) return error.message === 'fetch failed'
  if (!(error instanceof Error)) return false
  const status = error.cause instanceof Response ? error.cause.status : 0
  return 'code' in error && (error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_ABORT') || status >= 500 || isAway(error.cause)
}

/** Undefined when the provider is away; a fault of ours, such as a wrong issuer in the settings, is one for everyone to see. */
async function orAway<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (isAway(error)) return undefined
    throw error
  }
}
