// Why a case is on the list of today's work: said in each row, the most pressing first.

import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import { dateWords, plural } from '../../../ui/words.ts'
import { londonTimeOf } from '../../../domain/calendar/london-date.ts'
import type { WorkRow } from '../home-store.ts'
import { nextWords } from '../case-table.tsx'

export function reasonsFor(row: WorkRow, today: PlainDate): string[] {
  const step = nextWords(row)
  const days = row.nextDueOn === undefined ? undefined : daysBetween(today, row.nextDueOn)
  const reasons = [
    ...(days !== undefined && days < 0 ? [`${step}: ${plural(-days, 'day')} past its last day`] : []),
    ...(row.unansweredSince === undefined ? [] : [`${row.unansweredFrom ?? 'A family member'} has waited for an answer since ${dateWords(londonTimeOf(row.unansweredSince).date)}`]),
    ...(days !== undefined && days >= 0 && days <= 7 ? [`${step}: ${days === 0 ? 'last day today' : `${plural(days, 'day')} left`}`] : []),
    ...(row.lateAdvice > 0 ? [`${plural(row.lateAdvice, 'piece')} of advice late: chase`] : []),
    ...(row.openProposals > 0 ? [`${plural(row.openProposals, 'comment')} on the draft to answer`] : []),
  ]
  return reasons.length > 0 ? reasons : [step]
}
