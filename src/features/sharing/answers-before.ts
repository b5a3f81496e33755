// For whom only what came before a day is (CaseFile.onlyBefore): their own words stay theirs to read, an answer of that day or later
// does not. It is about a plan that is the young person's now.

import { londonDateOf } from '../../domain/calendar/london-date.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { Proposal } from '../../casebook/plan/proposals.ts'
import type { Wish } from './wish-store.ts'

export function proposalsBefore(proposals: readonly Proposal[], day: PlainDate | undefined): readonly Proposal[] {
  if (day === undefined) return proposals
  return proposals.filter(({ madeAt }) => londonDateOf(madeAt) < day).map((proposal) => {
    const { decision: _decision, decisionReason: _reason, decidedBy: _by, decidedAt, resultingRevision: _revision, ...asked } = proposal
    return decidedAt === undefined || londonDateOf(decidedAt) < day ? proposal : asked
  })
}

export function wishesBefore(wishes: readonly Wish[], day: PlainDate | undefined): readonly Wish[] {
  if (day === undefined) return wishes
  return wishes.filter(({ madeAt }) => londonDateOf(madeAt) < day).map((wish) => {
    const { answer: _answer, meetingOn: _on, answeredBy: _by, answeredAt, ...asked } = wish
    return answeredAt === undefined || londonDateOf(answeredAt) < day ? wish : asked
  })
}
