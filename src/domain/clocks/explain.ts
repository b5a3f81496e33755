// One sentence for a clock: what happened when, how the law counts, the last day, how it stands, and where that is written. Made
// only when somebody asks.

import { dateWords } from '../calendar/date-words.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { excuseWords } from './excuses.ts'
import { eventKinds, type EventKind } from './event-kinds.ts'
import { noDay, type Period } from './period.ts'
import type { ClockReading, UsedFact } from './reading.ts'
import type { OtherDateName } from './special-periods.ts'

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty']
const count = (many: number, unit: string): string => `${numbers[many] ?? String(many)} ${unit}${many === 1 ? '' : 's'}`

/** How a period is counted, as the middle of a sentence. */
export function periodWords(period: Period): string {
  switch (period.kind) {
    case 'within-weeks': return `${count(period.count, 'week')} from then, that day not counted`
    case 'within-days': return `${count(period.count, 'day')} from then, that day not counted`
    case 'within-months': return `${count(period.count, 'month')} from then, to the same day of the month or its last day`
    case 'days-beginning-with': return `${count(period.count, 'day')} beginning with that day`
    case 'months-beginning-with': return `${count(period.count, 'month')} starting with that day`
    case 'working-days': return `${count(period.count, 'working day')} from then, that day not counted`
    case 'working-days-beginning-with': return `${count(period.count, 'working day')} beginning with that day`
    case 'working-days-before': return `${count(period.count, 'working day')} before it`
    case 'school-days': return `${count(period.count, 'school day')} from then, that day not counted`
    case 'weeks-before': return `at least ${count(period.count, 'week')} before it`
    case 'months-before': return `at least ${count(period.count, 'month')} before it`
    case 'tribunal-working-days': return `${count(period.count, 'working day')} from then, August and 25 December to 1 January not counted`
    case 'tribunal-days': return `${count(period.count, 'day')} from then, August and 25 December to 1 January not counted`
    case 'before-date': return period.lessDays === undefined ? 'before the day that the Regulations name' : `${count(period.lessDays / 7, 'week')} before the last lawful day`
    case 'on-date': return 'on the day of the year that is usual'
    case 'hours': return `${period.count} hours from then`
    case 'at-once': return 'on that day'
    case 'set-day': return 'by the day that was set'
    case 'no-period': return period.words
    case 'rule': return ruleWords[period.rule]
  }
}

const ruleWords: Record<Extract<Period, { kind: 'rule' }>['rule'], string> = {
  'appeal': 'two months from then or, if later, one month from the mediation certificate, moved on from August, Christmas and days that are no working days',
  'maintained-until': 'for as long as an appeal can be made or is undecided',
  'later-of-year-and-three-months': 'the later of twelve months starting with the making or last review and three months starting with that day',
  'health-body-change': 'on the day of the change if it was known fifteen working days before, otherwise fifteen working days beginning with that day',
  'month-next-working-day': 'one month from then (three when extended), or the next working day',
  'end-of-studies': 'to the end of the academic year of the twenty-fifth birthday',
  'retention': 'counted in years from the birth, as the policy says',
  'young-person-from': 'to the last Friday in June of the school year of the sixteenth birthday',
}

export const otherDateWords: Record<OtherDateName, string> = {
  'two-months': 'two months from the notice', 'one-month-from-certificate': 'one month from the certificate', 'own-period': 'the end of its own period', 'other-limit': 'the other limit on the same act',
  'law-says-before': 'the law says before', 'guidance-says-by': 'guidance says by', 'twelve-months': 'twelve months from the making or last review', 'three-months': 'three months from the transfer',
  'a-year-from-the-meeting': 'a year from the meeting', 'corresponding-day': 'the same day of the month', 'meeting-for-four-weeks': 'the latest meeting that leaves four weeks to decide', 'twenty-fifth-birthday': 'the twenty-fifth birthday',
}

const happened = ({ event }: UsedFact): string => `${eventKinds[event.type].says} on ${dateWords(event.on)}`
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
const endsOn = (reading: ClockReading, day: PlainDate): string => {
  const { nature, period } = reading.clock
  if (nature === 'floor') return `the time runs to the end of ${dateWords(day)}`
  const single = period.kind === 'at-once' || period.kind === 'set-day' || period.kind === 'weeks-before' || period.kind === 'months-before' || period.kind === 'before-date'
  return single ? `the last day is ${dateWords(day)}` : `that ends on ${dateWords(day)}`
}

/**
 * How the last day follows, without how the clock stands: for somebody who has told what started it and nothing more. Of what
 * is still to come they told the day, and not when it was arranged.
 */
export function explainDate(reading: ClockReading): string {
  const { startedOn, startFact: { event } } = reading
  const { ahead }: EventKind = eventKinds[event.type]
  const start = ahead === undefined || startedOn === undefined || startedOn === event.on ? startOf(reading) : `${ahead} ${dateWords(startedOn)}`
  return `${reckoning(reading, start).join('; ')} (${reading.clock.law.join('; ')}).`
}

const startOf = ({ startedOn, startFact }: ClockReading): string =>
  startedOn === undefined || startedOn === startFact.event.on ? happened(startFact) : `${happened(startFact)}, which counts from ${dateWords(startedOn)}`

function reckoning(reading: ClockReading, start = startOf(reading)): readonly string[] {
  const { clock, dueOn } = reading
  const own = reading.otherDates.find(({ what }) => what === 'own-period')
  return [
    capital(start),
    dueOn === undefined ? periodWords(clock.period) : `${setOr(reading)}, and ${endsOn(reading, own?.on ?? dueOn)}`,
    ...(reading.boundBy === undefined || dueOn === undefined ? [] : [`${reading.boundBy} asks for the same by ${dateWords(dueOn)}, and the earlier day binds`]),
  ]
}

/** One sentence with its citation: "The request was received on 11 January 2027; six weeks from then, … (SEND Regulations …)." */
export function explain(reading: ClockReading): string {
  const { clock } = reading
  const parts = [
    ...reckoning(reading),
    ...standsAs(reading),
    ...reading.formerly.map((before) => before.state === 'breached' || before.state === 'met-late'
      ? `before a correction recorded on ${dateWords(before.recordedOn)} it was due on ${before.dueOn === undefined ? 'no day' : dateWords(before.dueOn)} and late, and that breach stays on the record`
      : `before a correction recorded on ${dateWords(before.recordedOn)} it was due on ${before.dueOn === undefined ? 'no day' : dateWords(before.dueOn)}`),
  ]
  return `${parts.join('; ')} (${clock.law.join('; ')}).`
}

const setOr = (reading: ClockReading): string => (reading.setDay === noDay ? periodWords(reading.clock.period) : 'the last day was set in place of the usual period')

function standsAs(reading: ClockReading): readonly string[] {
  const { state, metFact, overtakenFact, daysLate, daysLeft, clock } = reading
  const late = daysLate === undefined ? '' : count(daysLate, 'day')
  const guidance = clock.standing === 'law' ? '' : clock.standing === 'guidance' ? ' (a time of guidance, not of law)' : ' (a planning date, not a limit of law)'
  const ended = metFact === undefined ? [] : [happened(metFact)]
  switch (state) {
    case 'not-started': return ['it has not started']
    case 'running': return daysLeft === undefined ? ['it stands'] : [daysLeft === 0 ? `today is the last day${guidance}` : `${count(daysLeft, 'day')} are left${guidance}`.replace('one day are', 'one day is')]
    case 'met': return metFact === undefined ? ['the time was left'] : [`${ended.join('')}, in time`]
    case 'met-late': return [`${ended.join('')}, ${late} late${guidance}`]
    case 'excused': return [
      `the limit does not bind, because of ${excuseWords[reading.excuse?.reason ?? 'C']}; no new date takes its place, and it is due as soon as practicable${guidance}`, ...ended,
    ]
    case 'breached': return clock.nature === 'floor' ? [`${ended.join('')}, ${late} too early`] : [`it is ${late} late${guidance}`.replace('it is', overtakenFact === undefined ? 'it is' : 'it was'), ...(overtakenFact === undefined ? [] : [happened(overtakenFact)])]
    case 'overtaken': return [overtakenFact === undefined ? 'the time is over' : `it no longer matters: ${happened(overtakenFact)}`]
  }
}
