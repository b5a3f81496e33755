import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect } from '../../../platform/http/reply.ts'
import { findBulk } from './bulk-store.ts'
import { progressView } from './progress-view.tsx'
import { goOn } from './send-many.ts'

const find = (ask: Ask) => read(ask, async (tx) => {
  const area = await openAreaFor(tx, param(ask, 'area'), 'consult-setting')
  const bulk = await findBulk(tx, area, param(ask, 'bulkId'))
  if (bulk === undefined) throw new NotFound('bulk consultation')
  return { area, bulk, isMine: tx.viewer.kind === 'person' && tx.viewer.personId === bulk.begunBy }
})

/** What became of each child's consultations. */
export async function show(ask: Ask): Promise<Reply> {
  return page(progressView({ frame: ask.frame, ...await find(ask) }))
}

/** Goes on where it stopped: only whoever began it, because each act is theirs. */
export async function submit(ask: Ask): Promise<Reply> {
  const { area, bulk, isMine } = await find(ask)
  if (!isMine) throw new NotFound('bulk consultation')
  await goOn(ask, area.id, bulk)
  return redirect(paths.consultedMany({ area: area.code, bulkId: bulk.id }))
}
