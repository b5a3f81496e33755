// A case runs on parallel tracks, never one status. Each is folded from the standing facts. The process track's states and
// moves follow the steps of CFA 2014 ss.36 to 45 and the SEND Regulations 2014; each move names its source.

import type { Fact, FactType, RecordedFact } from './facts.ts'
import { standingFacts } from './facts.ts'

export const stages = [
  'not-known', 'considering', 'assessing', 'drafting', 'draft-out', 'maintained', 'not-assessed', 'no-plan', 'closed', 'exported',
] as const
/** The stage of the process track. */
export type Stage = (typeof stages)[number]

export interface Move {
  readonly from: readonly Stage[]
  readonly fact: FactType
  /** Narrows which facts of the type move the track; all do when absent. */
  readonly when?: (fact: Fact) => boolean
  readonly to: Stage
  readonly cites: string
}

const isOutcome = (wanted: string) => (fact: Fact): boolean => 'outcome' in fact && fact.outcome === wanted

export const processMoves: readonly Move[] = [
  { from: ['not-known', 'not-assessed', 'no-plan'], fact: 'request-received', to: 'considering', cites: 'CFA 2014 s.36(1)' },
  { from: ['not-known', 'not-assessed', 'no-plan'], fact: 'brought-to-attention', to: 'considering', cites: 'CFA 2014 s.24' },
  { from: ['considering'], fact: 'request-withdrawn', when: (fact) => fact.type === 'request-withdrawn' && !fact.councilStillResponsible, to: 'closed', cites: 'CFA 2014 s.36' },
  { from: ['considering'], fact: 'duplicate-settled', when: (fact) => fact.type === 'duplicate-settled' && fact.as === 'same-child', to: 'closed', cites: 'one case file for one child in one area' },
  { from: ['considering'], fact: 'assessment-decided', when: isOutcome('assess'), to: 'assessing', cites: 'CFA 2014 s.36(8); SEND Regs 2014 reg 4' },
  { from: ['considering'], fact: 'assessment-decided', when: isOutcome('not-assess'), to: 'not-assessed', cites: 'CFA 2014 s.36(5); SEND Regs 2014 reg 5' },
  { from: ['assessing'], fact: 'plan-decided', when: isOutcome('issue'), to: 'drafting', cites: 'CFA 2014 s.37(1)' },
  { from: ['assessing'], fact: 'plan-decided', when: isOutcome('no-plan'), to: 'no-plan', cites: 'CFA 2014 s.36(9); SEND Regs 2014 reg 10' },
  { from: ['drafting', 'draft-out'], fact: 'draft-served', to: 'draft-out', cites: 'CFA 2014 s.38(1); SEND Regs 2014 reg 13(1)' },
  { from: ['draft-out'], fact: 'final-issued', to: 'maintained', cites: 'CFA 2014 s.39(8); SEND Regs 2014 regs 13(2), 14' },
  { from: ['considering', 'assessing', 'drafting', 'draft-out', 'maintained'], fact: 'moved-out-of-area', to: 'exported', cites: 'SEND Regs 2014 reg 15' },
]

export interface Tracks {
  readonly process: Stage
  /** One dispute window per appealable notice (CFA 2014 s.51); it never stops the process. */
  readonly dispute: 'none' | 'window-open' | 'mediation' | 'certified' | 'appealed' | 'decided'
  /** Who holds the rights when capacity has been looked at; the date rule itself is in `domain/rights`. */
  readonly capacity: 'not-asked' | 'has-capacity' | 'lacks-capacity'
  readonly placement: 'none' | 'named' | 'attending' | 'eotas' | 'elective-home' | 'awaiting-place'
  readonly custody: 'none' | 'detained'
  readonly budget: 'none' | 'direct-payment'
}

export const beforeAnything: Tracks = {
  process: 'not-known', dispute: 'none', capacity: 'not-asked', placement: 'none', custody: 'none', budget: 'none',
}

/** The move that a fact makes from a stage, if any. */
export function moveFor(stage: Stage, fact: Fact): Move | undefined {
  return processMoves.find((move) => move.fact === fact.type && move.from.includes(stage) && (move.when?.(fact) ?? true))
}

function step(tracks: Tracks, fact: Fact): Tracks {
  const process = moveFor(tracks.process, fact)?.to ?? tracks.process
  const next = process === tracks.process ? tracks : { ...tracks, process }
  switch (fact.type) {
    case 'assessment-decided': return fact.outcome === 'not-assess' ? { ...next, dispute: 'window-open' } : next
    case 'plan-decided': return fact.outcome === 'no-plan' ? { ...next, dispute: 'window-open' } : next
    case 'final-issued':
      return { ...next, dispute: 'window-open', placement: next.placement === 'none' && fact.settingName !== undefined ? 'named' : next.placement }
    // What can be appealed after a review: CFA 2014 s.51(2).
    case 'review-decision-notified': return fact.outcome === 'amend' ? next : { ...next, dispute: 'window-open' }
    case 'amended-final-issued':
    case 'not-amending-notified': return { ...next, dispute: 'window-open' }
    case 'mediation-asked-for': return { ...next, dispute: 'mediation' }
    case 'mediation-certificate-issued': return { ...next, dispute: 'certified' }
    case 'appeal-lodged': return { ...next, dispute: 'appealed' }
    case 'appeal-conceded':
    case 'appeal-decided': return { ...next, dispute: 'decided' }
    case 'capacity-found': return { ...next, capacity: fact.hasCapacity ? 'has-capacity' : 'lacks-capacity' }
    case 'setting-began': return { ...next, placement: 'attending' }
    case 'setting-ended': return { ...next, placement: 'none' }
    case 'educated-otherwise': return { ...next, placement: fact.arrangement }
    case 'custody-began': return { ...next, custody: 'detained' }
    case 'custody-ended': return { ...next, custody: 'none' }
    case 'direct-payment-agreed': return { ...next, budget: 'direct-payment' }
    default: return next
  }
}

/** All tracks of a case, from its ledger. Corrected facts do not count; order is by seq. */
export const foldTracks = (ledger: readonly RecordedFact[]): Tracks => standingFacts(ledger).reduce<Tracks>(step, beforeAnything)

/**
 * The standing facts since the request that is being worked on: from the fact that last moved the case into considering.
 * A child may be asked about again after a refusal, and the new clock owes nothing to the old one.
 */
export function currentProcess(ledger: readonly RecordedFact[]): RecordedFact[] {
  const standing = standingFacts(ledger)
  let stage: Stage = 'not-known'
  let began: number | undefined
  for (const [index, fact] of standing.entries()) {
    const move = moveFor(stage, fact)
    if (move === undefined) continue
    stage = move.to
    if (stage === 'considering') began = index
  }
  return began === undefined ? [] : standing.slice(began)
}
