// A case runs on parallel tracks, never one status. Each is folded from the standing facts. The process track's states and
// moves follow the steps of CFA 2014 ss.36 to 45 and the SEND Regulations 2014; each move names its source.

import type { PlainDate } from '../calendar/plain-date.ts'
import type { Fact, FactType, RecordedFact } from './facts.ts'
import { standingFacts } from './facts.ts'
import { stageInForce } from '../review/amendments.ts'

export const stages = [
  'not-known', 'considering', 'assessing', 'drafting', 'draft-out', 'maintained', 'reviewing', 'amending', 'not-assessed', 'no-plan', 'closed', 'exported',
] as const
/** The stage of the process track. */
export type Stage = (typeof stages)[number]

/** The stages of a plan in force: nothing under way, a review, an amendment (domain/review/amendments.ts). */
export const inForce = ['maintained', 'reviewing', 'amending'] as const satisfies readonly Stage[]
export const isInForce = (stage: Stage): boolean => (inForce as readonly Stage[]).includes(stage)

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
  { from: ['considering', 'assessing'], fact: 'request-withdrawn', when: (fact) => fact.type === 'request-withdrawn' && !fact.councilStillResponsible, to: 'closed', cites: 'CFA 2014 s.36' },
  { from: ['considering'], fact: 'duplicate-settled', when: (fact) => fact.type === 'duplicate-settled' && fact.as === 'same-child', to: 'closed', cites: 'one case file for one child in one area' },
  { from: ['considering'], fact: 'assessment-decided', when: isOutcome('assess'), to: 'assessing', cites: 'CFA 2014 s.36(8); SEND Regs 2014 reg 4' },
  { from: ['considering'], fact: 'assessment-decided', when: isOutcome('not-assess'), to: 'not-assessed', cites: 'CFA 2014 s.36(5); SEND Regs 2014 reg 5' },
  { from: ['assessing'], fact: 'plan-decided', when: isOutcome('issue'), to: 'drafting', cites: 'CFA 2014 s.37(1)' },
  { from: ['assessing'], fact: 'plan-decided', when: isOutcome('no-plan'), to: 'no-plan', cites: 'CFA 2014 s.36(9); SEND Regs 2014 reg 10' },
  { from: ['drafting', 'draft-out'], fact: 'draft-served', to: 'draft-out', cites: 'CFA 2014 s.38(1); SEND Regs 2014 reg 13(1)' },
  { from: ['draft-out'], fact: 'final-issued', to: 'maintained', cites: 'CFA 2014 s.39(8); SEND Regs 2014 regs 13(2), 14' },
  { from: ['not-known', 'not-assessed', 'no-plan'], fact: 'older-plan-brought-in', to: 'maintained', cites: 'CFA 2014 ss.37(1), 42, 44: a plan in force is kept and reviewed, wherever it was written' },
  { from: ['not-known', 'considering', 'assessing', 'not-assessed', 'no-plan'], fact: 'plan-shell-brought-in', to: 'maintained', cites: 'CFA 2014 ss.42, 44: a plan in force is kept and reviewed, wherever its words are' },
  { from: ['not-known'], fact: 'plan-transferred-in', to: 'maintained', cites: 'CFA 2014 s.47; SEND Regs 2014 reg 15(2), (3): as if made by the new council on its own day' },
  { from: ['not-known'], fact: 'became-responsible', to: 'considering', cites: 'CFA 2014 s.24; SEND Regs 2014 regs 5(1)(b), 10(1), 13(2)' },
  // Read and kept, and nothing more is done in it: another request for this child opens a case of its own.
  { from: ['maintained'], fact: 'plan-ceased', to: 'closed', cites: 'CFA 2014 ss.45, 46; SEND Regs 2014 reg 31' },
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
    case 'older-plan-brought-in': return fact.settingName === undefined || next.placement !== 'none' ? next : { ...next, placement: 'named' }
    // What can be appealed after a review: CFA 2014 s.51(2).
    case 'review-decision-notified': return fact.outcome === 'amend' ? next : { ...next, dispute: 'window-open' }
    case 'amended-final-issued':
    case 'cease-notified':
    case 'not-amending-notified': return { ...next, dispute: 'window-open' }
    case 'reassessment-decided': return fact.outcome === 'refuse' ? { ...next, dispute: 'window-open' } : next
    case 'mediation-asked-for': return { ...next, dispute: 'mediation' }
    case 'mediation-certificate-issued': return { ...next, dispute: 'certified' }
    case 'appeal-lodged': return { ...next, dispute: 'appealed' }
    case 'appeal-conceded':
    case 'order-made':
    case 'appeal-decided': return { ...next, dispute: 'decided' }
    case 'appeal-step': return fact.step === 'ended' ? { ...next, dispute: 'none' } : next
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

/**
 * All tracks of a case, from its ledger. With a plan in force several reviews and amendments may be open side by side, so what is under way
 * is read from them and no move makes it (domain/review/amendments.ts).
 * Corrected facts do not count; order is by seq.
 */
export function foldTracks(ledger: readonly RecordedFact[]): Tracks {
  const standing = standingFacts(ledger)
  const tracks = standing.reduce<Tracks>(step, beforeAnything)
  return tracks.process === 'maintained' ? { ...tracks, process: stageInForce(standing) } : tracks
}

/**
 * The standing facts since what is being worked on began: a request, or a plan that came from before or from another council.
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
    if (move.from.includes('not-known')) began = index
  }
  return began === undefined ? [] : standing.slice(began)
}

/** The day on which the request that is being worked on was received; a plan that came as it is was asked of nobody here. */
export function receivedOnOf(ledger: readonly RecordedFact[]): PlainDate | undefined {
  const [first] = currentProcess(ledger)
  return first !== undefined && moveFor('not-known', first)?.to === 'considering' ? first.happenedOn : undefined
}
