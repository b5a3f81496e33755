import type { Ask } from '../../../casebook/ask.ts'
import { ownPath } from '../../../casebook/signing-in/sign-in-as.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { goingOn } from '../../../ui/going-on.tsx'
import { view } from './view.tsx'

/** The one address for signing in, on to the way that this hub has. Where there is one only, or a demonstration and no other, straight there. */
export async function front(ask: Ask): Promise<Reply> {
  const { house, query } = ask
  const going = { next: ownPath(query.text('next')), done: query.has('done') ? query.text('done') : undefined }
  const ways = waysOf(ask)
  if (house.isDemo && ways.length === 0) return redirect(paths.signInDemo(going))
  return redirect(ways.length === 1 && ways[0]?.name === ownAccount ? paths.signInAccount(going) : paths.signInElsewhere(going))
}

/** The ways in. */
export async function show(ask: Ask): Promise<Reply> {
  const { house, query } = ask
  return page(view({ frame: ask.frame, ways: waysOf(ask), next: ownPath(query.text('next')), isDemo: house.isDemo, errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const { form, house } = ask
  const next = ownPath(form.text('next'))
  const way = waysOf(ask).find(({ name }) => name === form.text('way'))
  if (way === undefined) {
    return wrongForm(view({ frame: ask.frame, ways: waysOf(ask), next, isDemo: house.isDemo, values: form.values(), errors: [{ field: 'way', message: 'Select how you want to sign in' }] }))
  }
  if (way.name === ownAccount) return redirect(paths.signInAccount({ next }))
  const to = paths.signInAt({ provider: way.name }, { next, shared: form.text('shared') === 'yes' ? 'yes' : undefined })
  // A page that goes on by itself: our content security policy lets no form end up at another server.
  return page(goingOn({ frame: ask.frame, title: `Going to ${way.title}`, to }))
}

export interface Way {
  readonly name: string
  readonly title: string
  readonly hint: string | undefined
}

/** An account of the hub's own (features/accounts). No provider may be called so (platform/identity/provider-settings.ts). */
const ownAccount = 'account'

export const waysOf = ({ house }: Pick<Ask, 'house'>): readonly Way[] => [
  ...house.providers.map(({ name, title, hint }) => ({ name, title, hint })),
  ...(house.signIn.includes('local') ? [{ name: ownAccount, title: 'An account of this service', hint: 'With a passkey, or with your email address and a password' }] : []),
]
