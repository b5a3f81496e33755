// From the ledger to the events that the clocks read: one event for a fact, with its number and its correction, so that a clock
// can be led back to the fact. Facts that no clock reads give none; facts that only later work will record are not guessed.

import { londonDateOf } from '../calendar/london-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { ClockEvent, EventFrame } from '../clocks/events.ts'
import type { Fact, RecordedFact } from './facts.ts'
import { standingFacts } from './facts.ts'

/** The events of a case. With the day of birth the clocks of age can be told too. */
export function clockEventsOf(ledger: readonly RecordedFact[], dateOfBirth?: PlainDate): ClockEvent[] {
  const letters = lettersIn(ledger)
  const returned = returnedAdvice(ledger)
  const events: ClockEvent[] = dateOfBirth === undefined ? [] : [{ type: 'born', on: dateOfBirth, seq: -1 }]
  for (const fact of ledger) {
    const event = eventOf(fact, letters, returned)
    if (event !== undefined) events.push(event)
  }
  return events
}

function eventOf(fact: RecordedFact, letters: Letters, returned: ReadonlySet<number>): ClockEvent | undefined {
  const frame = frameOf(fact, fact.happenedOn)
  switch (fact.type) {
    case 'request-received':
    case 'brought-to-attention': return { ...frame, type: fact.type, about: fact.requestId, by: fact.madeBy }
    case 'request-withdrawn': return { ...frame, type: 'request-withdrawn', outcome: fact.councilStillResponsible ? 'still-responsible' : 'not-responsible' }
    // A duplicate's clocks run on in the file that is kept.
    case 'duplicate-settled': return fact.as === 'same-child' ? { ...frame, type: 'request-withdrawn', outcome: 'not-responsible' } : undefined
    case 'family-told-of-request': return { ...frame, type: 'family-consulted' }
    case 'bodies-told-of-request': return { ...frame, type: 'bodies-told' }
    case 'assessment-decided': return { ...toldFrame(fact, letters), type: 'assessment-decision-notified', outcome: fact.outcome, notice: fact.noticeId }
    case 'plan-decided': return { ...toldFrame(fact, letters), type: 'plan-decision-notified', outcome: fact.outcome, notice: fact.noticeId }
    // The hub asks online: the request is there for the body on the day it is asked, until the body's own receipt says otherwise.
    case 'advice-asked': return { ...frame, type: 'advice-request-received', about: fact.adviceRequestId, of: fact.of }
    case 'advice-request-received': return { ...frame, type: 'advice-request-received', about: fact.adviceRequestId, of: fact.by }
    case 'advice-given':
    case 'earlier-advice-reused':
    case 'views-recorded': return fact.adviceRequestId === undefined || returned.has(fact.seq) ? undefined : { ...frame, type: 'advice-given', about: fact.adviceRequestId }
    case 'advice-excused':
    case 'advice-withdrawn': return { ...frame, type: 'advice-no-longer-needed', about: fact.adviceRequestId }
    case 'draft-served': return servedOrSent(frame, fact)
    case 'setting-consulted': return { ...frame, type: 'consultation-received', about: fact.consultationId }
    case 'consultation-answered': return { ...frame, type: 'consultation-answered', about: fact.consultationId }
    case 'consultation-withdrawn': return { ...frame, type: 'consultation-withdrawn', about: fact.consultationId }
    case 'final-issued': return { ...frame, type: 'final-plan-sent', ...(fact.settingName === undefined ? {} : { setting: fact.settingName }) }
    // The hub does not hold who was invited and when papers went round: whether that was in time is not guessed.
    case 'review-meeting-held': return { ...frame, type: fact.type, about: fact.reviewId, preparationNotKnown: true, ...(fact.noInstitution ? { noInstitution: true } : {}) }
    case 'review-report-sent':
    case 'adulthood-considered':
    case 'not-amending-notified': return { ...frame, type: fact.type, about: fact.reviewId }
    case 'review-decision-notified': return { ...frame, type: fact.type, about: fact.reviewId, outcome: fact.outcome }
    case 'amendment-notice-sent': return { ...frame, type: fact.type, about: fact.reviewId, channel: serviceBy[fact.channel] }
    case 'amended-final-issued': return { ...frame, type: 'amended-plan-sent', about: fact.reviewId }
    case 'setting-began': return { ...frame, type: 'setting-admitted' }
    case 'mediation-asked-for': return { ...frame, type: 'council-told-mediation-wanted' }
    case 'mediation-certificate-issued': return { ...frame, type: 'certificate-issued' }
    case 'appeal-lodged': return { ...frame, type: 'appeal-lodged' }
    case 'appeal-decided': return { ...frame, type: 'appeal-decided' }
    case 'moved-out-of-area': return { ...frame, type: 'moved-out' }
    case 'custody-began': return { ...frame, type: 'detained' }
    case 'custody-ended': return { ...frame, type: 'released' }
    case 'excuse-claimed': return claimed(frame, fact)
    case 'excuse-withdrawn': return { ...frame, type: 'struck-out' }
    default: return undefined
  }
}

/**
 * A draft that went by post is served on a day that is still to come (SEND Regulations 2014, reg 13(1)): what has happened is that
 * it was sent, and the engine counts from the day of service as the letter did. Once that day is there it is served.
 */
function servedOrSent(frame: EventFrame, fact: RecordedFact<Extract<Fact, { type: 'draft-served' }>>): ClockEvent {
  const sentOn = londonDateOf(fact.recordedAt)
  if (fact.channel !== 'letter' || fact.happenedOn <= sentOn) return { ...frame, type: 'draft-served', about: fact.versionId }
  return { ...frame, on: sentOn, recordedOn: sentOn, type: 'draft-sent', channel: 'post', about: fact.versionId }
}

/** The claim of an excuse. The family is told the same day: its letter goes in the same act. */
function claimed(frame: EventFrame, fact: Extract<Fact, { type: 'excuse-claimed' }>): ClockEvent {
  const [clock = fact.clock, step] = fact.clock.split('/')
  return { ...frame, ...fact.facts, type: 'excuse-claimed', about: fact.about, clock, reason: fact.excuse, familyToldOn: frame.on, ...(step === undefined ? {} : { step }) }
}

const serviceBy = { hub: 'online', email: 'email', letter: 'post', 'in-person': 'by-hand' } as const

function frameOf({ seq, recordedAt, corrects }: RecordedFact, on: PlainDate): EventFrame {
  const recorded = londonDateOf(recordedAt)
  return { on, seq, recordedOn: recorded < on ? on : recorded, ...(corrects === undefined ? {} : { corrects }) }
}

type Letters = ReadonlyMap<string, PlainDate>
type Decision = Extract<Fact, { type: 'assessment-decided' | 'plan-decided' }>

/** The first day on which a letter of each notice was sent. */
function lettersIn(ledger: readonly RecordedFact[]): Letters {
  const letters = new Map<string, PlainDate>()
  for (const fact of standingFacts(ledger)) {
    if (fact.type !== 'letter-sent') continue
    const before = letters.get(fact.noticeId)
    if (before === undefined || fact.happenedOn < before) letters.set(fact.noticeId, fact.happenedOn)
  }
  return letters
}

/** A decision counts from the day its notice was sent to the family; from its own day until that is known. */
const toldFrame = (fact: RecordedFact<Decision>, letters: Letters): EventFrame => frameOf(fact, letters.get(fact.noticeId) ?? fact.happenedOn)

/** Advice that was given and sent back for more: it is not in until it is given again. */
function returnedAdvice(ledger: readonly RecordedFact[]): ReadonlySet<number> {
  const given = new Map<string, number>()
  const returned = new Set<number>()
  for (const fact of standingFacts(ledger)) {
    if (fact.type === 'advice-given' || fact.type === 'earlier-advice-reused' || fact.type === 'views-recorded') given.set(fact.adviceId, fact.seq)
    if (fact.type !== 'advice-returned') continue
    const seq = given.get(fact.adviceId)
    if (seq !== undefined) returned.add(seq)
  }
  return returned
}
