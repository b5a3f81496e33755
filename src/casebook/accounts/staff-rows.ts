// People of a body, as far as an invitation needs them: the person, and the role with which they come.

import { sql } from 'kysely'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import { insertPerson } from '../family/family-rows.ts'
import type { Tx } from '../tx.ts'

/** Bodies of exactly this name ("SEND team, Wendmere Council", or the name alone), small and capital letters alike; or the one of this id. */
export async function listBodiesNamed(tx: Tx, name: string): Promise<{ id: OrganisationId; name: string }[]> {
  const whole = sql<string>`coalesce(service || ', ', '') || name`
  const query = tx.db.selectFrom('organisation').select(['id', whole.as('name')]).orderBy('name')
  if (isId(name)) return query.where('id', '=', name as OrganisationId).execute()
  return query.where((eb) => eb.or([eb(sql<string>`lower(${whole})`, '=', name.toLowerCase()), eb(eb.fn<string>('lower', ['organisation.name']), '=', name.toLowerCase())])).execute()
}

/** Who has this address on record, or somebody new; undefined when it belongs to another name: an address is one person's alone. */
export async function personToInvite(tx: Tx, { fullName, email }: { fullName: string; email: string }): Promise<PersonId | undefined> {
  const holder = await tx.db.selectFrom('person').select(['id', 'fullName']).where((eb) => eb(eb.fn<string>('lower', ['email']), '=', email.toLowerCase())).limit(1).executeTakeFirst()
  if (holder === undefined) return insertPerson(tx, { fullName, email }, { canSignIn: false })
  return holder.fullName.trim().toLowerCase() === fullName.trim().toLowerCase() ? holder.id : undefined
}
