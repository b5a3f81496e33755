import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { mayAsk } from '../may-ask.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { termToList } from '../../../domain/calendar/school-terms.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect } from '../../../platform/http/reply.ts'
import { openOwnArea } from '../for-the-council.ts'
import { listBodiesWithout, listSent } from '../list-store.ts'
import { listClock } from './list-clock.ts'
import { sendListsNow } from './send-lists.ts'
import { view } from './view.tsx'

/** Which bodies have the list of the term, and which have said so. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const area = await openOwnArea(tx, ask)
    const term = termToList(area.code, tx.today)
    const lists = await listSent(tx, area.id, term.firstDay)
    return page(view({ frame: ask.frame, area, term, lists, clock: listClock(term, lists, tx.today), waiting: (await listBodiesWithout(tx, area, term)).length, maySend: mayAsk(tx, area.id, 'send-review-lists') }))
  })
}

export async function submit(ask: Ask): Promise<Reply> {
  const area = param(ask, 'area')
  const done = await sendListsNow(ask, area)
  if (!done.ok) throw new NotFound('area')
  return redirect(paths.reviewListsSent({ area }, { done: 'sent' }))
}
