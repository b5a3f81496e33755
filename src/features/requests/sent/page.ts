import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect } from '../../../platform/http/reply.ts'
import { draftDoor, openDraft } from '../draft-door.ts'
import { getSentCase } from '../request-store.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  const { draft, sent } = await read(ask, async (tx) => {
    const opened = await openDraft(tx, draftDoor(ask))
    return { draft: opened, sent: await getSentCase(tx, opened) }
  })
  return sent === undefined ? redirect(paths.requestTasks(draft.key)) : page(view({ frame: ask.frame, draft, sent }))
}
