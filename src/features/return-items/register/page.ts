import { councilAreasOf } from '../../../casebook/access/sight.ts'
import { findReturnHeader } from '../../../casebook/area-rows.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { openArea } from '../../../casebook/open-area.ts'
import type { Area } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import { isForParts } from '../../../domain/access/policy.ts'
import { councilParts } from '../../../domain/access/standing.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { readFaultsAddress } from './address.ts'
import { countFaults, listFaultOfficers, listFaults, listNightsOf } from './register-store.ts'
import { faultRows, view } from './view.tsx'

/** The area, for its council's team; not there for anybody else. */
export async function openForTeam(tx: Tx, ask: Ask): Promise<Area> {
  const area = await openArea(tx, param(ask, 'area'))
  if (!councilAreasOf(tx.viewer).includes(area.id)) throw new NotFound('register')
  return area
}

export async function show(ask: Ask): Promise<Reply> {
  const address = readFaultsAddress(ask.query)
  return read(ask, async (tx) => {
    const area = await openForTeam(tx, ask)
    const header = await findReturnHeader(tx, area.id)
    const [lastNight] = await listNightsOf(tx, area.id, { block: 'Person', element: '' }, 1)
    const held = tx.viewer.kind === 'person' ? councilParts(tx.viewer.roles, area.id) : []
    return page(view({
      frame: ask.frame, area, address, lastNight, isHeaderSaid: Object.keys(header).length === 4, maySetHeader: isForParts('set-return-header', held),
      counts: await countFaults(tx, area.id), officers: await listFaultOfficers(tx, area.id), ...await listFaults(tx, area.id, address, { limit: faultRows, offset: (address.page - 1) * faultRows }),
    }))
  })
}
