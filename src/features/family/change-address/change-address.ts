import { act } from '../../../casebook/act.ts'
import type { NewHome } from '../../../casebook/family-rows.ts'
import { insertHome } from '../../../casebook/family-rows.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { ok } from '../../../domain/outcome.ts'

export type HouseholdHome = NewHome & { readonly household: string }

/** Records where the child lives from a day on. The ledger says that it changed, never to what. */
export const changeAddress = act('change-address', async (tx, caseFile, home: HouseholdHome) => {
  await insertHome(tx, { localAreaId: caseFile.localAreaId, childId: caseFile.child.id }, home)
  await recordFact(tx, caseFile, { type: 'address-changed', household: home.household }, { happenedOn: home.fromOn <= tx.today ? home.fromOn : tx.today })
  return ok(home.household)
})
