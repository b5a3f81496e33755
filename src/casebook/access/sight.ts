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

/** For "= ${ownAreas(viewer)}". One area is said by itself: PostgreSQL then knows it of every table that is joined by area, and finds each one's rows by an index that the row rules leave usable. */
export function ownAreas(viewer: Viewer): RawBuilder<unknown> {
  return anyArea(councilAreasOf(viewer))
}

/** The same for areas that somebody else chose. */
export const anyArea = (areas: readonly LocalAreaId[]): RawBuilder<unknown> => (areas.length === 1 ? sql`${areas[0]}::uuid` : sql`any(${[...areas]}::uuid[])`)

/**
 * True for the rows that the viewer may see as a council's: what `caseInSight` comes to for a list that asks for no others. Without the parties of
 * each case, which nobody asks for there, a list is planned in half the time and from truer guesses.
 */
export const ownCouncilsCase = (tx: Pick<Tx, 'viewer' | 'today'>, alias = 'case_file'): RawBuilder<SqlBool> =>
  (tx.viewer.kind === 'person'
    ? sql<SqlBool>`(${sql.ref(`${alias}.local_area_id`)} = ${ownAreas(tx.viewer)} and not ${isKeptFrom((column) => sql.ref(`${alias}.${column}`), tx.viewer.personId, tx.today)})`
    : sql<SqlBool>`false`)

/**
 * Cases to look through for the viewer's, as a relation with the columns of `case_file f`, each case once: those of their council's areas, and those in which
 * they or a body of theirs have a row. Found by indexes; which of them are in sight, `caseInSight` says. `columns` and `join` bring in what is asked for each.
 */
export function casesToLookThrough({ viewer }: Pick<Tx, 'viewer'>, { columns, join }: { columns: RawBuilder<unknown>; join: RawBuilder<unknown> } = { columns: sql`f.*`, join: sql`` }): RawBuilder<unknown> {
  if (viewer.kind !== 'person') return sql`(select ${columns} from case_file f ${join})`
  const councils = councilAreasOf(viewer)
  // One after the other and by their keys, whatever PostgreSQL guesses: without statistics it would go through the country for each.
  const byRow = sql`select t.* from (select distinct p.local_area_id, p.case_id from case_party p
    where (p.person_id = ${viewer.personId} or p.organisation_id = any(${organisationsOf(viewer)}::uuid[])) and p.local_area_id <> all(${councils}::uuid[]) offset 0) met
    cross join lateral (select ${columns} from case_file f ${join} where f.local_area_id = met.local_area_id and f.id = met.case_id offset 0) t`
  return councils.length === 0 ? sql`(${byRow})` : sql`(select ${columns} from case_file f ${join} where f.local_area_id = ${ownAreas(viewer)} union all ${byRow})`
}

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
