import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { findNotice } from '../outbox-store.ts'
import { view } from './letter-view.tsx'

/** A letter as it was sent: its words are kept and never made anew. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'letters')
    const notice = await findNotice(tx, caseFile, param(ask, 'noticeId'))
    if (notice === undefined) throw new NotFound('letter')
    return page(view({ frame: ask.frame, caseFile, notice }))
  })
}
