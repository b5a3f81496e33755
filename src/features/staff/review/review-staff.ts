// One look at everybody who works at a body: who still needs what they have. Each answer is one event, the look itself one row.

import { confirmRoles } from '../../../casebook/accounts/memberships.ts'
import { actOutsideCase } from '../../../casebook/act.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { insertReview, recordStaffEvent } from '../change-store.ts'
import { holdBody } from '../open-body.ts'
import { remove } from '../staff-acts.ts'

export const reviewAnswers = ['keep', 'change', 'remove'] as const
export type ReviewAnswer = (typeof reviewAnswers)[number]

export interface Reviewing {
  readonly organisationId: string
  readonly answers: Readonly<Record<string, ReviewAnswer>>
}

export interface ReviewRefusal {
  readonly kind: 'unanswered' | 'last-administrator'
  readonly people: readonly PersonId[]
}

/** Kept and removed are done here; who is to be changed stays as they are, and due, until somebody has changed it. */
export const reviewStaff = actOutsideCase('review-staff', async (tx, { organisationId, answers }: Reviewing): Promise<Outcome<{ readonly toChange: readonly PersonId[] }, ReviewRefusal>> => {
  const at = await holdBody(tx, organisationId)
  const of = (personId: PersonId): ReviewAnswer | undefined => answers[personId]
  const unanswered = at.staff.filter(({ id }) => of(id) === undefined)
  if (unanswered.length > 0) return refused({ kind: 'unanswered', people: unanswered.map(({ id }) => id) })
  const reviewId = tx.newId<string>()
  const said = (answer: ReviewAnswer) => at.staff.filter(({ id }) => of(id) === answer)
  await insertReview(tx, at.body.id, reviewId, at.administrator.personId, { kept: said('keep').length, changed: said('change').length, removed: said('remove').length })
  for (const { id } of said('keep')) {
    await confirmRoles(tx, id, at.body.id)
    await recordStaffEvent(tx, at.body.id, { personId: id, what: 'confirmed', reviewId })
  }
  for (const { id } of said('remove')) {
    // Read anew each time: two administrators who are both to go leave nobody.
    const gone = await remove(tx, await holdBody(tx, organisationId), { personId: id })
    if (!gone.ok) return refused({ kind: 'last-administrator', people: [id] })
  }
  return ok({ toChange: said('change').map(({ id }) => id) })
})
