import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listInbox } from '../consultation-store.ts'
import { view } from './view.tsx'

/** One list for all areas: a setting near a border is asked by several councils. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => page(view({ frame: ask.frame, today: tx.today, items: await listInbox(tx) })))
}
