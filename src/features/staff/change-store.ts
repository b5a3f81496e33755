// What is kept of changes to who works where: events, only added to; who leaves, when and who takes on their work; reviews.

import { sql } from 'kysely'
import type { Tx } from '../../casebook/tx.ts'
import type { Role } from '../../domain/access/parts.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'

export const staffEvents = ['added', 'role-given', 'role-ended', 'leaving', 'staying', 'left', 'invited', 'confirmed', 'ended-unconfirmed', 'closed-unused'] as const
export type StaffEventName = (typeof staffEvents)[number]

export interface NewStaffEvent {
  readonly personId: PersonId
  readonly what: StaffEventName
  readonly role?: Role
  readonly lastOn?: PlainDate
  readonly reviewId?: string
}

const by = (tx: Tx): PersonId | null => (tx.viewer.kind === 'person' ? tx.viewer.personId : null)

export async function recordStaffEvent(tx: Tx, organisationId: OrganisationId, { personId, what, role, lastOn, reviewId }: NewStaffEvent): Promise<void> {
  await tx.db.insertInto('staffEvent').values({
    organisationId, id: tx.newId<string>(), personId, what, role: role ?? null, lastOn: lastOn ?? null, reviewId: reviewId ?? null, byPersonId: by(tx), at: tx.now,
  }).execute()
}

export interface StaffEvent {
  readonly what: StaffEventName
  readonly role: Role | null
  readonly lastOn: PlainDate | null
  readonly at: Instant
  readonly by: string | null
}

/** What was done about somebody at a body, the latest first. */
export async function listStaffEvents(tx: Tx, organisationId: OrganisationId, personId: PersonId): Promise<StaffEvent[]> {
  const rows = await tx.db.selectFrom('staffEvent as e').leftJoin('person as b', 'b.id', 'e.byPersonId').select(['e.what', 'e.role', 'e.lastOn', 'e.at', 'b.fullName as by'])
    .where('e.organisationId', '=', organisationId).where('e.personId', '=', personId).orderBy('e.at', 'desc').limit(100).execute()
  return rows.flatMap(({ what, role, ...rest }) => { const known = staffEvents.find((one) => one === what); return known === undefined ? [] : [{ ...rest, what: known, role: role as Role | null }] })
}

export interface Leaving {
  readonly id: string
  readonly organisationId: OrganisationId
  readonly personId: PersonId
  readonly lastOn: PlainDate
  readonly handToPersonId: PersonId | null
}

export async function insertLeaving(tx: Tx, { organisationId, personId, lastOn, handToPersonId }: Omit<Leaving, 'id'>): Promise<string> {
  await withdrawLeaving(tx, organisationId, personId)
  const id = tx.newId<string>()
  await tx.db.insertInto('leaving').values({ organisationId, id, personId, lastOn, handToPersonId, decidedBy: by(tx), decidedAt: tx.now, withdrawnAt: null, finishedAt: null }).execute()
  return id
}

/** True when there was one to withdraw. */
export async function withdrawLeaving(tx: Tx, organisationId: OrganisationId, personId: PersonId): Promise<boolean> {
  const done = await tx.db.updateTable('leaving').set({ withdrawnAt: tx.now }).where('organisationId', '=', organisationId).where('personId', '=', personId)
    .where('withdrawnAt', 'is', null).where('finishedAt', 'is', null).executeTakeFirst()
  return done.numUpdatedRows > 0n
}

const open = (tx: Tx) => tx.db.selectFrom('leaving').select(['id', 'organisationId', 'personId', 'lastOn', 'handToPersonId']).where('withdrawnAt', 'is', null).where('finishedAt', 'is', null)

/** Whose last day has passed, and whose work has not been handed on whole. */
export const listLeavingsDue = (tx: Tx): Promise<Leaving[]> => open(tx).where('lastOn', '<', tx.today).orderBy('lastOn').orderBy('id').limit(500).execute()

export const findLeaving = (tx: Tx, organisationId: OrganisationId, id: string): Promise<Leaving | undefined> => open(tx).where('organisationId', '=', organisationId).where('id', '=', id).executeTakeFirst()

export async function finishLeaving(tx: Tx, { organisationId, id }: Leaving): Promise<void> {
  await tx.db.updateTable('leaving').set({ finishedAt: tx.now }).where('organisationId', '=', organisationId).where('id', '=', id).execute()
}

/** Whose account stays because of other work or family: what it was ended for is on record all the same. */
export async function hasLeft(tx: Tx, { organisationId, personId, id }: Leaving): Promise<boolean> {
  const { rows: [row] } = await sql<{ left: boolean }>`select exists (select 1 from staff_event e join leaving l on l.organisation_id = e.organisation_id and l.id = ${id}
    where e.organisation_id = ${organisationId} and e.person_id = ${personId} and e.what = 'left' and e.at >= l.decided_at) as "left"`.execute(tx.db)
  return row?.left === true
}

export interface ReviewCounts { readonly kept: number; readonly changed: number; readonly removed: number }

export async function insertReview(tx: Tx, organisationId: OrganisationId, id: string, reviewedBy: PersonId, counts: ReviewCounts): Promise<void> {
  await tx.db.insertInto('accessReview').values({ organisationId, id, reviewedBy, reviewedAt: tx.now, ...counts }).execute()
}

export interface PastReview extends ReviewCounts { readonly at: Instant; readonly by: string }

export const listReviews = (tx: Tx, organisationId: OrganisationId): Promise<PastReview[]> =>
  tx.db.selectFrom('accessReview as r').innerJoin('person as p', 'p.id', 'r.reviewedBy').select(['r.reviewedAt as at', 'p.fullName as by', 'r.kept', 'r.changed', 'r.removed'])
    .where('r.organisationId', '=', organisationId).orderBy('r.reviewedAt', 'desc').limit(20).execute()
