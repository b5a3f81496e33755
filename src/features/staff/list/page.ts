import type { Ask } from '../../../casebook/ask.ts'
import { bodiesHeld } from '../../../casebook/access/office.ts'
import { listAreas } from '../../../casebook/open-area.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect } from '../../../platform/http/reply.ts'
import { listReviews } from '../change-store.ts'
import { bodyIdOf, openBody } from '../open-body.ts'
import { findBody, listFormer, listWaitingAt } from '../staff-store.ts'
import { bodiesView, view } from './view.tsx'

/** The one body that somebody looks after, or which of several. */
export async function toMine(ask: Ask): Promise<Reply> {
  const ids = bodiesHeld(ask, 'look-after-staff')
  const [only] = ids
  if (only === undefined) throw new NotFound('body')
  if (ids.length === 1) return redirect(paths.staffOf({ organisationId: only }))
  const bodies = await read(ask, async (tx) => (await Promise.all(ids.map((id) => findBody(tx, id)))).filter((one) => one !== undefined))
  return page(bodiesView({ frame: ask.frame, bodies }))
}

/** Everybody who works there. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const { body, staff, administrator } = await openBody(tx, bodyIdOf(ask))
    const councilAreas = administrator.roles.flatMap(({ role, organisationId, localAreaId }) => (role === 'staff-administrator' && organisationId === body.id && localAreaId !== undefined ? [localAreaId] : []))
    return page(view({
      frame: ask.frame, body, staff, today: tx.today, providers: ask.house.providers, former: await listFormer(tx, body.id), waiting: await listWaitingAt(tx, body.id), reviews: await listReviews(tx, body.id),
      areas: (await listAreas(tx)).filter(({ id }) => councilAreas.includes(id)),
    }))
  })
}
