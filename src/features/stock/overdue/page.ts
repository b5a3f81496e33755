import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { mustBeOfTheCouncil } from '../for-the-council.ts'
import { countOverdue, countUntold, listOfficers, listOverdue } from '../stock-store.ts'
import { readOverdueAddress } from './address.ts'
import { overdueRows, view } from './view.tsx'

/** Everything of the viewer's areas that is past its legal day, and every amended plan that is not out. */
export async function show(ask: Ask): Promise<Reply> {
  mustBeOfTheCouncil(ask)
  const address = readOverdueAddress(ask.query)
  return read(ask, async (tx) => page(view({
    frame: ask.frame, today: tx.today, address, ...await listOverdue(tx, address, { limit: overdueRows, offset: (address.page - 1) * overdueRows }),
    counts: await countOverdue(tx), officers: await listOfficers(tx), untold: await countUntold(tx),
  })))
}
