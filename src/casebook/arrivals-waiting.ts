// Records of children who moved here that nobody has taken in, for whoever may: the line on their own page (features/moves).

import type { Instant } from '../domain/calendar/plain-date.ts'
import { areasHeld } from './access/office.ts'
import type { Tx } from './tx.ts'

export interface ArrivalsWaiting {
  readonly area: string
  readonly areaName: string
  readonly count: number
  readonly since: Instant
}

export async function countArrivalsWaiting(tx: Tx): Promise<ArrivalsWaiting[]> {
  const areas = areasHeld(tx, 'receive-moves')
  if (areas.length === 0) return []
  const rows = await tx.db.selectFrom('arrival as r').innerJoin('localArea as a', 'a.id', 'r.localAreaId')
    .select((eb) => ['a.code', 'a.name', eb.fn.countAll<string>().as('count'), eb.fn.min('r.arrivedAt').as('since')])
    .where('r.localAreaId', 'in', areas).where('r.takenInAt', 'is', null).where('r.returnedAt', 'is', null).where('r.calledOffAt', 'is', null).groupBy(['a.code', 'a.name']).orderBy('a.code').execute()
  return rows.map(({ code, name, count, since }) => ({ area: code, areaName: name, count: Number(count), since }))
}
