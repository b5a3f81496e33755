// What an administrator does about the people of their body. Each act is one transaction with its audit record; what was done about
// whom stands in staff_event.

import { isEmailTaken } from '../../casebook/accounts/account-rows.ts'
import { invite } from '../../casebook/accounts/invitations.ts'
import { confirmRoles, endRoles, joinBody, keepRoles, leaveBody } from '../../casebook/accounts/memberships.ts'
import { personToInvite } from '../../casebook/accounts/staff-rows.ts'
import { actOutsideCase } from '../../casebook/act.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import { enqueue } from '../../casebook/queue.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Role } from '../../domain/access/parts.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { addDays } from '../../domain/calendar/plain-date.ts'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import type { Outcome } from '../../domain/outcome.ts'
import { ok, refused } from '../../domain/outcome.ts'
import type { NotChanged } from '../../domain/sign-in/staff-change.ts'
import { otherAdministrators, whyNotChanged, whyNotRemoved } from '../../domain/sign-in/staff-change.ts'
import { insertLeaving, recordStaffEvent, withdrawLeaving } from './change-store.ts'
import { handOverJob } from './handing-over.ts'
import type { OpenBody, Somebody } from './open-body.ts'
import { getSomebody, holdBody } from './open-body.ts'
import { canSignIn } from './staff-store.ts'

export interface NewStaff {
  readonly organisationId: string
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  /** The invitation's own id and code, made by the page: the code is kept nowhere. */
  readonly id: string
  readonly code: string
}

/** What came of it: `invited` shows the code of this very form, and of no other. */
export interface Added { readonly personId: PersonId; readonly invited?: string }

export type AddRefusal = { readonly kind: NotChanged | 'email-in-use' | 'works-here-already' }

export const addStaff = actOutsideCase('add-staff', async (tx, input: NewStaff): Promise<Outcome<Added, AddRefusal>> => {
  const at = await holdBody(tx, input.organisationId)
  const personId = await personToInvite(tx, { fullName: input.name, email: input.email })
  if (personId === undefined || await isEmailTaken(tx, input.email, personId)) return refused({ kind: 'email-in-use' })
  if (at.staff.some(({ id }) => id === personId)) return refused({ kind: 'works-here-already' })
  const why = whyNotChanged({ kind: at.body.kind, held: [], wanted: input.roles, isOneself: personId === at.administrator.personId, otherAdministrators: 1 })
  if (why !== undefined) return refused({ kind: why })
  await recordStaffEvent(tx, at.body.id, { personId, what: 'added' })
  await giveRoles(tx, at.body.id, personId, input.roles)
  return ok({ personId, ...await inviteUnlessIn(tx, at.body.id, { personId, email: input.email, id: input.id, code: input.code }) })
})

export async function giveRoles(tx: Tx, organisationId: OrganisationId, personId: PersonId, roles: readonly Role[]): Promise<void> {
  for (const role of roles) if (await joinBody(tx, personId, organisationId, role)) await recordStaffEvent(tx, organisationId, { personId, what: 'role-given', role })
}

/** Whoever can sign in already needs no invitation: the role is theirs with the next page. */
export async function inviteUnlessIn(tx: Tx, organisationId: OrganisationId, { personId, email, id, code }: { personId: PersonId; email: string; id: string; code: string }): Promise<{ invited?: string }> {
  if (await canSignIn(tx, personId)) return {}
  await invite(tx, { id, personId, email, fact: { kind: 'code', code } })
  await recordStaffEvent(tx, organisationId, { personId, what: 'invited' })
  return { invited: id }
}

export interface Rolling { readonly organisationId: string; readonly personId: string; readonly roles: readonly Role[] }

export const changeRoles = actOutsideCase('change-staff-roles', async (tx, input: Rolling): Promise<Outcome<null, { readonly kind: NotChanged }>> => {
  const at = await holdBody(tx, input.organisationId)
  const somebody = await getSomebody(tx, at, input.personId)
  const held = somebody.now?.roles ?? []
  const why = whyNotChanged({ kind: at.body.kind, held, wanted: input.roles, isOneself: somebody.id === at.administrator.personId, otherAdministrators: otherAdministrators(at.staff, somebody.id) })
  if (why !== undefined) return refused({ kind: why })
  const ended = held.filter((role) => !input.roles.includes(role))
  if (ended.length > 0) await endRoles(tx, somebody.id, at.body.id, { lastOn: addDays(tx.today, -1), only: ended })
  for (const role of ended) await recordStaffEvent(tx, at.body.id, { personId: somebody.id, what: 'role-ended', role })
  await giveRoles(tx, at.body.id, somebody.id, input.roles)
  await confirmRoles(tx, somebody.id, at.body.id)
  return ok(null)
})

export interface Removing {
  readonly organisationId: string
  readonly personId: string
  /** Their last day; absent: their access ends now. */
  readonly lastOn?: PlainDate
  /** A colleague here; absent: the inbox. */
  readonly handTo?: string
}

export type RemoveRefusal = { readonly kind: 'last-administrator' | 'not-a-colleague' | 'not-here' }

export const removeStaff = actOutsideCase('remove-staff', async (tx, input: Removing): Promise<Outcome<null, RemoveRefusal>> => remove(tx, await holdBody(tx, input.organisationId), input))

/** Ends what somebody has here, now or with a day to come, and sees to who takes on their work. */
export async function remove(tx: Tx, at: OpenBody, { personId, lastOn, handTo }: Omit<Removing, 'organisationId'>): Promise<Outcome<null, RemoveRefusal>> {
  const leaver = at.staff.find(({ id }) => id === personId)
  if (leaver === undefined) return refused({ kind: 'not-here' })
  const why = whyNotRemoved({ held: leaver.roles, otherAdministrators: otherAdministrators(at.staff, leaver.id) })
  if (why !== undefined) return refused({ kind: why })
  const colleague = handTo === undefined ? undefined : at.staff.find(({ id }) => id === handTo && id !== personId)
  if (handTo !== undefined && colleague === undefined) return refused({ kind: 'not-a-colleague' })
  const isNow = lastOn === undefined || lastOn < tx.today
  const last = isNow ? addDays(tx.today, -1) : lastOn
  const id = await insertLeaving(tx, { organisationId: at.body.id, personId: leaver.id, lastOn: last, handToPersonId: colleague?.id ?? null })
  if (isNow) {
    await leaveBody(tx, leaver.id, at.body.id)
    await recordStaffEvent(tx, at.body.id, { personId: leaver.id, what: 'left', lastOn: tx.today })
    await enqueue(tx, handOverJob, { organisationId: at.body.id, id }, { key: `${handOverJob} ${id}` })
  } else {
    await endRoles(tx, leaver.id, at.body.id, { lastOn: last })
    await recordStaffEvent(tx, at.body.id, { personId: leaver.id, what: 'leaving', lastOn: last })
  }
  return ok(null)
}

export const keepStaff = actOutsideCase('keep-staff', async (tx, input: { organisationId: string; personId: string }) => {
  const at = await holdBody(tx, input.organisationId)
  const somebody = await getSomebody(tx, at, input.personId)
  if (somebody.now?.lastOn === undefined) throw new NotFound('leaving')
  await keepRoles(tx, somebody.id, at.body.id)
  await withdrawLeaving(tx, at.body.id, somebody.id)
  await recordStaffEvent(tx, at.body.id, { personId: somebody.id, what: 'staying' })
  return ok(null)
})

export type InviteRefusal = { readonly kind: 'not-here' | 'no-email' | 'email-in-use' }

/** A fresh link and code: for whoever never came in, lost everything, or whose unused account was closed. */
export const inviteAgain = actOutsideCase('invite-staff-again', async (tx, input: { organisationId: string; personId: string; id: string; code: string }): Promise<Outcome<Added, InviteRefusal>> => {
  const at = await holdBody(tx, input.organisationId)
  const somebody: Somebody = await getSomebody(tx, at, input.personId)
  if (somebody.now === undefined) return refused({ kind: 'not-here' })
  if (somebody.email === undefined) return refused({ kind: 'no-email' })
  if (await isEmailTaken(tx, somebody.email, somebody.id)) return refused({ kind: 'email-in-use' })
  await invite(tx, { id: input.id, personId: somebody.id, email: somebody.email, fact: { kind: 'code', code: input.code } })
  await confirmRoles(tx, somebody.id, at.body.id)
  await recordStaffEvent(tx, at.body.id, { personId: somebody.id, what: 'invited' })
  return ok({ personId: somebody.id, invited: input.id })
})
