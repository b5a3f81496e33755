import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { listSeals } from '../../../casebook/access/seal-rows.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listThings } from '../things-store.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  return page(await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'seals')
    return view({ frame: ask.frame, caseFile, today: tx.today, seals: await listSeals(tx, caseFile), things: await listThings(tx, caseFile) })
  }))
}
