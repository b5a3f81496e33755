// Sensitive acts (new ways of signing in, others' access, release of a plan over a check) ask whether it is still the same person.

import { instantAfter, millisecondsOf } from '../../platform/clock/system-clock.ts'
import type { Reply } from '../../platform/http/reply.ts'
import { redirect } from '../../platform/http/reply.ts'
import { paths } from '../../paths.ts'
import type { Ask } from '../ask.ts'
import { renewToken, cookieWith, tokenIn } from './session.ts'

/** Whether this person proved who they are within so many minutes. */
export function isFresh(ask: Ask, minutes: number): boolean {
  return ask.session !== undefined && millisecondsOf(instantAfter(ask.session.provenAt, minutes * 60_000)) > millisecondsOf(ask.house.clock.now())
}

/**
 * Undefined when they did; otherwise the way to do it again, which comes back to this page. At the top of a page:
 * `const first = freshSignIn(ask, 10); if (first !== undefined) return first`.
 */
export const freshSignIn = (ask: Ask, minutes: number): Reply | undefined => (isFresh(ask, minutes) ? undefined : redirect(paths.signInAgain({ next: ask.path })))

/** What proving it again ends with: the same session, its token made anew. */
export async function provenAgain(ask: Ask, next: string | undefined): Promise<Reply> {
  const token = tokenIn(ask.house, ask.cookies)
  if (token === undefined) return redirect(paths.signIn())
  const now = ask.house.clock.now()
  return { kind: 'redirect', to: next ?? paths.home(), cookies: [cookieWith(ask.house, await renewToken(ask.house, token, { provenAt: now, secondFactorAt: now }))] }
}
