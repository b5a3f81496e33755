// A manager sets the area's own target beside a date of the law, from a day on. Clocks that started earlier keep the target that
// they had (rules with dates never rewrite history); those that started since are folded again by the worker, not in the request.

import { z } from 'zod'
import { actOutsideCase } from '../../../casebook/act.ts'
import type { Job } from '../../../casebook/feature.ts'
import { inBatches } from '../../../casebook/in-batches.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { enqueue } from '../../../casebook/queue.ts'
import { refoldCase } from '../../../casebook/rebuild-tracks.ts'
import { plainDateOf } from '../../../domain/calendar/plain-date.ts'
import { keyOf } from '../../../domain/clocks/clock.ts'
import { clocksWithTargets } from '../../../domain/clocks/own-targets.ts'
import type { LocalAreaId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { SetTarget } from '../target-store.ts'
import { listCasesOfTarget, saveTarget } from '../target-store.ts'

export interface TargetInput extends SetTarget {
  readonly area: string
  readonly reason: string
}

const job = 'refold-targets'

export const setTarget = actOutsideCase('set-target', async (tx, { area, reason, ...target }: TargetInput): Promise<Outcome<null, { kind: 'rewrites-history' }>> => {
  const { id } = await openAreaFor(tx, area, 'set-target')
  if (tx.viewer.kind !== 'person') throw new NotAllowed('set-target')
  if (!clocksWithTargets.some((clock) => keyOf(clock) === target.clockId)) throw new NotFound('clock')
  if (target.fromOn < tx.today) return refused({ kind: 'rewrites-history' })
  await saveTarget(tx, id, target, { reason, by: tx.viewer.personId })
  await enqueue(tx, job, { localAreaId: id, clockId: target.clockId, fromOn: target.fromOn })
  return ok(null)
})

const queued = z.object({ localAreaId: z.string(), clockId: z.string(), fromOn: z.string() })

/** Folds again the cases that a target is for, each in a transaction of its own; run twice it finds nothing different. */
export const refoldTargets: Job = {
  name: job,
  run: async (occasion, payload) => {
    const { localAreaId, clockId, fromOn } = queued.parse(payload)
    const area = localAreaId as LocalAreaId
    const target = { localAreaId: area, clockId, fromOn: plainDateOf(fromOn) }
    await inBatches(occasion, (tx, after: { caseId: Parameters<typeof refoldCase>[2] } | undefined) => listCasesOfTarget(tx, target, after), ({ caseId }) => refoldCase(occasion, area, caseId))
  },
}
