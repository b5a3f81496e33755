// The figures of delay of each area as a file. Counts alone, and no small one, nor any from which one could be worked out: such a
// file may be sent on.

import type { Ask } from '../../../casebook/ask.ts'
import { listAreas } from '../../../casebook/open-area.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { councilAreasOf } from '../../../casebook/access/sight.ts'
import { read } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { DelayCounts, ToldCount } from '../../../domain/case-file/delay-counts.ts'
import { countDelays } from '../../../domain/case-file/delay-counts.ts'
import { reasonWords } from '../../../domain/case-file/delay-reasons.ts'
import { promiseStates } from '../../../domain/case-file/delays.ts'
import type { Sum } from '../../../domain/export/small-numbers.ts'
import { hiddenWords, leastInside, withoutSmallNumbers } from '../../../domain/export/small-numbers.ts'
import type { CsvCell } from '../../../platform/export/csv.ts'
import { csvOf, csvType } from '../../../platform/export/csv.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file } from '../../../platform/http/reply.ts'
import { limitName, promiseWords } from '../limit-words.ts'
import { readCountsAddress, wantedOf } from './address.ts'
import { listTold } from './counts-store.ts'

interface Line {
  readonly group: string
  readonly name: string
  readonly count: ToldCount
}

/** A whole, and the same tellings by each of three questions: every group adds up to the whole, in each column. */
function linesOf(counts: DelayCounts): { whole: Line; groups: readonly (readonly Line[])[] } {
  return {
    whole: { group: 'All', name: 'All that families were told', count: counts },
    groups: [
      counts.byReason.map(({ because, ...count }) => ({ group: 'By reason', name: reasonWords(because), count })),
      counts.byLimit.map(({ clock, ...count }) => ({ group: 'By what was late', name: limitName(clock), count })),
      counts.byMonth.map(({ month, ...count }) => ({ group: 'By month', name: month, count })),
    ],
  }
}

const numbersOf = ({ told, promises }: ToldCount): number[] => [told, ...promiseStates.map((state) => promises[state])]

/** One area's rows, small numbers taken out with everything that would give them away. */
export function delayRows(area: string, counts: DelayCounts): CsvCell[][] {
  const { whole, groups } = linesOf(counts)
  const lines = [whole, ...groups.flat()]
  const width = 1 + promiseStates.length
  const place = (line: Line, column: number): number => lines.indexOf(line) * width + column
  const columns = Array.from({ length: width }, (_, column) => column)
  const sums: Sum[] = [
    ...lines.map((line): Sum => ({ total: place(line, 0), parts: columns.slice(1).map((column) => place(line, column)) })),
    ...groups.filter((group) => group.length > 0).flatMap((group) => columns.map((column): Sum => ({ total: place(whole, column), parts: group.map((line) => place(line, column)) }))),
  ]
  const told = withoutSmallNumbers(lines.flatMap(({ count }) => numbersOf(count)), sums, leastInside)
  return lines.map((line, index) => [area, line.group, line.name, ...told.slice(index * width, (index + 1) * width).map((number) => number ?? hiddenWords(leastInside))])
}

/** Those of the council take it, each area of theirs apart, for the time and the filters that the page shows. */
export async function delaysFile(ask: Ask): Promise<Reply> {
  const own = councilAreasOf(ask.viewer)
  if (own.length === 0) throw new NotFound('delays')
  return read(ask, async (tx) => {
    const wanted = wantedOf(readCountsAddress(ask.query), tx.today)
    const rows: CsvCell[][] = []
    for (const { id, councilName } of (await listAreas(tx)).filter((area) => own.includes(area.id))) rows.push(...delayRows(councilName, countDelays(await listTold(tx, [id], wanted), tx.today)))
    return file(csvOf({ columns: ['Council', 'Counted', 'What', 'Families told', ...promiseStates.map((state) => promiseWords[state])], rows }), csvType, fileNameOf(tx.today))
  })
}

const fileNameOf = (today: PlainDate): string => `Delays ${today}.csv`
