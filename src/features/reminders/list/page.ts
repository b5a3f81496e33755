import type { Ask } from '../../../casebook/ask.ts'
import { listAreas } from '../../../casebook/open-area.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { councilAreasOf } from '../../../casebook/access/sight.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { possibleParts } from '../../../casebook/access/may-come.ts'
import { countReminders, listReminded } from './list-store.ts'
import { pageSize, view } from './view.tsx'
import { isForParts } from '../../../domain/access/policy.ts'

/** What was reminded and chased, for the council's people alone. What waits or failed is looked after in the outbox. */
export async function show(ask: Ask): Promise<Reply> {
  const own = councilAreasOf(ask.viewer)
  if (own.length === 0) throw new NotFound('reminders')
  const asked = Number(ask.query.text('page'))
  const number = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1
  const decides = isForParts('set-chasing', possibleParts(ask.viewer))
  return read(ask, async (tx) => page(view({
    frame: ask.frame, rows: await listReminded(tx, { limit: pageSize + 1, offset: (number - 1) * pageSize }), number, counts: await countReminders(tx),
    settings: decides ? (await listAreas(tx)).filter(({ id }) => own.includes(id)) : [],
  })))
}
