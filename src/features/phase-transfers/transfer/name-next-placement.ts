import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { NextPlacement } from '../../../domain/case-file/facts.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { findTransfer } from '../cohort-store.ts'
import { finalsOf, namedBy } from './finals.ts'

export interface NextNamed { readonly transferId: string; readonly finalSeq: number; readonly how: NextPlacement; readonly name?: string }
export type NameRefusal = { readonly kind: 'no-such-transfer' } | { readonly kind: 'no-such-plan' } | { readonly kind: 'named-already' } | { readonly kind: 'does-not-move' }

/**
 * Says which plan names the next placement: only one that was sent counts, or the letter that it is not amended; a draft names nothing. From then on
 * the clock of the transfer is met on that plan's day.
 */
export const nameNextPlacement = act<NextNamed, null, NameRefusal>('name-next-placement', async (tx, caseFile, { transferId, finalSeq, how, name }) => {
  const transfer = await findTransfer(tx, caseFile, transferId)
  if (transfer === undefined) return refused({ kind: 'no-such-transfer' })
  if (transfer.standing === 'out' || transfer.kind === undefined) return refused({ kind: 'does-not-move' })
  if (!finalsOf(caseFile.facts).some(({ seq }) => seq === finalSeq)) return refused({ kind: 'no-such-plan' })
  if (namedBy(caseFile.facts, transferId) !== undefined) return refused({ kind: 'named-already' })
  await recordFact(tx, caseFile, { type: 'next-placement-named', transferId, finalSeq, how, ...(name === undefined ? {} : { name }) })
  return ok(null)
})
