// What the wording check says of one plan line, its own fields taken into account: "45 minutes a week" said in the boxes of
// the line is printed with it and binds as its words do.

import type { MissingPart } from '../wording/parts-said.ts'
import { checkProvision } from '../wording/check-provision.ts'
import { checkOutcome, smartParts } from '../wording/check-outcome.ts'
import type { WordingResult } from './checks/plan-under-check.ts'
import type { LineFields, PlanContent, PlanLine } from './line.ts'

const isSaid = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''

/** Parts that a provision line says in its boxes. */
function partsInFields(fields: LineFields): Set<MissingPart> {
  const parts: readonly (readonly [MissingPart, boolean])[] = [
    ['who', isSaid(fields.who)], ['what', isSaid(fields.what)], ['howMuch', fields.minutes !== undefined],
    ['howOften', fields.times !== undefined && fields.per !== undefined],
    ['howLong', fields.weeks !== undefined || isSaid(fields.howLong)], ['ratio', isSaid(fields.groupSize)],
    ['reviewer', isSaid(fields.checkedBy)], ['setting', isSaid(fields.setting)],
  ]
  return new Set(parts.flatMap(([part, said]) => (said ? [part] : [])))
}

const smartWords: Record<(typeof smartParts)[number], string> = {
  specific: 'what the child will do', measurable: 'how it will be seen', achievable: 'a fair step', relevant: 'which need it answers',
  timeBound: 'by when',
}

/** Undefined for lines whose wording is not judged: views, needs, placement. */
export function wordingOf(line: PlanLine): WordingResult | undefined {
  if (line.kind === 'outcome') {
    const check = checkOutcome(line.text)
    const has = { ...check, measurable: check.measurable || isSaid(line.fields.measure), timeBound: check.timeBound || isSaid(line.fields.by) }
    const missing = smartParts.filter((part) => !has[part])
    return { lineId: line.id, verdict: missing.length === 0 ? 'smart' : 'not-smart', missing: missing.map((part) => smartWords[part]) }
  }
  if (line.kind !== 'provision') return undefined
  const section = (['F', 'G', 'H1', 'H2'] as const).find((one) => one === line.section)
  const check = checkProvision(line.text, section === undefined ? {} : { section })
  const said = partsInFields(line.fields)
  const missing = check.missing.filter((part) => !said.has(part))
  const essential = check.essential.filter((part) => !said.has(part))
  if (check.verdict === 'specific' || said.size === 0) return { lineId: line.id, verdict: check.verdict, missing }
  // Amounts in the boxes are firm; what the words take back ("as required") stays for a person to look at.
  const hasAmount = said.has('howMuch') && said.has('howOften')
  const isFirm = essential.length === 0 && (check.verdict === 'partly' || hasAmount)
  return { lineId: line.id, verdict: isFirm ? 'specific' : hasAmount ? 'partly' : check.verdict, missing }
}

export const wordingOfPlan = (content: PlanContent): WordingResult[] =>
  content.lines.flatMap((line) => wordingOf(line) ?? [])
