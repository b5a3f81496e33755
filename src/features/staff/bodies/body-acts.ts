// What a council's administrator does about the bodies of the area: adds one, and invites who will look after its people. The people
// themselves are that administrator's to add, and not the council's.

import { isEmailTaken } from '../../../casebook/accounts/account-rows.ts'
import { personToInvite } from '../../../casebook/accounts/staff-rows.ts'
import { actOutsideCase } from '../../../casebook/act.ts'
import { mustHoldInArea } from '../../../casebook/access/office.ts'
import { openArea } from '../../../casebook/open-area.ts'
import { findByNumberAlone } from '../../../casebook/organisation-rows.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { Role } from '../../../domain/access/parts.ts'
import { rolesAt } from '../../../domain/access/roles-at.ts'
import type { OrganisationId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { recordStaffEvent } from '../change-store.ts'
import type { Added, NewStaff } from '../staff-acts.ts'
import { giveRoles, inviteUnlessIn } from '../staff-acts.ts'
import type { Body } from '../staff-store.ts'
import { findBody } from '../staff-store.ts'
import type { NewBody } from './bodies-store.ts'
import { insertBody, isNewBody } from './bodies-store.ts'

async function openOwnArea(tx: Tx, code: string) {
  const area = await openArea(tx, code)
  const administrator = mustHoldInArea(tx, 'add-body', area.id)
  tx.doings.localAreaId = area.id
  return { area, administrator }
}

export const addBody = actOutsideCase('add-organisation', async (tx, input: NewBody & { area: string }): Promise<Outcome<{ readonly id: OrganisationId }, { readonly kind: 'known-already' }>> => {
  const { area } = await openOwnArea(tx, input.area)
  const { area: _, ...body } = input
  const toBeNamed = body.urn === undefined ? undefined : await findByNumberAlone(tx, body.urn)
  if (!await isNewBody(tx, body, toBeNamed)) return refused({ kind: 'known-already' })
  return ok({ id: await insertBody(tx, area.id, body, toBeNamed) })
})

/** A body of the viewer's own area; another area's is not found. */
export async function getBodyOf(tx: Tx, code: string, organisationId: string): Promise<{ body: Body; areaName: string }> {
  const { area } = await openOwnArea(tx, code)
  const body = await findBody(tx, organisationId)
  if (body === undefined || body.localAreaId !== area.id) throw new NotFound('body')
  return { body, areaName: area.name }
}

export type AdministratorRefusal = { readonly kind: 'email-in-use' | 'own-role' | 'not-for-this-body' }

/**
 * Invites somebody to look after a body's people. In a small school that is its SENCO too: one more role may come with it, because
 * nobody gives a role to themselves. Never one in the council's own bodies: those have administrators of their own.
 */
export const inviteAdministrator = actOutsideCase('invite-administrator', async (tx, input: NewStaff & { area: string }): Promise<Outcome<Added, AdministratorRefusal>> => {
  const { administrator } = await openOwnArea(tx, input.area)
  const { body } = await getBodyOf(tx, input.area, input.organisationId)
  const roles: readonly Role[] = ['staff-administrator', ...input.roles]
  if (roles.some((role) => !rolesAt(body.kind).includes(role)) || (body.kind === 'council' && input.roles.length > 0)) return refused({ kind: 'not-for-this-body' })
  const personId = await personToInvite(tx, { fullName: input.name, email: input.email })
  if (personId === undefined || await isEmailTaken(tx, input.email, personId)) return refused({ kind: 'email-in-use' })
  if (personId === administrator.personId) return refused({ kind: 'own-role' })
  await recordStaffEvent(tx, body.id, { personId, what: 'added' })
  await giveRoles(tx, body.id, personId, roles)
  return ok({ personId, ...await inviteUnlessIn(tx, body.id, { personId, email: input.email, id: input.id, code: input.code }) })
})
