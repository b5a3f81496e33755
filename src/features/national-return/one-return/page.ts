import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { mustHoldInArea } from '../../../casebook/access/office.ts'
import { openArea } from '../../../casebook/open-area.ts'
import { findReturnHeader } from '../../../casebook/area-rows.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { getReturn } from '../return-store.ts'
import { view } from './view.tsx'

/** What is in a return, and what its check found. */
export const show = (ask: Ask): Promise<Reply> => read(ask, async (tx) => {
  const area = await openArea(tx, param(ask, 'area'))
  mustHoldInArea(tx, 'send-national-return', area.id)
  return page(view({ frame: ask.frame, area, header: await findReturnHeader(tx, area.id), made: await getReturn(tx, area.id, param(ask, 'returnId')) }))
})
