// The counts as a file: today's by section and the months. Counts alone, and no small one: such a file may be sent on.

import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { ScoredSection } from '../../../domain/currency/rule.ts'
import { scoredSections } from '../../../domain/currency/rule.ts'
import type { Score } from '../../../domain/currency/scores.ts'
import type { Sum } from '../../../domain/export/small-numbers.ts'
import { hiddenWords, leastInside, withoutSmallNumbers } from '../../../domain/export/small-numbers.ts'
import type { CsvCell } from '../../../platform/export/csv.ts'
import { csvOf, csvType } from '../../../platform/export/csv.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file } from '../../../platform/http/reply.ts'
import type { RegisterFigures } from '../currency-store.ts'
import { readFigures, standings } from '../currency-store.ts'
import { listMonths } from '../months/month-store.ts'
import { openRegister } from '../open-register.ts'
import { standingWords } from '../words.ts'
import { shownMonths } from './page.ts'

const fromWorst: readonly Score[] = ['red', 'amber', 'green', 'empty']

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const { area, rule } = await openRegister(tx, ask, { forCouncil: true })
    const figures = await readFigures(tx, area.id, rule)
    // The same plans of the same day would tell in one row what the other leaves out.
    const months = (await listMonths(tx, area.id, shownMonths)).filter(({ takenOn }) => takenOn !== tx.today)
    const rows = [...today(figures, tx.today), ...months.map(({ takenOn, counts }): CsvCell[] => ['Plans', takenOn, ...told([...inOrder(counts), allOf(counts)], [whole])])]
    return file(csvOf({ columns: ['What is counted', 'On', ...standings.map((standing) => standingWords[standing]), 'All plans in force'], rows }), csvType, `How old plans are ${tx.today}.csv`)
  })
}

type Counts = RegisterFigures['counts']
const inOrder = (counts: Counts): number[] => standings.map((standing) => counts[standing])
const allOf = (counts: Counts): number => inOrder(counts).reduce((sum, count) => sum + count, 0)

const allAt = standings.length
const notHereAt = standings.indexOf('not-here')
const whole: Sum = { total: allAt, parts: standings.map((_, place) => place) }
/** Where the numbers of a section begin, after those of the plans. */
const beginning = (section: ScoredSection): number => allAt + 1 + scoredSections.indexOf(section) * fromWorst.length

const told = (numbers: readonly number[], sums: readonly Sum[]): CsvCell[] => withoutSmallNumbers(numbers, sums, leastInside).map((number) => number ?? hiddenWords(leastInside))

/** Every section adds up to the same plans, so that all rows of a day are one table: what is left out in one is not told by another. */
function today({ counts, all, sections }: RegisterFigures, day: PlainDate): CsvCell[][] {
  const numbers = [...inOrder(counts), all, ...scoredSections.flatMap((section) => fromWorst.map((score) => sections[section][score]))]
  const sums = [whole, ...scoredSections.map((section): Sum => ({ total: allAt, parts: [notHereAt, ...fromWorst.map((_, place) => beginning(section) + place)] }))]
  const cells = told(numbers, sums)
  return [
    ['Plans', day, ...cells.slice(0, allAt + 1)],
    ...scoredSections.map((section): CsvCell[] => [`Section ${section}`, day, ...cells.slice(beginning(section), beginning(section) + fromWorst.length), undefined, undefined]),
  ]
}
