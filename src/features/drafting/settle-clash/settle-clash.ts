import { findClashNo, insertKept, readLineHistory, settleKept } from '../../../casebook/plan/clashes.ts'
import { addRevision, lockLine } from '../../../casebook/plan/line-rows.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import type { InArea } from '../../../casebook/plan/revision-row.ts'
import type { SavedHere } from '../../../casebook/plan/save-line.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import type { LineId, PlanId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { Choice, Settlement, SettlementRefusal } from '../../../domain/plan/clash.ts'
import { settleClash as settleByRule } from '../../../domain/plan/clash.ts'
import type { SectionRefusal } from '../draft-act.ts'
import { draftAct, hindrance } from '../draft-act.ts'

/** Settles a clash by the rule and writes down what came of it. Somebody's save meanwhile leaves it open, with both texts. */
export async function settle(
  tx: Tx, caseFile: InArea, planId: PlanId, lineId: LineId, clashNo: number, settlement: Settlement,
): Promise<Outcome<SavedHere, SettlementRefusal>> {
  const line = await lockLine(tx, caseFile, planId, lineId)
  const settled = settleByRule(await readLineHistory(tx, caseFile, lineId), clashNo, settlement)
  if (!settled.ok) return settled
  const recorded = settled.value
  if (recorded.kind === 'clash') {
    const again = recorded.shown.mine
    return ok({ kind: 'clash', clashNo, keptId: await insertKept(tx, caseFile, lineId, clashNo, again), latest: line.latest.n })
  }
  if (recorded.kind === 'accepted') await addRevision(tx, caseFile, planId, line, recorded.revision)
  await settleKept(tx, caseFile, lineId, clashNo, { as: settlement.choice, by: settlement.by, revision: recorded.revision.n })
  return ok({ kind: recorded.kind, n: recorded.revision.n })
}

export interface SettleInput {
  readonly lineId: LineId
  readonly keptId: string
  readonly choice: Choice
  /** The revision that stood beside the kept text when they chose. */
  readonly against: number
  /** The person's own words, made from the two. */
  readonly text?: string
}

export type SettleRefusal = SectionRefusal | { readonly kind: SettlementRefusal }

/** Whoever typed the kept text settles it, or the council's team. */
export const settleClash = draftAct<SettleInput, SavedHere, SettleRefusal>(async (tx, { caseFile, planId, by, mine }, input) => {
  const clashNo = await findClashNo(tx, caseFile, input.lineId, input.keptId)
  const line = await lockLine(tx, caseFile, planId, input.lineId)
  const history = await readLineHistory(tx, caseFile, input.lineId)
  const clash = history.clashes.find(({ number }) => number === clashNo)
  if (clashNo === undefined || clash === undefined) throw new NotFound('clash')
  if (clash.by !== by && !isOfCouncil(caseFile.parts)) throw new NotAllowed('another person’s text')
  const own = clash.attempts.at(-1) ?? clash.attempts[0]
  const stands = input.choice === 'theirs' ? undefined : hindrance(mine, line.kind, line.latest.wording.section, own.wording.section)
  if (stands !== undefined) return stands
  const wording = { ...line.latest.wording, text: input.text ?? '' }
  const settled = await settle(tx, caseFile, planId, input.lineId, clashNo, {
    by, choice: input.choice, against: input.against, ...(input.choice === 'merged' ? { wording } : {}),
  })
  return settled.ok ? ok(settled.value) : refused({ kind: settled.refusal })
})
