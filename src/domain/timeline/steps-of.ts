// The steps of a case, each with the clock that gives it its days: from the request to the plan, and then the year to its review
// and the review's own steps. Nothing here depends on today, so that the next step can be kept beside the case; and no day is
// counted here: every one is the engine's (domain/clocks).

import type { PlainDate } from '../calendar/plain-date.ts'
import type { Holder, OwedBy, Standing } from '../clocks/clock.ts'
import { dateOf } from '../clocks/day-arithmetic.ts'
import type { EventType } from '../clocks/event-kinds.ts'
import { noDay } from '../clocks/period.ts'
import type { ClockReading } from '../clocks/reading.ts'
import { byStep } from './step-clocks.ts'
import type { StepName } from './step-words.ts'

export interface Step {
  readonly step: StepName
  /** The clock that gives the step its days, once it has started. */
  readonly reading?: ClockReading | undefined
  readonly whoHolds: Holder
  readonly isNeeded: boolean
  /** Everything that must come before it has happened. */
  readonly isOpen: boolean
  readonly doneOn?: PlainDate | undefined
  /** A day that was arranged, where the step has one beside the last days of its clocks: the meeting. */
  readonly arrangedOn?: PlainDate | undefined
  /** What stands in place of the clock's own standing: sixteen weeks bind only a decision that there will be no plan. */
  readonly dueBy?: Standing
  /** Time that the family has: never its debt, and over with its last day. */
  readonly isFamilysTime?: true
}

export interface Steps {
  /** From the newest request; none when nobody has asked. */
  readonly assessment: readonly Step[]
  /** The year of a plan that is in force. */
  readonly year: readonly Step[]
  /** What stands beside both: a move to another school or council, mediation, an order. The earliest day first. */
  readonly beside: readonly Step[]
  readonly isPlanInForce: boolean
}

export function stepsOf(readings: readonly ClockReading[]): Steps {
  const known = byStep(readings)
  const isPlanInForce = readings.some((reading) => reading.clock.id === 'PLAN-01' && isOpen(reading))
  const finder: Finder = { of: (step, since = noDay) => (known.get(step) ?? []).filter(({ startDay }) => startDay >= since) }
  return { assessment: assessmentSteps(finder), year: isPlanInForce ? yearSteps(finder) : [], beside: besideSteps(finder), isPlanInForce }
}

interface Finder { readonly of: (step: StepName, since?: number) => readonly ClockReading[] }

const isOpen = (reading: ClockReading): boolean => reading.metDay === noDay && reading.overtakenFact === undefined
const isEndedBy = (reading: ClockReading | undefined, ...types: EventType[]): boolean => {
  const type = reading?.overtakenFact?.event.type
  return type !== undefined && types.includes(type)
}
const outcomeOf = (reading: ClockReading | undefined): string | undefined =>
  (reading?.metFact !== undefined && 'outcome' in reading.metFact.event ? reading.metFact.event.outcome : undefined)
const dayOf = (day: number | undefined): PlainDate | undefined => (day === undefined || day === noDay ? undefined : dateOf(day))

const holders: Partial<Record<OwedBy, Holder>> = { family: 'family', advisers: 'advisers', setting: 'setting' }
const holderOf = (reading: ClockReading): Holder => holders[reading.owedBy] ?? 'council'

/** What several people or places owe at once (advice, consultations), as one step. */
interface Several {
  /** The one that is waited for first; when none is, the one that came last, or latest after its day. */
  readonly reading: ClockReading | undefined
  /** The day on which nothing was waited for any more. */
  readonly doneOn: PlainDate | undefined
}

function several(readings: readonly ClockReading[], endedByTheProcess: readonly EventType[]): Several {
  const live = readings.filter((reading) => !isEndedBy(reading, ...endedByTheProcess))
  const waited = live.filter(isOpen)
  const binding = waited.filter(({ state }) => state !== 'excused')
  const [first] = (binding.length > 0 ? binding : waited).toSorted((a, b) => a.dueDay - b.dueDay)
  if (first !== undefined || live.length === 0) return { reading: first, doneOn: undefined }
  const inOrder = live.toSorted((a, b) => (a.daysLate ?? 0) - (b.daysLate ?? 0) || endOf(a) - endOf(b))
  return { reading: inOrder.at(-1), doneOn: dayOf(Math.max(...live.map(endOf))) }
}

const endOf = (reading: ClockReading): number => (reading.metDay === noDay ? reading.overtakenDay : reading.metDay)

function assessmentSteps({ of }: Finder): readonly Step[] {
  const decision = of('assess-decision').at(-1)
  if (decision === undefined) return []
  const since = decision.startDay
  const ofRequest = (step: StepName): ClockReading | undefined => of(step, since).findLast(({ about }) => about === decision.about)
  const final = ofRequest('final-plan')
  const noPlan = ofRequest('plan-decision')
  const draft = ofRequest('draft')
  const family = of('views-on-draft', since).at(-1)
  const finalOn = dayOf(final?.metDay)
  // A plan can still follow: nobody refused, withdrew or moved away.
  const isUnderWay = final !== undefined && isOpen(final)
  const isAssessed = outcomeOf(decision) === 'assess'
  const advice = several(of('advice', since), ['final-plan-sent', 'plan-decision-notified', 'moved-out', 'left-england'])
  const settings = several(of('settings', since), ['final-plan-sent', 'amended-plan-sent', 'moved-out', 'left-england'])
  // The day it was sent: by post it is served, and counts, some days later.
  const draftOn = draft?.metFact?.event.on ?? family?.startFact.event.on
  const told = isEndedBy(noPlan, 'final-plan-sent') ? finalOn : dayOf(noPlan?.metDay)
  const isTold = told !== undefined || finalOn !== undefined
  const appealable = of('if-you-disagree', since).findLast(({ startFact }) => assessmentNotices.includes(startFact.event.type))
  return [
    { step: 'request', doneOn: decision.startedOn, isNeeded: true, isOpen: true, whoHolds: 'family' },
    { step: 'assess-decision', reading: decision, doneOn: dayOf(decision.metDay), isNeeded: decision.metDay !== noDay || isOpen(decision), isOpen: true, whoHolds: 'council' },
    {
      step: 'advice', ...advice, isNeeded: advice.doneOn !== undefined || isUnderWay, isOpen: isAssessed,
      whoHolds: advice.reading === undefined ? 'council' : 'advisers',
    },
    {
      step: 'plan-decision', reading: noPlan, doneOn: told, isNeeded: told !== undefined || (noPlan !== undefined && isOpen(noPlan)),
      isOpen: isAssessed && advice.doneOn !== undefined, whoHolds: 'council', ...(outcomeOf(noPlan) === 'issue' ? { dueBy: 'planning' as const } : {}),
    },
    { step: 'draft', reading: draft, doneOn: draftOn, isNeeded: draftOn !== undefined || isUnderWay, isOpen: isTold, whoHolds: 'council' },
    { step: 'views-on-draft', reading: family, isNeeded: family !== undefined || isUnderWay, isOpen: family !== undefined, whoHolds: 'family', isFamilysTime: true },
    {
      step: 'settings', ...settings, isNeeded: settings.doneOn !== undefined || isUnderWay, isOpen: draftOn !== undefined,
      whoHolds: settings.reading === undefined ? 'council' : 'setting',
    },
    { step: 'final-plan', reading: final, doneOn: finalOn, isNeeded: finalOn !== undefined || isUnderWay, isOpen: draftOn !== undefined && settings.doneOn !== undefined, whoHolds: 'council' },
    ...disagreeStep(appealable),
  ]
}

const assessmentNotices: readonly EventType[] = ['assessment-decision-notified', 'plan-decision-notified', 'final-plan-sent']

/** Only once there is something to appeal against. */
const disagreeStep = (appeal: ClockReading | undefined): readonly Step[] =>
  (appeal === undefined ? [] : [{ step: 'if-you-disagree', reading: appeal, isNeeded: true, isOpen: true, whoHolds: 'family', isFamilysTime: true }])

/**
 * The year of a plan: the review that is under way, or the next one by its last day when no meeting is arranged; and what came of
 * the last one, as long as it can be appealed.
 */
function yearSteps(finder: Finder): readonly Step[] {
  const { of } = finder
  const decisions = of('review-decision')
  const decision = decisions.at(-1)
  const papers = of('review-papers')
  const arranged = papers.filter(({ about }) => !decisions.some((one) => one.about === about))
  const due = [...of('first-review'), ...of('review')].filter(isOpen).toSorted((a, b) => a.dueDay - b.dueDay)[0]
  const next = arranged.length > 0 ? meetingSteps(arranged, due) : due === undefined ? [] : [nextReview(due)]
  if (decision === undefined) return next
  const change = changeSteps(finder, decision)
  const appeal = of('if-you-disagree', decision.startDay).findLast(({ startFact }) => reviewNotices.includes(startFact.event.type))
  const report = of('review-report').findLast(({ about }) => about === decision.about)
  const isTold = decision.metDay !== noDay
  const steps: readonly Step[] = [
    { step: 'review-meeting', arrangedOn: decision.startedOn, doneOn: decision.startedOn, isNeeded: true, isOpen: true, whoHolds: 'setting' },
    ...(report === undefined ? [] : [{ step: 'review-report' as const, reading: report, doneOn: dayOf(report.metDay), isNeeded: report.metDay !== noDay || !isTold, isOpen: true, whoHolds: holderOf(report) }]),
    { step: 'review-decision', reading: decision, doneOn: dayOf(decision.metDay), isNeeded: isTold || isOpen(decision), isOpen: true, whoHolds: 'council' },
    ...change, ...disagreeStep(appeal),
  ]
  // Until the decision is told this review is the one that the year asks for.
  return isTold ? [...steps, ...next] : steps
}

const reviewNotices: readonly EventType[] = ['review-decision-notified', 'amended-plan-sent', 'not-amending-notified', 'cease-notified']

/** The year's own last day; the council's target is the meeting that leaves time to decide. */
const nextReview = (due: ClockReading): Step =>
  ({ step: due.clock.id === 'REV-01' ? 'first-review' : 'review', reading: due, isNeeded: true, isOpen: false, whoHolds: 'council' })

/** A meeting is arranged and has not taken place: invitations and papers two weeks before, the day itself, the year's last day. */
function meetingSteps(arranged: readonly ClockReading[], due: ClockReading | undefined): readonly Step[] {
  const { about, startedOn } = arranged.at(-1) ?? {}
  const papers = several(arranged.filter((one) => one.about === about), [])
  const whoHolds = papers.reading === undefined ? 'setting' : holderOf(papers.reading)
  return [
    { step: 'review-papers', ...papers, isNeeded: true, isOpen: true, whoHolds },
    { step: 'review-meeting', arrangedOn: startedOn, isNeeded: true, isOpen: papers.doneOn !== undefined, whoHolds },
    ...(due === undefined ? [] : [nextReview(due)]),
  ]
}

/** What follows a decision to amend. Of two limits on the changed plan the earlier is shown: both are law. */
function changeSteps({ of }: Finder, decision: ClockReading): readonly Step[] {
  const ofReview = (step: StepName): readonly ClockReading[] => of(step).filter(({ about }) => about === decision.about)
  const notice = ofReview('amendment-notice').at(-1)
  const plan = ofReview('amended-plan').toSorted((a, b) => a.dueDay - b.dueDay)[0]
  const family = ofReview('views-on-changes').at(-1)
  const shown = (reading: ClockReading | undefined): reading is ClockReading => reading !== undefined && (reading.metDay !== noDay || isOpen(reading))
  return [
    ...(shown(notice) ? [{ step: 'amendment-notice' as const, reading: notice, doneOn: dayOf(notice.metDay), isNeeded: true, isOpen: true, whoHolds: 'council' as const }] : []),
    ...(family === undefined ? [] : [{ step: 'views-on-changes' as const, reading: family, isNeeded: true, isOpen: true, whoHolds: 'family' as const, isFamilysTime: true as const }]),
    ...(shown(plan) ? [{ step: 'amended-plan' as const, reading: plan, doneOn: dayOf(plan.metDay), isNeeded: true, isOpen: notice?.metDay !== noDay, whoHolds: 'council' as const }] : []),
  ]
}

const besideNames: readonly StepName[] = ['next-school', 'reassess-decision', 'reassessed-plan', 'move', 'mediation', 'agreed', 'appeal-answer', 'order']

function besideSteps({ of }: Finder): readonly Step[] {
  const withoutReview = of('amended-plan').filter(({ clock }) => clock.id === 'AM-01').map((reading) => ['amended-plan', reading] as const)
  return [...withoutReview, ...besideNames.flatMap((step) => of(step).map((reading) => [step, reading] as const))]
    .filter(([, reading]) => isOpen(reading) && reading.clock.nature === 'limit' && reading.dueDay !== noDay)
    .toSorted(([, a], [, b]) => a.dueDay - b.dueDay)
    .map(([step, reading]) => ({ step, reading, isNeeded: true, isOpen: true, whoHolds: holderOf(reading) }))
}
