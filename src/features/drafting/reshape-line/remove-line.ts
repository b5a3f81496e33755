import { readLineHistory } from '../../../casebook/plan/clashes.ts'
import { getLine } from '../../../casebook/plan/line-rows.ts'
import type { InArea } from '../../../casebook/plan/revision-row.ts'
import type { SavedHere } from '../../../casebook/plan/save-line.ts'
import { saveAttempt } from '../../../casebook/plan/save-line.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { LineId, PersonId, PlanId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { findRevision } from '../../../domain/plan/clash.ts'
import type { SectionRefusal } from '../draft-act.ts'
import { draftAct, hindrance } from '../draft-act.ts'

/** Takes a line out of the draft. Its words stay in its history; when another changed it meanwhile this is a clash. */
export async function takeOutLine(
  tx: Tx, caseFile: InArea, planId: PlanId, lineId: LineId, { by, base }: { by: PersonId; base: number },
): Promise<SavedHere> {
  const history = await readLineHistory(tx, caseFile, lineId)
  const { wording } = findRevision(history, base) ?? (await getLine(tx, caseFile, planId, lineId)).latest
  return saveAttempt(tx, caseFile, planId, lineId, { by, base, how: 'removed', wording, isRemoved: true })
}

/** Brings back the words of an earlier revision, whether or not the line was taken out since. */
export async function bringBackLine(
  tx: Tx, caseFile: InArea, planId: PlanId, lineId: LineId, { by, base, revision }: { by: PersonId; base: number; revision: number },
): Promise<Outcome<SavedHere, 'no-such-revision'>> {
  const earlier = findRevision(await readLineHistory(tx, caseFile, lineId), revision)
  if (earlier === undefined) return refused('no-such-revision')
  return ok(await saveAttempt(tx, caseFile, planId, lineId, { by, base, how: 'restored', wording: earlier.wording, isRemoved: false }))
}

export const removeLine = draftAct(async (tx, { caseFile, planId, by, mine }, { lineId, base }: { lineId: LineId; base: number }) => {
  const line = await getLine(tx, caseFile, planId, lineId)
  return hindrance(mine, line.kind, line.latest.wording.section) ?? ok(await takeOutLine(tx, caseFile, planId, lineId, { by, base }))
})

export type RestoreRefusal = SectionRefusal | { readonly kind: 'no-such-revision' }

export const restoreLine = draftAct<{ lineId: LineId; base: number; revision: number }, SavedHere, RestoreRefusal>(
  async (tx, { caseFile, planId, by, mine }, { lineId, base, revision }) => {
    const line = await getLine(tx, caseFile, planId, lineId)
    const earlier = findRevision(await readLineHistory(tx, caseFile, lineId), revision)
    if (earlier === undefined) return refused({ kind: 'no-such-revision' })
    const stands = hindrance(mine, line.kind, line.latest.wording.section, earlier.wording.section)
    if (stands !== undefined) return stands
    const back = await bringBackLine(tx, caseFile, planId, lineId, { by, base, revision })
    return back.ok ? back : refused({ kind: back.refusal })
  },
)
