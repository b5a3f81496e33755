// What holds a draft back: each thing with the reason and where to put it right. Nothing here is a matter of taste; warnings
// of the check do not stop a draft.

import type { LineId, PlanId } from '../../domain/ids.ts'
import type { MayIssue } from '../../domain/plan/checks/may-issue.ts'
import { lineNumbers } from '../../domain/plan/line-numbers.ts'
import type { PlanContent } from '../../domain/plan/line.ts'
import { paths } from '../../paths.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'

export interface Hold {
  readonly words: string
  readonly link: { readonly href: string; readonly text: string }
}

/** `verdict` is what the check says of the draft now. What it says of the notice is judged apart, copy by copy; so are the checks named in `except`. */
export async function draftHolds(tx: Tx, caseFile: CaseFile, planId: PlanId, content: PlanContent, verdict: MayIssue, except: readonly string[] = []): Promise<Hold[]> {
  const numbers = lineNumbers(content)
  const lineLink = (lineId: string | undefined): Hold['link'] => {
    const line = content.lines.find(({ id }) => id === lineId)
    return line === undefined
      ? { href: paths.plan(caseFile.key), text: 'Open the draft' }
      : { href: paths.planLine({ ...caseFile.key, lineId: line.id }), text: `Open line ${numbers.get(line.id) ?? ''}`.trim() }
  }
  const clashes = await listLinesWithOpenClash(tx, caseFile, planId)
  const findings = verdict.held.filter(({ checkId }) => checkId !== 'N.draft' && !except.includes(checkId))
  return [
    ...clashes.map((lineId) => ({
      words: `Two people wrote on ${numbers.get(lineId) ?? 'a line that was taken out'} at the same time, and nobody has chosen yet.`, link: lineLink(lineId),
    })),
    ...findings.map(({ words, where }) => ({ words, link: lineLink(where.lineId) })),
  ]
}

/** Lines on which two people's texts wait for somebody to choose. */
export async function listLinesWithOpenClash(tx: Tx, caseFile: CaseFile, planId: PlanId): Promise<LineId[]> {
  const rows = await tx.db.selectFrom('keptText as k')
    .innerJoin('planLine as l', (join) => join.onRef('l.localAreaId', '=', 'k.localAreaId').onRef('l.id', '=', 'k.lineId'))
    .select('k.lineId').distinct().where('l.localAreaId', '=', caseFile.localAreaId).where('l.planId', '=', planId)
    .where('k.settledAt', 'is', null).orderBy('k.lineId').execute()
  return rows.map(({ lineId }) => lineId)
}

/** Goes up with every revision and link ever written or taken out: two equal marks mean one draft. */
export async function draftMark(tx: Tx, caseFile: CaseFile, planId: PlanId): Promise<string> {
  const { localAreaId } = caseFile
  const revisions = await tx.db.selectFrom('planLineRevision as r')
    .innerJoin('planLine as l', (join) => join.onRef('l.localAreaId', '=', 'r.localAreaId').onRef('l.id', '=', 'r.lineId'))
    .select((eb) => eb.fn.countAll<string>().as('n')).where('l.localAreaId', '=', localAreaId).where('l.planId', '=', planId).executeTakeFirstOrThrow()
  const links = await tx.db.selectFrom('planLineLink')
    .select((eb) => [eb.fn.countAll<string>().as('n'), eb.fn.count<string>('removedAt').as('removed')])
    .where('localAreaId', '=', localAreaId).where('planId', '=', planId).executeTakeFirstOrThrow()
  return [revisions.n, links.n, links.removed].join('.')
}
