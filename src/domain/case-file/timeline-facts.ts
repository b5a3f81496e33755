// From the ledger to what the timeline reads. Only what happened is taken out here; what follows from it is the timeline's.

import type { PlainDate } from '../calendar/plain-date.ts'
import { adviceDueOn } from '../timeline/advice-due-on.ts'
import type { TimelineFacts } from '../timeline/timeline-of.ts'
import type { RecordedFact } from './facts.ts'
import { allOf, latestOf } from './facts.ts'
import { currentProcess } from './tracks.ts'

/** What the timeline needs, or undefined for a case that nobody has asked about yet. */
export function timelineFactsOf(ledger: readonly RecordedFact[]): TimelineFacts | undefined {
  const facts = currentProcess(ledger)
  const [request] = facts
  if (request === undefined) return undefined
  const assessed = latestOf(facts, 'assessment-decided')
  const planned = latestOf(facts, 'plan-decided')
  const draft = allOf(facts, 'draft-served')
  const final = latestOf(facts, 'final-issued')
  return {
    receivedOn: request.happenedOn,
    ...(assessed === undefined ? {} : {
      assessDecision: { outcome: assessed.outcome === 'assess' ? 'assess' : 'refuse', toldOn: toldOn(facts, assessed) } as const,
    }),
    ...(planned === undefined ? {} : {
      planDecision: { outcome: planned.outcome === 'issue' ? 'plan' : 'refuse', toldOn: toldOn(facts, planned) } as const,
    }),
    ...adviceDates(facts),
    ...(draft[0] === undefined ? {} : { draftServedOn: draft[0].happenedOn, windowLastDay: (draft.at(-1) ?? draft[0]).windowLastDay }),
    ...settingDates(facts),
    ...(final === undefined ? {} : { finalIssuedOn: final.happenedOn }),
  }
}

/** A decision counts from the day its notice was sent to the family; from its own day until that is known. */
function toldOn(facts: readonly RecordedFact[], decision: { noticeId: string; happenedOn: PlainDate }): PlainDate {
  const sent = allOf(facts, 'letter-sent').filter(({ noticeId }) => noticeId === decision.noticeId).map(({ happenedOn }) => happenedOn)
  return sent.toSorted()[0] ?? decision.happenedOn
}

function adviceDates(facts: readonly RecordedFact[]): Pick<TimelineFacts, 'adviceAskedOn' | 'adviceLastDueOn' | 'adviceAllInOn'> {
  const asked = allOf(facts, 'advice-asked')
  const [first] = asked
  if (first === undefined) return {}
  const settled = settledAdvice(facts)
  const received = new Map(allOf(facts, 'advice-request-received').map((fact) => [fact.adviceRequestId, fact.happenedOn]))
  const due = asked.map((fact) => adviceDueOn(received.get(fact.adviceRequestId) ?? fact.happenedOn)).toSorted()
  const last = due.at(-1)
  const days = asked.map(({ adviceRequestId }) => settled.get(adviceRequestId))
  const allIn = days.every((day) => day !== undefined) ? days.toSorted().at(-1) : undefined
  return {
    adviceAskedOn: first.happenedOn,
    ...(last === undefined ? {} : { adviceLastDueOn: last }),
    ...(allIn === undefined ? {} : { adviceAllInOn: allIn }),
  }
}

/** Requests for advice that nothing is waited for any more, with the day on which that came about. */
function settledAdvice(facts: readonly RecordedFact[]): Map<string, PlainDate> {
  const settled = new Map<string, PlainDate>()
  const requestOfAdvice = new Map<string, string>()
  for (const fact of facts) {
    switch (fact.type) {
      case 'advice-given':
      case 'earlier-advice-reused':
      case 'views-recorded':
        if (fact.adviceRequestId === undefined) break
        requestOfAdvice.set(fact.adviceId, fact.adviceRequestId)
        settled.set(fact.adviceRequestId, fact.happenedOn)
        break
      case 'advice-returned': {
        const request = requestOfAdvice.get(fact.adviceId)
        if (request !== undefined) settled.delete(request)
        break
      }
      case 'advice-excused':
      case 'advice-withdrawn':
        settled.set(fact.adviceRequestId, fact.happenedOn)
        break
      default:
    }
  }
  return settled
}

function settingDates(facts: readonly RecordedFact[]): Pick<TimelineFacts, 'settingsConsultedOn' | 'settingsSettledOn'> {
  const consulted = allOf(facts, 'setting-consulted')
  const last = consulted.at(-1)
  if (last === undefined) return {}
  const ends = [...allOf(facts, 'consultation-answered'), ...allOf(facts, 'consultation-withdrawn')]
  const days = consulted.map(({ consultationId }) => ends.find((end) => end.consultationId === consultationId)?.happenedOn)
  const settled = days.every((day) => day !== undefined) ? days.toSorted().at(-1) : undefined
  return { settingsConsultedOn: last.happenedOn, ...(settled === undefined ? {} : { settingsSettledOn: settled }) }
}
