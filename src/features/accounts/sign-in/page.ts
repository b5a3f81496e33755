import { newChallenge } from '../../../casebook/accounts/challenges.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { ownPath } from '../../../casebook/signing-in/sign-in-as.ts'
import { paths } from '../../../paths.ts'
import { askWhoIsThere } from '../../../platform/passkeys/passkeys.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { redirect } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { goIn, mustHaveAccounts, onTheWay, placeOf } from '../door.ts'
import { waitError } from '../wait-words.ts'
import { tryPasskey } from './try-passkey.ts'
import { tryPassword } from './try-password.ts'
import { view } from './view.tsx'

async function shown(ask: Ask, { email = '', next, isShared = false, errors = [], status = 200, retryAfter }: { email?: string; next: string | undefined; isShared?: boolean; errors?: readonly FieldError[]; status?: number; retryAfter?: number }): Promise<Reply> {
  const asked = await askWhoIsThere(placeOf(ask), newChallenge(ask.house, 'sign-in'))
  const document = view({ frame: ask.frame, email, next, isShared, errors, asked, offersDemo: ask.house.isDemo, offersOthers: ask.house.providers.length > 0 })
  return { kind: 'page', status, document, ...(retryAfter === undefined ? {} : { retryAfter }) }
}

/** Signing in with an account of the hub's own; the other ways are on the page before it, where there are any. */
export async function show(ask: Ask): Promise<Reply> {
  mustHaveAccounts(ask)
  return shown(ask, { next: ownPath(ask.query.text('next')) })
}

const notRight: FieldError = { field: 'email', message: 'The email address or the password is not right. Check both and try again' }

export async function submit(ask: Ask): Promise<Reply> {
  mustHaveAccounts(ask)
  const email = ask.form.text('email')
  const password = ask.form.raw('password')
  const next = ownPath(ask.form.text('next'))
  const isShared = ask.form.text('shared') === 'yes'
  const missing: FieldError[] = [
    ...(email === '' ? [{ field: 'email', message: 'Enter your email address' }] : []), ...(password === '' ? [{ field: 'password', message: 'Enter your password' }] : []),
  ]
  if (missing.length > 0) return shown(ask, { email, next, isShared, errors: missing, status: 422 })
  // Longer than any of ours can be: nothing is hashed for it.
  if (email.length > 254 || password.length > 1000) return shown(ask, { email: email.slice(0, 254), next, isShared, errors: [notRight], status: 422 })
  const tried = await tryPassword(ask, { email, password, next, isShared })
  if (tried.kind === 'right') return onTheWay(ask, paths.signInCode(), tried.token, 'second-factor')
  return tried.kind === 'wait'
    ? shown(ask, { email, next, isShared, errors: [waitError('email', tried.seconds)], status: 429, retryAfter: tried.seconds })
    : shown(ask, { email, next, isShared, errors: [notRight], status: 422 })
}

/** The passkey's answer, put into its form by the script. */
export async function submitPasskey(ask: Ask): Promise<Reply> {
  mustHaveAccounts(ask)
  const next = ownPath(ask.form.text('next'))
  const person = await tryPasskey(ask, ask.form.raw('answer'))
  if (person === undefined) {
    return shown(ask, { next, errors: [{ field: 'passkey', message: 'We could not use this passkey. Try again, or sign in with your email address and password' }], status: 422 })
  }
  return { kind: 'redirect', ...await goIn(ask, person, 'passkey', next, { isSharedComputer: ask.form.text('shared') === 'yes' }) }
}

/** Somebody who reloads the page after a passkey was refused. */
export const showPasskey = (ask: Ask): Promise<Reply> => {
  mustHaveAccounts(ask)
  return Promise.resolve(redirect(paths.signInAccount()))
}

