import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listBatches } from '../batch-store.ts'
import type { QueueFilter } from '../older-plan-store.ts'
import { countStates, listQueue } from '../older-plan-store.ts'
import { filters, view } from './view.tsx'

const onPage = 50

export async function show(ask: Ask): Promise<Reply> {
  const filter: QueueFilter = filters.find(({ key }) => key === ask.query.text('show'))?.key ?? 'to-confirm'
  const pageNo = Math.min(1000, Math.max(1, Number(/^\d{1,4}$/.exec(ask.query.text('page'))?.[0] ?? 1)))
  const found = await read(ask, async (tx) => {
    const area = await openAreaFor(tx, param(ask, 'area'), 'place-older-plan')
    const me = tx.viewer.kind === 'person' ? tx.viewer.personId : undefined
    // One more than is shown: whether there is a next page.
    const rows = await listQueue(tx, area.id, filter, { ...(me === undefined ? {} : { me }), skip: (pageNo - 1) * onPage, most: onPage + 1 })
    return { area, rows, counts: await countStates(tx, area.id), batches: await listBatches(tx, area.id, 5), ...(me === undefined ? {} : { me }) }
  })
  return page(view({ frame: ask.frame, filter, pageNo, hasMore: found.rows.length > onPage, ...found, rows: found.rows.slice(0, onPage) }))
}
