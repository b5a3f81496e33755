import type { Ask } from '../../../casebook/ask.ts'
import { provenAgain } from '../../../casebook/signing-in/fresh-sign-in.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { ownPath } from '../../../casebook/signing-in/sign-in-as.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect } from '../../../platform/http/reply.ts'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Continue, HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'

const title = 'Check that it is still you'

/** Before something that must not be done by whoever finds the page open: in the way in which the person signed in. */
export async function show(ask: Ask): Promise<Reply> {
  const { frame, session, house } = ask
  const next = ownPath(ask.query.text('next'))
  if (session === undefined) return redirect(paths.signIn({ next }))
  const provider = house.providers.find(({ name }) => name === session.provider)
  return page(
    <HubPage frame={frame} title={title} back={{ href: paths.home() }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">What comes next could do harm if somebody else did it at your computer. So we ask once more.</p>
        {provider !== undefined && <Button href={paths.signInAt({ provider: provider.name }, { next, again: 'yes' })}>Sign in again with {provider.title}</Button>}
        {session.method === 'demo' && house.isDemo && (
          <Form tokens={frame.tokens}>
            {next !== undefined && <input type="hidden" name="next" value={next} />}
            <Continue>It is still me</Continue>
          </Form>
        )}
        {provider === undefined && session.method !== 'demo' && <Button href={paths.signIn({ next })}>Sign in again</Button>}
      </TwoThirds>
    </HubPage>,
  )
}

/** In a demonstration there is nothing to prove. */
export async function submit(ask: Ask): Promise<Reply> {
  if (!ask.house.isDemo || ask.house.isProduction || ask.session?.method !== 'demo') throw new NotFound('nothing is proven by a button')
  return provenAgain(ask, ownPath(ask.form.text('next')))
}
