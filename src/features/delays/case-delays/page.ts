import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { isForParts } from '../../../domain/access/policy.ts'
import { delaysOf, excuseClaimsOf } from '../../../domain/case-file/delays.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listNotices, listPeriods } from '../delay-store.ts'
import { findOpenLimits } from '../open-limits.ts'
import { view } from './view.tsx'

/** The legal dates that the council still owes in a case, what the family was told of each, and the excuses that were claimed. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    if (!isForParts('explain-delay', caseFile.parts)) throw new NotAllowed('explain-delay')
    return page(view({
      frame: ask.frame, caseFile, today: tx.today, limits: await findOpenLimits(tx, caseFile), told: delaysOf(caseFile.facts),
      claims: excuseClaimsOf(caseFile.facts), periods: await listPeriods(tx, caseFile), notices: await listNotices(tx, caseFile),
    }))
  })
}
