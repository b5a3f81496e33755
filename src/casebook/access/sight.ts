// Sight of a case, in one predicate made from dated party rows and council roles. Every list and search carries it. It says in SQL
// what domain/access/standing.ts says of one case; `npm run proof:access` compares the two.

import type { RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { Part } from '../../domain/access/parts.ts'
import { familyRowParts, isCouncilRole, isRowPart, partsOfRole } from '../../domain/access/parts.ts'
import { bornByToBeYoungPerson } from '../../domain/calendar/school-year.ts'
import type { LocalAreaId, OrganisationId } from '../../domain/ids.ts'
import { notHeld } from '../sending/seen.ts'
import { familyRowCounts, isKeptFrom } from './family-standing.ts'
import { isOpenInEmergency } from './broken-glass.ts'
import type { Tx } from '../tx.ts'
import type { Viewer } from '../signing-in/viewer.ts'

const isInArea = ({ onlyArea }: { readonly onlyArea?: LocalAreaId }, area: LocalAreaId): boolean => onlyArea === undefined || onlyArea === area

/** Areas whose every case this viewer's council role covers. */
export function councilAreasOf(viewer: Viewer): LocalAreaId[] {
  return viewer.kind === 'person'
    ? viewer.roles.flatMap(({ role, localAreaId }) => (isCouncilRole(role) && localAreaId !== undefined && isInArea(viewer, localAreaId) ? [localAreaId] : []))
    : []
}

/** Organisations in which the viewer holds a role that brings a part to a case: whoever only looks after its staff is not among those asked. */
export const organisationsOf = (viewer: Viewer): OrganisationId[] => [...partsByOrganisation(viewer).keys()]

/** For each such organisation, the parts that its rows give this viewer. */
function partsByOrganisation(viewer: Viewer): Map<OrganisationId, Set<Part>> {
  const brought = new Map<OrganisationId, Set<Part>>()
  for (const { role, organisationId } of viewer.kind === 'person' ? viewer.roles : []) {
    if (partsOfRole[role].length === 0) continue
    brought.set(organisationId, new Set([...brought.get(organisationId) ?? [], ...partsOfRole[role]]))
  }
  return brought
}

/**
 * True for the rows of `case_file` (under this alias) that the viewer may see in lists today. A parent's row, or a deputy's, counts
 * for a child: once the rights are the young person's, what a list tells of stages and dates is no longer a parent's, and what
 * is theirs they find in the case itself. Compared with today here, so that the day needs no rewriting of rows.
 */
export function caseInSight(tx: Pick<Tx, 'viewer' | 'today' | 'now'>, alias = 'case_file'): RawBuilder<SqlBool> {
  const c = sql.ref
  const isChilds = sql<SqlBool>`(p.part not in ('parent', 'representative', 'proxy') or not exists (select 1 from child yp
    where yp.local_area_id = ${c(`${alias}.local_area_id`)} and yp.id = ${c(`${alias}.child_id`)} and yp.born_on <= ${bornByToBeYoungPerson(tx.today)}))`
  return partyOr(tx, alias, isChilds, { inLists: true })
}

/**
 * True for the rows that the viewer may open: whoever has any part, or broke the glass and is within the four hours. What the part
 * shows is asked of the opened case. An emergency opens a case and puts it on nobody's lists: `caseInSight` knows nothing of it.
 */
export const caseToOpen = (tx: Pick<Tx, 'viewer' | 'today' | 'now'>, alias = 'case_file'): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${partyOr(tx, alias, sql<SqlBool>`true`)} or ${isOpenInEmergency(tx, alias)})`

function partyOr(tx: Pick<Tx, 'viewer' | 'today' | 'now'>, alias: string, counts: RawBuilder<SqlBool>, { inLists = false } = {}): RawBuilder<SqlBool> {
  const { viewer, today } = tx
  if (viewer.kind === 'system') return sql<SqlBool>`true`
  if (viewer.kind === 'anyone') return sql<SqlBool>`false`
  const c = sql.ref
  const inArea = viewer.onlyArea === undefined ? sql`` : sql`${c(`${alias}.local_area_id`)} = ${viewer.onlyArea} and `
  return sql<SqlBool>`(${inArea}(
    ${c(`${alias}.local_area_id`)} = any(${councilAreasOf(viewer)}::uuid[])
    or exists (
      select 1 from case_party p
      where p.local_area_id = ${c(`${alias}.local_area_id`)} and p.case_id = ${c(`${alias}.id`)}
        and p.from_on <= ${today} and (p.to_on is null or p.to_on >= ${today}) and ${counts} and ${notHeld(tx.now, 'p.local_area_id', 'p.id')}
        and ${rowIsTheirs(viewer)} and ${rowStillGives(today, alias, { inLists })}))
    and not ${isKeptFrom((column) => c(`${alias}.${column}`), viewer.personId, today)})`
}

/**
 * Whose a row is. Family: the person's own. Anybody else: the person's own, and they hold a role that brings the part; or an
 * organisation's, and they hold such a role there (domain/access/standing.ts).
 */
function rowIsTheirs(viewer: Extract<Viewer, { kind: 'person' }>): RawBuilder<SqlBool> {
  const brought = partsByOrganisation(viewer)
  const anywhere = [...new Set([...brought.values()].flatMap((parts) => [...parts].filter(isRowPart)))]
  const own = sql<SqlBool>`(p.person_id = ${viewer.personId}
    and (p.part = any(${[...familyRowParts]}::text[]) or (p.organisation_id is null and p.part = any(${anywhere}::text[]))))`
  const bodies = [...brought].map(([organisationId, parts]) => sql<SqlBool>`(p.organisation_id = ${organisationId}
    and (p.person_id is null or p.person_id = ${viewer.personId}) and p.part = any(${[...parts].filter(isRowPart)}::text[]))`)
  return sql<SqlBool>`(${sql.join([own, ...bodies], sql` or `)})`
}

/** A closed case stays with the council and the family; what a family row gives depends on what the person is to the child in law. */
const rowStillGives = (today: Tx['today'], alias: string, { inLists }: { inLists: boolean }): RawBuilder<SqlBool> => {
  const c = sql.ref
  return sql<SqlBool>`(p.part = any(${[...familyRowParts]}::text[]) or ${c(`${alias}.stage`)} not in ('closed', 'exported'))
    and ${familyRowCounts((column) => c(`${alias}.${column}`), today, { inLists })}`
}
