// Sight of a case, in one predicate made from dated party rows and council roles. Every list and search carries it.

import type { RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { CouncilRole } from '../domain/access/parts.ts'
import { councilRoles } from '../domain/access/parts.ts'
import type { LocalAreaId, OrganisationId } from '../domain/ids.ts'
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

/** True for the rows of `case_file` (under this alias) that the viewer may see today. */
export function caseInSight(tx: Pick<Tx, 'viewer' | 'today'>, alias = 'case_file'): RawBuilder<SqlBool> {
  const { viewer, today } = tx
  if (viewer.kind === 'system') return sql<SqlBool>`true`
  if (viewer.kind === 'anyone') return sql<SqlBool>`false`
  const c = sql.ref
  return sql<SqlBool>`(
    ${c(`${alias}.local_area_id`)} = any(${councilAreasOf(viewer)}::uuid[])
    or exists (
      select 1 from case_party p
      where p.local_area_id = ${c(`${alias}.local_area_id`)} and p.case_id = ${c(`${alias}.id`)}
        and p.from_on <= ${today} and (p.to_on is null or p.to_on >= ${today})
        and (p.person_id = ${viewer.personId} or p.organisation_id = any(${organisationsOf(viewer)}::uuid[]))))`
}
