import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listPlansDelivered, listPlansNoLongerTheirs } from '../delivery-store.ts'
import { entriesOf } from './entries.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => page(view({ frame: ask.frame, entries: entriesOf(await listPlansDelivered(tx)), over: await listPlansNoLongerTheirs(tx) })))
}
