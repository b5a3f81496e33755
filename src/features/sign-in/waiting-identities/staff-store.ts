import { sql } from 'kysely'
import type { Tx } from '../../../casebook/tx.ts'
import type { OrganisationId, PersonId } from '../../../domain/ids.ts'

export interface StaffMember {
  readonly id: PersonId
  readonly name: string
  readonly email: string | null
  readonly profession: string | null
}

/** Everybody with a role today in one of these organisations. */
export async function listStaff(tx: Tx, organisationIds: readonly OrganisationId[]): Promise<StaffMember[]> {
  const { rows } = await sql<StaffMember>`
    select p.id, p.full_name as name, p.email, p.profession from person p
    where exists (select 1 from membership m where m.person_id = p.id and m.organisation_id = any(${organisationIds}::uuid[])
      and m.from_on <= ${tx.today} and (m.to_on is null or m.to_on >= ${tx.today}))
    order by p.full_name, p.id`.execute(tx.db)
  return [...rows]
}
