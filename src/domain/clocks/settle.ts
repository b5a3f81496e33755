// From a clock's facts to its last day and its state.

import { noLawOfCalendar } from './missing-calendar.ts'
import type { FactRefusal } from './contradictions.ts'
import { hasDay, lastDayOf, noDay } from './period.ts'
import type { ClockReading, ClockState } from './reading.ts'
import { lastDayByRule } from './special-periods.ts'

function ownDay(reading: ClockReading, born: number, refusals: FactRefusal[]): void {
  const { period } = reading.part
  const { calendar } = reading.folding
  const day = reading.setDay !== noDay ? reading.setDay
    : period.kind === 'rule' ? lastDayByRule(period.rule, reading, calendar, born)
    : lastDayOf(period, reading.startDay, calendar, settingOf(reading))
  if (Number.isNaN(day)) refusals.push(noLawOfCalendar(reading, born))
  reading.ownDay = day
  reading.dueDay = day
}

function settingOf({ clock, startFact: { event } }: ClockReading): string | undefined {
  return clock.period.kind === 'school-days' && 'setting' in event ? event.setting : undefined
}

/** The earlier of two limits on one act binds; a later one is kept beside it. */
function bind(reading: ClockReading, bound: ClockReading): void {
  const sameScope = bound.clock.about === reading.clock.about
  if (sameScope && bound.about !== reading.about) return
  const end = bound.metDay !== noDay ? bound.metDay : bound.overtakenDay
  if ((end !== noDay && end < reading.startDay) || !hasDay(bound.ownDay) || bound.ownDay < reading.startDay) return
  if (bound.ownDay < reading.dueDay) {
    reading.dueDay = bound.ownDay
    reading.keep().boundBy = bound.clock.id
  } else if (sameScope && reading.boundBy === undefined) reading.keep().alternativeDay = bound.ownDay
}

function state(reading: ClockReading, today: number): void {
  reading.state = stateOf(reading, today)
}

function stateOf(reading: ClockReading, today: number): ClockState {
  const { dueDay, metDay, overtakenDay } = reading
  const isMet = metDay !== noDay
  const isOvertaken = overtakenDay !== noDay
  const hasDue = dueDay !== noDay
  switch (reading.part.nature) {
    case 'floor':
      if (isMet) return hasDue && metDay > dueDay ? 'met' : 'breached'
      if (isOvertaken) return 'overtaken'
      return hasDue && today > dueDay ? 'met' : 'running'
    case 'window':
      if (isMet) return !hasDue || metDay <= dueDay ? 'met' : 'met-late'
      return isOvertaken || (hasDue && today > dueDay) ? 'overtaken' : 'running'
    default: {
      if (isMet && (!hasDue || metDay <= dueDay)) return 'met'
      const bound = doesBind(reading)
      const excused = reading.claims !== undefined && reading.testedClaims.some(({ stands }) => stands)
      if (isMet) return excused ? 'excused' : bound ? 'met-late' : 'met'
      if (isOvertaken && !bound) return 'overtaken'
      if (isOvertaken) return hasDue && overtakenDay > dueDay && !excused ? 'breached' : 'overtaken'
      if (excused) return 'excused'
      return hasDue && today > dueDay ? 'breached' : 'running'
    }
  }
}

/** Whether the answer that came, or what overtook it, is one that the limit was for. */
function doesBind({ part: { bindsOnly }, metFact }: ClockReading): boolean {
  if (bindsOnly === undefined) return true
  return metFact !== undefined && 'outcome' in metFact.event && metFact.event.outcome === bindsOnly
}

export const settle = { ownDay, bind, state }
