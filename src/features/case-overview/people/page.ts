import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { councilTeam, family } from '../../../domain/access/parts.ts'
import { addDays } from '../../../domain/calendar/plain-date.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listOpenings, listPartiesFor, listTeam } from '../case-overview-store.ts'
import { view } from './view.tsx'

/** How far back the list of who has looked goes. */
const daysBack = 365

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'people-on-case')
    const holds = (parts: readonly string[]): boolean => caseFile.parts.some((part) => parts.includes(part))
    const audience = holds(councilTeam) ? 'staff' : holds(family) ? 'family' : 'professional'
    const viewerId = tx.viewer.kind === 'person' ? tx.viewer.personId : undefined
    // Who looked is for the council and the family; a parent reads of the professionals and of themselves, not of the other parent.
    const openings = audience === 'professional' ? [] : (await listOpenings(tx, caseFile, addDays(tx.today, -daysBack)))
      .filter(({ from, personId }) => audience === 'staff' || from !== 'Family' || personId === viewerId)
    return page(view({ frame: ask.frame, caseFile, audience, today: tx.today, parties: await listPartiesFor(tx, caseFile, audience, viewerId), team: await listTeam(tx, caseFile.localAreaId), openings }))
  })
}
