import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { Proposal, ProposalDecision } from '../../../casebook/plan/proposals.ts'

/** Which words stand after an acceptance, where the line has moved on since the proposal was made. */
export type Keep = 'proposed' | 'now' | 'own'

export interface AnswerForm {
  readonly decision: ProposalDecision
  readonly reason?: string
  /** The words that the line shall have. */
  readonly wording?: string
  readonly keep: Keep
  /** The revision that stood beside the proposal when the writer chose. */
  readonly against: number
}

const longest = 5_000

export function readAnswer(form: FormBody, { kind, text }: Pick<Proposal, 'kind' | 'text'>, hasMovedOn: boolean): { value: AnswerForm } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const decision = kind === 'comment' ? 'answered' : (['accepted', 'declined', 'answered'] as const).find((one) => one === form.text('decision'))
  if (decision === undefined) return { errors: [{ field: 'decision', message: 'Select whether you accept or decline it' }] }
  const reason = form.text('reason')
  if (decision !== 'accepted' && reason === '') {
    errors.push({ field: 'reason', message: decision === 'declined' ? 'Enter why it is declined: whoever asked reads it' : 'Enter your answer' })
  }
  if (reason.length > longest) errors.push({ field: 'reason', message: `Use ${longest.toLocaleString('en-GB')} characters or fewer` })
  const hasWords = decision === 'accepted' && (kind === 'change' || kind === 'add')
  const keep: Keep | undefined = !(hasMovedOn && decision === 'accepted' && kind !== 'add') ? 'own' : (['proposed', 'now', 'own'] as const).find((one) => one === form.text('keep'))
  if (keep === undefined) errors.push({ field: 'keep', message: 'Select which words the line shall have' })
  const wording = keep === 'proposed' ? text : form.text('wording')
  if (hasWords && keep === 'own' && wording === '') errors.push({ field: 'wording', message: 'Enter the words that the line shall have' })
  if (errors.length > 0 || keep === undefined) return { errors }
  return {
    value: { decision, keep, against: Number(form.text('against')), ...(reason === '' ? {} : { reason }), ...(hasWords && keep !== 'now' ? { wording } : {}) },
  }
}
