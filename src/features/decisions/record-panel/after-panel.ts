// Where the page of a panel leads back to: the decision, for whoever takes it, and the case for whoever only writes the advice down.

import type { Viewer } from '../../../casebook/signing-in/viewer.ts'
import { mayCome } from '../../../casebook/access/may-come.ts'
import type { CaseKey } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import type { Question } from '../decision-store.ts'

export function afterPanel(viewer: Viewer, key: CaseKey, question: Question, query?: { readonly done: string }): string {
  const [act, to] = question === 'assess' ? ['decide-assessment', paths.decideAssessment] as const : ['decide-plan', paths.decidePlan] as const
  return (mayCome({ act }, viewer) ? to : paths.caseOverview)(key, query)
}
