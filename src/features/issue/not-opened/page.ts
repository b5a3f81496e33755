import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listUnopened } from './unopened-store.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const area = await openAreaFor(tx, param(ask, 'area'), 'chase-delivery')
    return page(view({ frame: ask.frame, area, unopened: await listUnopened(tx, area.id), today: tx.today }))
  })
}
