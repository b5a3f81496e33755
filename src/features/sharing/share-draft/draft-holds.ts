// What holds a draft back: each thing with the reason and where to put it right. Nothing here is a matter of taste; warnings
// of the check do not stop a draft.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { MayIssue } from '../../../domain/plan/checks/may-issue.ts'
import type { PlanContent } from '../../../domain/plan/line.ts'
import type { PlanId } from '../../../domain/ids.ts'
import { lineNumbers } from '../../../ui/plan-read.tsx'
import { paths } from '../../../paths.ts'
import { listLinesWithOpenClash } from '../share-store.ts'

export interface Hold {
  readonly words: string
  readonly link: { readonly href: string; readonly text: string }
}

/** `verdict` is what the check says of the draft now. What it says of the notice is judged apart, copy by copy. */
export async function draftHolds(tx: Tx, caseFile: CaseFile, planId: PlanId, content: PlanContent, verdict: MayIssue): Promise<Hold[]> {
  const numbers = lineNumbers(content)
  const lineLink = (lineId: string | undefined): Hold['link'] => {
    const line = content.lines.find(({ id }) => id === lineId)
    return line === undefined
      ? { href: paths.plan(caseFile.key), text: 'Open the draft' }
      : { href: paths.planLine({ ...caseFile.key, lineId: line.id }), text: `Open line ${numbers.get(line.id) ?? ''}`.trim() }
  }
  const clashes = await listLinesWithOpenClash(tx, caseFile, planId)
  const findings = verdict.held.filter(({ checkId }) => checkId !== 'N.draft')
  return [
    ...clashes.map((lineId) => ({
      words: `Two people wrote on ${numbers.get(lineId) ?? 'a line that was taken out'} at the same time, and nobody has chosen yet.`, link: lineLink(lineId),
    })),
    ...findings.map(({ words, where }) => ({ words, link: lineLink(where.lineId) })),
  ]
}
