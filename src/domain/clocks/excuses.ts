// Excuses, exactly: SEND Regulations 2014, regs 5(4), 8(2), 10(4), 13(3), 27(3), 44(3), 45. An excuse disapplies a limit when
// keeping it is impractical because of the reason; it adds no days, and the duty stays "as soon as practicable". A claim is
// tested on its own facts; whether it was impractical is for a person to say, with evidence.

import { dayNumber, type PlainDate } from '../calendar/plain-date.ts'
import { dateWords } from '../calendar/date-words.ts'
import { keyOf, type Clock, type Excuse } from './clock.ts'
import { dateOf } from './day-arithmetic.ts'
import type { EventOf } from './events.ts'
import { hasDay } from './period.ts'
import type { ClockReading } from './reading.ts'
import { relaxedFrom, relaxedUntil } from './regime-days.ts'

export type Claim = EventOf<'excuse-claimed'>

/** A claim that an excuse applies, tested on its facts. */
export interface TestedClaim {
  readonly reason: Excuse
  /** Place of the claim in the list of facts. */
  readonly fact: number
  readonly stands: boolean
  /** Why it stands or not, as a sentence. */
  readonly why: string
  readonly closureDays?: number
  readonly absentDays?: number
  /** First and last day on which the head teacher could be asked for the closure to count. */
  readonly windowFirstDay?: PlainDate
  readonly windowLastDay?: PlainDate
  readonly endedOn?: PlainDate
}

export const excuseWords: Record<Excuse, string> = {
  A: 'the setting was closed for at least four weeks and its head was asked for advice in the window of the closure',
  B: 'the early years provider was closed for at least four weeks and was asked for advice in the window of the closure',
  C: 'exceptional personal circumstances of the child, the parent or the young person',
  D: 'absence of the child, parent or young person from the area for at least four weeks together',
  M: 'a missed appointment for an examination or test',
  O: 'absence for at least two weeks together',
  V: 'the incidence or transmission of coronavirus (SI 2020/471, 1 May to 25 September 2020)',
}

// Where each limit's excuses are written. An order's own limits, and those that take its effect, are excused by reg 44(3).
const excusedBy: Readonly<Record<string, string>> = {
  'ASMT-02': 'reg 5(4)', 'ASMT-06': 'reg 10(4)', 'ASMT-10': 'reg 13(3)', 'ASMT-12/assess-decision': 'reg 5(4)', 'ASMT-12/no-plan': 'reg 10(4)', 'ASMT-12/final': 'reg 13(3)',
  'ASMT-05': 'reg 8(2)', 'RE-03': 'reg 27(3)',
}

/** The provision by which a limit can be excused; its own law where the list of clocks does not say more. */
export function excuseLaw(clock: Clock): string {
  const own = excusedBy[keyOf(clock)]
  if (own !== undefined) return `SEND Regulations 2014, ${own}`
  return clock.excuses.includes('O') ? 'SEND Regulations 2014, reg 44(3)' : clock.law.join('; ')
}

interface Finding { readonly stands: boolean; readonly why: string; readonly closureDays?: number; readonly absentDays?: number; readonly windowFirstDay?: PlainDate; readonly windowLastDay?: PlainDate; readonly ended?: PlainDate | undefined }

/** Tests a claim against the clock that it is made for. */
export function testClaim(reading: ClockReading, claim: Claim, fact: number): TestedClaim {
  const { reason } = claim
  const { ended, ...finding } = find(reading, claim)
  const endedOn = claim.endedOn ?? ended
  return { reason, fact, ...finding, ...(endedOn === undefined ? {} : { endedOn }) }
}

function find(reading: ClockReading, claim: Claim): Finding {
  const { clock, startDay, ownDay } = reading
  if (!clock.excuses.includes(claim.reason)) return { stands: false, why: notOffered(reading, claim.reason) }
  if (!hasDay(ownDay)) return { stands: false, why: 'This clock has no last day that could be excused.' }
  switch (claim.reason) {
    case 'A':
    case 'B': return closed(reading, claim)
    case 'C': return during(claim, startDay, ownDay)
    case 'D': return absent(claim, startDay, ownDay, 28)
    case 'O': return absent(claim, startDay, ownDay, 14)
    case 'M': return missed(claim, startDay, ownDay)
    case 'V': return dateOf(ownDay) >= relaxedFrom && dateOf(ownDay) <= relaxedUntil
      ? { stands: true, why: `The last day fell between ${dateWords(relaxedFrom)} and ${dateWords(relaxedUntil)}.` }
      : { stands: false, why: `The relaxation was law from ${dateWords(relaxedFrom)} to ${dateWords(relaxedUntil)} only, and the last day was ${dateWords(dateOf(ownDay))}.` }
  }
}

function notOffered({ clock }: ClockReading, reason: Excuse): string {
  if (clock.excuses.length === 0) return 'The law gives no excuse for this limit.'
  return `The law does not list ${excuseWords[reason]} among the excuses for this limit.`
}

/**
 * Closed for a continuous period of at least four weeks from the first closed day to the day it reopens, and asked between
 * one week before the closure and one week before the reopening, both days counted (reg 5(4)(a)). Only a first request counts.
 */
function closed(reading: ClockReading, claim: Claim): Finding {
  const { startDay, ownDay } = reading
  const known = claim.askedOn === undefined ? undefined : reading.calendar.closureAround(claim.institution, dayNumber(claim.askedOn), 28)
  const closedFrom = claim.closedFrom ?? known?.closedFrom
  const reopens = claim.reopens ?? known?.reopens
  if (closedFrom === undefined || reopens === undefined) return { stands: false, why: 'The claim does not say when the setting was closed and reopened, and its terms do not show it.' }
  const closureDays = dayNumber(reopens) - dayNumber(closedFrom)
  if (closureDays < 28) return { stands: false, closureDays, why: `A closure of ${closureDays} days is less than four weeks.` }
  const [first, last] = [dayNumber(closedFrom) - 7, dayNumber(reopens) - 7]
  const window = { closureDays, windowFirstDay: dateOf(first), windowLastDay: dateOf(last) }
  if (claim.askedOn === undefined) return { stands: false, ...window, why: 'The claim does not say when the setting was asked for advice.' }
  const asked = dayNumber(claim.askedOn)
  const words = `${dateWords(dateOf(first))} to ${dateWords(dateOf(last))}`
  if (claim.firstAskedOn !== undefined && dayNumber(claim.firstAskedOn) < first) {
    return { stands: false, ...window, why: `The setting had first been asked on ${dateWords(claim.firstAskedOn)}, before the window of ${words}, and could have answered.` }
  }
  if (asked < first || asked > last) return { stands: false, ...window, why: `The setting was asked on ${dateWords(claim.askedOn)}, outside the window of ${words}.` }
  if (asked < startDay || asked > ownDay) return { stands: false, ...window, why: 'The setting was not asked during the period of this limit.' }
  return { stands: true, ...window, ended: reopens, why: `The setting was closed for ${closureDays} days and was asked on ${dateWords(claim.askedOn)}, inside the window of ${words}.` }
}

function absent(claim: Claim, startDay: number, ownDay: number, atLeast: number): Finding {
  if (claim.from === undefined || claim.to === undefined) return { stands: false, why: 'The claim does not say the first and the last day of the absence.' }
  const [from, to] = [dayNumber(claim.from), dayNumber(claim.to)]
  const absentDays = to - from + 1
  const inPeriod = Math.min(to, ownDay) - Math.max(from, startDay) + 1
  const weeks = atLeast === 28 ? 'four' : 'two'
  if (absentDays < atLeast) return { stands: false, absentDays, why: `An absence of ${absentDays} days is less than ${weeks} weeks.` }
  if (inPeriod < atLeast) return { stands: false, absentDays, why: `Only ${Math.max(inPeriod, 0)} of the ${absentDays} days fall in the period of this limit: less than ${weeks} weeks.` }
  return { stands: true, absentDays, ended: claim.to, why: `The absence of ${absentDays} days, ${inPeriod} of them in the period of this limit, is at least ${weeks} weeks.` }
}

function during(claim: Claim, startDay: number, ownDay: number): Finding {
  if (claim.from === undefined) return { stands: false, why: 'The claim does not say from when the circumstances lasted.' }
  if (claim.evidence === undefined || claim.evidence.trim() === '') return { stands: false, why: 'The claim names no evidence of the circumstances.' }
  const to = claim.to === undefined ? Number.POSITIVE_INFINITY : dayNumber(claim.to)
  if (dayNumber(claim.from) > ownDay || to < startDay) return { stands: false, why: 'The circumstances did not fall in the period of this limit.' }
  return { stands: true, ended: claim.to, why: `The circumstances began on ${dateWords(claim.from)} and affected the period of this limit.` }
}

/** Reg 8(2)(c): only for the body's own six weeks. */
function missed(claim: Claim, startDay: number, ownDay: number): Finding {
  if (claim.appointmentOn === undefined) return { stands: false, why: 'The claim does not say when the missed appointment was.' }
  const day = dayNumber(claim.appointmentOn)
  if (day < startDay || day > ownDay) return { stands: false, why: `The appointment of ${dateWords(claim.appointmentOn)} was not within the body’s six weeks.` }
  return { stands: true, ended: claim.appointmentOn, why: `The appointment of ${dateWords(claim.appointmentOn)} was missed, within the body’s six weeks.` }
}
