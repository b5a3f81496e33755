// Sight of a case, in one predicate made from dated party rows and council roles. Every list and search carries it.

import type { RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { CouncilRole } from '../domain/access/parts.ts'
import { councilRoles } from '../domain/access/parts.ts'
import { bornByToBeYoungPerson } from '../domain/calendar/school-year.ts'
import type { LocalAreaId, OrganisationId } from '../domain/ids.ts'
import { familyRowCounts } from './family-standing.ts'
import type { Tx } from './tx.ts'
import type { Viewer } from './viewer.ts'

const isCouncilRole = (role: string): role is CouncilRole => (councilRoles as readonly string[]).includes(role)

/** Areas whose every case this viewer's council role covers. */
export function councilAreasOf(viewer: Viewer): LocalAreaId[] {
  return viewer.kind === 'person'
    ? viewer.roles.flatMap(({ role, localAreaId }) => (isCouncilRole(role) && localAreaId !== undefined ? [localAreaId] : []))
    : []
}

export const organisationsOf = (viewer: Viewer): OrganisationId[] =>
  viewer.kind === 'person' ? [...new Set(viewer.roles.map(({ organisationId }) => organisationId))] : []

/**
 * True for the rows of `case_file` (under this alias) that the viewer may see in lists today. A parent's row, or a deputy's, counts
 * for a child: once the rights are the young person's, what a list tells of stages and dates is no longer a parent's, and what
 * is theirs they find in the case itself. Compared with today here, so that the day needs no rewriting of rows.
 */
export function caseInSight(tx: Pick<Tx, 'viewer' | 'today'>, alias = 'case_file'): RawBuilder<SqlBool> {
  const c = sql.ref
  const isChilds = sql<SqlBool>`(p.part not in ('parent', 'representative', 'proxy') or not exists (select 1 from child yp
    where yp.local_area_id = ${c(`${alias}.local_area_id`)} and yp.id = ${c(`${alias}.child_id`)} and yp.born_on <= ${bornByToBeYoungPerson(tx.today)}))`
  return partyOr(tx, alias, isChilds, { inLists: true })
}

/** True for the rows that the viewer may open: whoever has any part. What the part shows is asked of the opened case. */
export const caseToOpen = (tx: Pick<Tx, 'viewer' | 'today'>, alias = 'case_file'): RawBuilder<SqlBool> => partyOr(tx, alias, sql<SqlBool>`true`)

function partyOr(tx: Pick<Tx, 'viewer' | 'today'>, alias: string, counts: RawBuilder<SqlBool>, { inLists = false } = {}): RawBuilder<SqlBool> {
  const { viewer, today } = tx
  if (viewer.kind === 'system') return sql<SqlBool>`true`
  if (viewer.kind === 'anyone') return sql<SqlBool>`false`
  const c = sql.ref
  return sql<SqlBool>`(
    ${c(`${alias}.local_area_id`)} = any(${councilAreasOf(viewer)}::uuid[])
    or exists (
      select 1 from case_party p
      where p.local_area_id = ${c(`${alias}.local_area_id`)} and p.case_id = ${c(`${alias}.id`)}
        and p.from_on <= ${today} and (p.to_on is null or p.to_on >= ${today}) and ${counts} and ${familyRowCounts((column) => c(`${alias}.${column}`), today, { inLists })}
        and (p.person_id = ${viewer.personId} or p.organisation_id = any(${organisationsOf(viewer)}::uuid[]))))`
}
