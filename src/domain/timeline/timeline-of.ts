// "Where are we?" as a family reads it: every step from the request to the plan, in order, with its day and whose turn it
// is. Computed anew from dated facts each time, so a step that was late stays late in the telling. It knows no excuses:
// the engine that weighs those will hand a step its excuse; until then a missed limit reads as late.

import type { Calendar } from '../calendar/calendar.ts'
import { englandsCalendar } from '../calendar/england.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { adviceDueOn } from './advice-due-on.ts'
import { appealBy } from './appeal-by.ts'
import { assessDecisionDueOn } from './assess-decision-due-on.ts'
import { consultationReplyDueOn } from './consultation-reply-due-on.ts'
import { draftWindow } from './draft-window.ts'
import type { Holder, Standing } from '../clocks/clock.ts'
import { finalPlanDueOn } from './final-plan-due-on.ts'
import { firstAnnualReview } from './first-annual-review.ts'
import { latestDraftServiceOn } from './latest-draft-service-on.ts'
import { noPlanDecisionDueOn } from './no-plan-decision-due-on.ts'
import { stepWords, type StepName, type StepState } from './step-words.ts'

/** What the timeline reads. Dates of decisions are the days on which the family was told (the notice was sent). */
export interface TimelineFacts {
  readonly receivedOn: PlainDate
  readonly assessDecision?: { readonly outcome: 'assess' | 'refuse'; readonly toldOn: PlainDate }
  readonly adviceAskedOn?: PlainDate
  /** The latest day on which any of the advice asked for is due. */
  readonly adviceLastDueOn?: PlainDate
  readonly adviceAllInOn?: PlainDate
  readonly planDecision?: { readonly outcome: 'plan' | 'refuse'; readonly toldOn: PlainDate }
  readonly draftServedOn?: PlainDate
  readonly windowLastDay?: PlainDate
  readonly settingsConsultedOn?: PlainDate
  /** The day the last reply came in, or the council went on without one. */
  readonly settingsSettledOn?: PlainDate
  readonly finalIssuedOn?: PlainDate
  readonly firstReviewedOn?: PlainDate
}

export interface TimelineStep {
  readonly step: StepName
  readonly words: string
  readonly dueOn?: PlainDate
  /** Whether the day is a limit of law, of guidance, or our own plan. */
  readonly dueBy?: Standing
  readonly doneOn?: PlainDate
  /** It is done, and was done after its day: a breach is not forgotten. */
  readonly doneLate?: true
  readonly state: StepState
  readonly whoHolds: Holder
}

interface Draught {
  readonly step: StepName
  readonly dueOn?: PlainDate | undefined
  readonly dueBy?: Standing
  readonly doneOn?: PlainDate | undefined
  readonly needed: boolean
  /** Everything that must come before it has happened. */
  readonly open: boolean
  readonly whoHolds: Holder
  /** The family cannot be late: when its time is over the step is over. */
  readonly endsWithItsDay?: true
}

export function timelineOf(facts: TimelineFacts, today: PlainDate, calendar: Calendar = englandsCalendar): readonly TimelineStep[] {
  return draughts(facts, calendar).map((draught) => stepOf(draught, today))
}

function draughts(facts: TimelineFacts, calendar: Calendar): readonly Draught[] {
  const { assessDecision, planDecision, receivedOn, finalIssuedOn } = facts
  const assessing = assessDecision?.outcome !== 'refuse'
  const planning = assessing && planDecision?.outcome !== 'refuse'
  // A final plan ends what came before it, whatever was left unrecorded on the way.
  const ended = finalIssuedOn
  return [
    { step: 'request', doneOn: receivedOn, needed: true, open: true, whoHolds: 'family' },
    {
      step: 'assess-decision',
      dueOn: assessDecisionDueOn(receivedOn),
      dueBy: 'law',
      doneOn: assessDecision?.toldOn,
      needed: true,
      open: true,
      whoHolds: 'council',
    },
    {
      step: 'advice',
      dueOn: facts.adviceLastDueOn ?? (facts.adviceAskedOn && adviceDueOn(facts.adviceAskedOn)),
      dueBy: 'law',
      doneOn: facts.adviceAllInOn,
      needed: assessing && (facts.adviceAllInOn !== undefined || ended === undefined),
      open: assessDecision !== undefined,
      whoHolds: facts.adviceAskedOn === undefined ? 'council' : 'advisers',
    },
    {
      step: 'plan-decision',
      dueOn: noPlanDecisionDueOn(receivedOn),
      // The sixteen weeks bind a decision that there will be no plan; one to make a plan is only expected by then.
      dueBy: planDecision?.outcome === 'plan' ? 'planning' : 'law',
      doneOn: planDecision?.toldOn ?? ended,
      needed: assessing,
      open: assessDecision !== undefined && facts.adviceAllInOn !== undefined,
      whoHolds: 'council',
    },
    {
      step: 'draft',
      dueOn: latestDraftServiceOn(receivedOn),
      dueBy: 'planning',
      doneOn: facts.draftServedOn,
      needed: planning,
      open: planDecision !== undefined,
      whoHolds: 'council',
    },
    {
      step: 'views-on-draft',
      dueOn: facts.windowLastDay ?? (facts.draftServedOn && draftWindow(facts.draftServedOn).lastDay),
      dueBy: 'law',
      needed: planning,
      open: facts.draftServedOn !== undefined,
      whoHolds: 'family',
      endsWithItsDay: true,
    },
    {
      step: 'settings',
      dueOn: facts.settingsConsultedOn && consultationReplyDueOn(facts.settingsConsultedOn),
      dueBy: 'guidance',
      doneOn: facts.settingsSettledOn,
      needed: planning && (facts.settingsSettledOn !== undefined || ended === undefined),
      open: facts.draftServedOn !== undefined,
      whoHolds: facts.settingsConsultedOn === undefined ? 'council' : 'setting',
    },
    {
      step: 'final-plan',
      dueOn: finalPlanDueOn(receivedOn),
      dueBy: 'law',
      doneOn: ended,
      needed: planning,
      open: facts.draftServedOn !== undefined && facts.settingsSettledOn !== undefined,
      whoHolds: 'council',
    },
    ...afterwards(facts, calendar),
  ]
}

/** The steps that exist only once there is something to appeal against, or a plan to review. */
function afterwards({ assessDecision, planDecision, finalIssuedOn, firstReviewedOn }: TimelineFacts, calendar: Calendar): readonly Draught[] {
  const refusals = [assessDecision, planDecision].filter((decision) => decision?.outcome === 'refuse')
  const appealable = finalIssuedOn ?? refusals.at(-1)?.toldOn
  if (appealable === undefined) return []
  const disagree: Draught = {
    step: 'if-you-disagree',
    dueOn: appealBy(appealable, undefined, calendar).receivedBy,
    dueBy: 'law',
    needed: true,
    open: true,
    whoHolds: 'family',
    endsWithItsDay: true,
  }
  if (finalIssuedOn === undefined) return [disagree]
  const review = firstAnnualReview(finalIssuedOn)
  // Its own clocks (invitations, report, decision) take over from here; on this line it is what comes next.
  return [
    disagree,
    {
      step: 'first-review',
      dueOn: review.lastDay,
      dueBy: 'law',
      doneOn: firstReviewedOn,
      needed: true,
      open: false,
      whoHolds: 'council',
    },
  ]
}

function stepOf(draught: Draught, today: PlainDate): TimelineStep {
  const state = stateOf(draught, today)
  const doneOn = state === 'done' ? (draught.doneOn ?? draught.dueOn) : undefined
  const doneLate = doneOn !== undefined && draught.dueOn !== undefined && doneOn > draught.dueOn
  return {
    step: draught.step,
    words: stepWords[draught.step][state],
    ...(draught.dueOn && draught.dueBy && state !== 'not-needed' ? { dueOn: draught.dueOn, dueBy: draught.dueBy } : {}),
    ...(doneOn ? { doneOn } : {}),
    ...(doneLate ? { doneLate } : {}),
    state,
    whoHolds: draught.whoHolds,
  }
}

function stateOf({ dueOn, doneOn, needed, open, endsWithItsDay }: Draught, today: PlainDate): StepState {
  if (!needed) return 'not-needed'
  if (doneOn !== undefined) return 'done'
  const isPast = dueOn !== undefined && dueOn < today
  if (isPast) return endsWithItsDay ? 'done' : 'late'
  return open ? 'now' : 'next'
}
