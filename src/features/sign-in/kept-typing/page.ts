import type { Ask } from '../../../casebook/ask.ts'
import { forgetTyping, keepTyping, listKeptTyping } from '../../../casebook/signing-in/kept-typing.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { ownPath } from '../../../casebook/signing-in/sign-in-as.ts'
import { isId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { json, page, redirect } from '../../../platform/http/reply.ts'
import { view } from './view.tsx'

/** What one had typed when a session ended, to be sent after all. */
export async function show(ask: Ask): Promise<Reply> {
  const kept = await listKeptTyping(ask.house, own(ask).personId)
  const next = ownPath(ask.query.text('next')) ?? paths.home()
  return kept.length === 0 ? redirect(next) : page(view({ frame: ask.frame, kept, next }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const id = ask.form.text('throwAway')
  if (isId(id)) await forgetTyping(ask.house, own(ask).personId, id)
  return redirect(paths.keptTyping({ next: ownPath(ask.form.text('next')) }))
}

/** From a page that is about to be closed because its time is over. */
export async function keep(ask: Ask): Promise<Reply> {
  const to = ownPath(ask.form.text('_to'))
  if (to === undefined) return json({ isKept: false }, 422)
  return json({ isKept: await keepTyping(ask.house, own(ask).personId, { to, fields: ask.form.values() }) })
}

function own({ viewer }: Ask) {
  if (viewer.kind !== 'person') throw new NotAllowed('typed by nobody')
  return viewer
}
