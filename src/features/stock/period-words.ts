import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { partsOf } from '../../domain/calendar/plain-date.ts'
import type { Period } from '../../domain/stock/periods.ts'
import { dateWords } from '../../ui/words.ts'

const monthWords = (date: PlainDate): string => dateWords(date).split(' ')[1] ?? ''

/** "January to March 2026", "March 2026"; with "so far" while it goes on. */
export function periodWords({ firstDay, lastDay }: Period, today: PlainDate): string {
  const [first, last] = [monthWords(firstDay), monthWords(lastDay)]
  return `${first === last ? first : `${first} to ${last}`} ${partsOf(lastDay).year}${lastDay >= today ? ', so far' : ''}`
}
