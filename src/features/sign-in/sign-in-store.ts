import type { PersonId } from '../../domain/ids.ts'
import type { Tx } from '../../casebook/tx.ts'

export interface Signer {
  readonly id: PersonId
  readonly name: string
  readonly profession?: string
  readonly organisations: readonly string[]
  /** First names of the children whose family they are. */
  readonly children: readonly string[]
}

/** Everybody who may sign in to the demonstration, staff first, then families; within each by name. */
export async function listSigners(tx: Tx): Promise<Signer[]> {
  const people = await tx.db.selectFrom('person').select(['id', 'fullName', 'profession']).where('canSignIn', '=', true).orderBy('fullName').execute()
  const roles = await tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisationId')
    .select(['m.personId', 'o.name', 'o.service']).distinct().execute()
  const family = await tx.db.selectFrom('relationship as r')
    .innerJoin('child as c', (join) => join.onRef('c.id', '=', 'r.childId').onRef('c.localAreaId', '=', 'r.localAreaId'))
    .select(['r.personId', 'c.givenName', 'c.preferredName']).execute()
  const signers = people.map((person) => ({
    id: person.id, name: person.fullName, ...(person.profession === null ? {} : { profession: person.profession }),
    organisations: roles.filter(({ personId }) => personId === person.id).map(({ name, service }) => (service === null ? name : `${service}, ${name}`)),
    children: family.filter(({ personId }) => personId === person.id).map(({ preferredName, givenName }) => preferredName ?? givenName),
  }))
  return [...signers.filter(({ organisations }) => organisations.length > 0), ...signers.filter(({ organisations }) => organisations.length === 0)]
}
