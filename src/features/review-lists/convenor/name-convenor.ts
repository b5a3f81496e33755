import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { listTeam, saveConvenor } from '../register-store.ts'

export type ConvenorRefusal = { readonly kind: 'not-of-the-team' }

/** Names who convenes for the council. It holds while they work there; after that it is whoever looks after the case. */
export const nameConvenor = act<string, null, ConvenorRefusal>('name-convenor', async (tx, caseFile, personId) => {
  const named = (await listTeam(tx, caseFile.localAreaId)).find(({ id }) => id === personId)
  if (named === undefined) return refused({ kind: 'not-of-the-team' })
  await saveConvenor(tx, caseFile, named.id)
  await recordFact(tx, caseFile, { type: 'review-convenor-named', personId: named.id, name: named.name })
  return ok(null)
})
