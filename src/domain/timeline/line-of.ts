// "Where are we?" as a family reads it: every step with its day, whose turn it is, what is late and by how much, what the law
// excused, and what the council said of a delay. The days and states are the engine's readings; here they get the words.

import type { PlainDate } from '../calendar/plain-date.ts'
import { keyOf, type Excuse, type Holder, type OwedBy, type Standing } from '../clocks/clock.ts'
import type { ClockReading } from '../clocks/reading.ts'
import { stepOfClock } from './step-clocks.ts'
import { stepsOf, type Step } from './steps-of.ts'
import { stepWords, type StepName, type StepState } from './step-words.ts'

/** What a council told the family of a delay: a date that it now expects is a promise, and no new legal date. */
export interface Explained {
  /** The clock's id, with its step, and what it is about. */
  readonly clock: string
  readonly about: string
  readonly toldOn: PlainDate
  readonly expectedOn: PlainDate
  readonly why: string
}

export interface LineStep {
  /** Absent for a date that is no step of the line and stands beside it. */
  readonly step?: StepName
  readonly words: string
  readonly state: StepState
  readonly whoHolds: Holder
  /** Who owes it, where a clock says so. */
  readonly owedBy?: OwedBy
  /** How its date is worked out: `explain` tells. */
  readonly reading?: ClockReading
  readonly dueOn?: PlainDate
  /** Whether the day is a limit of law, of guidance, or our own plan. */
  readonly dueBy?: Standing
  /** The day that the council aims at, where it is before the legal day. */
  readonly targetOn?: PlainDate
  readonly doneOn?: PlainDate
  /** Days past its last day: until today, or until it was done. A breach is not forgotten. */
  readonly daysLate?: number
  /** It was late before a day in the record was put right. */
  readonly wasLateBefore?: true
  /** The reason of the law for which the limit does not bind. */
  readonly excuse?: Excuse
  readonly explained?: Explained
  /** The day that was promised has passed, and it is not done. */
  readonly hasBrokenPromise?: true
}

export interface Line {
  /** The way that the case is on, in order. */
  readonly steps: readonly LineStep[]
  /** The way to the plan and through its last review, once that is behind. */
  readonly before: readonly LineStep[]
  /** Other dates of the case, the earliest first. */
  readonly beside: readonly LineStep[]
}

export function lineOf(readings: readonly ClockReading[], explained: readonly Explained[] = []): Line {
  const [first] = readings
  if (first === undefined) return { steps: [], before: [], beside: [] }
  const { today } = first
  const { assessment, year, beside, isPlanInForce } = stepsOf(readings)
  const lineStep = (step: Step): LineStep => lineStepOf(step, today, explained)
  const needed = [...assessment, ...year].filter(({ isNeeded }) => isNeeded).map(lineStep)
  const besides = [...beside.map(lineStep), ...otherDates(readings, explained)].toSorted((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))
  if (!isPlanInForce) return { steps: needed, before: [], beside: besides }
  // With a plan in force the line begins with the last thing that was done; what led there can be opened.
  const lastDone = needed.findLastIndex(({ state, step }) => state === 'done' && step !== 'if-you-disagree')
  const from = needed.findIndex(({ state }, index) => state !== 'done' || index === lastDone)
  return { steps: needed.slice(from), before: needed.slice(0, from), beside: besides }
}

function lineStepOf(step: Step, today: PlainDate, explained: readonly Explained[]): LineStep {
  const { reading, arrangedOn } = step
  const state = stateOf(step, today)
  const doneOn = state === 'done' ? step.doneOn ?? reading?.dueOn : undefined
  const dueOn = arrangedOn ?? reading?.dueOn
  const dueBy = arrangedOn === undefined ? step.dueBy ?? reading?.standing : 'planning'
  return {
    step: step.step, words: stepWords(step.step, state), state, whoHolds: step.whoHolds,
    ...(reading === undefined ? {} : { reading, owedBy: reading.owedBy }),
    ...(dueOn === undefined || dueBy === undefined ? {} : { dueOn, dueBy }),
    ...(doneOn === undefined ? {} : { doneOn }),
    ...(reading === undefined || arrangedOn !== undefined ? {} : whatBecame(reading, state, step.isFamilysTime === true, explained)),
  }
}

function stateOf({ isNeeded, doneOn, isFamilysTime, isOpen, reading, arrangedOn }: Step, today: PlainDate): StepState {
  if (!isNeeded) return 'not-needed'
  if (doneOn !== undefined) return 'done'
  if (isFamilysTime === true) return reading === undefined ? 'next' : reading.state === 'running' ? 'now' : 'done'
  if (arrangedOn !== undefined) return arrangedOn < today ? 'late' : isOpen ? 'now' : 'next'
  if (reading?.state === 'excused') return 'excused'
  if (reading?.state === 'breached') return 'late'
  return isOpen ? 'now' : 'next'
}

/** What is late, excused, aimed at and explained, as the engine and the record have it. */
function whatBecame(reading: ClockReading, state: StepState, isFamilysTime: boolean, explained: readonly Explained[]): Partial<LineStep> {
  const { daysLate, dueOn, targetOn, excuse, isBreach, countsAsBreach, startedOn, today } = reading
  const isOver = state === 'done'
  // Others have no targets of the council's, and a day of our own plan is one already.
  const isCouncils = reading.owedBy === 'council' && reading.standing === 'law'
  const told = explained.findLast(({ clock, about, toldOn }) =>
    clock === keyOf(reading.clock) && about === reading.about && (startedOn === undefined || toldOn >= startedOn))
  return {
    ...(isBreach && daysLate !== undefined && !isFamilysTime ? { daysLate } : {}),
    ...(countsAsBreach && !isBreach && !isFamilysTime ? { wasLateBefore: true } : {}),
    ...(targetOn === undefined || dueOn === undefined || targetOn >= dueOn || isOver || isFamilysTime || !isCouncils ? {} : { targetOn }),
    ...(reading.state === 'excused' && excuse !== undefined ? { excuse: excuse.reason } : {}),
    ...(told === undefined || isOver ? {} : { explained: told, ...(told.expectedOn < today ? { hasBrokenPromise: true } : {}) }),
  }
}

/** Dated clocks that a family can see and that give no step its day: still to be done, or open to the family. */
function otherDates(readings: readonly ClockReading[], explained: readonly Explained[]): readonly LineStep[] {
  return readings
    .filter((reading) => reading.clock.familyTitle !== undefined && stepOfClock(reading.clock) === undefined && !quiet.has(reading.clock.id)
      && reading.dueOn !== undefined && (reading.state === 'running' || reading.state === 'breached' || reading.state === 'excused')
      && reading.metFact === undefined && reading.overtakenFact === undefined)
    .map((reading): LineStep => {
      const state = reading.state === 'breached' ? 'late' : reading.state === 'excused' ? 'excused' : 'now'
      const isFamilysTime = reading.owedBy === 'family' || reading.clock.nature === 'floor'
      return {
        words: reading.clock.familyTitle ?? reading.clock.title, state, whoHolds: reading.owedBy === 'family' ? 'family' : 'council', owedBy: reading.owedBy, reading,
        ...(reading.dueOn === undefined ? {} : { dueOn: reading.dueOn, dueBy: reading.standing }), ...whatBecame(reading, state, isFamilysTime, explained),
      }
    })
}

/**
 * Clocks that would only confuse: how long a plan may last at most, the day on which rights pass (a page of its own tells that),
 * half a year in which a council may say no, and reckonings of the council's own.
 */
const quiet: ReadonlySet<string> = new Set(['CE-03', 'RTS-01', 'RE-01', 'REV-03', 'REV-13', 'REV-15', 'PT-04'])

/** Of a line, the step that a family waits for or must do now: its own turn first, then what is late, then what is under way. */
export function pressingStep({ steps }: Line): LineStep | undefined {
  // Of several that are late the one that should have been first: a report that is not there excuses no decision.
  const late = steps.filter(({ state }) => state === 'late').toSorted((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))
  const wanted = (state: StepState): LineStep | undefined => steps.find((one) => one.state === state && one.step !== 'if-you-disagree')
  return steps.find(({ state, step }) => state === 'now' && (step === 'views-on-draft' || step === 'views-on-changes'))
    ?? late[0] ?? wanted('now') ?? wanted('excused') ?? wanted('next') ?? steps.find(({ state }) => state === 'now')
}
