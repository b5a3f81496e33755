// Mediation and appeals, as often as the statistics tell, each with its steps.

import type { ReviewId } from '../domain/ids.ts'
import { dateOf, workingDay } from './days.ts'
import type { Ledger } from './ledger.ts'
import { sha } from './assessment.ts'
import { figureOf, national, type Profile } from './published.ts'
import type { Random } from './random.ts'

const { appeals, ratesPerThousandPlans: { england, london } } = national
const rate = (key: keyof typeof england, profile: Profile): number => figureOf({ england: england[key], london: london[key] }, profile)
const appealsOf = (profile: Profile, percent: number): number => (figureOf(appeals.perThousandPlans, profile) * percent) / 100

/** Of refusals to assess, the share that goes to mediation, and to the Tribunal. */
export const mediatedRefusals = (profile: Profile): number => rate('mediationAssess', profile) / rate('refused', profile)
export const appealedRefusals = (profile: Profile): number => appealsOf(profile, appeals.refusalToAssess) / rate('refused', profile)
/** Of decisions that there will be no plan. A third go to the Tribunal: what else is left of its other appeals is about plans in force. */
export const mediatedNoPlans = (profile: Profile): number => Math.min(0.9, rate('mediationIssue', profile) / rate('notIssued', profile))
export const appealedNoPlans = 0.3
/** In a year of a plan. */
export const mediatedPlans = (profile: Profile): number => rate('mediationOther', profile) / 1000
export const appealedPlans = (profile: Profile): number => (appealsOf(profile, appeals.contents + appeals.other) - appealedNoPlans * rate('notIssued', profile)) / 1000

/** After a decision that can be appealed: to mediation, and with or without it to the Tribunal. */
export function disputeDecision(ledger: Ledger, random: Random, decidedOn: number, about: 'assess' | 'issue', shares: { readonly mediated: number; readonly appealed: number }, ends: 'left-open' | 'given-up'): void {
  const isAppealed = random.chance(shares.appealed)
  // Most who appeal have been to mediation or have said that they do not want it.
  if (random.chance(isAppealed ? Math.min(1, shares.mediated * 1.6) : Math.max(0, (shares.mediated - shares.appealed * Math.min(1, shares.mediated * 1.6)) / (1 - shares.appealed)))) mediate(ledger, random, decidedOn + 10 + Math.floor(random.next() * 30))
  if (!isAppealed) return
  const appealId = random.id()
  const lodgedOn = workingDay(decidedOn + 52 + Math.floor(random.next() * 40))
  ledger.add(lodgedOn, { type: 'appeal-lodged', about: about === 'assess' ? 'Refusal to assess' : 'Refusal to make a plan', appealId })
  ledger.add(workingDay(lodgedOn + 8), { type: 'appeal-step', appealId, step: 'received' })
  ledger.add(workingDay(lodgedOn + 38), { type: 'appeal-step', appealId, step: 'response-sent' })
  if (ends === 'given-up') ledger.add(workingDay(lodgedOn + 80 + Math.floor(random.next() * 120)), { type: 'appeal-step', appealId, step: 'ended' })
}

export function mediate(ledger: Ledger, random: Random, from: number): void {
  const on = workingDay(from)
  ledger.add(on, { type: 'mediation-asked-for' })
  const heldOn = workingDay(on + 14 + Math.floor(random.next() * 20))
  if (random.chance(0.8)) ledger.add(heldOn, { type: 'mediation-step', step: 'held' })
  ledger.add(workingDay(heldOn + 3), { type: 'mediation-certificate-issued' })
}

/** An appeal against what a plan says, from its day to the amended plan that the Tribunal ordered. */
export function appealContents(ledger: Ledger, random: Random, from: number, until: number): void {
  const appealId = random.id()
  const add = (day: number, fact: Parameters<Ledger['add']>[1]): void => { if (day <= until) ledger.add(day, fact) }
  const lodgedOn = workingDay(from)
  add(lodgedOn, { type: 'appeal-lodged', about: 'What the plan says', appealId })
  add(workingDay(lodgedOn + 8), { type: 'appeal-step', appealId, step: 'received' })
  add(workingDay(lodgedOn + 40), { type: 'appeal-step', appealId, step: 'response-sent' })
  // At any time about three fifths of what is lodged in a year are open: seven months each.
  const decidedOn = workingDay(lodgedOn + 150 + Math.floor(random.next() * 140))
  add(workingDay(lodgedOn + 60), { type: 'appeal-step', appealId, step: 'hearing-listed', hearingOn: dateOf(workingDay(decidedOn - 14)) })
  if (random.chance(0.45)) {
    add(decidedOn - 7, { type: 'appeal-step', appealId, step: 'ended' })
    return
  }
  const [orderId, reviewId] = [random.id(), random.id<ReviewId>()]
  add(decidedOn, { type: 'appeal-decided', appealId, result: random.chance(0.99) ? (random.chance(0.6) ? 'allowed' : 'allowed-in-part') : 'dismissed' })
  add(decidedOn, { type: 'order-made', orderId, appealId, kind: 'amend-contents', reviewId })
  add(decidedOn, { type: 'amendment-begun', reviewId, because: 'order' })
  add(workingDay(decidedOn + 24 + Math.floor(random.next() * 18)), { type: 'amended-final-issued', reviewId, versionId: random.id<never>(), sha256: sha(random) })
}
