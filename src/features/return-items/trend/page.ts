import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { openForTeam } from '../register/page.ts'
import { listNight, listNightsOf } from '../register/register-store.ts'
import { view } from './view.tsx'

/** Nights that the trend shows. */
export const shownNights = 60

/** The whole return, or the item that the address names as `PlacementDetail.URN`. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const area = await openForTeam(tx, ask)
    const [, block = 'Person', element = ''] = /^([A-Za-z]{1,40})\.([A-Za-z0-9]{0,40})$/.exec(ask.query.text('item')) ?? []
    const nights = await listNightsOf(tx, area.id, { block, element }, shownNights)
    const [latest] = await listNightsOf(tx, area.id, { block: 'Person', element: '' }, 1)
    return page(view({ frame: ask.frame, area, chosen: { block, element }, nights, items: latest === undefined ? [] : await listNight(tx, area.id, latest.onDay) }))
  })
}
