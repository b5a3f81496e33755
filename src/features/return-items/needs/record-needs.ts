import { act } from '../../../casebook/act.ts'
import { listChildNeeds, saveChildNeed } from '../../../casebook/family/child-needs.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { DayRefusal, WayToRecord } from '../../../domain/sen2/dated-items.ts'
import { dayRefusal } from '../../../domain/sen2/dated-items.ts'
import type { NeedCode } from '../../../domain/sen2/sen2-return.ts'
import { childKeyOf } from '../open-items.ts'

export interface NeedsForm { readonly primary: NeedCode; readonly secondary?: NeedCode; readonly since: PlainDate; readonly how: WayToRecord }

/** The main need and at most one more, from a day on. A need that goes on keeps its own first day. */
export const recordNeeds = act<NeedsForm, null, { readonly kind: DayRefusal | 'same' }>('record-needs', async (tx, caseFile, { primary, secondary, since, how }) => {
  const rows = await listChildNeeds(tx, childKeyOf(caseFile))
  const wanted = [[1, primary], [2, secondary]] as const
  const openOf = (rank: 1 | 2) => rows.find((row) => row.rank === rank && row.toOn === undefined)
  const changing = wanted.filter(([rank, need]) => how === 'put-right' || openOf(rank)?.need !== need)
  if (changing.every(([rank, need]) => openOf(rank)?.need === need && (need === undefined || openOf(rank)?.fromOn === since))) return refused({ kind: 'same' })
  for (const [rank] of changing) {
    const refusal = dayRefusal(how, since, tx.today, rows.filter((row) => row.rank === rank))
    if (refusal !== undefined) return refused({ kind: refusal })
  }
  for (const [rank, need] of changing) await saveChildNeed(tx, childKeyOf(caseFile), rank, need, since, how)
  await recordFact(tx, caseFile, { type: 'needs-recorded', primary, ...(secondary === undefined ? {} : { secondary }), ...(how === 'put-right' ? { isPutRight: true } : {}) }, { happenedOn: since })
  return ok(null)
})
