// The tables of overdue work and of rates as files. Counts alone, and no small one: such a file may be sent on.

import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import type { Sum } from '../../../domain/export/small-numbers.ts'
import { hiddenWords, leastInside, withoutSmallNumbers } from '../../../domain/export/small-numbers.ts'
import { ageBands, ageBandWords } from '../../../domain/stock/age-bands.ts'
import { overdueKinds, overdueKindWords } from '../../../domain/stock/overdue-kinds.ts'
import { lastPeriods } from '../../../domain/stock/periods.ts'
import { measureNames, measures } from '../../../domain/stock/timeliness.ts'
import type { CsvCell } from '../../../platform/export/csv.ts'
import { csvOf, csvType } from '../../../platform/export/csv.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file } from '../../../platform/http/reply.ts'
import { mustBeOfTheCouncil } from '../for-the-council.ts'
import { countRates } from '../rate-store.ts'
import { countOverdue } from '../stock-store.ts'

interface Counts {
  readonly name: readonly string[]
  readonly numbers: readonly number[]
  /** Among the numbers of this row. */
  readonly sums: readonly Sum[]
}

/** Rows of counts with their small numbers taken out, and everything from which those could be worked out. */
function tableOf(heads: readonly string[], rows: readonly Counts[]): Uint8Array {
  const cells = rows.map(({ name, numbers, sums }): CsvCell[] => [...name, ...withoutSmallNumbers(numbers, sums, leastInside).map((number) => number ?? hiddenWords(leastInside))])
  return csvOf({ columns: [...heads], rows: cells })
}

/** What is past its legal day now, by how long. */
export async function overdueFile(ask: Ask): Promise<Reply> {
  mustBeOfTheCouncil(ask)
  return read(ask, async (tx) => {
    const counts = await countOverdue(tx)
    const rows = overdueKinds.map((kind): Counts => {
      const { past, byBand, excused } = counts[kind]
      return { name: [overdueKindWords[kind]], numbers: [past, ...ageBands.map((band) => byBand[band]), excused], sums: [{ total: 0, parts: ageBands.map((_, index) => index + 1) }] }
    })
    return file(tableOf(['What is waited for', 'Past its legal day', ...ageBands.map((band) => ageBandWords[band]), 'Excused'], rows), csvType, `Overdue work ${tx.today}.csv`)
  })
}

/** What was in time and what was late in the last five quarters: late is a column too, because it is told by the other two. */
export async function ratesFile(ask: Ask): Promise<Reply> {
  mustBeOfTheCouncil(ask)
  return read(ask, async (tx) => {
    const periods = lastPeriods('quarter', 5, tx.today)
    const rates = await countRates(tx, periods)
    const rows = measureNames.flatMap((name) => periods.map((period, index): Counts => {
      const { due, completed } = rates[name][index] ?? { due: { inTime: 0, all: 0 }, completed: { inTime: 0, all: 0 } }
      const of = ({ inTime, all }: { inTime: number; all: number }): number[] => [inTime, all - inTime, all]
      return { name: [measures[name].title, period.firstDay, period.lastDay], numbers: [...of(due), ...of(completed)], sums: [{ total: 2, parts: [0, 1] }, { total: 5, parts: [3, 4] }] }
    }))
    const heads = ['What is counted', 'From', 'To', 'Due: in time', 'Due: late', 'Due: all', 'Finished: in time', 'Finished: late', 'Finished: all']
    return file(tableOf(heads, rows), csvType, `On time or late ${tx.today}.csv`)
  })
}
