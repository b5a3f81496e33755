import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { family } from '../../../domain/access/parts.ts'
import { timelineFactsOf } from '../../../domain/case-file/timeline-facts.ts'
import { timelineOf } from '../../../domain/timeline/timeline-of.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listAlerts, listParties } from '../case-overview-store.ts'
import { familyView } from './family-view.tsx'
import { staffView } from './staff-view.tsx'

/** Family read where they are, step by step; everybody else gets the working page. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'overview')
    const dates = timelineFactsOf(caseFile.facts)
    const shown = { frame: ask.frame, caseFile, today: tx.today, steps: dates === undefined ? [] : timelineOf(dates, tx.today) }
    if (caseFile.parts.every((part) => family.includes(part))) return page(familyView(shown))
    const parties = (await listParties(tx, caseFile)).filter(({ fromOn, toOn }) => fromOn <= tx.today && (toOn === undefined || toOn >= tx.today))
    return page(staffView({ ...shown, alerts: await listAlerts(tx, caseFile), parties }))
  })
}
