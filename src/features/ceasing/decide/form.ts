import { isCeaseGround, isCessationCode } from '../../../domain/ceasing/cease-codes.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { CeaseDecision } from '../ceasing-acts.ts'

export const longestReasons = 8000

/** The decision as answered; what the law says to the answers is the act's question. `isOver18`: asked what is asked of over-eighteens. */
export function readDecision(form: FormBody, { isOver18 }: { readonly isOver18: boolean }): { value: CeaseDecision } | { errors: FieldError[] } {
  const outcome = form.text('outcome')
  const reasons = form.text('reasons')
  const errors: FieldError[] = [
    ...(outcome === 'cease' || outcome === 'keep' ? [] : [{ field: 'outcome', message: 'Select whether the plan ends or goes on' }]),
    ...(reasons === '' ? [{ field: 'reasons', message: 'Enter the reasons for the decision' }] : []),
    ...(reasons.length > longestReasons ? [{ field: 'reasons', message: `Reasons must be ${longestReasons.toLocaleString('en-GB')} characters or fewer` }] : []),
  ]
  if (outcome !== 'cease') return errors.length > 0 ? { errors } : { value: { outcome: 'keep', reasons } }
  const [ground, code] = [form.text('ground'), Number(form.text('code'))]
  const asked = ['met', 'outOfEducation', ...(isOver18 ? ['outcomesWeighed', 'askedAtReview'] : [])]
  const unanswered: Readonly<Record<string, string>> = {
    met: 'Say whether the test is met', outOfEducation: 'Say whether they are out of education and training now',
    outcomesWeighed: 'Say whether the outcomes were weighed', askedAtReview: 'Say whether a review asked about returning',
  }
  errors.push(
    ...(isCeaseGround(ground) ? [] : [{ field: 'ground', message: 'Select the ground' }]),
    ...asked.filter((field) => !['yes', 'no'].includes(form.text(field))).map((field) => ({ field, message: unanswered[field] ?? '' })),
    ...(isCessationCode(code) ? [] : [{ field: 'code', message: 'Select the reason for the national return' }]),
  )
  if (errors.length > 0 || !isCeaseGround(ground) || !isCessationCode(code)) return { errors }
  const yes = (field: string): boolean => form.text(field) === 'yes'
  return {
    value: {
      outcome, reasons,
      answers: {
        ground, code, ...(ground === 'no-longer-responsible' ? { notResponsible: yes('met') } : { notRequired: yes('met') }), outOfEducation: yes('outOfEducation'),
        ...(isOver18 ? { outcomesWeighed: yes('outcomesWeighed'), askedAtReview: yes('askedAtReview') } : {}),
      },
    },
  }
}
