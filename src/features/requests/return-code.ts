// How somebody without an account comes back: a reference and a code to write down. The code follows from the secret in the
// browser's cookie, so that the page can show it without its being kept anywhere; the database has only a slow hash.

import { createHash, createHmac, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import { instantAfter } from '../../platform/clock/system-clock.ts'

/** Cookie of a browser that has requests open. It ends with the browser, and on the server after twelve hours. */
export const browserCookie = 'hub-request'
export const newBrowserToken = (): string => randomBytes(32).toString('base64url')
export const isBrowserToken = (text: string | undefined): text is string => text !== undefined && /^[\w-]{43}$/.test(text)
export const browserHashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
export const openUntil = (now: Instant): Instant => instantAfter(now, 12 * 60 * 60 * 1000)

// No I, L, O, U, 0 or 1: read out by phone and copied by hand.
const signs = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** "Q7K2MP": says nothing and guards nothing. */
export const newReference = (): string => Array.from({ length: 6 }, () => signs[randomInt(signs.length)]).join('')

/** Twelve signs, some 58 bits: "ABCD EFGH JKMN". A new number gives a new code and ends the one before. */
export function returnCodeOf(browserToken: string, draftId: string, number: number): string {
  const bytes = createHmac('sha256', browserToken).update(`return-code/${draftId}/${number}`).digest()
  // 240 is the largest multiple of 30 below 256: taking no byte above it keeps every sign as likely as any other.
  const code = [...bytes].filter((byte) => byte < 240).slice(0, 12).map((byte) => signs[byte % signs.length]).join('')
  return code
}

export const codeWords = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1 ')
/** As typed: small letters, spaces and hyphens do not matter. */
export const plainCode = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z\d]/g, '').slice(0, 40)

const slowHash = promisify<string, string, number, Buffer>((code, salt, length, done) => { scrypt(code, salt, length, done) })

export const codeHashOf = async (code: string, draftId: string): Promise<string> => (await slowHash(code, draftId, 32)).toString('hex')

/** Takes as long for a draft that does not exist as for one that does. */
export async function isRightCode(code: string, draft: { id: string; codeHash: string | null } | undefined): Promise<boolean> {
  const made = Buffer.from(await codeHashOf(code, draft?.id ?? '00000000-0000-0000-0000-000000000000'))
  const kept = Buffer.from(draft?.codeHash ?? '-'.repeat(64))
  return made.length === kept.length && timingSafeEqual(made, kept) && draft?.codeHash !== null
}
