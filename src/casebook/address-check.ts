// The window-envelope check: the address on a letter that waits against the one on record now. A letter goes to nobody's old house
// (UK GDPR Art 5(1)(d)). While the address is in doubt, nothing is posted.

import { sql } from 'kysely'
import type { OrganisationId, PersonId } from '../domain/ids.ts'
import { listFamilyOnCase, youngPersonOnPaper } from './family-addressees.ts'
import { addresseeOf } from './letters.ts'
import type { CaseFile } from './open-case-file.ts'
import type { Tx } from './tx.ts'

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

/** Letters to somebody wait while their address is in doubt: the rows of address_dispute, where this hub keeps them. */
async function isDisputed(tx: Tx, { localAreaId }: CaseFile, { toPersonId }: OnEnvelope): Promise<boolean> {
  const kept = await sql<{ there: string | null }>`select to_regclass('public.address_dispute')::text as there`.execute(tx.db)
  if (kept.rows[0] === undefined || kept.rows[0].there === null || toPersonId === undefined) return false
  const open = await sql<{ id: string }>`select id from address_dispute where local_area_id = ${localAreaId} and person_id = ${toPersonId} and closed_at is null
    and (holds_until is null or holds_until > ${tx.now}) limit 1`.execute(tx.db)
  return open.rows.length > 0
}
