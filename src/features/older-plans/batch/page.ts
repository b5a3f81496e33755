import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { isId } from '../../../domain/ids.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { getBatch } from '../batch-store.ts'
import { countStates } from '../older-plan-store.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  const found = await read(ask, async (tx) => {
    const area = await openAreaFor(tx, param(ask, 'area'), 'place-older-plan')
    const id = param(ask, 'batchId')
    if (!isId(id)) throw new NotFound('batch')
    return { area, batch: await getBatch(tx, area.id, id), counts: await countStates(tx, area.id, id) }
  })
  return page(view({ frame: ask.frame, ...found }))
}
