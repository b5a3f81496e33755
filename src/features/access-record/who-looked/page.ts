import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { listSittings } from '../../../casebook/audit/looked.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { councilTeam } from '../../../domain/access/parts.ts'
import { addDays } from '../../../domain/calendar/plain-date.ts'
import type { Instant } from '../../../domain/calendar/plain-date.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { pageNumber } from '../page-number.ts'
import { sittingsPerPage, view } from './view.tsx'

/** How far back the list goes: the records themselves stay as long as the case does. */
const daysBack = 2 * 365

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'access-record')
    if (tx.viewer.kind !== 'person') throw new NotAllowed('access-record')
    const { personId } = tx.viewer
    const isCouncil = caseFile.parts.some((part) => councilTeam.includes(part))
    const number = pageNumber(ask)
    const { sittings, total } = await listSittings(tx, caseFile, isCouncil ? { kind: 'staff' } : { kind: 'family', personId }, {
      since: `${addDays(tx.today, -daysBack)}T00:00:00.000Z` as Instant, limit: sittingsPerPage, offset: (number - 1) * sittingsPerPage,
    })
    return page(view({ frame: ask.frame, caseFile, sittings, total, number, viewerId: personId, isCouncil }))
  })
}
