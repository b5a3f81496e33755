import type { Ask } from '../../../casebook/ask.ts'
import { freshSignIn, isFresh } from '../../../casebook/signing-in/fresh-sign-in.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { bodyIdOf, freshMinutes, openBody } from '../open-body.ts'
import { refusalWords } from '../words.ts'
import type { ReviewAnswer } from './review-staff.ts'
import { reviewAnswers, reviewStaff } from './review-staff.ts'
import { answerField, view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  const { body, staff } = await read(ask, (tx) => openBody(tx, bodyIdOf(ask)))
  return freshSignIn(ask, freshMinutes) ?? page(view({ frame: ask.frame, body, staff, errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const organisationId = bodyIdOf(ask)
  const { body, staff } = await read(ask, (tx) => openBody(tx, organisationId))
  if (!isFresh(ask, freshMinutes)) return redirect(paths.signInAgain({ next: paths.reviewStaff({ organisationId }) }))
  const answers: Record<string, ReviewAnswer> = {}
  for (const { id } of staff) {
    const answer = reviewAnswers.find((one) => one === ask.form.text(answerField(id)))
    if (answer !== undefined) answers[id] = answer
  }
  const done = await reviewStaff(ask, { organisationId, answers })
  if (done.ok) {
    const [first] = done.value.toChange
    return redirect(first === undefined ? paths.staffOf({ organisationId }, { done: 'staff-reviewed' }) : paths.staffMember({ organisationId, personId: first }, { done: 'staff-review-change' }))
  }
  const nameOf = (id: string): string => staff.find((one) => one.id === id)?.name ?? 'somebody'
  const errors: FieldError[] = done.refusal.people.map((id) => ({
    field: answerField(id), message: done.refusal.kind === 'unanswered' ? `Select what happens to ${nameOf(id)}’s access` : `${nameOf(id)}: ${refusalWords['last-administrator']}`,
  }))
  return wrongForm(view({ frame: ask.frame, body, staff, errors, values: ask.form.values() }))
}
