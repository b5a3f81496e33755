// What changes with time is kept with days. A change ends what stood the day before and begins something else; a slip is put right where it stands.

import type { PlainDate } from '../calendar/plain-date.ts'

export const waysToRecord = ['change', 'put-right'] as const
/** change: it was so until that day. put-right: it had never been so. */
export type WayToRecord = (typeof waysToRecord)[number]
export const isWayToRecord = (text: string): text is WayToRecord => (waysToRecord as readonly string[]).includes(text)

/** A row that holds from a day to a day, both counted; without an end it holds still. */
export interface Dated { readonly fromOn: PlainDate; readonly toOn?: PlainDate }

/**
 * future: after today. not-later: a change must come after the day from which the last one is recorded, else that one was a slip.
 * overlaps: put right, it would begin before what stood before it had ended.
 */
export type DayRefusal = 'future' | 'not-later' | 'overlaps'

/** Why something cannot be recorded from that day on; undefined when it can. `rows`: what is recorded so far, of one rank. */
export function dayRefusal(how: WayToRecord, since: PlainDate, today: PlainDate, rows: readonly Dated[]): DayRefusal | undefined {
  if (since > today) return 'future'
  const open = rows.find(({ toOn }) => toOn === undefined)
  const lastEnd = rows.reduce<PlainDate | undefined>((last, { toOn }) => (toOn !== undefined && (last === undefined || toOn > last) ? toOn : last), undefined)
  if (lastEnd !== undefined && since <= lastEnd) return 'overlaps'
  return how === 'change' && open !== undefined && since <= open.fromOn ? 'not-later' : undefined
}
