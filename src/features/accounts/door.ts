// What the pages of accounts share: whether there are accounts here at all, the cookies on the way, and the one door by which
// somebody who has shown enough comes in.

import { isKnownDevice, keepDevice, noteDeviceUsed, noteSignedIn } from '../../casebook/accounts/account-rows.ts'
import type { StepKind } from '../../casebook/accounts/steps.ts'
import { noStepCookie, stepCookie } from '../../casebook/accounts/steps.ts'
import type { Ask } from '../../casebook/ask.ts'
import { isFresh } from '../../casebook/signing-in/fresh-sign-in.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { SignInMethod } from '../../casebook/signing-in/session.ts'
import { hostCookie } from '../../casebook/signing-in/session.ts'
import { signInAs } from '../../casebook/signing-in/sign-in-as.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Proof } from '../../domain/sign-in/proofs.ts'
import { isEnough } from '../../domain/sign-in/proofs.ts'
import { paths } from '../../paths.ts'
import type { Cookie, Reply } from '../../platform/http/reply.ts'
import { redirect } from '../../platform/http/reply.ts'

/** A browser in which somebody has signed in before. It is no proof of anything: it only is not slowed by strangers. */
const deviceCookieName = ({ house }: Pick<Ask, 'house'>): string => hostCookie(house, 'hub-device')
export const deviceTokenIn = (ask: Ask): string => ask.cookies[deviceCookieName(ask)] ?? ''
const aYear = 365 * 24 * 3600

/** Invitations are taken wherever somebody can come in: with an account of the hub's own, or with one elsewhere. */
export function mustTakeInvitations({ house }: Ask): void {
  if (!house.signIn.includes('local') && house.providers.length === 0) throw new NotFound('invitations')
}

/** Not there at all where people do not sign in with accounts of the hub. */
export function mustHaveAccounts({ house }: Ask): void {
  if (!house.signIn.includes('local')) throw new NotFound('accounts')
}

export const onTheWay = (ask: Ask, to: string, token: string, kind: StepKind): Reply => ({ kind: 'redirect', to, cookies: [stepCookie(ask, token, kind)] })

/** Nobody is half-way any more: the time is over, or too much was wrong. */
export const notOnTheWay = (ask: Ask, done: 'begin-again' | 'set-up-over'): Reply => ({ kind: 'redirect', to: paths.signIn({ done }), cookies: [noStepCookie(ask)] })

/** Somebody who has shown enough, and what their browser is given to be known by. */
export interface LetIn {
  readonly personId: PersonId
  readonly device: Cookie | undefined
}

/** In the transaction in which the last proof was found right: notes the day, and knows this browser from now on. */
export async function letIn(tx: Tx, ask: Ask, personId: PersonId, shown: readonly Proof[]): Promise<LetIn> {
  if (!isEnough(shown)) throw new Error('nobody is let in with one factor')
  await noteSignedIn(tx, personId, { forgives: shown.includes('password') })
  const known = deviceTokenIn(ask)
  if (await isKnownDevice(tx, personId, known)) {
    await noteDeviceUsed(tx, known)
    return { personId, device: undefined }
  }
  return { personId, device: { name: deviceCookieName(ask), value: await keepDevice(tx, personId), maxAge: aYear } }
}

/** A new session, never the one that was there before; whoever signs in again leaves nothing open behind them. A shared computer is not known again. */
export async function goIn(ask: Ask, { personId, device }: LetIn, method: SignInMethod, next: string | undefined, { isSharedComputer = false } = {}): Promise<{ readonly to: string; readonly cookies: readonly Cookie[] }> {
  const reply = await signInAs(ask, personId, { method, secondFactorAt: ask.house.clock.now(), isSharedComputer }, next)
  if (reply.kind !== 'redirect') throw new Error('signing in leads on')
  return { to: reply.to, cookies: [...reply.cookies ?? [], ...(device === undefined || isSharedComputer ? [] : [device]), noStepCookie(ask)] }
}

const freshMinutes = 15

/** Before something of the account is changed: undefined when the person proved who they are just now, else the way to do so. */
export const signInAgainFirst = (ask: Ask): Reply | undefined => (isFresh(ask, freshMinutes) ? undefined : redirect(paths.signInAgain({ next: paths.mySignIn() })))

/** Where passkeys belong: the address by which the hub is reached. */
export const placeOf = ({ house }: Ask): { origin: string } => ({ origin: new URL(house.baseUrl).origin })
