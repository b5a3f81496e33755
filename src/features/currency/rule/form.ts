import type { CurrencyRule, RuleRefusal, ScoredSection, SectionRule } from '../../../domain/currency/rule.ts'
import { mostAnswerDays, mostMonths, mostMonthsBeforeMove, refusalsOf, scoredSections } from '../../../domain/currency/rule.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'

export interface RuleForm {
  readonly rule: CurrencyRule
  readonly reason: string
}

export const amberField = (section: ScoredSection): string => `amber-${section}`
export const redField = (section: ScoredSection): string => `red-${section}`
export const longestReason = 500

/** What the boxes hold before anybody typed. */
export const valuesOf = ({ sections, moveMakesRed, monthsBeforeMove, answerDays }: CurrencyRule): FormValues => ({
  ...Object.fromEntries(scoredSections.flatMap((section) => [[amberField(section), String(sections[section].amberAfter)], [redField(section), String(sections[section].redAfter)]])),
  counts: scoredSections.filter((section) => sections[section].counts), move: moveMakesRed ? 'red' : 'ignored', monthsBeforeMove: String(monthsBeforeMove), answerDays: String(answerDays),
})

export function readRule(form: FormBody): { value: RuleForm } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const whole = (field: string, what: string): number => {
    const text = form.text(field)
    if (/^\d{1,4}$/.test(text)) return Number(text)
    errors.push({ field, message: text === '' ? `Enter ${what}` : `${what.charAt(0).toUpperCase()}${what.slice(1)} must be a whole number` })
    return Number.NaN
  }
  const counting = form.all('counts')
  const sections = Object.fromEntries(scoredSections.map((section): [ScoredSection, SectionRule] => [section, {
    amberAfter: whole(amberField(section), `after how many months section ${section} is getting old`), redAfter: whole(redField(section), `after how many months section ${section} is out of date`),
    counts: counting.includes(section),
  }])) as Record<ScoredSection, SectionRule>
  const move = form.text('move')
  if (move !== 'red' && move !== 'ignored') errors.push({ field: 'move', message: 'Select what a move to another phase does' })
  const monthsBeforeMove = move === 'red' ? whole('monthsBeforeMove', 'how many months before a move count') : 0
  const answerDays = whole('answerDays', 'within how many days you decide about a change')
  const reason = form.text('reason')
  if (reason === '') errors.push({ field: 'reason', message: 'Enter why' })
  if (reason.length > longestReason) errors.push({ field: 'reason', message: `Why must be ${longestReason} characters or fewer` })
  const rule: CurrencyRule = { sections, moveMakesRed: move === 'red', monthsBeforeMove, answerDays }
  const typed = new Set(errors.map(({ field }) => field))
  // What is no number is said once, beside its own box.
  const isTyped = (refusal: RuleRefusal): boolean => refusal.kind === 'out-of-range' && fieldsOf(refusal.what).some((field) => typed.has(field))
  errors.push(...refusalsOf(rule).filter((refusal) => !isTyped(refusal)).map(errorOf))
  return errors.length > 0 ? { errors } : { value: { rule, reason } }
}

const fieldsOf = (what: Extract<RuleRefusal, { kind: 'out-of-range' }>['what']): string[] => (what === 'monthsBeforeMove' || what === 'answerDays' ? [what] : [amberField(what), redField(what)])

function errorOf(refusal: RuleRefusal): FieldError {
  switch (refusal.kind) {
    case 'nothing-counts': return { field: 'counts', message: 'Select at least one section that counts towards the plan’s' }
    case 'not-in-order': return { field: redField(refusal.section), message: `Section ${refusal.section} must be out of date after more months than it is getting old` }
    case 'out-of-range':
      if (refusal.what === 'monthsBeforeMove') return { field: 'monthsBeforeMove', message: `The months before a move must be ${mostMonthsBeforeMove} or fewer` }
      if (refusal.what === 'answerDays') return { field: 'answerDays', message: `The days to decide about a change must be between 1 and ${mostAnswerDays}` }
      return { field: amberField(refusal.what), message: `The months of section ${refusal.what} must be between 1 and ${mostMonths}` }
  }
}
