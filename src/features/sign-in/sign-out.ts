import type { Ask } from '../../casebook/ask.ts'
import { endSession, sessionCookie } from '../../casebook/session.ts'
import { paths } from '../../paths.ts'
import type { Reply } from '../../platform/http/reply.ts'

export async function submit(ask: Ask): Promise<Reply> {
  const token = ask.cookies[sessionCookie]
  if (token !== undefined) await endSession(ask.house.database, token)
  return { kind: 'redirect', to: paths.start({ done: 'signed-out' }), cookies: [{ name: sessionCookie, value: '', maxAge: 0 }], clearSiteData: true }
}
