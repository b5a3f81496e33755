// One fault a row, for a spreadsheet.

import type { ReturnFault } from '../../domain/sen2/check-return.ts'
import type { Sen2Person } from '../../domain/sen2/sen2-return.ts'
import { itemOf } from '../../domain/sen2/year-tables.ts'
import { csvLine } from '../../platform/export/csv.ts'
import { nameOf, type Report, type ReportOn } from './report.ts'

export function csvReport({ hasNames, check }: ReportOn): Report {
  const beginning = `\ufeff${csvLine(['Rule', 'Severity', 'File', 'Line', 'Column', 'Person', 'UPN', ...(hasNames ? ['Name'] : []), 'Block', 'Element', 'Item', 'What is wrong', 'In this case', 'What mends it'])}`
  const fault = ({ rule, block, element, file, line, column, because, person: position }: ReturnFault, person?: Sen2Person): string => csvLine([
    rule.id, rule.severity, file, line === 0 ? undefined : line, line === 0 ? undefined : column, position, person?.UPN, ...(hasNames ? [person === undefined ? undefined : nameOf(person)] : []),
    block, element, element === undefined ? undefined : itemOf(check.year, block, element), rule.says, because, rule.mends,
  ])
  return { beginning, fault, end: () => '' }
}
