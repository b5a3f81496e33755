// Whether the audit record of a restored database fits: asked of the verifier, which shares no line with what wrote it.

import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Verdict } from './audit-verifier.ts'
import { headsIn, inDatabase, verify } from './audit-verifier.ts'

export interface SignedHeads {
  readonly headsDir: string
  readonly publicKeyFile: string
  /** When the backup was made: heads signed later name records that came after it, and those are not missing. */
  readonly takenAt: string
}

/** The chains and what does not fit in them. Without signed heads a record that was cut short, or written anew throughout, is not seen. */
export async function checkRestoredAudit(databaseUrl: string, signed: SignedHeads | undefined): Promise<Verdict> {
  const publicKey = signed === undefined ? generateKeyPairSync('ed25519').publicKey : createPublicKey(readFileSync(signed.publicKeyFile))
  const heads = signed === undefined ? new Map<string, string[]>()
    : new Map([...headsIn(signed.headsDir)].map(([chain, lines]) => [chain, lines.filter((line) => !isSignedAfter(line, signed.takenAt))]))
  return inDatabase(databaseUrl, (records) => verify({ records, heads, publicKey }))
}

/** A line that cannot be read is kept, for the verifier to say so. */
function isSignedAfter(line: string, moment: string): boolean {
  try {
    const head: unknown = JSON.parse(line)
    return typeof head === 'object' && head !== null && 'at' in head && typeof head.at === 'string' && head.at > moment
  } catch {
    return false
  }
}
