import type { Ask } from '../../../casebook/ask.ts'
import { listDraftDocuments } from '../../../casebook/papers/documents.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { draftDoor, openDraft, toSent } from '../draft-door.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  const door = draftDoor(ask)
  const { draft, files } = await read(ask, async (tx) => {
    const opened = await openDraft(tx, door)
    return { draft: opened, files: (await listDraftDocuments(tx, { localAreaId: opened.localAreaId, requestDraftId: opened.id })).length }
  })
  return draft.sentAt === undefined ? page(view({ frame: ask.frame, draft, files })) : toSent(door)
}
