// What a passkey signs: sealed words with an end in them, so that showing a page writes nothing, and each is answered once.

import { z } from 'zod'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import { instantAfter } from '../../platform/clock/system-clock.ts'
import { hashOfToken, newToken } from '../../platform/second-factor/codes.ts'
import { SealBroken } from '../../platform/seal/seal.ts'
import type { House } from '../house.ts'
import type { Tx } from '../tx.ts'

/** What it is for: signing in, or adding a passkey to one person's account. */
export type ChallengeFor = 'sign-in' | { readonly addTo: string }

const minutes = 10
const sealedFor = (what: ChallengeFor) => ({ purpose: 'sign-in', of: 'passkey', about: what === 'sign-in' ? what : `add to ${what.addTo}` }) as const
const inside = z.object({ mark: z.string(), endsAt: z.string() })

export function newChallenge({ sealer, clock }: Pick<House, 'sealer' | 'clock'>, what: ChallengeFor): string {
  return sealer.seal(JSON.stringify({ mark: newToken(), endsAt: instantAfter(clock.now(), minutes * 60_000) }), sealedFor(what))
}

/** True once for a challenge of ours that is not over and was for this. */
export async function takeChallenge(tx: Tx, challenge: string, what: ChallengeFor): Promise<boolean> {
  const endsAt = endOf(tx.house, challenge, what)
  if (endsAt === undefined || endsAt <= tx.now) return false
  const taken = await tx.db.insertInto('usedChallenge').values({ challengeHash: hashOfToken(challenge), endsAt }).onConflict((conflict) => conflict.column('challengeHash').doNothing()).executeTakeFirst()
  return taken.numInsertedOrUpdatedRows === 1n
}

function endOf({ sealer }: House, challenge: string, what: ChallengeFor): Instant | undefined {
  try {
    return inside.parse(JSON.parse(sealer.open(challenge, sealedFor(what)))).endsAt as Instant
  } catch (error) {
    // Anybody can send us words that we did not seal.
    if (error instanceof SealBroken) return undefined
    throw error
  }
}
