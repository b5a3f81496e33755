import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listTargets } from '../target-store.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const area = await openAreaFor(tx, param(ask, 'area'), 'set-target')
    return page(view({ frame: ask.frame, area, today: tx.today, targets: await listTargets(tx, area.id) }))
  })
}
