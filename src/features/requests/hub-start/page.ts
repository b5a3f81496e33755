import type { Ask } from '../../../casebook/ask.ts'
import { listAreas } from '../../../casebook/open-area.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, areas: await read(ask, listAreas) }))
}
