// The act: somebody says what belongs where in a plan from before the hub. Only whoever has claimed it may, and only on what they have seen.

import { actOutsideCase } from '../../../casebook/act.ts'
import type { Viewer } from '../../../casebook/signing-in/viewer.ts'
import type { LocalAreaId, PersonId } from '../../../domain/ids.ts'
import { mayTake } from '../../../domain/older-plans/in-hand.ts'
import { ok, refused, type Outcome } from '../../../domain/outcome.ts'
import type { Piece } from '../../../domain/older-plans/piece.ts'
import type { Placed, PlacingRefusal } from '../../../domain/older-plans/placing.ts'
import { agree, holdsSameWords, join, leaveOut, moveTo, split, takeBack } from '../../../domain/older-plans/placing.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import type { OlderPlan } from '../older-plan-store.ts'
import { claimPlan, savePieces } from '../older-plan-store.ts'
import { listColleagues } from '../team-store.ts'
import { openOlderPlan, personOf, type PlanKey } from '../open-older-plan.ts'

export type Change =
  | { readonly does: 'move'; readonly ids: readonly number[]; readonly section: Section }
  | { readonly does: 'leave-out'; readonly ids: readonly number[]; readonly reason: string }
  | { readonly does: 'take-back' | 'agree' | 'join'; readonly ids: readonly number[] }
  | { readonly does: 'split'; readonly id: number; readonly parts: readonly string[] }

export type NotNow =
  /** It is confirmed, or set aside, or was never read. */
  | { readonly kind: 'not-open' }
  | { readonly kind: 'not-yours'; readonly name?: string }
  /** Changed since the page was made, in another window. */
  | { readonly kind: 'changed' }
export type PlaceRefusal = NotNow | { readonly kind: 'cannot'; readonly why: PlacingRefusal }

/** Whether this person may change the plan now, having seen its `n`th state. */
export function mayChange(plan: OlderPlan, by: PersonId, n: number): Outcome<undefined, NotNow> {
  if (plan.state !== 'read') return refused({ kind: 'not-open' })
  if (plan.claim?.by !== by) return refused({ kind: 'not-yours', ...(plan.claim === undefined ? {} : { name: plan.claim.name }) })
  return plan.n === n ? ok(undefined) : refused({ kind: 'changed' })
}

export const placePieces = actOutsideCase('place-older-plan', async (tx, { change, n, ...key }: PlanKey & { n: number; change: Change }): Promise<Outcome<null, PlaceRefusal>> => {
  const { plan } = await openOlderPlan(tx, key, { lock: true })
  const may = mayChange(plan, personOf(tx), n)
  if (!may.ok) return may
  const placed = applied(plan.pieces, change)
  if (!placed.ok) return refused({ kind: 'cannot', why: placed.refusal })
  // The rules keep every word; should one ever not, nothing is written.
  if (!holdsSameWords(plan.pieces, placed.value)) throw new Error(`words of older plan ${plan.id} would be lost`)
  await savePieces(tx, plan, placed.value)
  return ok(null)
})

function applied(pieces: readonly Piece[], change: Change): Placed {
  switch (change.does) {
    case 'move': return moveTo(pieces, change.ids, change.section)
    case 'leave-out': return leaveOut(pieces, change.ids, change.reason)
    case 'take-back': return takeBack(pieces, change.ids)
    case 'agree': return agree(pieces, change.ids)
    case 'join': return join(pieces, change.ids)
    case 'split': return split(pieces, change.id, change.parts)
  }
}

export type ClaimRefusal = NotNow
  /** Somebody else is at work on it: they hand it over, or a manager takes it. */
  | { readonly kind: 'in-hand'; readonly name: string }
  | { readonly kind: 'no-such-colleague' }

/** Takes a plan in hand. A manager takes it from somebody too: they see at their next step who has it. */
export const claim = actOutsideCase('place-older-plan', async (tx, key: PlanKey): Promise<Outcome<null, ClaimRefusal>> => {
  const { area, plan } = await openOlderPlan(tx, key, { lock: true })
  const by = personOf(tx)
  if (plan.state !== 'read') return refused({ kind: 'not-open' })
  if (plan.claim !== undefined && !mayTake(plan.claim, by, isManager(tx.viewer, area.id))) return refused({ kind: 'in-hand', name: plan.claim.name })
  await claimPlan(tx, plan, by)
  return ok(null)
})

/** Whether the viewer decides for this area, and so takes work from one colleague for another. */
export const isManager = (viewer: Viewer, localAreaId: LocalAreaId): boolean =>
  viewer.kind === 'person' && viewer.roles.some((one) => one.role === 'decision-maker' && one.localAreaId === localAreaId)

/** Hands it to a colleague, with what was done so far. */
export const handOver = actOutsideCase('place-older-plan', async (tx, { to, ...key }: PlanKey & { to: string }): Promise<Outcome<null, ClaimRefusal>> => {
  const { area, plan } = await openOlderPlan(tx, key, { lock: true })
  if (plan.claim?.by !== personOf(tx)) return refused({ kind: 'not-yours', ...(plan.claim === undefined ? {} : { name: plan.claim.name }) })
  const colleague = (await listColleagues(tx, area.id)).find(({ id }) => id === to)
  if (colleague === undefined) return refused({ kind: 'no-such-colleague' })
  await claimPlan(tx, plan, colleague.id)
  return ok(null)
})

/** Puts it back for somebody else; what was done so far stays. */
export const letGo = actOutsideCase('place-older-plan', async (tx, key: PlanKey): Promise<Outcome<null, NotNow>> => {
  const { plan } = await openOlderPlan(tx, key, { lock: true })
  if (plan.claim?.by !== personOf(tx)) return refused({ kind: 'not-yours', ...(plan.claim === undefined ? {} : { name: plan.claim.name }) })
  await claimPlan(tx, plan, null)
  return ok(null)
})

export function refusalWords(refusal: PlaceRefusal | ClaimRefusal): string {
  switch (refusal.kind) {
    case 'not-open': return 'This plan is confirmed or set aside already'
    case 'not-yours': return refusal.name === undefined ? 'Nobody has this plan in hand. Take it before you change it' : `${refusal.name} has this plan in hand now. What you chose was not saved`
    case 'in-hand': return `${refusal.name} has this plan in hand. They can hand it over, or a SEND manager can take it over`
    case 'no-such-colleague': return 'Select a colleague'
    case 'changed': return 'This plan was changed in another window. Look at it as it is now, and do it again'
    case 'cannot': return cannotWords[refusal.why]
  }
}

const cannotWords: Readonly<Record<PlacingRefusal, string>> = {
  'no-such-piece': 'These words have been split or joined meanwhile. Look at the plan as it is now',
  'nothing-chosen': 'Tick the words that you mean',
  'words-differ': 'The parts must hold the same words as before. Leave an empty line where a new part begins, and change nothing else',
  'one-part': 'Leave an empty line where a new part begins',
  'nothing-to-join': 'Choose at least two to join',
  'not-in-one-place': 'Only words of one section can be joined. Move them first',
  'no-reason': 'Say why these words are left out',
}
