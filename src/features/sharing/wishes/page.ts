import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listWishes } from '../wish-store.ts'
import { view } from './view.tsx'
import { mayAct } from '../../../domain/access/policy.ts'

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    if (mayAct('answer-wish', caseFile.parts, caseFile.stage) === 'not-your-part') throw new NotAllowed('answer-wish')
    return page(view({ frame: ask.frame, caseFile, wishes: await listWishes(tx, caseFile) }))
  })
}
