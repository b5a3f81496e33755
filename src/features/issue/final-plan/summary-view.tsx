import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { documentView } from '../../../platform/documents/to-html.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { FinalVersion } from '../version-store.ts'

export function summaryView({ frame, caseFile, version }: { frame: PageFrame; caseFile: CaseFile; version: FinalVersion }) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title={version.summary.title} back={{ href: paths.finalPlan(caseFile.key), text: 'Back to the plan' }}>
      <TwoThirds>
        {documentView(version.summary, { belowTitle: (
          <div class="hub-plan-tools">
            <p class="govuk-body">These are words of the plan. It leaves things out: the plan itself is what counts.</p>
            {version.pdfProblem === undefined && <p class="govuk-body"><a class="govuk-link" href={paths.finalPlanSummary(caseFile.key, { as: 'pdf' })}>This page as a PDF</a></p>}
          </div>
        ) })}
      </TwoThirds>
    </CasePage>
  )
}
