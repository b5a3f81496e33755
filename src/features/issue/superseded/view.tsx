import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import type { PrintedDocument } from '../../../platform/documents/printed-document.ts'
import { documentView } from '../../../platform/documents/to-html.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { FinalVersion } from '../version-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly version: FinalVersion
  readonly supersededOn: PlainDate
  readonly document: PrintedDocument
}

export function view({ frame, caseFile, version, supersededOn, document }: Props) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title={document.title} back={{ href: paths.finalPlan(caseFile.key), text: 'Back to the plan in force' }}>
      <TwoThirds>
        {documentView(document, { belowTitle: (
          <div class="hub-plan-tools">
            <p class="govuk-body"><Tag colour="red">No longer in force</Tag> It was in force from {dateWords(version.issuedOn)} until {dateWords(supersededOn)}.</p>
            <ul class="govuk-list hub-no-print">
              <li><a class="govuk-link" href={paths.finalPlan(caseFile.key)}>The plan that is in force now</a></li>
              {version.pdfProblem === undefined && <li><a class="govuk-link" href={paths.earlierPlanPdf({ ...caseFile.key, no: String(version.no) })}>This one as a PDF, marked on every page</a></li>}
            </ul>
          </div>
        ) })}
      </TwoThirds>
    </CasePage>
  )
}
