// The provider's word, sent from server to server, that somebody's session there is over (OpenID Connect Back-Channel Logout 1.0, 2.6).

import { createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import { millisecondsOf } from '../clock/system-clock.ts'
import type { SigningAlgorithm } from './provider-settings.ts'

export interface LogoutToken {
  readonly issuer: string
  readonly subject: string | undefined
  readonly session: string | undefined
  /** Each counts once. */
  readonly tokenId: string
}

interface Expected {
  readonly issuer: string
  readonly clientId: string
  readonly algorithm: SigningAlgorithm
  /** Address of the provider's keys. */
  readonly keysAt: string
  readonly now: Instant
}

const head = z.object({ alg: z.string(), kid: z.string().optional(), typ: z.string().optional() })
const body = z.object({
  iss: z.string(), aud: z.union([z.string(), z.array(z.string())]), iat: z.number(), exp: z.number().optional(), jti: z.string().min(1).max(200),
  sub: z.string().optional(), sid: z.string().optional(), nonce: z.undefined().optional(),
  events: z.object({ 'http://schemas.openid.net/event/backchannel-logout': z.object({}) }),
}).refine(({ sub, sid }) => sub !== undefined || sid !== undefined)
const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().optional(), use: z.string().optional() })) })

/** Minutes by which clocks may differ and a token may be old. */
const mostSeconds = 5 * 60

/** Undefined for anything that does not verify. */
export async function readLogoutToken(token: string, expected: Expected): Promise<LogoutToken | undefined> {
  const parts = token.split('.')
  const [headPart = '', bodyPart = '', signature = ''] = parts
  const read = <T>(part: string, schema: z.ZodType<T>): T | undefined => schema.safeParse(parsed(part)).data
  const header = read(headPart, head)
  const claims = read(bodyPart, body)
  // The algorithm is the one that was agreed on, never the one that a token names for itself.
  if (parts.length !== 3 || header?.alg !== expected.algorithm || claims === undefined) return undefined
  // Nor is a token that calls itself another kind (RFC 8725, 3.11). The type is only recommended, and some providers leave it out or say
  // "JWT": what tells it from their other tokens then is the event, and that it has no nonce (Back-Channel Logout, 2.4 and 2.6).
  if (!/^(application\/)?(logout\+)?jwt$/i.test(header.typ ?? 'jwt')) return undefined
  const now = millisecondsOf(expected.now) / 1000
  const isForUs = claims.iss === expected.issuer && [claims.aud].flat().includes(expected.clientId)
  const isOfNow = Math.abs(now - claims.iat) <= mostSeconds && (claims.exp === undefined || claims.exp + 30 > now)
  if (!isForUs || !isOfNow) return undefined
  const isSigned = (await keysFrom(expected.keysAt)).filter(({ kid, use }) => (header.kid === undefined || kid === header.kid) && (use === undefined || use === 'sig'))
    .some((key) => isSignedBy(key, expected.algorithm, `${headPart}.${bodyPart}`, signature))
  return isSigned ? { issuer: claims.iss, subject: claims.sub, session: claims.sid, tokenId: claims.jti } : undefined
}

type Key = z.infer<typeof keySet>['keys'][number]

function parsed(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

async function keysFrom(address: string): Promise<readonly Key[]> {
  const response = await fetch(address, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(8000), redirect: 'error' }).catch(() => undefined)
  return response?.ok === true ? keySet.safeParse(await response.json().catch(() => undefined)).data?.keys ?? [] : []
}

const saltBytes = 32

function isSignedBy(key: Key, algorithm: SigningAlgorithm, text: string, signature: string): boolean {
  const wanted = algorithm === 'ES256' ? 'EC' : 'RSA'
  if (key.kty !== wanted) return false
  const publicKey = createPublicKey({ key, format: 'jwk' })
  const how = algorithm === 'ES256' ? { key: publicKey, dsaEncoding: 'ieee-p1363' as const }
    : algorithm === 'PS256' ? { key: publicKey, padding: 6, saltLength: saltBytes } : { key: publicKey }
  return verify(`sha${algorithm.slice(2)}`, Buffer.from(text), how, Buffer.from(signature, 'base64url'))
}
