// What is wrong with an item, beside it: whether it must be put right, what, what mends it, and for a query where to say why it is right.

import type { CaseKey } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { becauseOf, mendSentence, ruleSentence, standingOf, standingTags, standingWords } from '../fault-words.ts'
import type { CaseFault, CaseFaults } from './read-faults.ts'

export function Beside({ faults, caseKey, of }: { readonly faults: CaseFaults; readonly caseKey: CaseKey; readonly of: (fault: Pick<CaseFault, 'block' | 'element'>) => boolean }) {
  const found = faults.open.filter(of)
  if (found.length === 0) return null
  return (
    <ul class="govuk-list hub-item-faults">
      {found.map((fault) => {
        const { id, severity, explanation } = fault
        const because = becauseOf(fault)
        const standing = standingOf({ severity, isExplained: explanation !== undefined })
        return (
          <li>
            <Tag colour={standingTags[standing]}>{standingWords[standing]}</Tag><br />
            {ruleSentence(fault)}{because !== undefined && <> <span class="hub-quiet">{because}.</span></>}<br />
            {explanation === undefined ? mendSentence(fault) : <>Explained: {explanation}</>}
            {severity === 'query' && id !== undefined && <> <a class="govuk-link" href={paths.explainReturnFault({ ...caseKey, faultId: id })}>{explanation === undefined ? 'Explain it' : 'Change the explanation'}<span class="govuk-visually-hidden">: {ruleSentence(fault)}</span></a></>}
          </li>
        )
      })}
    </ul>
  )
}
