// Whether a PDF needs a password to be opened. Many reports are saved with an owner's password alone, which only asks programs
// not to print or change them: those open for anybody and are taken. Asked as readers do, by trying the empty password against
// the standard security handler (ISO 32000-2, 7.6.4; its revisions 2 to 6).

import { createCipheriv, createHash } from 'node:crypto'

interface Lock {
  readonly revision: number
  readonly keyBytes: number
  readonly permissions: number
  readonly owner: Buffer
  readonly user: Buffer
  readonly fileId: Buffer
  readonly hidesMetadata: boolean
}

/** `text` is the file as latin1. A lock of a kind that is not known needs whatever it needs: it counts as a password. */
export function needsPassword(text: string): boolean {
  const lock = lockIn(text)
  return lock === undefined || !opensWithout(lock)
}

function lockIn(text: string): Lock | undefined {
  const dictionary = encryptionIn(text)
  if (dictionary === undefined || !/\/Filter\s*\/Standard\b/.test(dictionary)) return undefined
  const owner = stringAfter(dictionary, 'O')
  const user = stringAfter(dictionary, 'U')
  const revision = numberAfter(dictionary, 'R')
  if (owner === undefined || user === undefined || revision === undefined) return undefined
  const version = numberAfter(dictionary, 'V') ?? 0
  // The length of version 4 is fixed, whatever the outer entry says; that of 1 is 40 bits.
  const bits = version === 4 ? 128 : version === 1 ? 40 : numberAfter(dictionary, 'Length') ?? 40
  return {
    revision, keyBytes: Math.min(16, Math.max(5, bits / 8)), permissions: numberAfter(dictionary, 'P') ?? 0, owner, user,
    fileId: firstFileId(text), hidesMetadata: !/\/EncryptMetadata\s+false\b/.test(dictionary),
  }
}

const encryptEntry = /\/Encrypt\s*(?:(\d+)\s+(\d+)\s+R|<<)/g

export const isEncrypted = (text: string): boolean => text.search(encryptEntry) >= 0

/** The dictionary that the last trailer points to, or holds. */
function encryptionIn(text: string): string | undefined {
  const entry = [...text.matchAll(encryptEntry)].at(-1)
  if (entry === undefined) return undefined
  const [, number, generation] = entry
  if (number === undefined) return text.slice(entry.index, entry.index + 4000)
  const found = [...text.matchAll(new RegExp(`(?:^|[^\\d])${number}\\s+${generation ?? '0'}\\s+obj\\b`, 'g'))].at(-1)
  return found === undefined ? undefined : text.slice(found.index, found.index + 4000)
}

const numberAfter = (dictionary: string, name: string): number | undefined => {
  const [, digits] = new RegExp(`/${name}\\s+(-?\\d+)`).exec(dictionary) ?? []
  return digits === undefined ? undefined : Number(digits)
}

function stringAfter(dictionary: string, name: string): Buffer | undefined {
  const found = new RegExp(`/${name}\\s*(?=[(<])`).exec(dictionary)
  return found === null ? undefined : readString(dictionary, found.index + found[0].length)
}

/** The first half of the file's identifier, which goes into the key; files of old programs may have none. */
function firstFileId(text: string): Buffer {
  const found = [...text.matchAll(/\/ID\s*\[\s*(?=[(<])/g)].at(-1)
  return found === undefined ? Buffer.alloc(0) : readString(text, found.index + found[0].length)
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** A string of a PDF, in angle brackets or in round ones with its escapes (7.3.4). */
function readString(text: string, from: number): Buffer {
  if (text[from] === '<') return Buffer.from(text.slice(from + 1, text.indexOf('>', from)).replaceAll(/\s/g, ''), 'hex')
  let out = ''
  let depth = 0
  for (let at = from; at < text.length && at < from + 2000; at += 1) {
    const letter = text[at] ?? ''
    if (letter === '\\') {
      const [octal] = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4)) ?? []
      const next = text[at + 1] ?? ''
      if (octal !== undefined) out += String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
      else if (next !== '\n' && next !== '\r') out += escapes[next] ?? next
      at += octal?.length ?? 1
      continue
    }
    if (letter === ')' && --depth === 0) break
    if (letter !== '(' || depth++ > 0) out += letter
  }
  return Buffer.from(out, 'latin1')
}

function opensWithout(lock: Lock): boolean {
  const { revision, user, fileId } = lock
  if (revision >= 5) {
    const hash = revision === 5 ? createHash('sha256').update(user.subarray(32, 40)).digest() : hardenedHash(user.subarray(32, 40))
    return user.length >= 48 && hash.equals(user.subarray(0, 32))
  }
  const key = keyOfEmptyPassword(lock)
  if (revision === 2) return rc4(key, padding).equals(user.subarray(0, 32))
  let check: Buffer = createHash('md5').update(padding).update(fileId).digest()
  for (let round = 0; round < 20; round += 1) check = rc4(key.map((byte) => byte ^ round), check)
  return check.equals(user.subarray(0, 16))
}

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

/** Algorithm 2, for a password of no letters. */
function keyOfEmptyPassword({ revision, keyBytes, permissions, owner, fileId, hidesMetadata }: Lock): Buffer {
  const rights = Buffer.alloc(4)
  rights.writeInt32LE(permissions | 0)
  const hash = createHash('md5').update(padding).update(owner.subarray(0, 32)).update(rights).update(fileId)
  if (revision >= 4 && !hidesMetadata) hash.update(Buffer.from('ffffffff', 'hex'))
  const size = revision === 2 ? 5 : keyBytes
  let key: Buffer = hash.digest()
  const rounds = revision >= 3 ? 50 : 0
  for (let round = 0; round < rounds; round += 1) key = createHash('md5').update(key.subarray(0, size)).digest()
  return key.subarray(0, size)
}

/** Algorithm 2.B: rounds of AES and SHA-2, for a password of no letters. */
function hardenedHash(salt: Buffer): Buffer {
  let key = createHash('sha256').update(salt).digest()
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false)
    const scrambled = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)))
    const rest = scrambled.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = createHash(['sha256', 'sha384', 'sha512'][rest] ?? 'sha256').update(scrambled).digest()
    last = scrambled.at(-1) ?? 0
  }
  return key.subarray(0, 32)
}

/** Node leaves this cipher out by now; it is needed only to see whether a lock is open. */
function rc4(key: Uint8Array, message: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  const swap = (a: number, b: number): void => { [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0] }
  for (let at = 0, other = 0; at < 256; at += 1) {
    other = (other + (state[at] ?? 0) + (key[at % key.length] ?? 0)) & 0xff
    swap(at, other)
  }
  let i = 0
  let j = 0
  return Buffer.from(message.map((byte) => {
    i = (i + 1) & 0xff
    j = (j + (state[i] ?? 0)) & 0xff
    swap(i, j)
    return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 0xff] ?? 0)
  }))
}
