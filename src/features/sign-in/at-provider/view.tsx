import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'

/** Why somebody who was at a provider is not signed in here. */
export type NotSignedIn =
  | { readonly kind: 'away' | 'cancelled' | 'not-proven' | 'no-second-factor'; readonly next: string | undefined }
  | { readonly kind: 'lost' | 'closed' | 'somebody-elses' }
  | { readonly kind: 'unknown'; readonly code: string }

interface Props {
  readonly frame: PageFrame
  readonly provider: { readonly name: string; readonly title: string }
  readonly why: NotSignedIn
  readonly others: readonly string[]
}

type Words = { readonly title: string; readonly said: readonly string[]; readonly mayTryAgain: boolean }

function wordsFor({ kind }: NotSignedIn, provider: string): Words {
  switch (kind) {
    case 'away':
      return { title: `${provider} does not answer`, said: ['We asked, and no answer came. This is often over in a few minutes.', 'Nothing that you saved here is lost.'], mayTryAgain: true }
    case 'cancelled':
      return { title: 'You did not finish signing in', said: [`${provider} told us that you stopped before the end.`], mayTryAgain: true }
    case 'not-proven':
      return { title: 'We could not sign you in', said: [`We could not be sure that the answer really came from ${provider} and is for you. To be safe we did not use it.`, 'Start again. If it happens again, tell whoever looks after your account.'], mayTryAgain: true }
    case 'no-second-factor':
      return {
        title: 'You need two steps to sign in',
        said: [`${provider} did not say that you signed in with two steps, such as a password and a code on your phone.`, 'What is kept here about children asks for two steps from everybody. Ask whoever looks after your account to turn them on, then start again.'],
        mayTryAgain: true,
      }
    case 'lost':
      return { title: 'Start signing in again', said: ['This sign-in was used already, took longer than 10 minutes, or was begun in another browser.'], mayTryAgain: true }
    case 'closed':
      return { title: 'Your access here has ended', said: ['Somebody who looks after access closed it. If that is wrong, ask your administrator.'], mayTryAgain: false }
    case 'somebody-elses':
      return { title: 'This account belongs to somebody else', said: [`The account that you used at ${provider} is another person’s here. Sign out there, and start again with your own.`], mayTryAgain: true }
    case 'unknown':
      return { title: 'Ask your administrator to let you in', said: [`${provider} knows you, but nobody here has said who you are on this service. Signing in does not make an account.`], mayTryAgain: false }
  }
}

export function notSignedIn({ frame, provider, why, others }: Props) {
  const { title, said, mayTryAgain } = wordsFor(why, provider.title)
  const next = 'next' in why ? why.next : undefined
  return (
    <HubPage frame={frame} title={title} back={{ href: paths.signIn({ next }) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {said.map((sentence) => <p class="govuk-body">{sentence}</p>)}
        {why.kind === 'unknown' && (
          <>
            <p class="govuk-body">Read this code to the administrator of your organisation, or to the council’s SEND team. They check who you are and let you in. It is good for 3 days.</p>
            <InsetText><span class="govuk-!-font-weight-bold govuk-!-font-size-27">{why.code}</span></InsetText>
            <p class="govuk-body">Are you a parent or a young person? Use the link in the email or letter that the council sent you. If you have none, ask the council’s SEND team.</p>
          </>
        )}
        {mayTryAgain && <Button href={paths.signInAt({ provider: provider.name }, { next })}>Start again</Button>}
        <p class="govuk-body">
          <a class="govuk-link" href={paths.signIn({ next })}>{others.length > 0 ? 'Sign in another way' : 'Go to the sign-in page'}</a>
        </p>
      </TwoThirds>
    </HubPage>
  )
}
