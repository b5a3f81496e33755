// The ceasing of a plan as the record has it: considered, the family and the setting consulted, decided one way or the other, and the
// plan kept until nobody can appeal any more (Children and Families Act 2014, s.45(4)).

import type { PlainDate } from '../calendar/plain-date.ts'
import { addDays } from '../calendar/plain-date.ts'
import type { Fact, FactType, RecordedFact } from '../case-file/facts.ts'
import { allOf, latestOf, standingFacts } from '../case-file/facts.ts'
import { appealBy } from '../timeline/appeal-by.ts'

type Recorded<T extends FactType> = RecordedFact<Extract<Fact, { type: T }>>

export interface Ceasing {
  readonly id: string
  readonly considered: Recorded<'ceasing-considered'>
  readonly consulted?: Recorded<'ceasing-consulted'>
  readonly notified?: Recorded<'cease-notified'>
  /** The plan was kept after all. */
  readonly dropped?: Recorded<'ceasing-dropped'>
  readonly ceased?: Recorded<'plan-ceased'>
}

/** Every ceasing that was considered, the newest first. */
export function ceasingsOf(ledger: readonly RecordedFact[]): Ceasing[] {
  const facts = standingFacts(ledger)
  return allOf(facts, 'ceasing-considered').map((considered) => {
    const ofThis = <T extends FactType>(type: T): Recorded<T> | undefined =>
      allOf(facts, type).findLast((fact) => 'ceasingId' in fact && fact.ceasingId === considered.ceasingId)
    const [consulted, notified, dropped, ceased] = [ofThis('ceasing-consulted'), ofThis('cease-notified'), ofThis('ceasing-dropped'), ofThis('plan-ceased')]
    return {
      id: considered.ceasingId, considered, ...(consulted === undefined ? {} : { consulted }), ...(notified === undefined ? {} : { notified }),
      ...(dropped === undefined ? {} : { dropped }), ...(ceased === undefined ? {} : { ceased }),
    }
  }).toReversed()
}

/** The ceasing that is under way: neither dropped nor come to the end of the plan. */
export const openCeasing = (ledger: readonly RecordedFact[]): Ceasing | undefined =>
  ceasingsOf(ledger).find(({ dropped, ceased }) => dropped === undefined && ceased === undefined)

/** Until when a plan stays in force after the decision to end it. */
export type KeptUntil =
  /** `lastDay` is the last on which the Tribunal may get an appeal; the plan may end on the day after. */
  | { readonly kind: 'time-to-appeal'; readonly lastDay: PlainDate; readonly mayEndFrom: PlainDate }
  /** An appeal is with the Tribunal: until it is finally determined. */
  | { readonly kind: 'appeal'; readonly since: PlainDate }
  /** Mediation was asked for and has given no certificate: with one there may be a month more (HESC Rules 2008 r.20(1)(c)). */
  | { readonly kind: 'mediation'; readonly since: PlainDate }
  /** The appeal was withdrawn or decided: the plan may end from this day, if the Tribunal did not say that it goes on. */
  | { readonly kind: 'determined'; readonly mayEndFrom: PlainDate }

/**
 * CE-02 with what the engine does not count: mediation that is under way. Undefined before the notice. The days are those of the engine
 * (`ceasing-of.test.ts` compares them).
 */
export function keptUntil(ledger: readonly RecordedFact[], { notified }: Pick<Ceasing, 'notified'>): KeptUntil | undefined {
  if (notified === undefined) return undefined
  const after = standingFacts(ledger).filter(({ happenedOn, seq }) => happenedOn > notified.happenedOn || seq > notified.seq)
  const lodged = latestOf(after, 'appeal-lodged')
  if (lodged !== undefined) {
    const ended = after.find((fact) => fact.seq > lodged.seq && (fact.type === 'appeal-decided' || fact.type === 'appeal-conceded' || (fact.type === 'appeal-step' && fact.step === 'ended')))
    return ended === undefined ? { kind: 'appeal', since: lodged.happenedOn } : { kind: 'determined', mayEndFrom: ended.happenedOn }
  }
  const certificate = latestOf(after, 'mediation-certificate-issued')
  const asked = latestOf(after, 'mediation-asked-for')
  if (asked !== undefined && certificate === undefined && latestOf(after, 'mediation-agreed') === undefined) return { kind: 'mediation', since: asked.happenedOn }
  const lastDay = appealBy(notified.happenedOn, certificate?.happenedOn).receivedBy
  return { kind: 'time-to-appeal', lastDay, mayEndFrom: addDays(lastDay, 1) }
}

/** Why the plan may not end today; undefined when it may. */
export type EndRefusal =
  | { readonly kind: 'not-notified' }
  | { readonly kind: 'appeal-open' }
  | { readonly kind: 'mediation-open' }
  | { readonly kind: 'too-early'; readonly mayEndFrom: PlainDate }
  /** The Tribunal ordered the council to go on, or the council gave way. */
  | { readonly kind: 'kept-by-tribunal' }

/** Invariant 7 of a case: without a closed appeal window no plan ends by decision (CFA 2014 s.45(4)). */
export function endRefusal(ledger: readonly RecordedFact[], ceasing: Ceasing, today: PlainDate): EndRefusal | undefined {
  const until = keptUntil(ledger, ceasing)
  if (until === undefined) return { kind: 'not-notified' }
  if (until.kind === 'appeal') return { kind: 'appeal-open' }
  if (until.kind === 'mediation') return { kind: 'mediation-open' }
  if (until.kind === 'determined' && isKept(ledger, ceasing)) return { kind: 'kept-by-tribunal' }
  return today < until.mayEndFrom ? { kind: 'too-early', mayEndFrom: until.mayEndFrom } : undefined
}

/** Whether what followed the notice says that the plan goes on: an order to continue, or a council that no longer opposes. */
function isKept(ledger: readonly RecordedFact[], { notified }: Ceasing): boolean {
  if (notified === undefined) return false
  return standingFacts(ledger).some((fact) => fact.seq > notified.seq && (
    ((fact.type === 'order-made' || fact.type === 'appeal-conceded') && (fact.kind === 'continue' || fact.kind === 'continue-and-amend')) ||
    (fact.type === 'appeal-decided' && fact.result === 'allowed')))
}
