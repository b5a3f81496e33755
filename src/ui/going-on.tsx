import { Button } from './govuk/button.tsx'
import type { PageFrame } from './hub-page.tsx'
import { HubPage } from './hub-page.tsx'
import { TwoThirds } from './layout.tsx'

/** Goes on to `to` by itself, or by the button where the browser does not. */
export function goingOn({ frame, title: words, to, said = [] }: { frame: PageFrame; title: string; to: string; said?: readonly string[] }) {
  return (
    <HubPage frame={frame} title={words} goesOnTo={to}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{words}</h1>
        {said.map((sentence) => <p class="govuk-body">{sentence}</p>)}
        <Button href={to}>Continue</Button>
      </TwoThirds>
    </HubPage>
  )
}
