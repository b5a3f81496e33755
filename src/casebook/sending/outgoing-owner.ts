// Nothing waits without a name. Every item of the outbox has an owner in the council's team from the moment it is queued: whoever sent
// it, else the case officer, else a decision-maker of the area. Who has left is replaced when it is looked at.

import { sql } from 'kysely'
import { councilRoles } from '../../domain/access/parts.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { OfCase } from './outgoing.ts'
import type { Tx } from '../tx.ts'

/** A member of the team today (alias `m` of membership, `o` of its organisation). */
const inTeam = (tx: Pick<Tx, 'today'>, area: string) => sql`o.kind = 'council' and o.local_area_id = ${sql.ref(area)} and m.role = any(${[...councilRoles]}::text[])
  and m.from_on <= ${tx.today} and (m.to_on is null or m.to_on >= ${tx.today})`

/**
 * SQL for the name and id of whoever owns an item now (alias g of outgoing, c of its case): its owner while they are in the team, else
 * the case officer, else the decision-makers, else anybody of the team.
 */
export const ownerNow = (tx: Pick<Tx, 'today'>) => sql`left join lateral (
    select p.id as owner_now_id, p.full_name as owner_now from membership m join organisation o on o.id = m.organisation_id join person p on p.id = m.person_id
    where ${inTeam(tx, 'g.local_area_id')}
    order by (m.person_id = g.owner_id) desc nulls last, (m.person_id = c.case_officer_id) desc nulls last, array_position(array['decision-maker', 'case-officer', 'plan-writer'], m.role), m.from_on, m.person_id
    limit 1) own on true`

/** Who owns what this transaction queues; undefined only in an area without a team, whose items the table refuses. */
export async function ownerOf(tx: Tx, { localAreaId, id: caseId }: OfCase): Promise<PersonId | undefined> {
  const viewerId = tx.viewer.kind === 'person' ? tx.viewer.personId : null
  const found = await sql<{ id: PersonId }>`
    select m.person_id as id from membership m join organisation o on o.id = m.organisation_id
    left join case_file c on c.local_area_id = ${localAreaId} and c.id = ${caseId ?? null}
    where o.kind = 'council' and o.local_area_id = ${localAreaId} and m.role = any(${[...councilRoles]}::text[]) and m.from_on <= ${tx.today} and (m.to_on is null or m.to_on >= ${tx.today})
    order by (m.person_id = ${viewerId}) desc nulls last, (m.person_id = c.case_officer_id) desc nulls last, array_position(array['decision-maker', 'case-officer', 'plan-writer'], m.role), m.from_on, m.person_id
    limit 1`.execute(tx.db)
  return found.rows[0]?.id
}
