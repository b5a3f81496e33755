// Dated roles in bodies: given, confirmed, ended. Nothing else writes them. What ended a moment ago is gone with the next page that
// anybody asks for, because who somebody is is read anew for each (session.ts).

import { sql } from 'kysely'
import type { Role } from '../../domain/access/parts.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { addDays } from '../../domain/calendar/plain-date.ts'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import { endSessionsOf } from '../signing-in/session.ts'
import type { Tx } from '../tx.ts'
import { closeAccount } from './account-rows.ts'
import { withdrawInvitations } from './invitations.ts'

/** Gives a role in a body from today, where they do not have it already. True when it is new. */
export async function joinBody(tx: Tx, personId: PersonId, organisationId: OrganisationId, role: Role): Promise<boolean> {
  const held = await tx.db.selectFrom('membership').select('id').where('personId', '=', personId).where('organisationId', '=', organisationId).where('role', '=', role)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).limit(1).executeTakeFirst()
  if (held !== undefined) return false
  await tx.db.insertInto('membership').values({ id: tx.newId<string>(), personId, organisationId, role, fromOn: tx.today, toOn: null, confirmedOn: tx.today }).execute()
  return true
}

/** Roles end with this as their last day; yesterday means now. Those that would have ended sooner stay as they are. */
export async function endRoles(tx: Tx, personId: PersonId, organisationId: OrganisationId, { lastOn, only }: { lastOn: PlainDate; only?: readonly Role[] }): Promise<void> {
  await tx.db.updateTable('membership').set({ toOn: lastOn }).where('personId', '=', personId).where('organisationId', '=', organisationId)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>', lastOn)]))
    .$if(only !== undefined, (some) => some.where('role', 'in', [...only ?? []])).execute()
}

/** They stay after all: what was to end on a day to come does not. */
export async function keepRoles(tx: Tx, personId: PersonId, organisationId: OrganisationId): Promise<void> {
  await tx.db.updateTable('membership').set({ toOn: null }).where('personId', '=', personId).where('organisationId', '=', organisationId).where('toOn', '>=', tx.today).execute()
}

/** An administrator has looked at it and says that it is right. */
export async function confirmRoles(tx: Tx, personId: PersonId, organisationId: OrganisationId): Promise<void> {
  await tx.db.updateTable('membership').set({ confirmedOn: tx.today }).where('personId', '=', personId).where('organisationId', '=', organisationId)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).execute()
}

/**
 * Everything that somebody has at a body is over now: roles, what they were invited to, and every session, so that the next page they
 * ask for is the sign-in page. Whoever works nowhere else and is family of nobody has nothing left to sign in for.
 */
export async function leaveBody(tx: Tx, personId: PersonId, organisationId: OrganisationId): Promise<void> {
  await endRoles(tx, personId, organisationId, { lastOn: addDays(tx.today, -1) })
  await withdrawInvitations(tx, personId, { asStaff: true })
  await endSessionsOf(tx.db, personId, tx.now, { because: 'role-ended' })
  if (!await hasAnythingLeft(tx, personId)) await closeAccount(tx, personId)
}

async function hasAnythingLeft(tx: Tx, personId: PersonId): Promise<boolean> {
  const { rows: [row] } = await sql<{ left: boolean }>`
    select exists (select 1 from membership m where m.person_id = ${personId} and (m.to_on is null or m.to_on >= ${tx.today}) and m.from_on <= coalesce(m.to_on, m.from_on)) or is_family(${personId}) as "left"`.execute(tx.db)
  return row?.left === true
}
