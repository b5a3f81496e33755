import type { Ask } from '../../casebook/ask.ts'
import { endSession, tokenIn } from '../../casebook/signing-in/session.ts'
import type { Reply } from '../../platform/http/reply.ts'

/** Where "Exit this page" ends: harmless, quick, and says nothing of this service. */
const harmlessPlace = 'https://www.bbc.co.uk/weather'

/**
 * Leaves at once and leaves nothing open: whoever goes back in the browser finds the sign-in page. It is a link and not a
 * form, because GOV.UK's "Exit this page" also works by pressing Shift three times; all that a forged one could do is sign
 * somebody out. A request begun without an account closes too: its return code opens it again. A provider's session is left as it is:
 * its sign-out page would be on the screen instead of the harmless one.
 */
export async function show(ask: Ask): Promise<Reply> {
  const token = tokenIn(ask.house, ask.cookies)
  if (token !== undefined) await endSession(ask.house.database, token)
  const cookies = Object.keys(ask.cookies).map((name) => ({ name, value: '', maxAge: 0 }))
  return { kind: 'redirect', to: harmlessPlace, cookies, clearSiteData: true }
}
