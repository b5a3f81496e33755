import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import { lastPeriods, periodLengths } from '../../../domain/stock/periods.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { mustBeOfTheCouncil } from '../for-the-council.ts'
import { countRates } from '../rate-store.ts'
import { countOverdue, countUntold } from '../stock-store.ts'
import { view } from './view.tsx'

/** How many periods are shown, the one of today included. */
const shown = { quarter: 5, month: 13 } as const

/** What was in time and what was late, counted by legal day and by completion. */
export async function show(ask: Ask): Promise<Reply> {
  mustBeOfTheCouncil(ask)
  const length = periodLengths.find((one) => one === ask.query.text('by')) ?? 'quarter'
  return read(ask, async (tx) => {
    const periods = lastPeriods(length, shown[length], tx.today)
    return page(view({
      frame: ask.frame, today: tx.today, length, periods, rates: await countRates(tx, periods),
      undecided: (await countOverdue(tx))['review-decision'], untold: await countUntold(tx),
    }))
  })
}
