// What families see while their pages are closed: plain words, no child's name, and a person to speak to.

import type { VNode } from 'preact'
import type { AreaOfPage, PageFrame } from './hub-page.tsx'
import { HubPage, helpFor } from './hub-page.tsx'
import { TwoThirds } from './layout.tsx'

export function closedPage({ frame, area }: { frame: PageFrame; area: AreaOfPage | undefined }): VNode {
  const title = 'We have closed these pages while we check something'
  const team = area?.contacts.sendTeam
  return (
    <HubPage frame={frame} title={title} help={area === undefined ? undefined : helpFor({ area })}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Somebody told us that they could see information that was not theirs. We closed the pages for families at once to keep everybody’s information safe.</p>
        <p class="govuk-body">People are looking at it now. Nothing that you sent us is lost, and no date moves because of this.</p>
        {team?.phone !== undefined && <p class="govuk-body">If you need to send something today, or want to ask, phone {team.name} on <a class="govuk-link" href={`tel:${team.phone.replaceAll(' ', '')}`}>{team.phone}</a>.</p>}
        <p class="govuk-body">Please try again later.</p>
      </TwoThirds>
    </HubPage>
  )
}
