// Accounts by when they were last used. Somebody who cannot sign in, or never opened an account, is not among them.

import { sql } from 'kysely'
import type { Tx } from '../../../casebook/tx.ts'
import type { Instant, PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { OrganisationId, PersonId } from '../../../domain/ids.ts'
import { lastUsed } from '../staff-store.ts'

export interface UnusedAccount {
  readonly personId: PersonId
  readonly lastUsedAt: Instant
  readonly isStaff: boolean
  readonly email: string | null
  /** For them, e-mail is a safe way to be reached, as far as anything is recorded. */
  readonly maySendEmail: boolean
  readonly warnedOn: PlainDate | null
  readonly organisationIds: readonly OrganisationId[]
}

/** Not used for so many days, in the order of their ids, after this one. */
export async function listUnused(tx: Tx, after: PersonId | undefined, before: Instant, limit: number): Promise<UnusedAccount[]> {
  const { rows } = await sql<UnusedAccount>`
    select u.* from (
      select p.id as person_id, ${lastUsed} as last_used_at, w.warned_on, coalesce(c.email, p.email) as email,
        coalesce((select array_agg(distinct m.organisation_id) from membership m where m.person_id = p.id and m.from_on <= ${tx.today} and (m.to_on is null or m.to_on >= ${tx.today})), '{}') as organisation_ids,
        exists (select 1 from membership m where m.person_id = p.id and m.from_on <= ${tx.today} and (m.to_on is null or m.to_on >= ${tx.today})) and not is_family(p.id) as is_staff,
        not exists (select 1 from relationship r where r.person_id = p.id and r.safe_contact not in ('any', 'email')) as may_send_email
      from person p left join account c on c.person_id = p.id and c.closed_at is null left join unused_warning w on w.person_id = p.id
      where p.can_sign_in and ${after === undefined ? sql`true` : sql`p.id > ${after}`}
        and (c.person_id is not null or exists (select 1 from outside_identity i where i.person_id = p.id and i.ended_at is null))) u
    where u.last_used_at < ${before} order by u.person_id limit ${limit}`.execute(tx.db)
  return [...rows]
}

export async function noteWarned(tx: Tx, personId: PersonId): Promise<void> {
  await tx.db.insertInto('unusedWarning').values({ personId, warnedOn: tx.today }).onConflict((conflict) => conflict.column('personId').doUpdateSet({ warnedOn: tx.today })).execute()
}

export async function forgetWarning(tx: Tx, personId: PersonId): Promise<void> {
  await tx.db.deleteFrom('unusedWarning').where('personId', '=', personId).execute()
}
