// A review of a plan that is in force, arranged by its school through the real pages, with its invitations sent.

import assert from 'node:assert/strict'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { paths } from '../../src/paths.ts'
import type { Hub } from '../harness/hub.ts'
import { dateIn } from '../journeys/steps/dates.ts'
import type { PlanWishes } from './a-plan-to-issue.ts'
import { anIssuedPlan } from './an-issued-plan.ts'

export interface ReviewKey extends CaseKey {
  readonly reviewId: string
}

/** It is 12 January 2027; the plan was issued that day, and the meeting is on 9 March unless another day is said. */
export async function anArrangedReview(hub: Hub, { on = '2027-03-09', ...wishes }: PlanWishes & { readonly on?: string } = {}): Promise<ReviewKey> {
  const key = await anIssuedPlan(hub, wishes)
  const senco = await (await hub.as('debra')).get(paths.reviewPlan(key))
  await senco.submit({ ...dateIn('on', on), starts: '2pm', how: 'in-person', place: 'The library, Larkfell Primary School' })
  assert.equal(senco.heading, 'Who is invited', senco.errors.join())
  return { ...key, reviewId: senco.url.split('/')[5] ?? '' }
}

export async function anInvitedReview(hub: Hub, wishes: Parameters<typeof anArrangedReview>[1] = {}): Promise<ReviewKey> {
  const key = await anArrangedReview(hub, wishes)
  const senco = await (await hub.as('debra')).get(paths.reviewInvite(key))
  await senco.submit({}, { button: 'Send the invitations' })
  assert.equal(senco.heading, 'Review of the plan', senco.errors.join())
  return key
}

/** The invitation of somebody, by a part of their name. */
export async function invitationOf(hub: Hub, { reviewId }: ReviewKey, name: string): Promise<string> {
  const rows = await hub.fresh.db.selectFrom('reviewInvitation').select(['id', 'name']).where('reviewId', '=', reviewId).execute()
  const found = rows.find((row) => row.name.includes(name))
  assert.ok(found !== undefined, `nobody called ${name} is invited: ${rows.map((row) => row.name).join(', ')}`)
  return found.id
}
