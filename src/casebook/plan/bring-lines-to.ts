// Brings the working document to what a frozen version says: when the council does not amend after all, the live lines are the plan in force
// again (SEND Regulations 2014, reg 22(4)), and nobody's next review begins with changes that nobody made. Every line keeps its history.

import type { PersonId, PlanId } from '../../domain/ids.ts'
import { comparePlans } from '../../domain/plan/compare.ts'
import type { PlanContent } from '../../domain/plan/line.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'
import { keepLinks } from './keep-content.ts'
import { addRevision, lockLine } from './line-rows.ts'
import { readPlanContent } from './plan-content.ts'

/** Each line that differs gets a revision with the words that it had, and the thread runs as it ran then. Sources stay: they hold for the words on either side. */
export async function bringLinesTo(tx: Tx, caseFile: CaseFile, planId: PlanId, by: PersonId, content: PlanContent, because: string): Promise<number> {
  const { lines } = comparePlans(await readPlanContent(tx, caseFile, planId), content)
  let brought = 0
  for (const line of lines) {
    if (line.status === 'unchanged' || line.status === 'reordered') continue
    if (line.status === 'changed' && line.changes.text === undefined && line.changes.section === undefined && line.changes.fields.length === 0) continue
    const now = await lockLine(tx, caseFile, planId, line.id)
    const revision = { n: now.latest.n + 1, base: now.latest.n, by, because }
    await addRevision(tx, caseFile, planId, now, line.status === 'removed'
      ? { ...revision, how: 'removed', wording: now.latest.wording, isRemoved: true }
      : { ...revision, how: 'restored', wording: { section: line.after.section, text: line.after.text, fields: line.after.fields }, isRemoved: false })
    brought += 1
  }
  await keepLinks(tx, caseFile, planId, (await readPlanContent(tx, caseFile, planId)).links, content.links, by)
  return brought
}
