import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { holdsInArea, mustHoldInArea } from '../../../casebook/access/office.ts'
import { openArea } from '../../../casebook/open-area.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listBodies } from './bodies-store.ts'
import { view } from './view.tsx'

/** The schools and services of an area: who looks after their people, and whether they did so lately. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const area = await openArea(tx, param(ask, 'area'))
    mustHoldInArea(ask, 'see-bodies', area.id)
    return page(view({ frame: ask.frame, area, bodies: await listBodies(tx, area.id), today: tx.today, mayAdd: holdsInArea(ask, 'add-body', area.id) }))
  })
}
