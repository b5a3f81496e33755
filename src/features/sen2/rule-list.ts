// The rules of a year, or of all, as a table in Markdown.

import type { ReturnYear } from '../../domain/sen2/return-years.ts'
import { allRules } from '../../domain/sen2/rules/all-rules.ts'
import { holdsIn, type RuleText } from '../../domain/sen2/rules/rule.ts'

const yearsOf = ({ from, until }: RuleText): string => (from === undefined ? until === undefined ? 'all' : `to ${until}` : until === undefined ? `${from} on` : `${from} to ${until}`)

export function ruleList(year: ReturnYear | undefined): string {
  const rows = allRules.filter((rule) => year === undefined || holdsIn(rule, year))
    .map((rule) => `| ${rule.id} | ${rule.severity} | ${yearsOf(rule)} | ${rule.reads.join(', ')} | ${rule.says} ${rule.mends} |`)
  return ['| Rule | Severity | Years | Reads | What is wrong, and what mends it |', '|---|---|---|---|---|', ...rows, ''].join('\n')
}
