// One course for each block `Requests` of the return: what began it, and what followed in the case until the next one began. A course is a request, with
// whatever was decided about it, or a plan that came as it is: from before the hub, or from another council.

import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Fact, FactType } from '../../case-file/facts.ts'
import { standingFacts } from '../../case-file/facts.ts'
import { moveFor, type Stage } from '../../case-file/tracks.ts'
import type { CaseForReturn, FactForReturn, ReturnAsked } from './record-for-return.ts'

export type Of<T extends FactType> = FactForReturn<Extract<Fact, { type: T }>>

/** Every fact of a type, in their order. */
export const allOf = <T extends FactType>(facts: readonly FactForReturn[], type: T): Of<T>[] => facts.filter((fact): fact is Of<T> => fact.type === type)
export const firstOf = <T extends FactType>(facts: readonly FactForReturn[], type: T): Of<T> | undefined => facts.find((fact): fact is Of<T> => fact.type === type)
export const lastOf = <T extends FactType>(facts: readonly FactForReturn[], type: T): Of<T> | undefined => facts.findLast((fact): fact is Of<T> => fact.type === type)

type Began = Of<'request-received' | 'brought-to-attention' | 'became-responsible' | 'older-plan-brought-in' | 'plan-shell-brought-in' | 'plan-transferred-in'>

export interface Course {
  readonly began: Began
  /** What stands and had happened by survey day, in the order of the ledger, with the beginning. */
  readonly facts: readonly FactForReturn[]
  readonly of: CaseForReturn
  readonly story: Story
}

/** The days of a course that the return tells of. */
export interface Story {
  /** What the requester was told first; it stays when it is overturned (items 2.4, 2.5). */
  readonly decided?: Of<'assessment-decided'>
  /** The day from which an assessment goes ahead: of the decision to assess, or of what overturned a refusal. */
  readonly goesAheadOn?: PlainDate
  /** What the family was told first after the assessment. */
  readonly planDecided?: Of<'plan-decided'>
  readonly plan?: PlanStory
  /** The request or the assessment ended without a decision. */
  readonly withdrawnOn?: PlainDate
  /** Moved to another council before there was a plan. */
  readonly moved?: Of<'moved-out-of-area'>
}

export interface PlanStory {
  /** When the plan was first made, here or elsewhere. */
  readonly startedOn: PlainDate
  /** The first day on which this council maintained it. */
  readonly hereFrom: PlainDate
  readonly from?: Of<'plan-transferred-in'>
  readonly ended?: { readonly on: PlainDate; readonly code: number }
}

/** The facts as they were by survey day: what was put right later counts as put right, and what happened later is not there. */
export const knownBy = (ledger: readonly FactForReturn[], surveyDay: PlainDate): FactForReturn[] => standingFacts(ledger).filter(({ happenedOn }) => happenedOn <= surveyDay)

/** Every course of a case by survey day. One that was closed because the child has another file is none: its request stands there. */
export function coursesOf(caseFile: CaseForReturn, { surveyDay }: Pick<ReturnAsked, 'surveyDay'>): Course[] {
  const parts: { readonly began: Began; readonly facts: FactForReturn[] }[] = []
  let stage: Stage = 'not-known'
  let isDuplicate = false
  for (const fact of knownBy(caseFile.ledger, surveyDay)) {
    const before: Stage = stage
    stage = moveFor(stage, fact)?.to ?? stage
    // A plan that was brought in with the request it followed belongs to it; what came after that request is a beginning.
    const isOfTheSame = fact.type === 'plan-shell-brought-in' && parts.at(-1)?.facts.every(({ type }) => type !== 'return-brought-in') === true
    if (isBeginning(fact) && stage !== before && !isOfTheSame) parts.push({ began: fact, facts: [] })
    parts.at(-1)?.facts.push(fact)
    if (fact.type === 'duplicate-settled' && fact.as === 'same-child' && stage === 'closed') isDuplicate = true
  }
  return (isDuplicate ? parts.slice(0, -1) : parts).map(({ began, facts }) => ({ began, facts, of: caseFile, story: storyOf(began, facts) }))
}

const isBeginning = (fact: FactForReturn): fact is Began =>
  fact.type === 'request-received' || fact.type === 'brought-to-attention' || fact.type === 'became-responsible' || fact.type === 'older-plan-brought-in' || fact.type === 'plan-shell-brought-in' || fact.type === 'plan-transferred-in'

/** Under SEND Regulations 2014, reg 45, a council that no longer opposes is taken to be ordered; an agreement is done as if it were an order (reg 42). */
const overturns = (fact: FactForReturn): boolean => (fact.type === 'assessment-decided' && fact.outcome === 'assess')
  || ((fact.type === 'order-made' || fact.type === 'appeal-conceded' || fact.type === 'mediation-agreed') && fact.kind === 'assess')

function storyOf(began: Began, facts: readonly FactForReturn[]): Story {
  const moved = firstOf(facts, 'moved-out-of-area')
  if (began.type === 'older-plan-brought-in' || began.type === 'plan-shell-brought-in') return { plan: planOf(facts, { startedOn: began.happenedOn, hereFrom: began.happenedOn }) }
  if (began.type === 'plan-transferred-in') return { plan: planOf(facts, { startedOn: began.planFirstMadeOn, hereFrom: began.happenedOn, from: began }) }
  const decided = firstOf(facts, 'assessment-decided')
  const [planDecided, issued] = [firstOf(facts, 'plan-decided'), firstOf(facts, 'final-issued') ?? firstOf(facts, 'plan-shell-brought-in')]
  // Where nothing says that a decision was taken or overturned, what came of the assessment does.
  const ahead = (decided?.outcome === 'assess' ? decided : facts.find((fact) => fact !== decided && overturns(fact))) ?? planDecided ?? issued
  const told = { ...(decided === undefined ? {} : { decided }), ...(ahead === undefined ? {} : { goesAheadOn: ahead.happenedOn }), ...(planDecided === undefined ? {} : { planDecided }) }
  if (issued !== undefined) return { ...told, plan: planOf(facts, { startedOn: issued.happenedOn, hereFrom: issued.happenedOn }) }
  const withdrawn = allOf(facts, 'request-withdrawn').find(({ councilStillResponsible }) => !councilStillResponsible)
  return { ...told, ...(withdrawn === undefined ? {} : { withdrawnOn: withdrawn.happenedOn }), ...(moved === undefined ? {} : { moved }) }
}

/** A plan ends on the day on which it ended or went to another council, not when that was decided (item 4.5; CFA 2014 s.45(4), SEND Regulations 2014 reg 15). */
function planOf(facts: readonly FactForReturn[], plan: PlanStory): PlanStory {
  const [ceased, moved] = [firstOf(facts, 'plan-ceased'), firstOf(facts, 'moved-out-of-area')]
  const ended = ceased !== undefined ? { on: ceased.happenedOn, code: ceased.code } : moved !== undefined ? { on: moved.happenedOn, code: 5 } : undefined
  return { ...plan, ...(ended === undefined ? {} : { ended }) }
}

/** Where a course stands by survey day, by the groups of the specification (section 1.3); undefined of what this return says nothing of. */
export const returnGroups = ['active', 'ceased', 'not-issued', 'not-assessed', 'issuing', 'assessing', 'requested', 'withdrawn', 'moved-away'] as const
export type ReturnGroup = (typeof returnGroups)[number]

/** What a request or plan of each group is, in words that can stand in a list with commas. */
export const returnGroupWords: Readonly<Record<ReturnGroup, string>> = {
  active: 'Plan on survey day', ceased: 'Plan that ended in the year or since', 'not-issued': 'Assessment that led to no plan', 'not-assessed': 'Request that led to no assessment', issuing: 'Plan that is decided on and not out yet',
  assessing: 'Assessment that goes on', requested: 'Request that waits for a decision', withdrawn: 'Request or assessment that was withdrawn', 'moved-away': 'Moved to another council before there was a plan',
}

/**
 * Plans count on survey day, or when they ended in the period or since. What never came to a plan counts when it ended in the period or since, or had not
 * ended; but a request that came after the period is the next return's.
 */
export function groupOf({ began, story: { decided, goesAheadOn, planDecided, plan, withdrawnOn, moved } }: Course, { period }: Pick<ReturnAsked, 'period'>): ReturnGroup | undefined {
  const since = (day: PlainDate): boolean => day >= period.firstDay
  if (plan !== undefined) return plan.ended === undefined ? 'active' : since(plan.ended.on) ? 'ceased' : undefined
  if (began.happenedOn > period.lastDay) return undefined
  const isOver = (decided?.outcome === 'not-assess' && goesAheadOn === undefined) || planDecided?.outcome === 'no-plan'
  if (moved !== undefined && !isOver) return since(moved.happenedOn) ? 'moved-away' : undefined
  if (withdrawnOn !== undefined && !isOver) return since(withdrawnOn) ? 'withdrawn' : undefined
  if (decided === undefined) return 'requested'
  if (goesAheadOn === undefined) return since(decided.happenedOn) ? 'not-assessed' : undefined
  if (planDecided === undefined) return 'assessing'
  return planDecided.outcome === 'issue' ? 'issuing' : since(planDecided.happenedOn) ? 'not-issued' : undefined
}
