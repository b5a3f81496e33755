import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import { addDays } from '../../../domain/calendar/plain-date.ts'
import { weeksOfPresentRate } from '../../../domain/stock/clearing.ts'
import { lastPeriods } from '../../../domain/stock/periods.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, wrongForm } from '../../../platform/http/reply.ts'
import { countFlows } from '../flow-store.ts'
import { mustBeOfTheCouncil } from '../for-the-council.ts'
import { countUntold } from '../stock-store.ts'
import { readExtra } from './form.ts'
import { view } from './view.tsx'

/** How overdue work came and went by month, and when it would be cleared at the present rate or with extra work. */
export async function show(ask: Ask): Promise<Reply> {
  mustBeOfTheCouncil(ask)
  const { extra, errors, values } = readExtra(ask.query)
  return read(ask, async (tx) => {
    const months = lastPeriods('month', 12, tx.today)
    const present = { firstDay: addDays(tx.today, 1 - weeksOfPresentRate * 7), lastDay: tx.today }
    const document = view({ frame: ask.frame, today: tx.today, months, present, flows: await countFlows(tx, [...months, present]), extra, errors, values, untold: await countUntold(tx) })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}
