import type { Area } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'

const title = 'Help with special educational needs and disabilities (SEND)'

export function view({ frame, areas }: { frame: PageFrame; areas: readonly Area[] }) {
  return (
    <HubPage frame={frame} title={title}>
      <TwoThirds>
        <h1 class="govuk-heading-xl">{title}</h1>
        <p class="govuk-body-l">
          Ask your council for an education, health and care (EHC) needs assessment, and follow what happens next.
        </p>
        <h2 class="govuk-heading-m">Choose your council</h2>
        {areas.length === 0
          ? <p class="govuk-body">No council uses this hub yet.</p>
          : (
            <ul class="govuk-list govuk-list--spaced">
              {areas.map(({ code, councilName }) => <li><a class="govuk-link govuk-body-l" href={paths.areaStart({ area: code })}>{councilName}</a></li>)}
            </ul>
          )}
        <p class="govuk-body">It is the council where the child or young person lives, not where they go to school.</p>
        <h2 class="govuk-heading-m">Find out by when things must be done</h2>
        <p class="govuk-body"><a class="govuk-link" href={paths.dates()}>Work out the dates</a> that the law sets, for any step of an assessment, plan or review.</p>
        {frame.viewer.kind === 'person'
          ? <p class="govuk-body"><a class="govuk-link" href={paths.home()}>Go to your home page</a></p>
          : (
            <>
              <h2 class="govuk-heading-m">If you have an account</h2>
              <p class="govuk-body"><a class="govuk-link" href={paths.signIn()}>Sign in</a> to follow a case, give advice or answer a consultation.</p>
            </>
          )}
      </TwoThirds>
    </HubPage>
  )
}
