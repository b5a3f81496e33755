import type { Ask } from '../../../casebook/ask.ts'
import { ownPath } from '../../../casebook/sign-in-as.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { goingOn, view } from './view.tsx'

/** The one address for signing in, on to the way that this hub has. */
export async function front({ house, query }: Ask): Promise<Reply> {
  const going = { next: ownPath(query.text('next')), done: query.has('done') ? query.text('done') : undefined }
  return redirect(house.isDemo && house.providers.length === 0 ? paths.signInDemo(going) : paths.signInElsewhere(going))
}

/** The providers at which people sign in. */
export async function show(ask: Ask): Promise<Reply> {
  const { house, query } = ask
  const next = ownPath(query.text('next'))
  return page(view({ frame: ask.frame, ways: waysOf(ask), next, isDemo: house.isDemo, errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const { form, house } = ask
  const next = ownPath(form.text('next'))
  const way = waysOf(ask).find(({ name }) => name === form.text('way'))
  if (way === undefined) {
    return wrongForm(view({ frame: ask.frame, ways: waysOf(ask), next, isDemo: house.isDemo, values: form.values(), errors: [{ field: 'way', message: 'Select how you want to sign in' }] }))
  }
  const to = paths.signInAt({ provider: way.name }, { next, shared: form.text('shared') === 'yes' ? 'yes' : undefined })
  // A page that goes on by itself: our content security policy lets no form end up at another server.
  return page(goingOn({ frame: ask.frame, title: `Going to ${way.title}`, to }))
}

export interface Way {
  readonly name: string
  readonly title: string
  readonly hint: string | undefined
}

export const waysOf = ({ house }: Pick<Ask, 'house'>): readonly Way[] => house.providers.map(({ name, title, hint }) => ({ name, title, hint }))
