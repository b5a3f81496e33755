import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { endSeal, getSeal, keepSeal } from '../../../casebook/access/seal-rows.ts'

export type SealChange = { readonly sealId: string; readonly reason: string } & ({ readonly do: 'lift' } | { readonly do: 'keep'; readonly reviewOn: PlainDate })

/** Lifts a seal, or says that it was looked at and stays. The reason is the ledger's; it is read by those who see the item. */
export const changeSeal = act('change-seal', async (tx, caseFile, change: SealChange): Promise<Outcome<'lifted' | 'kept', { readonly kind: 'nobody' }>> => {
  const seal = await getSeal(tx, caseFile, change.sealId)
  if (tx.viewer.kind !== 'person') return refused({ kind: 'nobody' })
  if (change.do === 'keep') {
    await keepSeal(tx, caseFile, seal.id, change.reviewOn)
    await recordFact(tx, caseFile, { type: 'item-seal-kept', sealId: seal.id, thing: seal.thing, reviewOn: change.reviewOn }, { reason: change.reason })
    return ok('kept')
  }
  await endSeal(tx, caseFile, seal.id, change.reason, tx.viewer.personId)
  await recordFact(tx, caseFile, { type: 'item-unsealed', sealId: seal.id, thing: seal.thing })
  return ok('lifted')
})
