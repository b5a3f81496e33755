// The bodies whose home is an area: its council's teams and services, its schools, its health services. They may work with children of
// any area.

import { insertOrganisation, updateOrganisation } from '../../../casebook/organisation-rows.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../casebook/tx.ts'
import type { BodyKind } from '../../../domain/access/roles-at.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { LocalAreaId, OrganisationId } from '../../../domain/ids.ts'
import { reviewDueOn } from '../../../domain/sign-in/access-review.ts'

export interface BodyOfArea {
  readonly id: OrganisationId
  readonly kind: string
  readonly name: string
  readonly people: number
  readonly administrators: readonly string[]
  /** The earliest day on which somebody's access there is to be reviewed; absent where nobody works. */
  readonly reviewDueOn?: PlainDate
}

export async function listBodies(tx: Tx, localAreaId: LocalAreaId): Promise<BodyOfArea[]> {
  const { rows } = await sql<{ id: OrganisationId; kind: string; name: string; people: number; administrators: string[]; confirmedOn: PlainDate | null }>`
    select o.id, o.kind, coalesce(o.service || ', ', '') || o.name as name, count(distinct m.person_id)::int as people,
      coalesce(array_agg(distinct p.full_name) filter (where m.role = 'staff-administrator'), '{}') as administrators, min(m.confirmed_on) as confirmed_on
    from organisation o left join membership m on m.organisation_id = o.id and m.from_on <= ${tx.today} and (m.to_on is null or m.to_on >= ${tx.today})
    left join person p on p.id = m.person_id
    where o.local_area_id = ${localAreaId} group by o.id order by o.kind = 'council' desc, o.kind, name`.execute(tx.db)
  return rows.map(({ confirmedOn, ...row }) => ({ ...row, ...(confirmedOn === null ? {} : { reviewDueOn: reviewDueOn(confirmedOn) }) }))
}

export interface NewBody {
  readonly kind: BodyKind
  readonly name: string
  readonly service?: string
  readonly urn?: string
  readonly odsCode?: string
  readonly settingType?: string
  readonly email?: string
}

/** False when there is one of this name and service, or (but for the one that is to be named) of this URN, already. */
export async function isNewBody(tx: Tx, { name, service, urn }: NewBody, toBeNamed?: OrganisationId): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select id from organisation where (lower(name) = lower(${name}) and lower(coalesce(service, '')) = lower(${service ?? ''}))
    or (urn is not null and urn = ${urn ?? null} and id is distinct from ${toBeNamed ?? null}) limit 1`.execute(tx.db)
  return rows.length === 0
}

/** A new row; or, of a setting that a return named by its number alone, the row that it has: the children there stay with it. */
export async function insertBody(tx: Tx, localAreaId: LocalAreaId, { kind, name, service, urn, odsCode, settingType, email }: NewBody, toBeNamed?: OrganisationId): Promise<OrganisationId> {
  const row = { kind, name, service: service ?? null, localAreaId, urn: urn ?? null, odsCode: odsCode ?? null, settingType: settingType ?? null, email: email ?? null }
  if (toBeNamed !== undefined) {
    await updateOrganisation(tx, toBeNamed, row)
    return toBeNamed
  }
  const id = tx.newId<OrganisationId>()
  await insertOrganisation(tx, { id, ...row })
  return id
}
