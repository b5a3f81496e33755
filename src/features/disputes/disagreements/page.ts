import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { readClocks } from '../../../casebook/limits/keep-clocks.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import { keptUntil, openCeasing } from '../../../domain/ceasing/ceasing-of.ts'
import { disputesOf } from '../../../domain/disputes/disputes-of.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { ofDisagreements, openNotices, stillOpen } from '../clock-rows.ts'
import { listOrderedChanges } from '../dispute-store.ts'
import { councilView } from './council-view.tsx'
import { familyView } from './family-view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'disagreements')
    const clocks = await readClocks(tx, { localAreaId: caseFile.localAreaId, areaCode: caseFile.key.area, id: caseFile.id, bornOn: caseFile.child.bornOn, facts: caseFile.facts })
    const readings = clocks.ok ? ofDisagreements(clocks.value) : []
    const disputes = disputesOf(caseFile.facts)
    const notices = openNotices(readings, tx.today)
    const open = stillOpen(readings).filter(({ id }) => id !== 'APP-01' && id !== 'MED-01')
    if (!isOfCouncil(caseFile.parts)) {
      const ceasing = openCeasing(caseFile.facts)
      const until = ceasing === undefined ? undefined : keptUntil(caseFile.facts, ceasing)
      return page(familyView({ frame: ask.frame, caseFile, today: tx.today, notices, duties: open, disputes, ...(until === undefined ? {} : { until }) }))
    }
    return page(councilView({ frame: ask.frame, caseFile, today: tx.today, notices, open, disputes, changes: await listOrderedChanges(tx, caseFile), refused: clocks.ok ? [] : clocks.refusal.map(({ why }) => why) }))
  })
}
