// Tokens for links and cookies, codes to be read out or typed, and what is kept of them: never the thing itself.

import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'

/** 256 random bits for a link or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token that nobody can guess: a plain hash is enough. `within` binds a short code to something long. */
export const hashOfToken = (token: string, within = ''): string => createHash('sha256').update(`${within}\u0000${token}`).digest('hex')

export const isSameHash = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

// OWASP's first setting for argon2id, as for passwords: 19 MiB, two passes, one lane.
const slowly = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 }

/**
 * What is kept of a recovery code: 78 bits are too few for a plain hash (OWASP ASVS 5.0, 6.5.2 asks for 112), so it is made slowly and with a salt.
 * The salt is the person's own, from the random id, so that a typed code is looked up by one hash and not tried against ten.
 */
export async function hashOfRecoveryCode(typed: string, personId: string): Promise<string> {
  const salt = createHash('sha256').update(`recovery code of ${personId}`).digest().subarray(0, 16)
  return (await hashRaw(plainCode(typed), { ...slowly, salt })).toString('base64url')
}

const digits = (count: number): string => Array.from({ length: count }, () => String(randomInt(10))).join('')

/** Six digits to be typed within minutes. */
export const newSixDigits = (): string => digits(6)

/** Eight digits to be told by telephone or letter: easy to say in any language. */
export const newSpokenCode = (): string => digits(8)

/** "4821 9037": as it is shown and said. */
export const spokenAs = (code: string): string => code.replaceAll(/(\d{4})(?=\d)/g, '$1 ')

// No letters that are read as others or as digits (Crockford).
const letters = 'abcdefghjkmnpqrstvwxyz23456789'

/** Sixteen letters, 78 random bits: "k7pm-x2qd-9hvw-tn4b". */
export const newRecoveryCode = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)] ?? '').join('')).join('-')

/** As somebody types a code from paper: spaces, hyphens and capitals do not matter. */
export const plainCode = (typed: string): string => typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
