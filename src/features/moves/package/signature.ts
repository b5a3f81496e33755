// Signatures of packages and receipts: Ed25519 (RFC 8032), with the key by which the installation signs the heads of its audit record. What
// is signed begins with the name of what it is, so that a signature of one thing is never one of another.

import { createHash, createPublicKey, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { HeadBook } from '../../../platform/heads/head-book.ts'
import type { Signature } from './format.ts'

export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Each field as its length in bytes, a colon, its text and a comma. */
const signedText = (fields: readonly string[]): string => fields.map((field) => `${Buffer.byteLength(field)}:${field},`).join('')

export type Signed = 'golden-thread move 1' | 'golden-thread move receipt 1'

/** Signs the hash of a text as what it is. */
export function signText(book: Pick<HeadBook, 'sign' | 'publicKey'>, what: Signed, text: string): Signature {
  const publicKey = book.publicKey()
  const key = keyIdOf(createPublicKey(publicKey))
  return { algorithm: 'ed25519', publicKey, key, signature: book.sign(signedText([what, sha256Of(text), key])) }
}

/** Whether the signature is of this text and of the key that it names. Says nothing of whose key that is. */
export function isSignedBy({ publicKey, key, signature }: Signature, what: Signed, text: string): boolean {
  try {
    const known = createPublicKey(publicKey)
    return known.asymmetricKeyType === 'ed25519' && keyIdOf(known) === key && verify(null, Buffer.from(signedText([what, sha256Of(text), key])), known, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

const derOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' })
const keyIdOf = (key: KeyObject): string => sha256Of(derOf(key)).slice(0, 16)

/** The whole fingerprint of a public key, in groups of four, to be read out on the telephone. Throws for what is no key. */
export const fingerprintOf = (publicKey: string): string => (sha256Of(derOf(createPublicKey(publicKey))).match(/.{4}/g) ?? []).join(' ')
