import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect } from '../../../platform/http/reply.ts'
import { listDesks, openDesk } from '../access-officer.ts'
import { listEmergencies } from '../access-store.ts'
import { pageNumber } from '../page-number.ts'
import { listUnusual } from '../unusual/unusual-store.ts'
import { view } from './view.tsx'

/** What waits for the access officer: openings in an emergency, and unusual looking. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const { area } = await openDesk(tx, param(ask, 'area'))
    const number = pageNumber(ask)
    return page(view({ frame: ask.frame, area, number, ...await listEmergencies(tx, area.id, number), unusual: await listUnusual(tx, area.id) }))
  })
}

/** To one's own area's desk, wherever that is. */
export async function toMine(ask: Ask): Promise<Reply> {
  const [area] = await read(ask, listDesks)
  if (area === undefined) throw new NotFound('access desk')
  return redirect(paths.accessDesk({ area: area.code }))
}
