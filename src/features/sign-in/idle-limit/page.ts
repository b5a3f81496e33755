import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { openArea } from '../../../casebook/open-area.ts'
import { holderOf, mustHoldInArea } from '../../../casebook/access/office.ts'
import { inTransaction, read } from '../../../casebook/tx.ts'
import { staffIdleMinutes } from '../../../domain/access/session-limits.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { findIdleLimit, saveIdleLimit } from './idle-limit-store.ts'
import { view } from './view.tsx'

/** How long an area's staff may stay away: set by the council's own administrators of staff. */
export async function show(ask: Ask): Promise<Reply> {
  const area = await areaLookedAfter(ask)
  const limit = await read(ask, (tx) => findIdleLimit(tx, area.id))
  return page(view({ frame: ask.frame, area, limit, errors: [], values: { minutes: String(limit?.staffIdleMinutes ?? staffIdleMinutes.usual) } }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const area = await areaLookedAfter(ask)
  const minutes = Number(ask.form.text('minutes'))
  if (!Number.isInteger(minutes) || minutes < staffIdleMinutes.least || minutes > staffIdleMinutes.most) {
    const limit = await read(ask, (tx) => findIdleLimit(tx, area.id))
    return wrongForm(view({ frame: ask.frame, area, limit, values: ask.form.values(), errors: [{ field: 'minutes', message: `Enter a whole number of minutes from ${staffIdleMinutes.least} to ${staffIdleMinutes.most}` }] }))
  }
  const { personId } = holderOf(ask)
  await inTransaction(ask, (tx) => saveIdleLimit(tx, area.id, { minutes, by: personId }))
  return redirect(paths.sessionLimit({ area: area.code }, { done: 'saved' }))
}

async function areaLookedAfter(ask: Ask) {
  const area = await read(ask, (tx) => openArea(tx, param(ask, 'area')))
  mustHoldInArea(ask, 'set-sign-out', area.id)
  return area
}
