import type { Ask } from '../../../casebook/ask.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { councilAreasOf } from '../../../casebook/access/sight.ts'
import { listAreas } from '../../../casebook/open-area.ts'
import { possibleParts } from '../../../casebook/access/may-come.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listBodies, listLoads } from '../work-store.ts'
import { view } from './view.tsx'
import { isForParts } from '../../../domain/access/policy.ts'

/** The team's work: by officer, and by who is waited for. For the council's people alone. */
export async function show(ask: Ask): Promise<Reply> {
  if (councilAreasOf(ask.viewer).length === 0) throw new NotFound('team')
  const own = councilAreasOf(ask.viewer)
  const decides = isForParts('set-target', possibleParts(ask.viewer))
  return read(ask, async (tx) => page(view({
    frame: ask.frame, today: tx.today, loads: await listLoads(tx), bodies: await listBodies(tx), areas: (await listAreas(tx)).filter(({ id }) => own.includes(id)), decides,
    bringsIn: isForParts('place-older-plan', possibleParts(ask.viewer)), bringsReturns: isForParts('bring-in-return', possibleParts(ask.viewer)),
  })))
}
