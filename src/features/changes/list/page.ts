import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listChanges } from '../change-store.ts'
import { view } from './view.tsx'

/** What was said to have changed and what was decided: the council reads all of it, anybody else their own. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'own-changes')
    return page(view({ frame: ask.frame, caseFile, today: tx.today, changes: await listChanges(tx, caseFile) }))
  })
}
