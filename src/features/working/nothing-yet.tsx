import type { CaseFile } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { PageFrame } from '../../ui/hub-page.tsx'
import { CasePage } from '../../ui/hub-page.tsx'

/** Before there is anything to compare, or before any of it is this viewer's to read. */
export function nothingYetView({ frame, caseFile }: { frame: PageFrame; caseFile: CaseFile }) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title="Working document">
      <h1 class="govuk-heading-l">Working document</h1>
      <EmptyState title="No plan has been sent yet, so there is nothing to compare" />
      <p class="govuk-body"><a class="govuk-link" href={paths.caseOverview(caseFile.key)}>Go to the case</a></p>
    </CasePage>
  )
}
