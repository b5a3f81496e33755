// Modules 2 and 3: the request, the assessment, and what was decided about each.

import { addWeeks } from '../../calendar/plain-date.ts'
import type { Requester } from '../../case-file/facts.ts'
import type { Sen2Assessment, Sen2Request } from '../sen2-return.ts'
import { activePlansOf } from './active-items.ts'
import { contestedOf } from './contested.ts'
import { councilNumberOf } from './council-number.ts'
import { allOf, type Course, type Of } from './courses.ts'
import { namedPlanOf } from './plan-items.ts'
import { said, type ChildForReturn, type ReturnAsked } from './record-for-return.ts'

type RequestSource = Exclude<Sen2Request['RequestSource'], undefined>

/** Item 2.2. */
const sources = {
  parent: '1', 'young-person': '1', school: '2', 'post-16': '2', 'early-years': '2', health: '3', 'social-care': '4', other: '5',
} as const satisfies Record<Requester, RequestSource>

/** One course as a block of the return. Only for a course that has a group. */
export function requestOf(course: Course, child: ChildForReturn, asked: ReturnAsked): Sen2Request {
  const { plan, moved } = course.story
  const Assessment = assessmentOf(course, asked)
  return said<Sen2Request>({
    ...ownItemsOf(course, asked), Exported: moved === undefined ? undefined : councilNumberOf(moved.to, asked), Assessment,
    ActivePlans: plan === undefined ? undefined : activePlansOf(course, plan, child, asked),
  })
}

/** Module 2. What was decided stays as it was first told; that it was overturned shows in the mediation, the appeal and the assessment that follows. */
function ownItemsOf(course: Course, asked: ReturnAsked): Partial<Sen2Request> {
  const { began, of, story: { decided, goesAheadOn, planDecided, plan, withdrawnOn, moved } } = course
  const { period, year } = asked
  if (began.type === 'plan-transferred-in' || (goesAheadOn ?? period.firstDay) < period.firstDay || (isPlanFromBefore(began) && began.happenedOn < period.firstDay)) {
    // The twenty weeks of an assessment that ended in the period are counted from a request of before it.
    const isOfThisReturn = plan === undefined ? planDecided?.outcome === 'no-plan' : plan.startedOn >= period.firstDay
    return said<Sen2Request>({ RequestOutcome: 'H', ReceivedDate: isOfThisReturn && isRequest(began.type) ? began.happenedOn : undefined })
  }
  // Made on paper within the period, before the hub: that there was an assessment is known, and not when it was asked for.
  if (isPlanFromBefore(began)) return { RequestOutcome: 'Y' }
  const row = of.requests.find(({ id }) => id === began.requestId)
  const madeBy = row?.madeBy ?? (began.type === 'became-responsible' ? undefined : began.madeBy)
  const common: Partial<Sen2Request> = said<Sen2Request>({ ReceivedDate: began.happenedOn, RequestSource: year < 2025 || madeBy === undefined ? undefined : sources[madeBy], RYA: row?.inYouthAccommodation })
  if (decided === undefined) return { ...common, RequestOutcome: goesAheadOn !== undefined ? 'Y' : withdrawnOn === undefined && moved === undefined ? 'A' : 'W' }
  const { mediation, tribunal } = contestedOf(course, 'request', asked)
  return { ...common, RequestOutcomeDate: decided.happenedOn, RequestOutcome: decided.outcome === 'assess' ? 'Y' : 'N', RequestMediation: mediation, RequestTribunal: tribunal }
}

type FromBefore = Of<'older-plan-brought-in' | 'plan-shell-brought-in'>
const isPlanFromBefore = (began: Course['began']): began is FromBefore => began.type === 'older-plan-brought-in' || began.type === 'plan-shell-brought-in'

/** A plan that came as it is was asked of nobody here; whoever moves here in the middle of an assessment is asked about afresh from that day (item 3.1, H). */
const isRequest = (type: Course['began']['type']): boolean => type !== 'older-plan-brought-in' && type !== 'plan-shell-brought-in' && type !== 'plan-transferred-in'

/** Module 3; nothing is asked of the council that somebody left before the assessment was over (item 2.8). */
function assessmentOf(course: Course, asked: ReturnAsked): Sen2Assessment | undefined {
  const { began, story: { goesAheadOn, planDecided, plan, withdrawnOn, moved } } = course
  const { period } = asked
  if (plan !== undefined) {
    const NamedPlan = namedPlanOf(course, plan, asked)
    const others = othersOf(course, asked)
    if (plan.from !== undefined || plan.startedOn < period.firstDay) return { AssessmentOutcome: 'H', ...others, NamedPlan }
    if (planDecided?.outcome === 'no-plan') return { AssessmentOutcome: 'N', AssessmentOutcomeDate: planDecided.happenedOn, ...aboutPlanOf(course, asked), ...others, NamedPlan }
    const Week20 = isPlanFromBefore(began) ? undefined : isExcused(course, asked)
    return { AssessmentOutcome: 'Y', AssessmentOutcomeDate: plan.startedOn, ...aboutPlanOf(course, asked), ...others, ...said<Sen2Assessment>({ Week20 }), NamedPlan }
  }
  if (goesAheadOn === undefined || moved !== undefined) return undefined
  if (planDecided?.outcome === 'no-plan') return { AssessmentOutcome: 'N', AssessmentOutcomeDate: planDecided.happenedOn, ...aboutPlanOf(course, asked), ...othersOf(course, asked) }
  if (withdrawnOn !== undefined) return { AssessmentOutcome: 'W' }
  if (planDecided === undefined) return { AssessmentOutcome: 'A' }
  return { AssessmentOutcome: 'Y', ...aboutPlanOf(course, asked), ...othersOf(course, asked), Week20: isExcused(course, asked) }
}

function aboutPlanOf(course: Course, asked: ReturnAsked): Partial<Sen2Assessment> {
  const { mediation, tribunal } = contestedOf(course, 'assessment', asked)
  return { AssessmentMediation: mediation, AssessmentTribunal: tribunal }
}

function othersOf(course: Course, asked: ReturnAsked): Partial<Sen2Assessment> {
  const { mediation, tribunal } = contestedOf(course, 'other', asked)
  return { OtherMediation: mediation, OtherTribunal: tribunal }
}

/** The limits of SEND Regulations 2014, reg 13(3): the final plan within twenty weeks, also of somebody who moved here. */
const twentyWeeks: readonly string[] = ['ASMT-10', 'ASMT-12/final']

/** Item 3.7. An exception that was claimed, is not taken back, and was needed: one is not needed for a plan that was in time. */
function isExcused({ began, facts, story: { plan } }: Course, { surveyDay }: ReturnAsked): boolean {
  if ((plan?.startedOn ?? surveyDay) <= addWeeks(began.happenedOn, 20)) return false
  const withdrawn = new Set(allOf(facts, 'excuse-withdrawn').map(({ claimId }) => claimId))
  return allOf(facts, 'excuse-claimed').some(({ clock, claimId }) => twentyWeeks.includes(clock) && !withdrawn.has(claimId))
}
