// The body whose people a page is about: its own administrator's, and not found for anybody else.

import type { Ask } from '../../casebook/ask.ts'
import { param } from '../../casebook/ask.ts'
import { mustHoldIn } from '../../casebook/access/office.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PersonViewer } from '../../casebook/signing-in/viewer.ts'
import type { OrganisationId } from '../../domain/ids.ts'
import type { Body, StaffMember } from './staff-store.ts'
import { findBody, findFormer, listStaff, lockBody } from './staff-store.ts'

export interface OpenBody {
  readonly body: Body
  readonly administrator: PersonViewer
  readonly staff: readonly StaffMember[]
}

/** Others' access is a sensitive thing: whoever changes it proved within so many minutes who they are. */
export const freshMinutes = 15

export const bodyIdOf = (ask: Ask): string => param(ask, 'organisationId')

/** Whoever changes somebody's access is asked again, in the act's own transaction, whether they look after this body today. */
export async function openBody(tx: Tx, organisationId: string): Promise<OpenBody> {
  const administrator = mustHoldIn(tx, 'look-after-staff', organisationId)
  const body = await findBody(tx, organisationId)
  if (body === undefined) throw new NotFound('body')
  if (body.localAreaId !== undefined) tx.doings.localAreaId = body.localAreaId
  return { body, administrator, staff: await listStaff(tx, body.id) }
}

/** Holds the body's row: two administrators who remove each other at the same moment do it one after the other. */
export async function holdBody(tx: Tx, organisationId: string): Promise<OpenBody> {
  mustHoldIn(tx, 'look-after-staff', organisationId)
  await lockBody(tx, organisationId as OrganisationId)
  return openBody(tx, organisationId)
}

export type Somebody = Pick<StaffMember, 'id' | 'name' | 'email'> & { readonly now?: StaffMember }

/** Somebody who works there, or did. */
export async function getSomebody(tx: Tx, { body, staff }: OpenBody, personId: string): Promise<Somebody> {
  const now = staff.find(({ id }) => id === personId)
  if (now !== undefined) return { ...now, now }
  const former = await findFormer(tx, body.id, personId)
  if (former === undefined) throw new NotFound('member of staff')
  return former
}
