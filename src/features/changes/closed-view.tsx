import type { CaseFile } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { InsetText } from '../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../ui/hub-page.tsx'
import { CasePage } from '../../ui/hub-page.tsx'

/** A page whose act is not open now says why, instead of a form that would be refused. */
export function closedView({ frame, caseFile, title, why }: { frame: PageFrame; caseFile: CaseFile; title: string; why: string }) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <InsetText>{why}</InsetText>
      <p class="govuk-body"><a class="govuk-link" href={paths.caseOverview(caseFile.key)}>Go to the case</a></p>
    </CasePage>
  )
}
