// Who is looking. Nothing of the record is read without one.

import type { Kysely, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { LocalAreaId, OrganisationId, PersonId, SessionId } from '../../domain/ids.ts'
import type { Role } from '../../domain/access/parts.ts'
import type { Database } from '../../platform/db/schema.ts'

export interface HeldRole {
  readonly role: Role
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly organisationKind: string
  /** The area of a council role; absent for bodies that work across areas. */
  readonly localAreaId?: LocalAreaId
  /** After how many minutes the organisation's home area signs its staff out, where it chose. */
  readonly staffIdleMinutes?: number
}

/** For whom somebody works just now, who works for several organisations or in several areas. */
export interface WorkingFor {
  readonly organisationId?: OrganisationId
  readonly localAreaId?: LocalAreaId
}

export interface PersonViewer {
  readonly kind: 'person'
  readonly personId: PersonId
  readonly name: string
  readonly roles: readonly HeldRole[]
  readonly isFamily: boolean
  /** Where their children's cases are. */
  readonly familyAreaIds: readonly LocalAreaId[]
  /** Whether their work is in several areas. */
  readonly worksInSeveralAreas?: boolean
  readonly sessionId?: SessionId
  readonly workingFor?: WorkingFor
  /** Set by `asWorkingFor`, for lists alone: cases of other areas are left out. */
  readonly onlyArea?: LocalAreaId
}

export type Viewer =
  | PersonViewer
  /** Somebody not signed in: may only ask for an assessment and read public pages. */
  | { readonly kind: 'anyone' }
  /** The program itself, doing a job on a day. */
  | { readonly kind: 'system' }

export const anyone: Viewer = { kind: 'anyone' }
export const system: Viewer = { kind: 'system' }

/** What `standingColumns` reads. */
export interface StandingRow {
  readonly personId: PersonId
  readonly fullName: string
  readonly roles: readonly { role: Role; organisationId: OrganisationId; name: string; service: string | null; kind: string; localAreaId: LocalAreaId | null; staffIdleMinutes: number | null }[]
  readonly familyAreaIds: readonly LocalAreaId[]
  readonly worksInSeveralAreas: boolean
}

/** How a person (`p`) stands today, as columns, so that a session and whose it is are read in one statement: their live roles, and whether they are family of any child. */
export function standingColumns(today: PlainDate): RawBuilder<unknown> {
  const isLive = sql`m.person_id = p.id and m.from_on <= ${today} and (m.to_on is null or m.to_on >= ${today})`
  return sql`p.id as person_id, p.full_name,
    coalesce((select json_agg(json_build_object('role', m.role, 'organisationId', o.id, 'name', o.name, 'service', o.service, 'kind', o.kind,
        'localAreaId', o.local_area_id, 'staffIdleMinutes', l.staff_idle_minutes) order by m.from_on, m.id)
      from membership m join organisation o on o.id = m.organisation_id left join session_limit l on l.local_area_id = o.local_area_id
      where ${isLive}), '[]') as roles,
    coalesce((select json_agg(f.local_area_id) from hub_family_areas(p.id) f), '[]') as family_area_ids,
    (select count(distinct e.area) > 1 from membership m cross join lateral (
        select w.local_area_id as area from hub_areas_met(m.organisation_id) w
        union all
        select o.local_area_id from organisation o where o.id = m.organisation_id and o.kind = 'council' and o.local_area_id is not null) e
      where ${isLive}) as works_in_several_areas`
}

export function viewerOf(row: StandingRow): PersonViewer {
  return {
    kind: 'person', personId: row.personId, name: row.fullName, isFamily: row.familyAreaIds.length > 0, familyAreaIds: row.familyAreaIds,
    worksInSeveralAreas: row.worksInSeveralAreas,
    roles: row.roles.map((role) => ({
      role: role.role, organisationId: role.organisationId,
      organisationName: role.service === null ? role.name : `${role.service}, ${role.name}`, organisationKind: role.kind,
      ...(role.kind === 'council' && role.localAreaId !== null ? { localAreaId: role.localAreaId } : {}),
      ...(role.staffIdleMinutes === null ? {} : { staffIdleMinutes: role.staffIdleMinutes }),
    })),
  }
}

/** The person as they stand today. Undefined when unknown. */
export async function findViewer(database: Kysely<Database>, personId: PersonId, today: PlainDate): Promise<Viewer | undefined> {
  const { rows: [row] } = await sql<StandingRow>`select ${standingColumns(today)} from person p where p.id = ${personId}`.execute(database)
  return row === undefined ? undefined : viewerOf(row)
}

/**
 * The viewer of a list: of those who work for several organisations or in several areas, only as whom, and where, they chose to
 * work just now. It takes roles and areas away and never adds any, so that no choice can widen what is seen.
 */
export function asWorkingFor(viewer: Viewer): Viewer {
  if (viewer.kind !== 'person' || viewer.workingFor === undefined) return viewer
  const { organisationId, localAreaId } = viewer.workingFor
  return {
    ...viewer,
    ...(organisationId === undefined ? {} : { roles: viewer.roles.filter((role) => role.organisationId === organisationId) }),
    ...(localAreaId === undefined ? {} : { onlyArea: localAreaId }),
  }
}

/** For whom, and where, they work just now, for the head of each page; undefined where there is nothing to choose. */
export function workingForWords(viewer: Viewer, areas: readonly { readonly id: LocalAreaId; readonly name: string }[]): string | undefined {
  if (viewer.kind !== 'person') return undefined
  const organisations = organisationsOfRoles(viewer.roles)
  const several = viewer.worksInSeveralAreas === true
  if (organisations.length < 2 && !several) return undefined
  const { organisationId, localAreaId } = viewer.workingFor ?? {}
  const organisation = organisations.length < 2 ? organisations[0] : organisations.find(({ id }) => id === organisationId)
  const area = areas.find(({ id }) => id === localAreaId)
  return [organisation?.name ?? 'All your organisations', ...(several ? [area?.name ?? 'all areas'] : [])].join(', ')
}

/** Each organisation once, in the order of the roles. */
export function organisationsOfRoles(roles: readonly HeldRole[]): { readonly id: OrganisationId; readonly name: string }[] {
  return [...new Map(roles.map(({ organisationId, organisationName }) => [organisationId, { id: organisationId, name: organisationName }])).values()]
}
