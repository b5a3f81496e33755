import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { ok, refused } from '../../../domain/outcome.ts'

export interface Withdrawal {
  readonly by: string
  readonly on: PlainDate
  readonly councilStillResponsible: boolean
  readonly reason: string
}

/** A request taken back. It ends the case only when the council has also looked at whether it stays responsible (CFA 2014 s.24). */
export const withdrawRequest = act('withdraw-request', async (tx, caseFile, input: Withdrawal) => {
  if (caseFile.receivedOn !== undefined && input.on < caseFile.receivedOn) return refused({ kind: 'before-it-was-received' as const })
  await recordFact(tx, caseFile, { type: 'request-withdrawn', by: input.by, councilStillResponsible: input.councilStillResponsible }, { happenedOn: input.on, reason: input.reason })
  return ok(undefined)
})
