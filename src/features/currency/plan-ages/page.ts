import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { currencyRuleOf } from '../../../casebook/plan/currency-rule.ts'
import { isOfTeam } from '../../../casebook/sending/hold.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { familyView } from './family-view.tsx'
import { findPlanRow, readLineAges, scoredOnFor } from './plan-store.ts'
import { teamView } from './team-view.tsx'

/** How old the plan is: to the council's team line by line, to everybody else part by part, which tells nothing of the words. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'plan-currency')
    const row = await findPlanRow(tx, caseFile)
    const shown = { frame: ask.frame, caseFile, row, rule: await currencyRuleOf(tx, caseFile.localAreaId), on: scoredOnFor(tx, caseFile) }
    return page(isOfTeam(caseFile.parts) ? teamView({ ...shown, ages: await readLineAges(tx, caseFile) }) : familyView(shown))
  })
}
