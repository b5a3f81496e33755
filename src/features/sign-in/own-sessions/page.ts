import type { Ask } from '../../../casebook/ask.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { endSessionsOf, listOwnSessions } from '../../../casebook/signing-in/session.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { json, page, redirect } from '../../../platform/http/reply.ts'
import { view } from './view.tsx'

/** Where one is signed in: nobody else's. */
export async function show(ask: Ask): Promise<Reply> {
  const { personId, sessionId } = own(ask)
  const sessions = await listOwnSessions(ask.house.database, personId, ask.house.clock.now())
  const providerTitles = new Map(ask.house.providers.map(({ name, title }) => [name, title]))
  return page(view({ frame: ask.frame, sessions, here: sessionId, providerTitles, session: ask.session }))
}

/** Ends one other session, or all others. This one ends by "Sign out", which ends it at the provider too. */
export async function submit(ask: Ask): Promise<Reply> {
  const { house, form } = ask
  const { personId, sessionId } = own(ask)
  const now = house.clock.now()
  if (form.text('end') === 'others') {
    await endSessionsOf(house.database, personId, now, { because: 'elsewhere', except: sessionId })
    return redirect(paths.mySessions({ done: 'others-signed-out' }))
  }
  const chosen = (await listOwnSessions(house.database, personId, now)).find(({ id }) => id === form.text('end') && id !== sessionId)
  if (chosen !== undefined) await endSessionsOf(house.database, personId, now, { because: 'elsewhere', only: chosen.id })
  return redirect(paths.mySessions({ done: 'other-signed-out' }))
}

/** How long this session has left, for the page that is open: asking does not make it longer. */
export async function left(ask: Ask): Promise<Reply> {
  return json(ask.session === undefined ? { isSignedOut: true } : { isSignedOut: false, secondsLeft: ask.session.secondsLeft })
}

/** "Stay signed in": asked for as any page is, so that the half hour begins anew. */
export async function stay(ask: Ask): Promise<Reply> {
  return ask.form.text('as') === 'json' ? left(ask) : redirect(paths.mySessions())
}

function own({ viewer }: Ask) {
  if (viewer.kind !== 'person') throw new NotAllowed('sessions of nobody')
  return viewer
}
