import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { factKinds } from '../../../casebook/fact-sentences.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listNames, listOwnMarks } from '../case-overview-store.ts'
import { entriesFor } from './entries.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  const kind = factKinds.find((one) => one === ask.query.text('kind'))
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'timeline')
    const names = await listNames(tx, caseFile)
    const person = tx.viewer.kind === 'person' ? tx.viewer : undefined
    const audience = isOfCouncil(caseFile.parts) ? 'staff' : 'family'
    const ownMarks = audience === 'staff' ? new Set<string>() : await listOwnMarks(tx, caseFile)
    const entries = entriesFor(caseFile.facts, { audience, personId: person?.personId, ownMarks }, names, kind)
    return page(view({ frame: ask.frame, caseFile, entries, names, audience, kind, viewerId: person?.personId }))
  })
}
