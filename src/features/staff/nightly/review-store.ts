// What the nightly work about access reads and writes: whose review is due, who is told, what was told already.

import { sql } from 'kysely'
import type { Tx } from '../../../casebook/tx.ts'
import type { Role } from '../../../domain/access/parts.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { LocalAreaId, OrganisationId, PersonId } from '../../../domain/ids.ts'
import { reviewDueOn, reviewEveryDays } from '../../../domain/sign-in/access-review.ts'

export interface DueMember {
  readonly organisationId: OrganisationId
  readonly localAreaId: LocalAreaId | null
  readonly personId: PersonId
  readonly roles: readonly Role[]
  readonly email: string | null
  readonly dueOn: PlainDate
}

/** Everybody whose access is to be confirmed within a fortnight or should have been, by body; whoever has a last day goes anyway. */
export async function listDueMembers(tx: Tx): Promise<DueMember[]> {
  const { rows } = await sql<Omit<DueMember, 'dueOn'> & { confirmedOn: PlainDate }>`
    select m.organisation_id, o.local_area_id, m.person_id, array_agg(distinct m.role) as roles, coalesce(max(a.email), max(p.email)) as email, min(m.confirmed_on) as confirmed_on
    from membership m join organisation o on o.id = m.organisation_id join person p on p.id = m.person_id left join account a on a.person_id = p.id and a.closed_at is null
    where m.to_on is null and m.from_on <= ${tx.today}
    group by m.organisation_id, o.local_area_id, m.person_id
    having min(m.confirmed_on) <= ${tx.today}::date - ${reviewEveryDays - 14}::int
    order by m.organisation_id, m.person_id`.execute(tx.db)
  return rows.map(({ confirmedOn, ...row }) => ({ ...row, dueOn: reviewDueOn(confirmedOn) }))
}

export interface ToTell { readonly personId: PersonId; readonly email: string | null }

export async function listAdministrators(tx: Tx, organisationId: OrganisationId): Promise<ToTell[]> {
  const { rows } = await sql<ToTell>`
    select distinct m.person_id, coalesce(a.email, p.email) as email from membership m join person p on p.id = m.person_id left join account a on a.person_id = p.id and a.closed_at is null
    where m.organisation_id = ${organisationId} and m.role = 'staff-administrator' and m.from_on <= ${tx.today} and (m.to_on is null or m.to_on >= ${tx.today}) order by 1`.execute(tx.db)
  return [...rows]
}

/** The council's access officers of an area; where there is none, who decides there. */
export async function listCouncilToTell(tx: Tx, localAreaId: LocalAreaId): Promise<{ area: string; councilName: string; people: readonly ToTell[] }> {
  const { rows } = await sql<ToTell & { role: Role; area: string; councilName: string }>`
    select m.person_id, p.email, m.role, l.code as area, l.council_name from membership m join organisation o on o.id = m.organisation_id and o.kind = 'council' and o.local_area_id = ${localAreaId}
    join local_area l on l.id = o.local_area_id join person p on p.id = m.person_id
    where m.role in ('access-officer', 'decision-maker') and m.from_on <= ${tx.today} and (m.to_on is null or m.to_on >= ${tx.today}) order by m.person_id`.execute(tx.db)
  const officers = rows.filter(({ role }) => role === 'access-officer')
  return { area: rows[0]?.area ?? '', councilName: rows[0]?.councilName ?? '', people: (officers.length > 0 ? officers : rows).map(({ personId, email }) => ({ personId, email })) }
}

/** True the first time only: what was told once is not told again. */
export async function tellOnce(tx: Tx, key: string, personId: PersonId | null): Promise<boolean> {
  const told = await tx.db.insertInto('staffNotice').values({ key, personId, toldAt: tx.now }).onConflict((conflict) => conflict.column('key').doNothing()).executeTakeFirst()
  return told.numInsertedOrUpdatedRows === 1n
}

/** When somebody was told themselves that their access at a body ends. */
export async function findWarnedOn(tx: Tx, key: string): Promise<PlainDate | undefined> {
  const { rows: [row] } = await sql<{ on: PlainDate }>`select (told_at at time zone 'Europe/London')::date as "on" from staff_notice where key = ${key}`.execute(tx.db)
  return row?.on
}
