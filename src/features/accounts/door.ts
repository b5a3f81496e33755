// What the pages of accounts share: whether there are accounts here at all, the cookies on the way, and the one door by which
// somebody who has shown enough comes in.

import { isKnownDevice, keepDevice, noteDeviceUsed, noteSignedIn } from '../../casebook/accounts/account-rows.ts'
import type { StepKind } from '../../casebook/accounts/steps.ts'
import { secondsOfStep, stepCookie } from '../../casebook/accounts/steps.ts'
import type { Ask } from '../../casebook/ask.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { SignedInBy } from '../../casebook/session.ts'
import { endSession, provenAtOf, sessionCookie, startSession } from '../../casebook/session.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Proof } from '../../domain/sign-in/proofs.ts'
import { isEnough } from '../../domain/sign-in/proofs.ts'
import type { PersonId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import { instantAfter } from '../../platform/clock/system-clock.ts'
import type { Cookie, Reply } from '../../platform/http/reply.ts'

/** A browser in which somebody has signed in before. It is no proof of anything: it only is not slowed by strangers. */
export const deviceCookie = 'hub-device'
const aYear = 365 * 24 * 3600

/** Not there at all where people do not sign in with accounts of the hub. */
export function mustHaveAccounts({ house }: Ask): void {
  if (!house.signIn.includes('local')) throw new NotFound('accounts')
}

export const stepOf = (token: string, kind: StepKind): Cookie => ({ name: stepCookie, value: token, maxAge: secondsOfStep(kind) })
export const noStep: Cookie = { name: stepCookie, value: '', maxAge: 0 }

export const onTheWay = (to: string, token: string, kind: StepKind): Reply => ({ kind: 'redirect', to, cookies: [stepOf(token, kind)] })

/** Only a path of our own, with what it asks for: a link must not lead people off the hub after signing in. */
export const nextOf = (text: string): string | undefined => (/^\/(?![/\\])[\w\-/.?=&%+*~!'(),:;@$]*$/.test(text) ? text : undefined)

/** In the transaction in which the last proof was found right: notes the day, and knows this browser from now on. */
export async function letIn(tx: Tx, ask: Ask, personId: PersonId, shown: readonly Proof[]): Promise<{ personId: PersonId; device: Cookie | undefined }> {
  if (!isEnough(shown)) throw new Error('nobody is let in with one factor')
  await noteSignedIn(tx, personId, { forgives: shown.includes('password') })
  const known = ask.cookies[deviceCookie] ?? ''
  if (await isKnownDevice(tx, personId, known)) {
    await noteDeviceUsed(tx, known)
    return { personId, device: undefined }
  }
  return { personId, device: { name: deviceCookie, value: await keepDevice(tx, personId), maxAge: aYear } }
}

/** A new session, never the one that was there before; whoever signs in again leaves nothing open behind them. */
export async function sessionCookies(ask: Ask, { personId, device }: { personId: PersonId; device: Cookie | undefined }, by: SignedInBy): Promise<readonly Cookie[]> {
  const { house, cookies } = ask
  const before = cookies[sessionCookie]
  if (before !== undefined) await endSession(house.database, before)
  const token = await startSession(house.database, personId, house.clock.now(), by)
  return [{ name: sessionCookie, value: token }, ...(device === undefined ? [] : [device]), noStep]
}

const freshMinutes = 15

/** Before something of the account is changed: undefined when the person proved who they are just now, else the way to do so. */
export async function signInAgainFirst(ask: Ask): Promise<Reply | undefined> {
  const provenAt = await provenAtOf(ask.house.database, ask.cookies[sessionCookie])
  const isFresh = provenAt !== undefined && instantAfter(provenAt, freshMinutes * 60_000) > ask.house.clock.now()
  return isFresh ? undefined : { kind: 'redirect', to: paths.signIn({ next: paths.mySignIn(), done: 'sign-in-again' }) }
}

/** Where passkeys belong: the address by which the hub is reached. */
export const placeOf = ({ house }: Ask): { origin: string } => ({ origin: new URL(house.baseUrl).origin })
