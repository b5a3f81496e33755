import { paths } from '../../paths.ts'
import { Button } from '../../ui/govuk/button.tsx'
import type { PageFrame } from '../../ui/hub-page.tsx'
import { HubPage } from '../../ui/hub-page.tsx'
import { TwoThirds } from '../../ui/layout.tsx'

export function signedOut(frame: PageFrame) {
  return (
    <HubPage frame={frame} title="You have signed out">
      <TwoThirds>
        <h1 class="govuk-heading-l">You have signed out</h1>
        <p class="govuk-body">Everything that you sent or saved is kept. A form that you had begun and not saved is not.</p>
        <p class="govuk-body">If other people use this computer, close the browser too.</p>
        <Button href={paths.signIn()}>Sign in again</Button>
        <p class="govuk-body"><a class="govuk-link" href={paths.start()}>Go to the start page</a></p>
      </TwoThirds>
    </HubPage>
  )
}
