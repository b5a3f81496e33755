import type { PlainDate } from '../calendar/plain-date.ts'
import type { Excuse } from './clock.ts'
import type { EventOf } from './events.ts'
import type { ClockReading } from './reading.ts'

/** A claim that an excuse applies, tested on its facts (section by section of the Regulations). */
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

export declare function testClaim(reading: ClockReading, claim: EventOf<'excuse-claimed'>, fact: number): TestedClaim
