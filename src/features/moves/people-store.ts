// Who of a package is known here already.

import type { Tx } from '../../casebook/tx.ts'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import type { MovedOrganisation } from './package/format.ts'

export async function findPeople(tx: Tx, ids: readonly PersonId[]): Promise<ReadonlySet<string>> {
  return new Set(ids.length === 0 ? [] : (await tx.db.selectFrom('person').select('id').where('id', 'in', [...ids]).execute()).map(({ id }) => id))
}

/** The body: by its id where the hub itself carried it, else by a code that the world gives. A name alone is nobody's. */
export async function findBody(tx: Tx, { id, urn, ukprn, odsCode, service }: MovedOrganisation & { readonly id: OrganisationId }, { byId }: { readonly byId: boolean }): Promise<OrganisationId | undefined> {
  const bodies = tx.db.selectFrom('organisation').select('id')
  if (byId) return (await bodies.where('id', '=', id).executeTakeFirst())?.id
  const codes = [['urn', urn], ['ukprn', ukprn], ['odsCode', odsCode]] as const
  for (const [name, code] of codes) {
    if (code === undefined || code === '') continue
    const found = await bodies.where(name, '=', code).where('service', service === undefined ? 'is' : '=', service ?? null).limit(2).execute()
    if (found.length === 1) return found[0]?.id
  }
  return undefined
}
