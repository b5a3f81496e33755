// A page whose act is not open at the stage that the case is at says why, instead of a form that would be refused.

import type { CaseFile } from '../../casebook/open-case-file.ts'
import { NotAllowed } from '../../casebook/out-of-bounds.ts'
import { isOfFamily } from '../../domain/access/parts.ts'
import { mayAct } from '../../domain/access/policy.ts'
import type { ActName } from '../../domain/case-file/open-acts.ts'
import { stageWords } from '../../domain/case-file/stage-words.ts'
import type { Stage } from '../../domain/case-file/tracks.ts'
import { paths } from '../../paths.ts'
import { InsetText } from '../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../ui/hub-page.tsx'
import { CasePage } from '../../ui/hub-page.tsx'

/** Undefined when the act is open to the viewer now; throws NotAllowed when it never is. */
export function whyClosed(caseFile: CaseFile, act: ActName): string | undefined {
  const may = mayAct(act, caseFile.parts, caseFile.stage, caseFile.isLimited)
  if (may === 'not-your-part') throw new NotAllowed(act)
  return may === 'yes' ? undefined : closedWords(caseFile, caseFile.stage)
}

export const closedWords = (caseFile: Pick<CaseFile, 'parts'>, stage: Stage): string =>
  isFamily(caseFile) ? `This cannot be done now. ${stageWords[stage].family}` : `This cannot be done now: the case is at the stage “${stageWords[stage].staff}”`

export const isFamily = ({ parts }: Pick<CaseFile, 'parts'>): boolean => isOfFamily(parts)

export function closedView({ frame, caseFile, title, why }: { frame: PageFrame; caseFile: CaseFile; title: string; why: string }) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <InsetText>{why}</InsetText>
      <p class="govuk-body"><a class="govuk-link" href={paths.caseOverview(caseFile.key)}>Go to the case</a></p>
    </CasePage>
  )
}
