// What a browser carries sealed while somebody signs in elsewhere: nobody can read or make it, and it ends after ten minutes.

import { z } from 'zod'
import type { Ask } from '../../../casebook/ask.ts'
import type { House } from '../../../casebook/house.ts'
import { hostCookie } from '../../../casebook/signing-in/session.ts'
import { instantAfter } from '../../../platform/clock/system-clock.ts'
import type { Cookie } from '../../../platform/http/reply.ts'
import { SealBroken } from '../../../platform/seal/seal.ts'

const trip = z.object({
  state: z.string(), nonce: z.string(), codeVerifier: z.string(),
  next: z.string().optional(), isShared: z.boolean(),
  /** Somebody signed in proves again who they are. */
  isAgain: z.boolean(),
  until: z.string(),
})

export type Trip = Omit<z.infer<typeof trip>, 'until'>

const minutes = 10
const nameOf = (house: House): string => hostCookie(house, 'hub-sign-in')
const sealedFor = (provider: string) => ({ purpose: 'sign-in', of: provider, about: 'trip' }) as const

export function tripCookie(house: House, provider: string, kept: Trip): Cookie {
  const until = instantAfter(house.clock.now(), minutes * 60_000)
  return { name: nameOf(house), value: house.sealer.seal(JSON.stringify({ ...kept, until }), sealedFor(provider)), maxAge: minutes * 60 }
}

/** A trip is taken once: whatever came of it, the browser forgets it. */
export const noTripCookie = (house: House): Cookie => ({ name: nameOf(house), value: '', maxAge: 0 })

/** The trip that this browser began to this provider, while it lasts. */
export function tripOf({ house, cookies }: Ask, provider: string): Trip | undefined {
  const sealed = cookies[nameOf(house)]
  if (sealed === undefined) return undefined
  try {
    const { until, ...kept } = trip.parse(JSON.parse(house.sealer.open(sealed, sealedFor(provider))))
    return until > house.clock.now() ? kept : undefined
  } catch (error) {
    if (error instanceof SealBroken) return undefined
    throw error
  }
}
