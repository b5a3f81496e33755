// The window-envelope check: the address on a letter that waits against the one on record now. A letter goes to nobody's old house
// (UK GDPR Art 5(1)(d)). While the address is in doubt, nothing is posted.

import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import { listFamilyOnCase, youngPersonOnPaper } from './family-addressees.ts'
import { addresseeOf } from './letters.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'

export interface OnEnvelope {
  readonly address?: string
  readonly toPersonId?: PersonId
  readonly toOrganisationId?: OrganisationId
  readonly to: string
}

export type AddressAnswer =
  | { readonly kind: 'same' }
  /** There is another address now. */
  | { readonly kind: 'changed'; readonly now: string }
  /** None may be used: it is protected, or they do not live there any more. */
  | { readonly kind: 'none-now' }
  | { readonly kind: 'disputed' }

export async function checkEnvelope(tx: Tx, caseFile: CaseFile, item: OnEnvelope): Promise<AddressAnswer> {
  if (await isDisputed(tx, caseFile, item)) return { kind: 'disputed' }
  const postal = await postalNow(tx, caseFile, item)
  if (postal === undefined) return { kind: 'none-now' }
  const now = [item.to, ...postal].join('\n')
  return (item.address ?? '') === now ? { kind: 'same' } : { kind: 'changed', now }
}

async function postalNow(tx: Tx, caseFile: CaseFile, { toPersonId, toOrganisationId }: OnEnvelope): Promise<readonly string[] | undefined> {
  if (toOrganisationId !== undefined) return (await addresseeOf(tx, { organisationId: toOrganisationId })).postal
  const family = (await listFamilyOnCase(tx, caseFile)).find(({ to }) => toPersonId !== undefined && to.personId === toPersonId)
  return (family?.to ?? await youngPersonOnPaper(tx, caseFile)).postal
}

/** Letters to somebody wait while their address is in doubt: a change holds for a day, a doubt until somebody settles it. */
async function isDisputed(tx: Tx, { localAreaId }: CaseFile, { toPersonId }: OnEnvelope): Promise<boolean> {
  if (toPersonId === undefined) return false
  const open = await tx.db.selectFrom('addressDispute').select('id').where('localAreaId', '=', localAreaId).where('personId', '=', toPersonId).where('closedAt', 'is', null)
    .where((eb) => eb.or([eb('holdsUntil', 'is', null), eb('holdsUntil', '>', tx.now)])).limit(1).executeTakeFirst()
  return open !== undefined
}
