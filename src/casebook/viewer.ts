// Who is looking. Nothing of the record is read without one.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { PlainDate } from '../domain/calendar/plain-date.ts'
import type { LocalAreaId, OrganisationId, PersonId } from '../domain/ids.ts'
import type { Role } from '../domain/access/parts.ts'
import type { Database } from '../platform/db/schema.ts'

export interface HeldRole {
  readonly role: Role
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly organisationKind: string
  /** The area of a council role; absent for bodies that work across areas. */
  readonly localAreaId?: LocalAreaId
}

export type Viewer =
  | { readonly kind: 'person'; readonly personId: PersonId; readonly name: string; readonly roles: readonly HeldRole[]; readonly isFamily: boolean; /** Where their children's cases are. */ readonly familyAreaIds: readonly LocalAreaId[] }
  /** Somebody not signed in: may only ask for an assessment and read public pages. */
  | { readonly kind: 'anyone' }
  /** The program itself, doing a job on a day. */
  | { readonly kind: 'system' }

export const anyone: Viewer = { kind: 'anyone' }
export const system: Viewer = { kind: 'system' }

/** The person as they stand today: their live roles, and whether they are family of any child. Undefined when unknown. */
export async function findViewer(database: Kysely<Database>, personId: PersonId, today: PlainDate): Promise<Viewer | undefined> {
  const person = await database.selectFrom('person').select(['id', 'fullName']).where('id', '=', personId).executeTakeFirst()
  if (person === undefined) return undefined
  const roles = await database.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisationId')
    .select(['m.role', 'o.id as organisationId', 'o.name', 'o.service', 'o.kind', 'o.localAreaId'])
    .where('m.personId', '=', personId).where('m.fromOn', '<=', today)
    .where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', today)]))
    .orderBy('m.fromOn').execute()
  // Asked before it is known who is looking, which is what the rows of case_party are shown by.
  const { rows: family } = await sql<{ localAreaId: LocalAreaId }>`select local_area_id from hub_family_areas(${personId})`.execute(database)
  return {
    kind: 'person', personId: person.id, name: person.fullName, isFamily: family.length > 0, familyAreaIds: family.map(({ localAreaId }) => localAreaId),
    roles: roles.map((role) => ({
      role: role.role as Role, organisationId: role.organisationId,
      organisationName: role.service === null ? role.name : `${role.service}, ${role.name}`, organisationKind: role.kind,
      ...(role.kind === 'council' && role.localAreaId !== null ? { localAreaId: role.localAreaId } : {}),
    })),
  }
}
