import type { Ask } from '../../../casebook/ask.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { councilAreasOf } from '../../../casebook/sight.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listBodies, listLoads } from '../work-store.ts'
import { view } from './view.tsx'

/** The team's work: by officer, and by who is waited for. For the council's people alone. */
export async function show(ask: Ask): Promise<Reply> {
  if (councilAreasOf(ask.viewer).length === 0) throw new NotFound('team')
  return read(ask, async (tx) => page(view({ frame: ask.frame, today: tx.today, loads: await listLoads(tx), bodies: await listBodies(tx) })))
}
