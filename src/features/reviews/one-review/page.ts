import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import { daysLate } from '../../../domain/review/review-report.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { answerInvitation } from '../answer/answer-invitation.ts'
import { reviewYearEndsOn } from '../arrange/arrange-review.ts'
import { listContributions } from '../contribution-store.ts'
import { closedWords } from '../one-review-words.ts'
import { openReview } from '../open-review.ts'
import { findGrade } from '../report-store.ts'
import type { Coming } from '../review-store.ts'
import { view } from './view.tsx'

interface Wrong {
  readonly answering: string
  readonly errors: readonly FieldError[]
  readonly values: FormValues
}

async function shown(ask: Ask, wrong?: Wrong): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'reviews')
    const open = await openReview(tx, caseFile, param(ask, 'reviewId'))
    const { review, runs, reader } = open
    const yearEndsOn = review.decidedOn === undefined ? await reviewYearEndsOn(tx, caseFile) : undefined
    // Whose part is there is for whoever runs it and the council; to everybody else their own.
    const contributions = (await listContributions(tx, caseFile, review.id)).filter(({ invitationId }) => runs || reader.isCouncil || reader.invitationIds.includes(invitationId))
    const grade = runs || reader.isCouncil ? await findGrade(tx, caseFile, review.id) : undefined
    const document = view({
      frame: ask.frame, caseFile, open, contributions, today: tx.today, errors: wrong?.errors ?? [], values: wrong?.values ?? {},
      mayAnswer: mayAct('answer-review-invitation', caseFile.parts, caseFile.stage) === 'yes', mayGrade: caseFile.open.includes('grade-review-report'),
      mayDecide: reader.isCouncil && (caseFile.open.includes('answer-proposal') || caseFile.open.includes('decide-review')),
      ...(wrong === undefined ? {} : { answering: wrong.answering }), ...(grade === undefined ? {} : { grade }), ...(yearEndsOn === undefined ? {} : { yearEndsOn }),
      ...(review.reportOn === undefined || review.heldOn === undefined ? {} : { reportDaysLate: daysLate(daysBetween(review.heldOn, review.reportOn)) }),
    })
    return wrong === undefined ? page(document) : wrongForm(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => shown(ask)

export async function answer(ask: Ask): Promise<Reply> {
  const [key, reviewId, invitationId] = [caseKeyOf(ask), param(ask, 'reviewId'), param(ask, 'invitationId')]
  const field = `coming-${invitationId}`
  const again = (errors: readonly FieldError[]): Promise<Reply> => shown(ask, { answering: invitationId, errors, values: ask.form.values() })
  const coming = (['yes', 'no', 'words'] as const).find((one): one is Coming => one === ask.form.text(field))
  const words = ask.form.text(`words-${invitationId}`)
  if (coming === undefined) return again([{ field, message: 'Say whether you come' }])
  if (words.length > 1_000) return again([{ field: `words-${invitationId}`, message: 'Use 1,000 characters or fewer' }])
  const done = await answerInvitation(ask, key, { reviewId, invitationId, coming, words })
  if (!done.ok) return again([{ field, message: done.refusal.kind === 'review-is-over' ? 'The meeting was held or called off' : closedWords(done.refusal) }])
  return redirect(paths.review({ ...key, reviewId }, { done: 'invitation-answered' }))
}
