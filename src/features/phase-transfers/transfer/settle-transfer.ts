import { act } from '../../../casebook/act.ts'
import { listAttendedSettings } from '../../../casebook/family/child-settings.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { TransferKind } from '../../../domain/transfer/phases.ts'
import { transferDays } from '../../../domain/transfer/transfer-days.ts'
import type { Transfer } from '../cohort-store.ts'
import { findTransfer, insertTransfer, listTransfers, takeOut } from '../cohort-store.ts'

export type SettleRefusal = { readonly kind: 'no-such-transfer' } | { readonly kind: 'already-so' } | { readonly kind: 'in-the-cohort-already' } | { readonly kind: 'day-of-move-missing' } | { readonly kind: 'day-of-another-year' }

interface Wanted { readonly kind: TransferKind; readonly year: number; readonly transferOn?: PlainDate; readonly reason: string }

/** A move between post-16 institutions can be on any day of the year, five months after the plan has to name it (reg 18(2)): the day is needed. */
function dayRefusal({ kind, year, transferOn }: Wanted): SettleRefusal | undefined {
  if (kind !== 'post-16-to-post-16') return undefined
  if (transferOn === undefined) return { kind: 'day-of-move-missing' }
  return Number(transferOn.slice(0, 4)) === year ? undefined : { kind: 'day-of-another-year' }
}

async function foreseeByHand(tx: Tx, caseFile: CaseFile, wanted: Wanted, from: Pick<Transfer, 'yearGroup' | 'isOutOfYear' | 'organisationId'>, because: 'added-by-hand' | 'said-to-move' | 'own-sixth-form'): Promise<Outcome<string, SettleRefusal>> {
  const { kind, year, transferOn, reason } = wanted
  const id = tx.newId<string>()
  const day = transferOn === undefined ? {} : { transferOn }
  const strictOn = transferDays(kind, { year, ...day })?.strictLastDay
  const isNew = await insertTransfer(tx, caseFile, {
    id, year, kind, because, reason, standing: kind === 'same-school-sixth-form' ? 'stays' : 'moves', isOutOfYear: from.isOutOfYear, ...day, ...(strictOn === undefined ? {} : { strictOn }),
    ...(from.yearGroup === undefined ? {} : { yearGroup: from.yearGroup }), ...(from.organisationId === undefined ? {} : { organisationId: from.organisationId }),
  })
  if (!isNew) return refused({ kind: 'in-the-cohort-already' })
  await recordFact(tx, caseFile, { type: 'phase-transfer-foreseen', transferId: id, kind, year, ...day }, { reason })
  return ok(id)
}

/** Puts a child into a cohort by hand. */
export const addTransfer = act<Wanted, string, SettleRefusal>('foresee-transfer', async (tx, caseFile, wanted) => {
  const wrong = dayRefusal(wanted)
  if (wrong !== undefined) return refused(wrong)
  const [setting] = await listAttendedSettings(tx, caseFile)
  return foreseeByHand(tx, caseFile, wanted, { isOutOfYear: caseFile.child.yearGroupOverride !== undefined, ...(setting === undefined ? {} : { organisationId: setting.organisationId }) }, 'added-by-hand')
})

export interface Settled { readonly transferId: string; readonly as: TransferKind | 'out'; readonly transferOn?: PlainDate; readonly reason: string }

/** Says that a child moves in another way than foreseen, stays, or is no part of the cohort. The clocks of the old end, and those of the new begin. */
export const settleTransfer = act<Settled, string, SettleRefusal>('foresee-transfer', async (tx, caseFile, { transferId, as, transferOn, reason }) => {
  const transfer = await findTransfer(tx, caseFile, transferId)
  if (transfer === undefined || transfer.standing === 'out') return refused({ kind: 'no-such-transfer' })
  if (as === transfer.kind && as !== 'post-16-to-post-16') return refused({ kind: 'already-so' })
  const wanted = as === 'out' ? undefined : { kind: as, year: transfer.year, reason, ...(transferOn === undefined ? {} : { transferOn }) }
  const wrong = wanted === undefined ? undefined : dayRefusal(wanted)
  if (wrong !== undefined) return refused(wrong)
  await takeOut(tx, caseFile, transfer.id, reason)
  if (transfer.kind !== undefined) await recordFact(tx, caseFile, { type: 'phase-transfer-cancelled', transferId: transfer.id }, { reason })
  return wanted === undefined ? ok(transfer.id) : foreseeByHand(tx, caseFile, wanted, transfer, wanted.kind === 'same-school-sixth-form' ? 'own-sixth-form' : 'said-to-move')
})

/** The transfer that a plan issued now would be about: the nearest year in which the child moves. */
export async function openTransferOf(tx: Tx, caseFile: CaseFile): Promise<Transfer | undefined> {
  const today = tx.today
  return (await listTransfers(tx, caseFile)).filter(({ standing, year, transferOn }) => standing === 'moves' && (transferOn ?? `${year}-09-01`) >= today).at(-1)
}
