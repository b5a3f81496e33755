import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import type { Area } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Clock } from '../../../domain/clocks/clock.ts'
import { keyOf } from '../../../domain/clocks/clock.ts'
import { clocksWithTargets } from '../../../domain/clocks/own-targets.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { SetTarget, TargetChange } from '../target-store.ts'
import { listTargetChanges, listTargets } from '../target-store.ts'
import { readTarget } from './form.ts'
import { setTarget } from './set-target.ts'
import { view } from './view.tsx'

interface Found {
  readonly area: Area
  readonly clock: Clock
  readonly today: PlainDate
  readonly now: SetTarget | undefined
  readonly changes: readonly TargetChange[]
}

async function find(ask: Ask): Promise<Found> {
  return read(ask, async (tx) => {
    const area = await openAreaFor(tx, param(ask, 'area'), 'set-target')
    const clock = clocksWithTargets.find((one) => keyOf(one) === param(ask, 'clock'))
    if (clock === undefined) throw new NotFound('clock')
    const own = (await listTargets(tx, area.id)).filter(({ clockId }) => clockId === keyOf(clock))
    return { area, clock, today: tx.today, now: own.find(({ fromOn }) => fromOn <= tx.today), changes: await listTargetChanges(tx, area.id, keyOf(clock)) }
  })
}

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await find(ask), errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const form = readTarget(ask.form, found.clock, found.today)
  if ('errors' in form) return wrongForm(view({ frame: ask.frame, ...found, errors: form.errors, values: ask.form.values() }))
  const done = await setTarget(ask, { area: found.area.code, clockId: keyOf(found.clock), ...form.value })
  if (done.ok) return redirect(paths.targets({ area: found.area.code }, { done: 'target-set' }))
  // Midnight passed between the form and the act.
  return wrongForm(view({ frame: ask.frame, ...found, errors: [{ field: 'from', message: 'The day from which it holds must be today or later' }], values: ask.form.values() }))
}
