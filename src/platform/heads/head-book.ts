// Signed heads of the audit chains, kept outside the database: one file for each chain, only ever added to. Whoever changes records,
// even with every right in the database, cannot make a head that fits. How a line is written: docs/how-to/check-the-audit-chain.md.

import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'

/** The last record of one chain at a moment. */
export interface Head {
  /** The chain's id: a local area's, or the nil id. */
  readonly chain: string
  readonly seq: number
  /** In hexadecimal. */
  readonly hash: string
  readonly at: string
}

export interface HeadBook {
  /** The last head that was signed of a chain. */
  readonly last: (chain: string) => Head | undefined
  /** Signs a head and adds it to the chain's file, on the disk when this resolves. */
  readonly add: (head: Head) => Promise<void>
  /** Signs a text that begins by saying what it is (Ed25519, base64): what leaves the installation under its name. */
  readonly sign: (text: string) => string
  /** The key that others check with, as PEM. */
  readonly publicKey: () => string
}

export interface HeadBookSettings {
  readonly dir: string
  readonly keyFile: string
  /** Makes a key where there is none: for one's own machine. In production somebody makes it, and publishes its other half. */
  readonly makesKey: boolean
}

const noHash = '0'.repeat(64)
const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Nothing is read or made until it is used: only the worker and the backup ever sign. */
export function openHeadBook({ dir, keyFile, makesKey }: HeadBookSettings): HeadBook {
  let known: KeyObject | undefined
  const key = (): KeyObject => {
    if (known === undefined && !existsSync(keyFile)) {
      if (!makesKey) throw new Error('there is no key to sign the audit heads with: golden-thread audit-key makes one')
      makeAuditKey(keyFile)
    }
    return known ??= createPrivateKey(readFileSync(keyFile))
  }
  const fileOf = (chain: string): string => path.join(dir, `${chain}.heads`)
  const lines = (chain: string): string[] => (existsSync(fileOf(chain)) ? readFileSync(fileOf(chain), 'utf8').split('\n').filter((line) => line !== '') : [])
  return {
    last(chain) {
      const line = lines(chain).at(-1)
      if (line === undefined) return undefined
      const { seq, hash, at } = JSON.parse(line) as Head
      return { chain, seq, hash, at }
    },
    async add({ chain, seq, hash, at }) {
      const before = lines(chain).at(-1)
      const fields = { chain, seq, hash, at, before: before === undefined ? noHash : sha256(before), key: keyIdOf(key()) }
      const signature = sign(null, Buffer.from(signedText(fields)), key()).toString('base64')
      mkdirSync(dir, { recursive: true, mode: 0o750 })
      const file = await open(fileOf(chain), 'a', 0o640)
      try {
        await file.write(`${JSON.stringify({ ...fields, signature })}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
    },
    sign: (text) => sign(null, Buffer.from(text), key()).toString('base64'),
    publicKey: () => createPublicKey(key()).export({ type: 'spki', format: 'pem' }).toString(),
  }
}

/** Each field as its length in bytes, a colon, its text and a comma: no two heads can be written alike. */
function signedText({ chain, seq, hash, at, before, key }: { chain: string; seq: number; hash: string; at: string; before: string; key: string }): string {
  return ['golden-thread audit head 1', chain, String(seq), hash, at, before, key].map((text) => `${Buffer.byteLength(text)}:${text},`).join('')
}

/** The first sixteen digits of the fingerprint of the public half: says which key signed when keys change. */
const keyIdOf = (key: KeyObject): string => sha256(createPublicKey(key).export({ type: 'spki', format: 'der' })).slice(0, 16)

/** Makes a key pair: the private half readable by its owner alone, the public half beside it. Never writes over a key that is there. */
export function makeAuditKey(keyFile: string): string {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const published = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  mkdirSync(path.dirname(keyFile), { recursive: true, mode: 0o700 })
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), { mode: 0o600, flag: 'wx' })
  writeFileSync(`${keyFile.replace(/\.pem$/, '')}.public.pem`, published, { mode: 0o644 })
  return published
}
