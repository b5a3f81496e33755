import type { Ask } from '../../../casebook/ask.ts'
import { endSessionsFrom } from '../../../casebook/signing-in/session.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { json } from '../../../platform/http/reply.ts'
import { takeOnce } from './logout-token-store.ts'
import { providerOf } from './page.ts'

/** The provider's server says that a session there is over: so are those here that came of it (OpenID Connect Back-Channel Logout 1.0, 2.8). */
export async function submit(ask: Ask): Promise<Reply> {
  const provider = providerOf(ask)
  const token = await provider.readLogoutToken(ask.form.raw('logout_token'))
  if (token === undefined) return json({ error: 'invalid_request' }, 400)
  await read(ask, async (tx) => {
    if (await takeOnce(tx, token)) await endSessionsFrom(tx.db, tx.now, { provider: provider.name, subject: token.subject, session: token.session })
  })
  return json({}, 200)
}
