import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { actOutsideCase } from '../../../casebook/act.ts'
import { recallMinutes } from '../../../casebook/sending/hold.ts'
import { openArea } from '../../../casebook/open-area.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import type { Area } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import { addDays } from '../../../domain/calendar/plain-date.ts'
import type { Instant } from '../../../domain/calendar/plain-date.ts'
import { ok } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { countNearMisses, insertRecallMinutes } from '../sending-store.ts'
import { view } from './view.tsx'

/** A year, so that a small area's counts say something. */
const daysBack = 365

/** For whoever decides in the area and whoever looks after access: counts alone. */
async function openFor(tx: Tx, code: string): Promise<{ area: Area; decides: boolean }> {
  const area = await openArea(tx, code)
  const held = tx.viewer.kind === 'person' ? tx.viewer.roles.filter(({ localAreaId }) => localAreaId === area.id).map(({ role }) => role) : []
  if (!held.includes('decision-maker') && !held.includes('access-officer')) throw new NotFound('near misses')
  return { area, decides: held.includes('decision-maker') }
}

const findAll = (ask: Ask) => read(ask, async (tx) => {
  const opened = await openFor(tx, param(ask, 'area'))
  return { ...opened, counts: await countNearMisses(tx, opened.area.id, `${addDays(tx.today, -daysBack)}T00:00:00.000Z` as Instant), minutes: await recallMinutes(tx, opened.area.id) }
})

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await findAll(ask), errors: [], values: {} }))
}

const setRecall = actOutsideCase('set-recall', async (tx, { area, minutes, reason }: { area: string; minutes: number; reason: string }) => {
  const opened = await openFor(tx, area)
  if (!opened.decides || tx.viewer.kind !== 'person') throw new NotAllowed('set-recall')
  await insertRecallMinutes(tx, opened.area.id, { minutes, reason, by: tx.viewer.personId })
  return ok(minutes)
})

export async function submit(ask: Ask): Promise<Reply> {
  const found = await findAll(ask)
  if (!found.decides) throw new NotAllowed('set-recall')
  const minutes = Number(ask.form.text('minutes'))
  const reason = ask.form.text('reason')
  const values: FormValues = ask.form.values()
  const errors: FieldError[] = [
    ...(/^\d{1,2}$/.test(ask.form.text('minutes')) && minutes <= 60 ? [] : [{ field: 'minutes', message: 'Enter how many minutes, from 0 to 60' }]), ...(reason === '' ? [{ field: 'reason', message: 'Enter why' }] : []),
  ]
  if (errors.length > 0) return wrongForm(view({ frame: ask.frame, ...found, errors, values }))
  await setRecall(ask, { area: found.area.code, minutes, reason })
  return redirect(paths.nearMisses({ area: found.area.code }, { done: 'recall-set' }))
}
