// The door to a request being written: every page about one goes through here.

import { actOutsideCase } from '../../casebook/act.ts'
import type { Ask } from '../../casebook/ask.ts'
import { param } from '../../casebook/ask.ts'
import { openArea } from '../../casebook/open-area.ts'
import type { Occasion, Tx } from '../../casebook/tx.ts'
import type { Outcome } from '../../domain/outcome.ts'
import { refused } from '../../domain/outcome.ts'
import { paths } from '../../paths.ts'
import type { Reply } from '../../platform/http/reply.ts'
import { redirect } from '../../platform/http/reply.ts'
import type { Draft } from './draft-store.ts'
import { getDraft } from './draft-store.ts'
import { browserCookie, browserHashOf, isBrowserToken } from './return-code.ts'

export const browserTokenOf = (ask: Ask): string | undefined => {
  const token = ask.cookies[browserCookie]
  return isBrowserToken(token) ? token : undefined
}

/** How an act finds the draft again, with the proof of who may open it. */
export interface DraftDoor {
  readonly area: string
  readonly draftId: string
  readonly browserHash: string | undefined
}

export const draftDoor = (ask: Ask): DraftDoor => {
  const token = browserTokenOf(ask)
  return { area: param(ask, 'area'), draftId: param(ask, 'draftId'), browserHash: token === undefined ? undefined : browserHashOf(token) }
}

export async function openDraft(tx: Tx, { area, draftId, browserHash }: DraftDoor, options: { lock?: boolean } = {}): Promise<Draft> {
  return getDraft(tx, await openArea(tx, area), draftId, browserHash, options)
}

export interface AlreadySent { readonly kind: 'already-sent' }

/** An act on a draft that is not sent yet; it holds the draft while it runs. */
export function actOnDraft<Input, Value, Refusal = never>(
  name: string, run: (tx: Tx, draft: Draft, input: Input) => Promise<Outcome<Value, Refusal>>,
): (occasion: Occasion, door: DraftDoor, input: Input) => Promise<Outcome<Value, Refusal | AlreadySent>> {
  const perform = actOutsideCase<{ door: DraftDoor; input: Input }, Value, Refusal | AlreadySent>(name, async (tx, { door, input }) => {
    const draft = await openDraft(tx, door, { lock: true })
    return draft.sentAt === undefined ? run(tx, draft, input) : refused({ kind: 'already-sent' })
  })
  return (occasion, door, input) => perform(occasion, { door, input })
}

/**
 * The occasion without the form's mark. Saving a draft twice does no harm, whereas somebody who goes back in the browser,
 * changes an answer and sends the same form again must not have the change ignored.
 */
export const eachTime = ({ house, viewer, page, trail }: Occasion): Occasion => ({ house, viewer, page, ...(trail === undefined ? {} : { trail }) })

/** What was sent is not changed here any more: on to the page that says so. */
export const toSent = (door: DraftDoor): Reply => redirect(paths.requestSent({ area: door.area, draftId: door.draftId }))
