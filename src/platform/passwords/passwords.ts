// Passwords: hashed with argon2id, compared in the same time whether there is one or not, and looked up in lists of those that
// were stolen from others.

import { createHash } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { dictionary } from '@zxcvbn-ts/language-common'

export interface Passwords {
  /** The argon2id hash to keep, with its salt and settings in it. */
  readonly hash: (password: string) => Promise<string>
  /** Whether the password is the one behind the hash. Without a hash the same work is done, and the answer is no. */
  readonly matches: (kept: string | null | undefined, password: string) => Promise<boolean>
  /** Passwords in small letters that many people use: part of the program, so that it needs no network. */
  readonly common: ReadonlySet<string>
  /** Whether the password was in a known breach, as far as somebody can be asked; no where nobody is. */
  readonly wasStolen: (password: string) => Promise<boolean>
}

/** OWASP's first setting for argon2id: 19 MiB, two passes, one lane. */
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/**
 * `rangeUrl` is a service that gives all endings of SHA-1 hashes with five given first digits ("…/range/ABCDE"), so that it
 * learns nothing of the password: Have I Been Pwned, or a council's own copy of it.
 */
export function openPasswords({ rangeUrl }: { rangeUrl?: string | undefined } = {}): Passwords {
  const kept = (password: string): Promise<string> => hash(password.normalize('NFKC'), settings)
  // A password that nobody has: made once, so that a try at an account that is not there costs what any other does.
  const nobody = kept(createHash('sha256').update(String(process.hrtime.bigint())).digest('hex'))
  return {
    hash: kept,
    matches: async (known, password) => {
      const isRight = await verify(known ?? await nobody, password.normalize('NFKC'))
      return isRight && known !== null && known !== undefined
    },
    common: new Set(dictionary['passwords-common'].map((word) => word.toLowerCase())),
    wasStolen: (password) => (rangeUrl === undefined ? Promise.resolve(false) : isInRange(rangeUrl, password)),
  }
}

/** Someone who is asked and does not answer in two seconds must not keep a family from opening their account: the list here still holds. */
async function isInRange(rangeUrl: string, password: string): Promise<boolean> {
  const digest = createHash('sha1').update(password).digest('hex').toUpperCase()
  try {
    const answer = await fetch(`${rangeUrl.replace(/\/+$/, '')}/${digest.slice(0, 5)}`, {
      headers: { 'add-padding': 'true' }, signal: AbortSignal.timeout(2000), redirect: 'error',
    })
    if (!answer.ok) return false
    const text = (await answer.text()).slice(0, 200_000)
    return text.split(/\r?\n/).some((line) => {
      const [ending = '', times = '0'] = line.split(':')
      return ending.trim().toUpperCase() === digest.slice(5) && Number(times) > 0
    })
  } catch {
    return false
  }
}
