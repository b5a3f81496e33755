import type { Ask } from '../../../casebook/ask.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { sessionCookie, startSession } from '../../../casebook/session.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, wrongForm } from '../../../platform/http/reply.ts'
import { listSigners } from './sign-in-store.ts'
import { view } from './view.tsx'

/** Anybody of the demonstration, by one click. Not there at all outside a demonstration. */
export async function show(ask: Ask): Promise<Reply> {
  if (!ask.house.isDemo) throw new NotFound('demo sign-in')
  return page(view({ frame: ask.frame, groups: await read(ask, listSigners), next: nextOf(ask.query.text('next')), errors: [] }))
}

export async function submit(ask: Ask): Promise<Reply> {
  if (!ask.house.isDemo) throw new NotFound('demo sign-in')
  const groups = await read(ask, listSigners)
  const next = nextOf(ask.form.text('next'))
  const signer = groups.flatMap(({ signers }) => signers).find(({ id }) => id === ask.form.text('person'))
  if (signer === undefined) {
    return wrongForm(view({ frame: ask.frame, groups, next, errors: [{ field: 'person', message: 'Select who to sign in as' }] }))
  }
  const token = await startSession(ask.house.database, signer.id, ask.house.clock.now(), { method: 'demo' })
  return { kind: 'redirect', to: next ?? paths.home(), cookies: [{ name: sessionCookie, value: token }] }
}

/** Only a path of our own, with what it asks for: a link must not lead people off the hub after signing in. */
const nextOf = (text: string): string | undefined => (/^\/(?![/\\])[\w\-/.?=&%+*~!'(),:;@$]*$/.test(text) ? text : undefined)
