// From the ledger to the events that the clocks read: one event for a fact, with its number and its correction, so that a clock
// can be led back to the fact. Facts that no clock reads give none; facts that only later work will record are not guessed.

import { londonDateOf } from '../calendar/london-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { addMonths } from '../calendar/plain-date.ts'
import type { ClockEvent, EventFrame } from '../clocks/events.ts'
import { disputeEventOf } from '../disputes/dispute-events.ts'
import { issuedOnOf } from '../plan/version-in-force.ts'
import type { Fact, RecordedFact } from './facts.ts'
import { standingFacts } from './facts.ts'

/** The events of a case. With the day of birth the clocks of age can be told too. */
export function clockEventsOf(ledger: readonly RecordedFact[], dateOfBirth?: PlainDate): ClockEvent[] {
  const letters = lettersIn(ledger)
  const returned = returnedAdvice(ledger)
  const prepared = preparedReviews(ledger)
  const isOfReassessment = reassessing(ledger)
  const amendments = amendmentsBegunBy(ledger)
  const events: ClockEvent[] = dateOfBirth === undefined ? [] : [{ type: 'born', on: dateOfBirth, seq: -1 }]
  // The words of a plan whose days were here: it was made once.
  const shells = new Set(ledger.flatMap((fact) => (fact.type === 'plan-shell-brought-in' ? [fact.planId] : [])))
  for (const fact of ledger) {
    if (fact.type === 'older-plan-brought-in' && shells.has(fact.planId)) continue
    const event = ofAmendment(fact.type === 'next-placement-named' ? nextPlacementNamed(fact, ledger) : eventOf(fact, letters, returned, prepared), amendments)
    if (event?.type === 'advice-request-received' && isOfReassessment(fact.seq)) events.push({ ...event, for: 'reassessment' })
    else if (event !== undefined) events.push(event)
    // What was taken back before it left was never sent, and a plan that was put back in force had not ended: what the law asks for is owed again.
    else if (fact.corrects !== undefined && events.some(({ seq }) => seq === fact.corrects)) events.push({ ...frameOf(fact, fact.happenedOn), type: 'struck-out' })
  }
  return events
}

function eventOf(fact: RecordedFact, letters: Letters, returned: ReadonlySet<number>, prepared: ReadonlySet<string>): ClockEvent | undefined {
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
    case 'review-meeting-arranged': return { ...frame, type: 'review-meeting-scheduled', about: fact.reviewId, meetingOn: fact.meetingOn, ...(fact.noInstitution ? { noInstitution: true } : {}) }
    case 'review-invitations-sent':
    case 'review-advice-circulated': return { ...frame, type: fact.type, about: fact.reviewId }
    // Of a meeting that was prepared outside the hub it is not known who was invited and when papers went round: that is not guessed.
    case 'review-meeting-held': return {
      ...frame, type: fact.type, about: fact.reviewId, ...(prepared.has(fact.reviewId) ? {} : { preparationNotKnown: true }), ...(fact.noInstitution ? { noInstitution: true } : {}),
    }
    // Its first version can still be appealed when it is young; an amended one has a fact of its own.
    // A last review in the plan's first year was its first, and in time. Of a later one nobody has told us when the first was (s.44(1)(a)).
    case 'older-plan-brought-in': return {
      ...frame, type: fact.issuedOn === fact.happenedOn ? 'final-plan-sent' : 'plan-made',
      ...(fact.reviewedOn === undefined || fact.reviewedOn < addMonths(fact.happenedOn, 12) ? {} : { firstReviewNotKnown: true }),
    }
    case 'plan-shell-brought-in': return {
      ...frame, type: fact.isIssuedHere ? 'final-plan-sent' : 'plan-made', ...(fact.reviewedOn === undefined || fact.reviewedOn < addMonths(fact.happenedOn, 12) ? {} : { firstReviewNotKnown: true }),
    }
    case 'review-report-sent':
    case 'adulthood-considered':
    case 'not-amending-notified': return { ...frame, type: fact.type, about: fact.reviewId }
    case 'review-decision-notified': return { ...frame, type: fact.type, about: fact.reviewId, outcome: fact.outcome }
    case 'amendment-notice-sent': return { ...frame, type: fact.type, about: fact.reviewId, channel: serviceBy[fact.channel], ...(fact.withoutReview === undefined ? {} : { withoutReview: true }) }
    case 'amended-final-issued': return { ...frame, type: 'amended-plan-sent', about: fact.reviewId, ...(fact.settingName === undefined ? {} : { setting: fact.settingName }) }
    case 'early-review-considered': return { ...frame, type: 'review-considered' }
    case 'phase-transfer-foreseen': return { ...frame, type: 'phase-transfer-due', about: fact.transferId, kind: fact.kind, year: fact.year, ...(fact.transferOn === undefined ? {} : { transferOn: fact.transferOn }) }
    case 'phase-transfer-cancelled': return { ...frame, type: fact.type, about: fact.transferId }
    // REV-19: no period in law, but it is a question that wants an answer.
    case 'change-said': return fact.asksForReview ? { ...frame, type: 'early-review-asked' } : undefined
    case 'change-answered': return fact.asksForReview ? { ...frame, type: 'early-review-answered' } : undefined
    case 'setting-began': return { ...frame, type: 'setting-admitted' }
    case 'plan-ceased': return { ...frame, type: fact.because === 'left-england' ? 'left-england' : 'plan-ceased' }
    case 'moved-out-of-area': return { ...frame, type: 'moved-out' }
    case 'move-known': return { ...frame, type: 'move-known', about: fact.moveId, movesOn: fact.movesOn }
    case 'plan-transferred':
    case 'plan-transferred-in': return { ...frame, type: 'plan-transferred', about: fact.moveId }
    case 'transfer-taken-back':
    case 'move-called-off': return fact.corrects === undefined ? undefined : { ...frame, type: 'struck-out' }
    case 'plan-made-elsewhere': return { ...frame, type: 'plan-made' }
    case 'became-responsible': return { ...frame, type: 'became-responsible-on-move', about: fact.requestId }
    case 'transfer-told': return { ...frame, type: 'transfer-told', about: fact.moveId }
    case 'health-body-change-known': return { ...frame, type: fact.type, about: fact.changeId, ...(fact.changesOn === undefined ? {} : { changesOn: fact.changesOn }) }
    case 'health-body-cannot-arrange':
    case 'health-body-asked-council':
    case 'new-health-body-told': return { ...frame, type: fact.type, about: fact.changeId }
    case 'attendance-impracticable':
    case 'alternative-arranged': return { ...frame, type: fact.type }
    case 'custody-began': return { ...frame, type: 'detained' }
    case 'custody-ended': return { ...frame, type: 'released' }
    case 'excuse-claimed': return claimed(frame, fact)
    case 'excuse-withdrawn': return { ...frame, type: 'struck-out' }
    default: return disputeEventOf(frame, fact) ?? endingEventOf(fact, letters)
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

/** Reviews whose invitations went out from here. */
const preparedReviews = (ledger: readonly RecordedFact[]): ReadonlySet<string> =>
  new Set(standingFacts(ledger).flatMap((fact) => (fact.type === 'review-invitations-sent' ? [fact.reviewId] : [])))

type Letters = ReadonlyMap<string, PlainDate>
type Decision = Extract<Fact, { type: 'assessment-decided' | 'plan-decided' | 'cease-notified' | 'reassessment-decided' }>

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

/** What leads to the end of a plan or to a new assessment, counted like a decision from the day its notice was sent. */
function endingEventOf(fact: RecordedFact, letters: Letters): ClockEvent | undefined {
  const frame = frameOf(fact, fact.happenedOn)
  switch (fact.type) {
    case 'ceasing-considered':
    case 'ceasing-consulted':
    case 'ceasing-dropped': return { ...frame, type: fact.type, about: fact.ceasingId }
    case 'cease-notified': return { ...toldFrame(fact, letters), type: 'cease-notified', about: fact.ceasingId, notice: fact.noticeId }
    case 'reassessment-requested': return { ...frame, type: 'reassessment-requested', about: fact.reassessmentId, by: fact.askedBy }
    case 'reassessment-decided': return { ...toldFrame(fact, letters), type: 'reassessment-decision-notified', about: fact.reassessmentId, outcome: fact.outcome, notice: fact.noticeId }
    case 'reassessment-begun': return { ...frame, type: 'reassessment-decided-by-council', about: fact.reassessmentId }
    default: return undefined
  }
}

/** A decision counts from the day its notice was sent to the family; from its own day until that is known. */
const toldFrame = (fact: RecordedFact<Decision>, letters: Letters): EventFrame => frameOf(fact, letters.get(fact.noticeId) ?? fact.happenedOn)

/**
 * A plan names the next placement on the day on which it was sent, whenever that is said (SEND Regulations 2014, reg 18). While that plan was
 * taken back, or never was, it names nothing.
 */
function nextPlacementNamed(fact: RecordedFact<Extract<Fact, { type: 'next-placement-named' }>>, ledger: readonly RecordedFact[]): ClockEvent | undefined {
  const final = asItStands(ledger, fact.finalSeq)
  if (final === undefined || !namingFacts.has(final.type)) return undefined
  return { ...frameOf(fact, issuedOnOf(final)), type: 'next-placement-named', about: fact.transferId }
}

const namingFacts: ReadonlySet<Fact['type']> = new Set<Fact['type']>(['final-issued', 'older-plan-brought-in', 'amended-final-issued', 'not-amending-notified'])

/** The fact of this number, or what put it right last. */
export function asItStands(ledger: readonly RecordedFact[], seq: number): RecordedFact | undefined {
  const later = ledger.findLast(({ corrects }) => corrects === seq)
  return later === undefined ? ledger.find((fact) => fact.seq === seq) : asItStands(ledger, later.seq)
}

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

/**
 * Orders, concessions, agreements and reassessments that began an amendment, by the amendment's id: the plan that is sent names the
 * amendment, and what it was for must be known to the clocks by the same name.
 */
function amendmentsBegunBy(ledger: readonly RecordedFact[]): ReadonlyMap<string, string> {
  const begun = new Map<string, string>()
  for (const fact of standingFacts(ledger)) {
    if (!('reviewId' in fact) || fact.reviewId === undefined) continue
    const id = fact.type === 'order-made' || fact.type === 'appeal-conceded' ? fact.orderId : fact.type === 'mediation-agreed' ? fact.agreementId
      : fact.type === 'reassessment-decided' || fact.type === 'reassessment-begun' ? fact.reassessmentId : undefined
    if (id !== undefined) begun.set(id, fact.reviewId)
  }
  return begun
}

function ofAmendment(event: ClockEvent | undefined, amendments: ReadonlyMap<string, string>): ClockEvent | undefined {
  const reviewId = event?.about === undefined ? undefined : amendments.get(event.about)
  return event === undefined || reviewId === undefined ? event : { ...event, about: reviewId }
}

/** Whether a fact came while a reassessment was open: advice that is asked for then is asked for under regs 26 and 27. */
function reassessing(ledger: readonly RecordedFact[]): (seq: number) => boolean {
  const spans: { readonly from: number; readonly reviewId: string; to?: number }[] = []
  for (const fact of standingFacts(ledger)) {
    if ((fact.type === 'reassessment-decided' || fact.type === 'reassessment-begun') && fact.reviewId !== undefined) spans.push({ from: fact.seq, reviewId: fact.reviewId })
    if (fact.type !== 'amended-final-issued' && fact.type !== 'not-amending-notified') continue
    for (const span of spans) if (span.reviewId === fact.reviewId) span.to = fact.seq
  }
  return (seq) => spans.some(({ from, to }) => seq > from && (to === undefined || seq < to))
}
