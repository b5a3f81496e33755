// A file locked with a passphrase that people tell each other (age, https://age-encryption.org/v1): what leaves the installation by
// hand can be read by nobody who finds it on its way. `age --decrypt` opens it too.

import { randomInt } from 'node:crypto'
import { Decrypter, Encrypter } from 'age-encryption'
import type { Outcome } from '../../domain/outcome.ts'
import { ok, refused } from '../../domain/outcome.ts'

// No letters that are read as others or as digits (Crockford), and none that has to be spelled in capitals.
const letters = 'abcdefghjkmnpqrstvwxyz23456789'

/** Five groups of four, 98 random bits: "k7pm-x2qd-9hvw-tn4b-c3rs". To be read out on the telephone. */
export const newPassphrase = (): string => Array.from({ length: 5 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)] ?? '').join('')).join('-')

const group = `[${letters}]{4}`
/** Whether it is one that `newPassphrase` could have made. */
export const isPassphrase = (text: string): boolean => new RegExp(`^${group}(-${group}){4}$`).test(text)

/** As somebody types it who was told it: spaces, hyphens and capitals do not matter. One of another program stays as it is. */
function asTold(typed: string): string {
  const plain = typed.toLowerCase().replaceAll(/[\s\p{Pd}]/gu, '')
  const grouped = (plain.match(/.{1,4}/g) ?? []).join('-')
  return isPassphrase(grouped) ? grouped : typed.trim()
}

// The passphrase is random: the work for each try adds fifteen bits to its ninety-eight. One try takes a tenth of a second.
const workFactor = 15
/** Sixteen times the work of the usual age file takes more memory than a small machine has. */
const mostWork = 18

export async function lockFile(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setScryptWorkFactor(workFactor)
  encrypter.setPassphrase(passphrase)
  return encrypter.encrypt(bytes)
}

const firstLine = 'age-encryption.org/v1\n'

export const isLockedFile = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, firstLine.length)).toString('latin1') === firstLine

export type UnlockRefusal = 'wrong-passphrase' | 'no-passphrase' | 'too-much-work' | 'broken'

/** What was locked. A file that asks for too much work, or that no passphrase opens, is refused before anything is tried. */
export async function unlockFile(bytes: Uint8Array, typed: string): Promise<Outcome<Uint8Array, UnlockRefusal>> {
  const stanza = /^age-encryption\.org\/v1\n-> (\S+)([^\n]*)\n/.exec(Buffer.from(bytes.subarray(0, 400)).toString('latin1'))
  if (stanza === null) return refused('broken')
  if (stanza[1] !== 'scrypt') return refused('no-passphrase')
  if (Number(stanza[2]?.trim().split(' ')[1]) > mostWork) return refused('too-much-work')
  const decrypter = new Decrypter()
  decrypter.addPassphrase(asTold(typed))
  try {
    return ok(await decrypter.decrypt(bytes))
  } catch (error) {
    // The library says no more than words: this one when the key does not fit, another when what was locked has been changed.
    return refused(error instanceof Error && /no identity matched/.test(error.message) ? 'wrong-passphrase' : 'broken')
  }
}
