import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { QuestionOfLaw } from './question.ts'

export interface DecisionForm {
  readonly testAnswers: Readonly<Record<string, 'yes' | 'no'>>
  readonly outcome: string
  readonly reasons: string
  readonly outcomeOfAssessment?: string
}

/** Reads the answers to the legal test; the outcome follows from them and is never chosen against them. */
export function readDecision(form: FormBody, law: QuestionOfLaw): { value: DecisionForm } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const testAnswers: Record<string, 'yes' | 'no'> = {}
  for (const { field, unanswered } of law.parts) {
    const answer = form.text(field)
    if (answer === 'yes' || answer === 'no') testAnswers[field] = answer
    else errors.push({ field, message: unanswered })
  }
  const reasons = form.text('reasons')
  if (reasons === '') errors.push({ field: 'reasons', message: 'Enter the reasons for the decision' })
  const outcomeOfAssessment = form.text('outcomeOfAssessment')
  if (law.tellsOutcomeOfAssessment && outcomeOfAssessment === '') {
    errors.push({ field: 'outcomeOfAssessment', message: 'Enter what the assessment found' })
  }
  if (errors.length > 0) return { errors }
  const outcome = Object.values(testAnswers).every((answer) => answer === 'yes') ? law.yes : law.no
  return { value: { testAnswers, outcome, reasons, ...(outcomeOfAssessment === '' ? {} : { outcomeOfAssessment }) } }
}
