import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { openArea } from '../../../casebook/open-area.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, area: await read(ask, (tx) => openArea(tx, param(ask, 'area'))) }))
}
