import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { ok } from '../../../domain/outcome.ts'
import type { NewHome } from '../family-store.ts'
import { insertHome } from '../family-store.ts'

/** Records where the child lives from a day on. The ledger says that it changed, never to what. */
export const changeAddress = act('change-address', async (tx, caseFile, home: NewHome) => {
  await insertHome(tx, caseFile, home)
  await recordFact(tx, caseFile, { type: 'address-changed', household: home.household }, { happenedOn: home.fromOn <= tx.today ? home.fromOn : tx.today })
  return ok(home.household)
})
