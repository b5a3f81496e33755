// The report that a person reads: sums by rule, each with what mends it and its first places. Held back to the end, and short however long the file is.

import { localAuthorities } from '../../domain/sen2/local-authorities.ts'
import type { ReturnFault } from '../../domain/sen2/check-return.ts'
import { registerRules, ruleById } from '../../domain/sen2/rules/all-rules.ts'
import type { RuleText, Severity } from '../../domain/sen2/rules/rule.ts'
import type { Sen2Person } from '../../domain/sen2/sen2-return.ts'
import { itemOf } from '../../domain/sen2/year-tables.ts'
import { nameOf, type Report, type ReportOn } from './report.ts'

const shownOfEach = 3
const figure = (count: number): string => count.toLocaleString('en-GB')
const counted = (count: number, one: string, many: string): string => `${figure(count)} ${count === 1 ? one : many}`

export function humanReport({ file, hasNames, check }: ReportOn): Report {
  const byRule = new Map<string, { readonly rule: RuleText; count: number; readonly first: string[] }>()
  const fault = (found: ReturnFault, person?: Sen2Person): string => {
    const { rule } = found
    const entry = byRule.get(rule.id) ?? { rule, count: 0, first: [] }
    byRule.set(rule.id, entry)
    entry.count += 1
    if (entry.first.length < shownOfEach) entry.first.push(placeWords(found, person))
    return ''
  }
  const placeWords = ({ file: inFile, line, column, block, element, because, person: position }: ReturnFault, person: Sen2Person | undefined): string => {
    const item = element === undefined ? undefined : itemOf(check.year, block, element)
    return [
      ...(line === 0 ? [] : [`${inFile === undefined ? '' : `${inFile}, `}line ${line}, column ${column}`]),
      ...(position === undefined ? [] : [`person ${figure(position)}${person?.UPN === undefined ? '' : `, UPN ${person.UPN}`}${hasNames && person !== undefined ? `, ${nameOf(person)}` : ''}`]),
      ...(element === undefined ? block === '' ? [] : [block] : [`${element}${item === undefined ? '' : ` (${item})`}`]),
      ...(because === undefined ? [] : [because]),
    ].join(': ')
  }
  const section = (severity: Severity, title: string): string[] => {
    const entries = [...byRule.values()].filter(({ rule }) => rule.severity === severity).toSorted((one, other) => other.count - one.count || one.rule.id.localeCompare(other.rule.id))
    if (entries.length === 0) return []
    return ['', title, ...entries.flatMap(({ rule, count, first }) => [
      `  ${rule.id.padEnd(7)}${figure(count).padStart(8)}  ${rule.says}`,
      `${' '.repeat(19)}${rule.mends}`,
      ...first.map((place) => `${' '.repeat(21)}${place}`),
      ...(count > first.length ? [`${' '.repeat(21)}and ${counted(count - first.length, 'more', 'more')}`] : []),
    ])]
  }
  const sum = (severity: Severity): number => [...byRule.values()].reduce((total, { rule, count }) => total + (rule.severity === severity ? count : 0), 0)
  const end: Report['end'] = (stopped) => {
    // Of what is no return at all there is nothing to say but that.
    if (stopped !== undefined && check.header === undefined && byRule.size === 0) return ''
    const authority = check.header?.Source?.LEA
    const name = authority === undefined ? undefined : localAuthorities[authority]
    const yearIsSure = check.yearSaid === String(check.year)
    return [
      file,
      `SEN2 return checked as that of ${check.year}${yearIsSure ? '' : check.yearSaid === undefined ? ' (its header says no year)' : ` (its header says ${check.yearSaid.slice(0, 20)})`}; authority ${authority ?? 'not said'}${name === undefined ? '' : ` ${name}`}; ${counted(check.totals?.persons ?? 0, 'person', 'people')}`,
      `${counted(sum('error'), 'error', 'errors')}, ${counted(sum('query'), 'query', 'queries')}${stopped === undefined ? '' : ` up to line ${stopped.line}, where it could not be read on`}`,
      ...section('error', 'Errors: must be mended'), ...section('query', 'Queries: mend, or explain'),
      '',
      `Not checked, because it needs the registers of settings: ${registerRules.filter((id) => ruleById.has(id)).join(', ')}. Rule numbers are this program’s own, not the department’s.`,
      '',
    ].join('\n')
  }
  return { beginning: '', fault, end }
}
