import type { Ask } from '../../../casebook/ask.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { ownPath, signInAs } from '../../../casebook/signing-in/sign-in-as.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, wrongForm } from '../../../platform/http/reply.ts'
import { listSigners } from './sign-in-store.ts'
import { view } from './view.tsx'

/** Asked twice: the settings know no demonstration in production, and should they ever be wrong, this is not there either. */
function mustBeDemo({ house }: Ask): void {
  if (!house.isDemo || house.isProduction) throw new NotFound('demo sign-in')
}

/** Anybody of the demonstration, by one click. Not there at all outside a demonstration. */
export async function show(ask: Ask): Promise<Reply> {
  mustBeDemo(ask)
  return page(view({ frame: ask.frame, groups: await read(ask, listSigners), next: ownPath(ask.query.text('next')), errors: [] }))
}

export async function submit(ask: Ask): Promise<Reply> {
  mustBeDemo(ask)
  const groups = await read(ask, listSigners)
  const next = ownPath(ask.form.text('next'))
  const signer = groups.flatMap(({ signers }) => signers).find(({ id }) => id === ask.form.text('person'))
  if (signer === undefined) {
    return wrongForm(view({ frame: ask.frame, groups, next, errors: [{ field: 'person', message: 'Select who to sign in as' }] }))
  }
  return signInAs(ask, signer.id, { method: 'demo' }, next)
}
