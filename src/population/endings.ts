// How plans end: who, at which age, why, and the steps of the law before it.

import type { CeaseCause, CessationCode } from '../domain/ceasing/cease-codes.ts'
import { dateOf, workingDay } from './days.ts'
import type { Ledger } from './ledger.ts'
import { figureOf, national, type Profile } from './published.ts'
import { sha } from './assessment.ts'
import { rake } from './rake.ts'
import type { Random } from './random.ts'

const bands = Object.keys(national.ceased.ages)
const agesOf: Readonly<Record<string, readonly [number, number]>> = { 'under-11': [4, 10], '11-15': [11, 15], '16': [16, 16], '17': [17, 17], '18': [18, 18], '19': [19, 19], '20-and-over': [20, 25] }
/** For which ages a reason can be, as a weight: the statistics tell of reasons and of ages, and not of both together. */
const fits: Readonly<Record<string, (first: number) => number>> = {
  1: (age) => (age >= 20 ? 1 : 0), 2: (age) => (age < 16 ? 3 : 1), 3: (age) => (age === 18 ? 8 : age === 19 ? 3 : age >= 20 ? 1 : 0), 4: (age) => (age >= 17 ? 1 : 0), 5: (age) => (age < 16 ? 5 : 1),
  6: (age) => (age >= 16 ? 1 : 0), 7: () => 1, 8: () => 1, 9: () => 1,
}
const reasons = Object.keys(national.ceased.reasons.england)

const made = new Map<Profile, Float64Array>()

export interface Ending { readonly code: CessationCode; readonly age: number }

/** The reason and the age of the plan at a place, from 0 to 1, among all that ended in a year. */
export function endingAt(profile: Profile, place: number, random: Random): Ending {
  let cells = made.get(profile)
  if (cells === undefined) {
    cells = Float64Array.from({ length: reasons.length * bands.length }, (_, at) => fits[reasons[Math.floor(at / bands.length)] ?? '']?.(agesOf[bands[at % bands.length] ?? '']?.[0] ?? 0) ?? 0)
    const { england, london } = national.ceased.reasons
    rake(cells, [
      { of: (at) => bands[at % bands.length], totals: national.ceased.ages },
      { of: (at) => reasons[Math.floor(at / bands.length)], totals: Object.fromEntries(reasons.map((reason) => [reason, figureOf({ england: england[reason as keyof typeof england], london: london[reason as keyof typeof london] }, profile)])) },
    ])
    made.set(profile, cells)
  }
  let left = place * cells.reduce((sum, weight) => sum + weight, 0)
  const at = Math.max(0, cells.findIndex((weight) => { left -= weight; return left < 0 }))
  const code = Number(reasons[Math.floor(at / bands.length)]) as CessationCode
  const [first, last] = agesOf[bands[at % bands.length] ?? ''] ?? [16, 16]
  // The year in which the young person turned 25: 24 on 31 August, or 25 for whoever had just turned.
  return { code, age: code === 1 ? 24 : first === 20 ? Math.min(24, 20 + Math.floor(random.next() * random.next() * 5.5)) : random.between(first, last) }
}

const causes: Partial<Record<CessationCode, CeaseCause>> = { 1: 'age', 7: 'left-england', 8: 'died' }

/** The facts of an ending on a day. Nothing of it comes before `from`, the first day of the plan here. */
export function endPlan(ledger: Ledger, random: Random, { code }: Pick<Ending, 'code'>, on: number, from: number): void {
  const before = (days: number): number => Math.max(from + 1, workingDay(on - days))
  if (code === 5) {
    const moveId = random.id()
    const to = 'Another council'
    ledger.add(before(20), { type: 'move-known', moveId, movesOn: dateOf(on), to })
    ledger.add(on, { type: 'plan-transferred', moveId, to, sha256: sha(random) })
    ledger.add(on, { type: 'moved-out-of-area', to })
    return
  }
  const cause = causes[code]
  if (cause !== undefined) {
    ledger.add(on, { type: 'plan-ceased', because: cause, code })
    return
  }
  const ceasingId = random.id()
  const ground = 'no-longer-necessary'
  ledger.add(before(120 + Math.floor(random.next() * 30)), { type: 'ceasing-considered', ceasingId, ground })
  ledger.add(before(95), { type: 'ceasing-consulted', ceasingId, setting: 'answered', family: random.chance(0.7) ? 'answered' : 'no-answer' })
  // The plan is kept until nobody can appeal: two months from the notice (SEND Regulations 2014, reg 32; CFA 2014 s.45(4)).
  ledger.add(before(64), { type: 'cease-notified', ceasingId, ground, code, noticeId: random.id() })
  ledger.add(on, { type: 'plan-ceased', because: 'decision', code, ceasingId })
}
