// From what was recorded of mediation, appeals and orders to the events that the clocks read.

import type { Fact } from '../case-file/facts.ts'
import type { ClockEvent, EventFrame } from '../clocks/events.ts'
import type { EventType } from '../clocks/event-kinds.ts'
import type { AppealStep, MediationStep } from './dispute-words.ts'

const mediationEvents = {
  'adviser-contacted': 'mediation-adviser-contacted', 'not-wanted': 'adviser-told-no-mediation', 'health-disputed': 'health-dispute-told',
  'health-told': 'health-bodies-told-of-dispute', 'not-arranged': 'adviser-told-mediation-not-arranged', held: 'mediation-held',
} as const satisfies Record<MediationStep, EventType>

const appealEvents = {
  'response-sent': 'appeal-response-sent', 'bundle-sent': 'bundle-sent', ended: 'appeal-ended', 'permission-asked': 'permission-asked',
} as const satisfies Partial<Record<AppealStep, EventType>>

const named = (about: string | undefined): { about?: string } => (about === undefined ? {} : { about })
const given = <T extends object>(fields: T): { -readonly [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { -readonly [K in keyof T]?: NonNullable<T[K]> }

/** The event of a fact about a disagreement; undefined of any other. */
export function disputeEventOf(frame: EventFrame, fact: Fact): ClockEvent | undefined {
  switch (fact.type) {
    case 'mediation-asked-for': return { ...frame, type: 'council-told-mediation-wanted', ...given({ healthOnly: fact.healthOnly }) }
    case 'mediation-step': return { ...frame, type: mediationEvents[fact.step] }
    case 'mediation-certificate-issued': return { ...frame, type: 'certificate-issued' }
    case 'mediation-agreed': return { ...frame, type: 'agreement-made', about: fact.agreementId, issues: fact.issues, ...given({ kind: fact.kind, otherDay: fact.otherDay }) }
    case 'agreement-done': return { ...frame, type: 'agreement-done', about: fact.agreementId }
    case 'appeal-lodged': return {
      ...frame, type: 'appeal-lodged', ...named(fact.appealId),
      ...(fact.sectionIOnly === true ? { sectionIOnly: true } : fact.withoutCertificate === true ? { sectionIOnly: false, permitted: false } : {}),
      ...(fact.isLate === true ? { late: true } : {}),
    }
    case 'appeal-step': return appealStepEvent(frame, fact)
    case 'appeal-conceded': return fact.kind === undefined ? undefined : { ...frame, type: 'unopposed-notified', kind: fact.kind, ...named(fact.orderId) }
    case 'appeal-decided': return { ...frame, type: 'appeal-decided', ...named(fact.appealId) }
    case 'order-made': return { ...frame, type: 'order-made', about: fact.orderId, kind: fact.kind, ...fact.directed }
    case 'recommendation-received': return { ...frame, type: 'recommendation-sent', about: fact.recommendationId, to: fact.to }
    case 'recommendation-answered': return { ...frame, type: 'recommendation-answered', about: fact.recommendationId }
    default: return undefined
  }
}

function appealStepEvent(frame: EventFrame, fact: Extract<Fact, { type: 'appeal-step' }>): ClockEvent | undefined {
  const about = fact.appealId
  if (fact.step === 'received') return { ...frame, type: 'appeal-received-by-council', about, ...given({ respondBy: fact.respondBy }) }
  if (fact.step === 'hearing-listed') return fact.hearingOn === undefined ? undefined : { ...frame, type: 'hearing-listed', about, hearingOn: fact.hearingOn, ...given({ bundleBy: fact.bundleBy }) }
  return { ...frame, type: appealEvents[fact.step], about }
}
