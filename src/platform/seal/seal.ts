// Seals a text so that a copy of the database without the key says nothing: addresses that must not be found, second factors.
// AES-256-GCM under a key of its own for each area and purpose (HKDF, RFC 5869); what it was sealed for is part of the seal,
// so that a sealed text moved to another row or area does not open.

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** What a text is sealed for: the purpose is a fixed word of the program, `of` the area or person, `about` the row. */
export interface SealedFor {
  readonly purpose: 'address' | 'second-factor' | 'sealed-record' | 'sign-in' | 'kept-typing' | 'account-message' | 'finding' | 'paragraph' | 'search'
  readonly of: string
  readonly about: string
}

export interface Sealer {
  /** The sealed text as base64url, with the key's version in front: "1.…". */
  readonly seal: (text: string, sealedFor: SealedFor) => string
  /** Throws SealBroken when the text was changed, belongs elsewhere or was sealed with another key. */
  readonly open: (sealed: string, sealedFor: SealedFor) => string
  /** The same text sealed under the key of today. Throws as `open` does. */
  readonly sealAnew: (sealed: string, sealedFor: SealedFor) => string
  /** A keyed mark of a text: the same for the same text and purpose, and nothing to whoever has no key. For finding without opening. */
  readonly mark: (text: string, markedFor: Omit<SealedFor, 'about'>) => string
  /** Its marks with the key of today, first, and with each former one: what was marked before the key changed is found by one of them. */
  readonly marks: (text: string, markedFor: Omit<SealedFor, 'about'>) => readonly string[]
}

export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}

const version = '1'
const ivBytes = 12
const tagBytes = 16

/**
 * `masterKey` has at least 32 characters; it is never used itself, only what is derived from it. `former` keys, the newest first, still open
 * what they sealed; nothing new is sealed or marked with them.
 */
export function openSealer(masterKey: string, former: readonly string[] = []): Sealer {
  if ([masterKey, ...former].some((key) => key.length < 32)) throw new Error('the sealing key has fewer than 32 characters')
  const deriveFrom = (master: string, use: string): Buffer => Buffer.from(hkdfSync('sha256', master, 'golden-thread seal', use, 32))
  const derive = (use: string): Buffer => deriveFrom(masterKey, use)
  const useOf = ({ purpose, of }: SealedFor): string => `${purpose}:${of}`
  // Marks are made of every few words of a whole plan: their key is derived once.
  const markKeys = new Map<string, readonly Buffer[]>()
  const markKeysOf = (use: string): readonly Buffer[] => {
    const keys = markKeys.get(use) ?? [masterKey, ...former].map((master) => deriveFrom(master, use))
    markKeys.set(use, keys)
    return keys
  }
  const marks: Sealer['marks'] = (text, { purpose, of }) => markKeysOf(`mark:${purpose}:${of}`).map((key) => createHmac('sha256', key).update(text, 'utf8').digest('base64url'))
  const named = ({ purpose, of, about }: SealedFor): Buffer => Buffer.from(`${version}:${purpose}:${of}:${about}`)
  const sealer: Sealer = {
    seal(text, sealedFor) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', derive(useOf(sealedFor)), iv, { authTagLength: tagBytes }).setAAD(named(sealedFor))
      const words = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `${version}.${Buffer.concat([iv, cipher.getAuthTag(), words]).toString('base64url')}`
    },
    open(sealed, sealedFor) {
      const [of, body = ''] = sealed.split('.', 2)
      const bytes = Buffer.from(body, 'base64url')
      if (of !== version || bytes.length < ivBytes + tagBytes) throw new SealBroken('not a sealed text of this program')
      let cause: unknown
      for (const master of [masterKey, ...former]) {
        try {
          const decipher = createDecipheriv('aes-256-gcm', deriveFrom(master, useOf(sealedFor)), bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
            .setAAD(named(sealedFor)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
          return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
        } catch (error) {
          cause ??= error
        }
      }
      throw new SealBroken('the seal does not open', { cause })
    },
    sealAnew: (sealed, sealedFor) => sealer.seal(sealer.open(sealed, sealedFor), sealedFor),
    mark: (text, markedFor) => marks(text, markedFor)[0] ?? '',
    marks,
  }
  return sealer
}
