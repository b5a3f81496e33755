import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { nothingYetView } from '../nothing-yet.tsx'
import { findOpenWorking } from '../open-working.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  const { caseFile, working } = await read(ask, async (tx) => {
    const opened = await openCaseFile(tx, caseKeyOf(ask))
    return { caseFile: opened, working: await findOpenWorking(tx, opened) }
  })
  if (working === undefined) return page(nothingYetView({ frame: ask.frame, caseFile }))
  return page(view({ frame: ask.frame, working, isNarrowed: ask.query.text('show') === 'changed' }))
}
