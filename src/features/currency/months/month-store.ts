// How current an area's plans were when each month began (table currency_month): the trend of A-m10 and A-m11.

import type { Tx } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { LocalAreaId } from '../../../domain/ids.ts'
import type { RegisterFigures, Standing } from '../currency-store.ts'

export interface MonthFigures {
  readonly month: PlainDate
  readonly takenOn: PlainDate
  readonly counts: Readonly<Record<Standing, number>>
  readonly oldestMonths: number | undefined
  readonly halfMonths: number | undefined
}

/** Areas that have no figures for this month yet. */
export async function listAreasWithout(tx: Tx, month: PlainDate): Promise<LocalAreaId[]> {
  const rows = await tx.db.selectFrom('localArea as a').select('a.id')
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('currencyMonth as k').select('k.month').whereRef('k.localAreaId', '=', 'a.id').where('k.month', '=', month)))).orderBy('a.id').execute()
  return rows.map(({ id }) => id)
}

/** Keeps the figures of a month once: a second taking changes nothing. */
export async function keepMonth(tx: Tx, localAreaId: LocalAreaId, month: PlainDate, { counts, oldestMonths, halfMonths }: RegisterFigures): Promise<void> {
  await tx.db.insertInto('currencyMonth').values({
    localAreaId, month, takenOn: tx.today, green: counts.green, amber: counts.amber, red: counts.red, empty: counts.empty, notHere: counts['not-here'],
    oldestMonths: oldestMonths ?? null, halfMonths: halfMonths ?? null,
  }).onConflict((conflict) => conflict.columns(['localAreaId', 'month']).doNothing()).execute()
}

/** The last so many months, the latest first. */
export async function listMonths(tx: Tx, localAreaId: LocalAreaId, most: number): Promise<MonthFigures[]> {
  const rows = await tx.db.selectFrom('currencyMonth').selectAll().where('localAreaId', '=', localAreaId).orderBy('month', 'desc').limit(most).execute()
  return rows.map(({ month, takenOn, green, amber, red, empty, notHere, oldestMonths, halfMonths }) =>
    ({ month, takenOn, counts: { green, amber, red, empty, 'not-here': notHere }, oldestMonths: oldestMonths ?? undefined, halfMonths: halfMonths ?? undefined }))
}
