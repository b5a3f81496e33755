import type { CaseFile } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import type { FormErrors } from '../../ui/form.tsx'
import { InsetText } from '../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../ui/hub-page.tsx'
import { CasePage } from '../../ui/hub-page.tsx'

/** A review or amendment that has come to its end: decided, issued, or told that there will be none. */
export function endedView({ frame, caseFile, errors }: { frame: PageFrame; caseFile: CaseFile; errors: FormErrors }) {
  const title = 'This has ended'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors}>
      <h1 class="govuk-heading-l">{title}</h1>
      <InsetText>This review or amendment is decided. The plan in force is the one that counts.</InsetText>
      <ul class="govuk-list">
        <li><a class="govuk-link" href={paths.finalPlan(caseFile.key)}>The plan in force</a></li>
        <li><a class="govuk-link" href={paths.amendments(caseFile.key)}>Reviews and amendments of this plan</a></li>
      </ul>
    </CasePage>
  )
}
