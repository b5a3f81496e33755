// A plan whose days came with a return, and whose words are still on paper somewhere: whoever looks for it is told so, and whom to ask.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { dateWords } from '../../../ui/words.ts'

export function withoutWordsView({ frame, caseFile, firstMadeOn }: { frame: PageFrame; caseFile: CaseFile; firstMadeOn: PlainDate }) {
  const title = 'The plan'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <EmptyState title="The plan’s words are not in the hub yet">
        <p class="govuk-body">The plan was first made on {dateWords(firstMadeOn)} and is in force. Only its dates have come over from the council’s last system.</p>
        {isOfCouncil(caseFile.parts)
          ? <p class="govuk-body"><a class="govuk-link" href={paths.olderPlans({ area: caseFile.key.area })}>Bring in the plan</a></p>
          : <p class="govuk-body">Until then, use the copy that you were sent, or ask {caseFile.area.councilName} for one.</p>}
      </EmptyState>
    </CasePage>
  )
}
