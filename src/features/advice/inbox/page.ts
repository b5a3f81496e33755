import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listInbox } from '../request-store.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  const { rows, today, personId } = await read(ask, async (tx) => ({
    rows: await listInbox(tx), today: tx.today, personId: tx.viewer.kind === 'person' ? tx.viewer.personId : undefined,
  }))
  return page(view({ frame: ask.frame, rows, today, personId }))
}
