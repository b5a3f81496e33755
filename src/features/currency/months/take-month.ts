// Once a month the worker writes down how current the plans of each area are. It looks every night, so that a month whose first night
// the worker missed has its figures too, with the day on which they were taken.

import type { Job } from '../../../casebook/feature.ts'
import { currencyRuleOf } from '../../../casebook/plan/currency-rule.ts'
import { inTransaction, read } from '../../../casebook/tx.ts'
import { partsOf, plainDateOf } from '../../../domain/calendar/plain-date.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { readFigures } from '../currency-store.ts'
import { keepMonth, listAreasWithout } from './month-store.ts'

const monthOf = (day: PlainDate): PlainDate => {
  const { year, month } = partsOf(day)
  return plainDateOf(`${year}-${String(month).padStart(2, '0')}-01`)
}

export const takeMonth: Job = {
  name: 'take-currency-of-the-month',
  runsAt: '50 3 * * *',
  run: async (occasion) => {
    const { month, areas } = await read(occasion, async (tx) => ({ month: monthOf(tx.today), areas: await listAreasWithout(tx, monthOf(tx.today)) }))
    for (const area of areas) await inTransaction(occasion, async (tx) => { await keepMonth(tx, area, month, await readFigures(tx, area, await currencyRuleOf(tx, area))) })
  },
}
