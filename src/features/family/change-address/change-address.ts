import { act } from '../../../casebook/act.ts'
import { listFamilyOnCase } from '../../../casebook/sending/family-addressees.ts'
import type { NewHome, NewServiceAddress } from '../../../casebook/family/family-rows.ts'
import { endServiceAddress, insertHome, insertServiceAddress, updateTie } from '../../../casebook/family/family-rows.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { ok } from '../../../domain/outcome.ts'
import { listFamily } from '../family-store.ts'
import { askWhetherRight } from './ask-whether-right.ts'

export interface AddressInput {
  readonly home: NewHome & { readonly household: string; readonly howKnown: string; readonly residentIds: readonly PersonId[] }
  /** Beside a protected address: where letters to those who live there go. */
  readonly letters?: Pick<NewServiceAddress, 'kind' | 'lines' | 'postcode'>
}

/**
 * Records where the child lives from a day on, and who else does. The ledger says that it changed, never to what. Everybody whose
 * address it is is asked by a way that we knew before whether it is right, and letters to them wait for a day.
 */
export const changeAddress = act('change-address', async (tx, caseFile, { home, letters }: AddressInput) => {
  const child = { localAreaId: caseFile.localAreaId, childId: caseFile.child.id }
  const before = await listFamilyOnCase(tx, caseFile)
  await insertHome(tx, child, home)
  if (home.isConfidential) {
    for (const member of (await listFamily(tx, caseFile)).filter(({ personId }) => home.residentIds.includes(personId))) {
      if (letters !== undefined) await insertServiceAddress(tx, child, { ...letters, personId: member.personId, howKnown: home.howKnown, fromOn: tx.today })
      else await endServiceAddress(tx, child, member.personId, tx.today)
      // Nothing is to go to where they lived before: what was safe there is not known to be safe now.
      if (home.lettersBy === 'hub' || home.lettersBy === 'email') await updateTie(tx, child, member.relationshipId, 'contact', { safeContact: home.lettersBy })
    }
  }
  await recordFact(tx, caseFile, { type: 'address-changed', household: home.household }, { happenedOn: home.fromOn <= tx.today ? home.fromOn : tx.today })
  await askWhetherRight(tx, caseFile, before.filter(({ to }) => to.personId !== undefined && home.residentIds.includes(to.personId)), { mayPost: !home.isConfidential })
  return ok(home.household)
})
