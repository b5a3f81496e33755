import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import { mayLook } from '../../../domain/access/policy.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listParties, listTeam } from '../case-overview-store.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'people-on-case')
    const audience = isOfCouncil(caseFile.parts) ? 'staff' : mayLook('access-record', caseFile.parts) ? 'family' : 'professional'
    return page(view({ frame: ask.frame, caseFile, audience, today: tx.today, parties: await listParties(tx, caseFile), team: await listTeam(tx, caseFile.localAreaId) }))
  })
}
