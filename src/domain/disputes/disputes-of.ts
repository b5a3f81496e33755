// Mediation, appeals, orders, agreements and recommendations of a case, as the record has them.

import type { Fact, FactType, RecordedFact } from '../case-file/facts.ts'
import { allOf, latestOf, standingFacts } from '../case-file/facts.ts'
import type { AppealStep, MediationStep } from './dispute-words.ts'

type Recorded<T extends FactType> = RecordedFact<Extract<Fact, { type: T }>>

export interface Appeal {
  /** Absent in records made before appeals had names. */
  readonly id?: string
  readonly lodged: Recorded<'appeal-lodged'>
  readonly steps: readonly Recorded<'appeal-step'>[]
  readonly decided?: Recorded<'appeal-decided'>
  readonly conceded?: Recorded<'appeal-conceded'>
  readonly isOpen: boolean
}

export interface Disputes {
  /** Steps of mediation since the last certificate or agreement, in order. */
  readonly mediation: readonly Recorded<'mediation-asked-for' | 'mediation-step'>[]
  readonly certificate?: Recorded<'mediation-certificate-issued'>
  readonly agreements: readonly { readonly made: Recorded<'mediation-agreed'>; readonly done?: Recorded<'agreement-done'> }[]
  /** The newest first. */
  readonly appeals: readonly Appeal[]
  readonly orders: readonly Recorded<'order-made'>[]
  readonly recommendations: readonly { readonly received: Recorded<'recommendation-received'>; readonly answered?: Recorded<'recommendation-answered'> }[]
}

export function disputesOf(ledger: readonly RecordedFact[]): Disputes {
  const facts = standingFacts(ledger)
  const certificate = latestOf(facts, 'mediation-certificate-issued')
  const agreed = latestOf(facts, 'mediation-agreed')
  const over = Math.max(certificate?.seq ?? 0, agreed?.seq ?? 0)
  const isOfMediation = (fact: RecordedFact): fact is Recorded<'mediation-asked-for' | 'mediation-step'> => fact.type === 'mediation-asked-for' || fact.type === 'mediation-step'
  return {
    mediation: facts.filter(isOfMediation).filter(({ seq }) => seq > over), ...(certificate === undefined ? {} : { certificate }),
    agreements: allOf(facts, 'mediation-agreed').map((made) => ({ made, ...doneOf(facts, made.agreementId) })).toReversed(),
    appeals: appealsOf(facts), orders: allOf(facts, 'order-made').toReversed(),
    recommendations: allOf(facts, 'recommendation-received').map((received) => {
      const answered = allOf(facts, 'recommendation-answered').find(({ recommendationId }) => recommendationId === received.recommendationId)
      return { received, ...(answered === undefined ? {} : { answered }) }
    }).toReversed(),
  }
}

function doneOf(facts: readonly RecordedFact[], agreementId: string): { done?: Recorded<'agreement-done'> } {
  const done = allOf(facts, 'agreement-done').find((one) => one.agreementId === agreementId)
  return done === undefined ? {} : { done }
}

/** Each appeal with what followed it and names it, or came after it and names none. */
function appealsOf(facts: readonly RecordedFact[]): Appeal[] {
  const lodged = allOf(facts, 'appeal-lodged')
  return lodged.map((appeal, index) => {
    const until = lodged[index + 1]?.seq ?? Number.POSITIVE_INFINITY
    const isOfThis = (fact: { seq: number; appealId?: string }): boolean =>
      (fact.appealId === undefined ? fact.seq > appeal.seq && fact.seq < until : fact.appealId === appeal.appealId)
    const steps = allOf(facts, 'appeal-step').filter(isOfThis)
    const decided = allOf(facts, 'appeal-decided').findLast(isOfThis)
    const conceded = allOf(facts, 'appeal-conceded').findLast(isOfThis)
    return {
      lodged: appeal, steps, ...(appeal.appealId === undefined ? {} : { id: appeal.appealId }), ...(decided === undefined ? {} : { decided }), ...(conceded === undefined ? {} : { conceded }),
      isOpen: decided === undefined && conceded === undefined && !steps.some(({ step }) => step === 'ended'),
    }
  }).toReversed()
}

export const openAppeal = (ledger: readonly RecordedFact[]): Appeal | undefined => disputesOf(ledger).appeals.find(({ isOpen }) => isOpen)

/** What can be recorded of mediation, in the order of the road. */
export const mediationRecords = ['adviser-contacted', 'not-wanted', 'wanted', 'health-disputed', 'health-told', 'not-arranged', 'held', 'certificate', 'agreed', 'agreement-done'] as const satisfies readonly (MediationStep | 'wanted' | 'certificate' | 'agreed' | 'agreement-done')[]
export type MediationRecord = (typeof mediationRecords)[number]
export const isMediationRecord = (text: string): text is MediationRecord => (mediationRecords as readonly string[]).includes(text)

/** What can be recorded of an appeal. */
export const appealRecords = ['lodged', 'received', 'response-sent', 'hearing-listed', 'bundle-sent', 'decided', 'ended', 'permission-asked'] as const satisfies readonly (AppealStep | 'lodged' | 'decided')[]
export type AppealRecord = (typeof appealRecords)[number]
export const isAppealRecord = (text: string): text is AppealRecord => (appealRecords as readonly string[]).includes(text)

/** Why a step cannot be recorded now: what must come before it is not there, or it is there already. */
export type StepRefusal =
  | { readonly kind: 'nothing-to-follow' }
  | { readonly kind: 'recorded-already' }
  | { readonly kind: 'appeal-is-open' }
  | { readonly kind: 'in-the-future' }
  | { readonly kind: 'too-early'; readonly on: RecordedFact['happenedOn'] }

export function mediationRefusal(record: MediationRecord, { mediation, agreements }: Disputes): StepRefusal | undefined {
  const has = (step: MediationStep): boolean => mediation.some((fact) => fact.type === 'mediation-step' && fact.step === step)
  const wanted = mediation.some(({ type }) => type === 'mediation-asked-for')
  switch (record) {
    case 'wanted': return wanted ? { kind: 'recorded-already' } : undefined
    case 'health-told': return !has('health-disputed') ? { kind: 'nothing-to-follow' } : has('health-told') ? { kind: 'recorded-already' } : undefined
    case 'not-arranged': return !wanted ? { kind: 'nothing-to-follow' } : has('not-arranged') ? { kind: 'recorded-already' } : undefined
    case 'held': return !wanted ? { kind: 'nothing-to-follow' } : has('held') ? { kind: 'recorded-already' } : undefined
    case 'agreed': return wanted || has('held') ? undefined : { kind: 'nothing-to-follow' }
    case 'agreement-done': return agreements.some(({ done }) => done === undefined) ? undefined : { kind: 'nothing-to-follow' }
    case 'certificate': return undefined
    default: return has(record) ? { kind: 'recorded-already' } : undefined
  }
}

export function appealRefusal(record: AppealRecord, { appeals }: Disputes): StepRefusal | undefined {
  const [newest] = appeals
  const open = appeals.find(({ isOpen }) => isOpen)
  const has = (step: AppealStep): boolean => newest?.steps.some((fact) => fact.step === step) ?? false
  switch (record) {
    case 'lodged': return open === undefined ? undefined : { kind: 'appeal-is-open' }
    case 'permission-asked': return newest === undefined ? { kind: 'nothing-to-follow' } : has('permission-asked') ? { kind: 'recorded-already' } : undefined
    case 'decided':
    case 'ended': return open === undefined ? { kind: 'nothing-to-follow' } : undefined
    case 'received': return open === undefined ? { kind: 'nothing-to-follow' } : has('received') ? { kind: 'recorded-already' } : undefined
    case 'response-sent': return open === undefined || !has('received') ? { kind: 'nothing-to-follow' } : has('response-sent') ? { kind: 'recorded-already' } : undefined
    // A hearing may be listed anew: the newest day counts.
    case 'hearing-listed': return open === undefined ? { kind: 'nothing-to-follow' } : undefined
    case 'bundle-sent': return open === undefined ? { kind: 'nothing-to-follow' } : has('bundle-sent') ? { kind: 'recorded-already' } : undefined
  }
}

/** A step of an appeal cannot be before the appeal, and nothing that is recorded is still to come. */
export function dayRefusal(on: RecordedFact['happenedOn'], { today, after }: { readonly today: RecordedFact['happenedOn']; readonly after?: RecordedFact['happenedOn'] | undefined }): StepRefusal | undefined {
  if (on > today) return { kind: 'in-the-future' }
  return after !== undefined && on < after ? { kind: 'too-early', on: after } : undefined
}
