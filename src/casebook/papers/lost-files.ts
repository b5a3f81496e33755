// Kept files that the nightly count did not find and about which nobody has said yet what was done: the line on the home page of
// whoever decides in the area. Written by features/lost-files.

import type { Instant } from '../../domain/calendar/plain-date.ts'
import { instantAfter } from '../../platform/clock/system-clock.ts'
import { areasHeld } from '../access/office.ts'
import type { Tx } from '../tx.ts'

/** UK GDPR Art 33(1): the Commissioner is told of a breach within 72 hours of becoming aware of it, unless there is no risk to anybody. */
export const hoursToReport = 72
export const reportBy = (noticedAt: Instant): Instant => instantAfter(noticedAt, hoursToReport * 60 * 60 * 1000)

export interface LostFiles {
  readonly area: string
  readonly count: number
  readonly reportBy: Instant
}

export async function countLostFiles(tx: Tx): Promise<LostFiles[]> {
  const areas = areasHeld(tx, 'answer-for-lost-files')
  if (areas.length === 0) return []
  const rows = await tx.db.selectFrom('fileLoss as l').innerJoin('localArea as a', 'a.id', 'l.localAreaId')
    .select((eb) => ['a.code', eb.fn.countAll<string>().as('count'), eb.fn.min('l.noticedAt').as('since')])
    .where('l.localAreaId', 'in', areas).where('l.settledAt', 'is', null).groupBy('a.code').orderBy('a.code').execute()
  return rows.map(({ code, count, since }) => ({ area: code, count: Number(count), reportBy: reportBy(since) }))
}
