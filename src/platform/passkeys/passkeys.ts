// Passkeys (Web Authentication): what the browser is asked, and whether its answer is right. The challenge is sealed words of our
// own with an end, so that a page can show it without a row being written; that it is answered once is the caller's to keep.

import {
  generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { AuthenticationResponseJSON, AuthenticatorTransport, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'

/** Where the hub is: passkeys work at this address and nowhere else, so they cannot be phished. */
export interface Place {
  /** "https://hub.example.gov.uk" */
  readonly origin: string
}

const idOf = ({ origin }: Place): string => new URL(origin).hostname

export interface KnownPasskey {
  readonly id: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: readonly string[]
}

export interface MadePasskey extends KnownPasskey {
  /** Kept by the maker of the device and there on all of a person's devices. */
  readonly isSynced: boolean
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'utf8'))

/** Asks for a new passkey. It must hold its own name (so that no address is asked first) and check its owner by PIN, finger or face. */
export async function askForPasskey(place: Place, { challenge, userHandle, email, known }: {
  challenge: string; userHandle: string; email: string; known: readonly KnownPasskey[]
}): Promise<unknown> {
  return generateRegistrationOptions({
    rpName: 'Golden Thread', rpID: idOf(place), userName: email, userDisplayName: email, userID: bytesOf(userHandle), challenge: bytesOf(challenge),
    attestationType: 'none', excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** Asks for any passkey of this place: the browser shows the person's own, and we name none, so nobody learns who has one. */
export async function askWhoIsThere(place: Place, challenge: string): Promise<unknown> {
  return generateAuthenticationOptions({ rpID: idOf(place), challenge: bytesOf(challenge), userVerification: 'required' })
}

const credential = z.object({ id: z.string().max(1400), rawId: z.string().max(1400), type: z.literal('public-key'), clientExtensionResults: z.object({}).loose().default({}), authenticatorAttachment: z.string().optional() })
const registration = credential.extend({ response: z.object({ clientDataJSON: z.string(), attestationObject: z.string(), transports: z.array(z.string()).max(10).optional() }).loose() })
const authentication = credential.extend({ response: z.object({ clientDataJSON: z.string(), authenticatorData: z.string(), signature: z.string(), userHandle: z.string().optional() }).loose() })

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The challenge as it was given out: the browser sends it back in base64url. */
const challengeIn = (encoded: string): string => Buffer.from(encoded, 'base64url').toString('utf8')

type IsOurs = (challenge: string) => Promise<boolean>

/** The passkey that the browser made; undefined when anything is wrong with it, or nobody was checked. */
export async function passkeyMade(place: Place, answer: string, isOurs: IsOurs): Promise<MadePasskey | undefined> {
  const parsed = registration.safeParse(jsonIn(answer))
  if (!parsed.success) return undefined
  const verified = await orNothing(verifyRegistrationResponse({
    response: parsed.data as RegistrationResponseJSON, expectedChallenge: (encoded) => isOurs(challengeIn(encoded)),
    expectedOrigin: place.origin, expectedRPID: idOf(place), requireUserVerification: true,
  }))
  if (verified?.verified !== true) return undefined
  const { credential: made, credentialBackedUp } = verified.registrationInfo
  return { id: made.id, publicKey: new Uint8Array(made.publicKey), counter: made.counter, transports: parsed.data.response.transports ?? [], isSynced: credentialBackedUp }
}

/** Which passkey the browser says that it has used; nothing is checked yet. */
export function passkeyNamedIn(answer: string): string | undefined {
  const parsed = authentication.safeParse(jsonIn(answer))
  return parsed.success ? parsed.data.id : undefined
}

/** The passkey's new counter when the answer is right; undefined when it is not. */
export async function passkeyAnswered(place: Place, answer: string, known: KnownPasskey, isOurs: IsOurs): Promise<{ readonly counter: number } | undefined> {
  const parsed = authentication.safeParse(jsonIn(answer))
  if (!parsed.success) return undefined
  const verified = await orNothing(verifyAuthenticationResponse({
    response: parsed.data as AuthenticationResponseJSON, expectedChallenge: (encoded) => isOurs(challengeIn(encoded)),
    expectedOrigin: place.origin, expectedRPID: idOf(place), requireUserVerification: true,
    credential: { id: known.id, publicKey: known.publicKey, counter: known.counter, transports: [...known.transports] as AuthenticatorTransport[] },
  }))
  return verified?.verified === true ? { counter: verified.authenticationInfo.newCounter } : undefined
}

/** The library throws for whatever is wrong with an answer from outside: a wrong answer is no fault of the program. */
async function orNothing<T>(verifying: Promise<T>): Promise<T | undefined> {
  try {
    return await verifying
  } catch {
    return undefined
  }
}
