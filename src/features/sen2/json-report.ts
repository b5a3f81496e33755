// One fault a line as JSON, and the sums at the end.

import type { ReturnFault } from '../../domain/sen2/check-return.ts'
import type { Sen2Person } from '../../domain/sen2/sen2-return.ts'
import { itemOf } from '../../domain/sen2/year-tables.ts'
import { nameOf, type Report, type ReportOn } from './report.ts'

export function jsonReport({ hasNames, check }: ReportOn): Report {
  const sums = { error: 0, query: 0 }
  const fault = ({ rule, block, element, file, line, column, because, person: position }: ReturnFault, person?: Sen2Person): string => {
    sums[rule.severity] += 1
    const item = element === undefined ? undefined : itemOf(check.year, block, element)
    return `${JSON.stringify({
      rule: rule.id, severity: rule.severity, file, ...(line === 0 ? {} : { line, column }), ...(position === undefined ? {} : { person: position }), upn: person?.UPN,
      ...(hasNames && person !== undefined ? { name: nameOf(person) } : {}), block: block === '' ? undefined : block, element, item, says: rule.says, because, mends: rule.mends,
    })}\n`
  }
  const end: Report['end'] = (stopped) => `${JSON.stringify({ summary: { year: check.year, yearInHeader: check.yearSaid, authority: check.header?.Source?.LEA, ...(check.totals ?? { persons: 0 }), errors: sums.error, queries: sums.query, ...(stopped === undefined ? {} : { readUpTo: { line: stopped.line, column: stopped.column } }) } })}\n`
  return { beginning: '', fault, end }
}
