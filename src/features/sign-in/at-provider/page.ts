import type { Ask } from '../../../casebook/ask.ts'
import { acceptInvitation, isOpenInvitation } from '../../../casebook/accounts/invitations.ts'
import { param } from '../../../casebook/ask.ts'
import { provenAgain } from '../../../casebook/signing-in/fresh-sign-in.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { askToBeBound, bindIdentity, findBound, invitedIn, noInvitedCookie, noteUsed } from '../../../casebook/signing-in/outside-identity.ts'
import { ownPath, signInAs } from '../../../casebook/signing-in/sign-in-as.ts'
import { inTransaction } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import type { IdentityProvider, OutsidePerson } from '../../../platform/identity/identity-provider.ts'
import type { Trip } from './trip.ts'
import { noTripCookie, tripCookie, tripOf } from './trip.ts'
import type { NotSignedIn } from './view.tsx'
import { notSignedIn } from './view.tsx'

/** Sends the browser to the provider. A link, so that a council's own pages can lead straight here. */
export async function start(ask: Ask): Promise<Reply> {
  const provider = providerOf(ask)
  const isAgain = ask.query.text('again') === 'yes' && ask.viewer.kind === 'person'
  const begun = await provider.begin({ redirectUri: backTo(ask, provider), anew: isAgain })
  const next = ownPath(ask.query.text('next'))
  if (begun === undefined) return refusal(ask, provider, { kind: 'away', next })
  const trip = { ...begun.kept, isShared: ask.query.text('shared') === 'yes', isAgain, ...(next === undefined ? {} : { next }) }
  return { kind: 'redirect', to: begun.to, cookies: [tripCookie(ask.house, provider.name, trip)] }
}

/** What the browser comes back with. */
export async function back(ask: Ask): Promise<Reply> {
  const provider = providerOf(ask)
  const trip = tripOf(ask, provider.name)
  if (trip === undefined) return refusal(ask, provider, { kind: 'lost' })
  // Exactly the address that was registered, with what the provider added to it.
  const came = await provider.finish(new URL(`${backTo(ask, provider)}?${searchOf(ask)}`), trip, { anew: trip.isAgain })
  if (came.kind !== 'came') return refusal(ask, provider, { kind: came.kind, next: trip.next })
  const reply = trip.isAgain ? await proveAgain(ask, provider, came.person, trip) : await signIn(ask, provider, came.person, trip)
  return reply.kind === 'redirect' ? { ...reply, cookies: [...reply.cookies ?? [], noTripCookie(ask.house), noInvitedCookie(ask.house)] } : reply
}

async function signIn(ask: Ask, provider: IdentityProvider, person: OutsidePerson, { next, isShared }: Trip): Promise<Reply> {
  const { house } = ask
  const now = house.clock.now()
  const invited = invitedIn(house, ask.cookies)
  if (invited !== undefined) await inTransaction(ask, async (tx) => {
    const { invitationId } = invited
    if (invitationId !== undefined && !await isOpenInvitation(tx, invitationId)) return
    const isBound = await bindIdentity(tx.db, { ...person, provider: provider.name }, { ...invited, now })
    if (isBound && invitationId !== undefined) await acceptInvitation(tx, invitationId)
  })
  const bound = await findBound(house.database, person)
  if (invited !== undefined && bound?.personId !== invited.personId) return refusal(ask, provider, { kind: 'somebody-elses' })
  if (bound === undefined) return refusal(ask, provider, { kind: 'unknown', code: await askToBeBound(house, { ...person, provider: provider.name }) })
  if (!bound.canSignIn) return refusal(ask, provider, { kind: 'closed' })
  await noteUsed(house.database, person, now)
  const token = house.sealer.seal(person.idToken, { purpose: 'sign-in', of: bound.personId, about: 'id-token' })
  return signInAs(ask, bound.personId, {
    method: 'outside', secondFactorAt: now, isSharedComputer: isShared,
    outside: { provider: provider.name, subject: person.sub, token, ...(person.session === undefined ? {} : { session: person.session }) },
  }, next)
}

/** Only the same person proves that it is still them. */
async function proveAgain(ask: Ask, provider: IdentityProvider, person: OutsidePerson, { next }: Trip): Promise<Reply> {
  const bound = await findBound(ask.house.database, person)
  if (ask.viewer.kind !== 'person' || bound?.personId !== ask.viewer.personId) return refusal(ask, provider, { kind: 'somebody-elses' })
  return provenAgain(ask, next)
}

/** 503 while the provider is away, 403 for whoever is not let in; the other ways stay open. */
function refusal(ask: Ask, { name, title }: IdentityProvider, why: NotSignedIn): Reply {
  const others = ask.house.providers.filter((one) => one.name !== name).map((one) => one.title)
  const document = notSignedIn({ frame: ask.frame, provider: { name, title }, why, others })
  return { ...page(document, why.kind === 'away' ? 503 : 403), kind: 'page', document, status: why.kind === 'away' ? 503 : 403, cookies: [noTripCookie(ask.house)] }
}

export function providerOf(ask: Ask): IdentityProvider {
  const name = param(ask, 'provider')
  const provider = ask.house.providers.find((one) => one.name === name)
  if (provider === undefined) throw new NotFound('provider')
  return provider
}

const backTo = ({ house }: Ask, { name }: IdentityProvider): string => house.baseUrl + paths.signInBack({ provider: name })

const searchOf = ({ query }: Ask): string => new URLSearchParams(query.names().flatMap((name) => query.all(name).map((value): [string, string] => [name, value]))).toString()
