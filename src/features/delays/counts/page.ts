import type { Ask } from '../../../casebook/ask.ts'
import { listAreas } from '../../../casebook/open-area.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { councilAreasOf } from '../../../casebook/access/sight.ts'
import { read } from '../../../casebook/tx.ts'
import type { Role } from '../../../domain/access/parts.ts'
import { countDelays } from '../../../domain/case-file/delay-counts.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { readCountsAddress, wantedOf } from './address.ts'
import { countExcuses, listTold, mostUntold, readUntold } from './counts-store.ts'
import { view } from './view.tsx'

/** Partners who answer for the area's children beside the council: they read figures of the children they see, small ones hidden. */
const partners: readonly Role[] = ['health-lead', 'social-care-lead']

/** Honesty about delay in figures. Council roles see each case of their area, and so each figure whole. */
export async function show(ask: Ask): Promise<Reply> {
  const { viewer } = ask
  const own = councilAreasOf(viewer)
  const isExact = own.length > 0
  const isPartner = viewer.kind === 'person' && viewer.roles.some(({ role }) => partners.includes(role))
  if (!isExact && !isPartner) throw new NotFound('delays')
  const address = readCountsAddress(ask.query)
  return read(ask, async (tx) => {
    const areas = isExact ? own : (await listAreas(tx)).map(({ id }) => id)
    const wanted = wantedOf(address, tx.today)
    const untold = await readUntold(tx, areas, { limit: wanted.limit, most: isExact ? mostUntold : 0 })
    return page(view({
      frame: ask.frame, today: tx.today, address, isExact, counts: countDelays(await listTold(tx, areas, wanted), tx.today),
      excuses: await countExcuses(tx, areas, wanted), untold: untold.counts, rows: untold.rows,
    }))
  })
}
