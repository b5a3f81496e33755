import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { Outgoing } from '../outbox-store.ts'
import { findOutgoing } from '../outbox-store.ts'
import { postLetter, sendAgain } from './acts.ts'
import { view } from './view.tsx'

async function find(ask: Ask): Promise<{ caseFile: CaseFile; item: Outgoing }> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    if (!caseFile.open.includes('post-letter')) throw new NotAllowed('post-letter')
    const item = await findOutgoing(tx, caseFile, param(ask, 'outgoingId'))
    if (item === undefined) throw new NotFound('outgoing')
    return { caseFile, item }
  })
}

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await find(ask), errors: [] }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const { item } = await find(ask)
  const done = item.channel === 'letter' ? await postLetter(ask, caseKeyOf(ask), item.id) : await sendAgain(ask, caseKeyOf(ask), item.id)
  if (done.ok) return redirect(paths.outbox({ done: item.channel === 'letter' ? 'posted' : 'sending-again' }))
  // Somebody was quicker: the page shows how it stands now.
  return wrongForm(view({ frame: ask.frame, ...await find(ask), errors: [{ field: 'state', message: 'This does not wait any more. See below how it stands' }] }))
}
