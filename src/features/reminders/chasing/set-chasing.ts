import { actOutsideCase } from '../../../casebook/act.ts'
import { isChasedByItself } from '../../../casebook/limits/automatic-chases.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { ChaseKind } from '../../../domain/reminders/chasing.ts'
import { insertChange } from './chasing-store.ts'

export interface SetChasing {
  readonly area: string
  readonly kind: ChaseKind
  readonly isOn: boolean
  readonly reason: string
}

/** A manager decides, with a reason, whether the worker chases a kind by itself. Each change is kept. */
export const setChasing = actOutsideCase('set-chasing', async (tx, { area, ...change }: SetChasing): Promise<Outcome<null, { kind: 'already-so' }>> => {
  const { id } = await openAreaFor(tx, area, 'set-chasing')
  if (tx.viewer.kind !== 'person') throw new NotAllowed('set-chasing')
  if (await isChasedByItself(tx, id, change.kind) === change.isOn) return refused({ kind: 'already-so' })
  await insertChange(tx, id, { ...change, changedBy: tx.viewer.personId })
  return ok(null)
})
