import type { PlainDate } from '../calendar/plain-date.ts'
import type { ClockReading } from './reading.ts'

/** A day that stands beside the last day: the other of two limits, the date as guidance has it. */
export interface OtherDate {
  readonly what: string
  readonly on: PlainDate
}

export declare function otherDatesOf(reading: ClockReading): readonly OtherDate[]
