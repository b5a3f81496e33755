// What holds a draft back: each thing with the reason and where to put it right. Nothing here is a matter of taste; warnings
// of the check do not stop a draft.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { mayIssue } from '../../../domain/plan/checks/may-issue.ts'
import type { Finding } from '../../../domain/plan/checks/plan-check.ts'
import { checkPlan } from '../../../domain/plan/checks/plan-checks.ts'
import type { PlanContent } from '../../../domain/plan/line.ts'
import type { PlanId } from '../../../domain/ids.ts'
import { lineNumbers } from '../../../ui/plan-read.tsx'
import { paths } from '../../../paths.ts'
import { listLinesWithOpenClash, listReleases, listTermsToKeepOut } from '../share-store.ts'

export interface Hold {
  readonly words: string
  readonly link: { readonly href: string; readonly text: string }
}

export async function draftHolds(tx: Tx, caseFile: CaseFile, planId: PlanId, content: PlanContent): Promise<Hold[]> {
  const numbers = lineNumbers(content)
  const lineLink = (lineId: string | undefined): Hold['link'] => {
    const line = content.lines.find(({ id }) => id === lineId)
    return line === undefined
      ? { href: paths.plan(caseFile.key), text: 'Open the draft' }
      : { href: paths.planLine({ ...caseFile.key, lineId: line.id }), text: `Open line ${numbers.get(line.id) ?? ''}`.trim() }
  }
  const clashes = await listLinesWithOpenClash(tx, caseFile, planId)
  const findings = await draftFindings(tx, caseFile, content)
  return [
    ...(content.lines.length === 0 ? [{ words: 'The draft has no lines yet.', link: lineLink(undefined) }] : []),
    ...clashes.map((lineId) => ({
      words: `Two people wrote on ${numbers.get(lineId) ?? 'a line that was taken out'} at the same time, and nobody has chosen yet.`, link: lineLink(lineId),
    })),
    ...findings.map(({ words, where }) => ({ words, link: lineLink(where.lineId) })),
  ]
}

/** Findings of the check that hold a draft and that no manager released. The notice is judged apart, copy by copy. */
async function draftFindings(tx: Tx, caseFile: CaseFile, content: PlanContent): Promise<readonly Finding[]> {
  const findings = checkPlan({
    content, status: 'draft', areaName: caseFile.area.councilName, today: tx.today, adviceOldAfterMonths: 12,
    child: { names: [`${caseFile.child.givenName} ${caseFile.child.familyName}`], dateOfBirth: caseFile.child.bornOn },
    dates: { thisVersionOn: tx.today }, advice: [], representations: [], consultations: [], settingsAsked: [],
    formats: { needed: [], offered: [] }, keepOut: await listTermsToKeepOut(tx, caseFile), wording: [],
  }).filter(({ checkId }) => checkId !== 'N.draft')
  return mayIssue(findings, await listReleases(tx, caseFile)).held
}
