// Court orders and restrictions: recorded at once, made stricter at once, eased by two people.

import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { widens } from '../../../domain/family/restriction.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { listFamily } from '../family-store.ts'
import type { NewRestriction } from '../restriction-store.ts'
import { getRestriction, insertChange, insertRestriction, noteReview, settleChange } from '../restriction-store.ts'
import type { ChangeForm } from './form.ts'

/** Records an order or a decision: it binds from its first day, for lists, pages, letters and messages alike. */
export const recordRestriction = act('record-restriction', async (tx, caseFile, order: NewRestriction): Promise<Outcome<string, { readonly kind: 'not-on-record' }>> => {
  const person = order.personId === undefined ? undefined : (await listFamily(tx, caseFile)).find(({ personId }) => personId === order.personId)
  if (order.personId !== undefined && person === undefined) return refused({ kind: 'not-on-record' })
  const id = await insertRestriction(tx, caseFile, order)
  await recordFact(tx, caseFile, { type: 'restriction-recorded', restrictionId: id, kind: order.kind, ...(person === undefined ? {} : { name: person.fullName }) })
  return ok(id)
})

export type RestrictionChange =
  | (ChangeForm & { readonly restrictionId: string; readonly do: 'change' })
  | { readonly restrictionId: string; readonly do: 'confirm' | 'decline' }
  | { readonly restrictionId: string; readonly do: 'review'; readonly reviewOn?: PlainDate }

export type ChangeRefusal = { readonly kind: 'waits-already' | 'nothing-waits' | 'same-person' }

/**
 * Changes a restriction. What only narrows holds at once; what would let somebody see or know more waits until a second person
 * confirms it. Answers with what became of it.
 */
export const changeRestriction = act('change-restriction', async (tx, caseFile, input: RestrictionChange): Promise<Outcome<'narrowed' | 'waiting' | 'widened' | 'declined' | 'reviewed', ChangeRefusal>> => {
  const before = await getRestriction(tx, caseFile, input.restrictionId)
  const note = (how: 'narrowed' | 'widening-asked' | 'widened' | 'widening-declined' | 'reviewed') =>
    recordFact(tx, caseFile, { type: 'restriction-changed', restrictionId: before.id, how, ...(before.name === undefined ? {} : { name: before.name }) })
  if (input.do === 'review') {
    await noteReview(tx, caseFile, before.id, input.reviewOn)
    await note('reviewed')
    return ok('reviewed')
  }
  if (input.do === 'change') {
    if (before.waiting !== undefined) return refused({ kind: 'waits-already' })
    const isWider = widens(before, input, tx.today)
    await insertChange(tx, caseFile, before, { ...input, widens: isWider })
    await note(isWider ? 'widening-asked' : 'narrowed')
    return ok(isWider ? 'waiting' : 'narrowed')
  }
  const { waiting } = before
  if (waiting === undefined) return refused({ kind: 'nothing-waits' })
  // Whoever asked can take it back; only another can let it through.
  if (input.do === 'confirm' && (tx.viewer.kind !== 'person' || waiting.askedBy === tx.viewer.personId)) return refused({ kind: 'same-person' })
  await settleChange(tx, caseFile, waiting, input.do === 'confirm' ? 'applied' : 'declined')
  await note(input.do === 'confirm' ? 'widened' : 'widening-declined')
  return ok(input.do === 'confirm' ? 'widened' : 'declined')
})
