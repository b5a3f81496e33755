import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { checkCasePlan } from '../../../casebook/plan/plan-checking.ts'
import { planIdOf } from '../../../casebook/plan/plan-content.ts'
import type { Placement } from '../../../casebook/plan/placement-line.ts'
import { placementLine } from '../../../casebook/plan/placement-line.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { Finding } from '../../../domain/plan/checks/plan-check.ts'
import type { PlanStatus } from '../../../domain/plan/checks/plan-under-check.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { insertRelease } from '../check-store.ts'

export interface Held {
  readonly checkId: string
  /** The finding's own name: this thing as it stood when it was read. */
  readonly about: string
  readonly status: PlanStatus
  /** Section I as chosen on the page of issue, when that is where the finding was read. */
  readonly placement?: Placement
}

/** The finding that holds the plan now and that a manager may release; undefined when it was mended, changed or may not be. */
export async function findHeld(tx: Tx, caseFile: CaseFile, { checkId, about, status, placement }: Held): Promise<Finding | undefined> {
  const lines = placement === undefined ? [] : [placementLine(await planIdOf(tx, caseFile), placement)]
  const { verdict } = await checkCasePlan(tx, caseFile, status, { placement: lines })
  return verdict.held.find((finding) => finding.checkId === checkId && finding.about === about && finding.release === 'named-manager')
}

/** A named manager lets the plan go although a check holds it: a check must not by itself make the council late. */
export const releaseCheck = act('release-check', async (tx, caseFile, input: Held & { readonly reason: string }) => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('release-check')
  const held = await findHeld(tx, caseFile, input)
  if (held === undefined) return refused({ kind: 'not-held-any-more' as const })
  await insertRelease(tx, caseFile, { checkId: input.checkId, about: input.about, reason: input.reason, by: tx.viewer.personId })
  await recordFact(tx, caseFile, { type: 'check-released', checkId: input.checkId })
  return ok(undefined)
})
