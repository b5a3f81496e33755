import { outgoingChannels, outgoingStates } from '../../../casebook/outgoing.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { councilAreasOf } from '../../../casebook/sight.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { countWaiting, listOutgoing } from '../outbox-store.ts'
import { pageSize } from './page-size.ts'
import { view } from './view.tsx'

/** Everything that leaves the areas of a council's team: nothing waits unseen. */
export async function show(ask: Ask): Promise<Reply> {
  if (councilAreasOf(ask.viewer).length === 0) throw new NotFound('outbox')
  const state = outgoingStates.find((one) => one === ask.query.text('state'))
  const channel = outgoingChannels.find((one) => one === ask.query.text('channel'))
  const asked = Number(ask.query.text('page'))
  const number = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1
  const about = ask.query.text('about') === 'reminders' ? 'reminders' as const : undefined
  const wanted = { ...(about === undefined ? {} : { about }), ...(state === undefined ? {} : { state }), ...(channel === undefined ? {} : { channel }) }
  return read(ask, async (tx) => {
    const { rows, total } = await listOutgoing(tx, wanted, { limit: pageSize, offset: (number - 1) * pageSize })
    return page(view({ frame: ask.frame, now: tx.now, rows, total, number, wanted, waiting: await countWaiting(tx) }))
  })
}
