// What every way of signing in ends with: the old session of this browser is over, a new one with a new token begins, and the
// browser goes on to the page it came for.

import { deviceWords } from '../../domain/access/device-words.ts'
import type { PersonId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import type { Reply } from '../../platform/http/reply.ts'
import type { Ask } from '../ask.ts'
import { hasKeptTyping } from './kept-typing.ts'
import type { SignedInBy } from './session.ts'
import { cookieWith, endSession, startSession, tokenIn } from './session.ts'

/**
 * Signs somebody in and leads on to `next`, or to their home page; first to what they had typed when their last session ended.
 * A token that the browser brought is never used on (session fixation): it is over, whoever's it was.
 */
export async function signInAs(ask: Ask, personId: PersonId, by: Omit<SignedInBy, 'device'>, next: string | undefined): Promise<Reply> {
  const before = tokenIn(ask.house, ask.cookies)
  if (before !== undefined) await endSession(ask.house.database, before)
  const token = await startSession(ask.house, personId, { ...by, isSharedComputer: by.isSharedComputer === true || ask.session?.isSharedComputer === true, device: deviceWords(ask.userAgent) })
  const to = await hasKeptTyping(ask.house, personId) ? paths.keptTyping(next === undefined ? undefined : { next }) : next ?? paths.home()
  return { kind: 'redirect', to, cookies: [cookieWith(ask.house, token)] }
}

/** Only a path of our own, with what it asks for: a link must not lead people off the hub after signing in. */
export const ownPath = (text: string): string | undefined => (/^\/(?![/\\])[\w\-/.?=&%+*~!'(),:;@$]*$/.test(text) ? text : undefined)
