import type { Ask } from '../../casebook/ask.ts'
import { endSession, noSessionCookie, tokenIn } from '../../casebook/signing-in/session.ts'
import { paths } from '../../paths.ts'
import type { Reply } from '../../platform/http/reply.ts'
import { page } from '../../platform/http/reply.ts'
import { SealBroken } from '../../platform/seal/seal.ts'
import { signedOut } from './signed-out-view.tsx'
import { goingOn } from '../../ui/going-on.tsx'

/** Ends the session here, then at the provider where they signed in, where it has a place for that. */
export async function submit(ask: Ask): Promise<Reply> {
  const { house, session } = ask
  const token = tokenIn(house, ask.cookies)
  if (token !== undefined) await endSession(house.database, token)
  const cookies = [noSessionCookie(house)]
  const provider = house.providers.find(({ name }) => name === session?.provider)
  const there = await provider?.endSession(idTokenOf(ask), house.baseUrl + paths.signedOut())
  if (provider === undefined || there === undefined) return { kind: 'redirect', to: paths.signedOut(), cookies, clearSiteData: true }
  const said = [`You have signed out here. We also sign you out of ${provider.title}.`]
  const frame = { ...ask.frame, viewer: { kind: 'anyone' as const }, path: paths.signedOut() }
  return { ...page(goingOn({ frame, title: 'Signing you out', to: there, said })), kind: 'page', cookies, clearSiteData: true } as Reply
}

export async function show(ask: Ask): Promise<Reply> {
  return page(signedOut(ask.frame))
}

function idTokenOf({ house, session, viewer }: Ask): string | undefined {
  if (session?.providerToken === undefined || viewer.kind !== 'person') return undefined
  try {
    return house.sealer.open(session.providerToken, { purpose: 'sign-in', of: viewer.personId, about: 'id-token' })
  } catch (error) {
    // The key was changed meanwhile: they are signed out here all the same.
    if (error instanceof SealBroken) return undefined
    throw error
  }
}
