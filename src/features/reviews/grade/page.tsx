import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import type { GradeLevel } from '../../../domain/review/review-report.ts'
import { daysLate, gradeLevels } from '../../../domain/review/review-report.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import { closedWords, gradeWords } from '../one-review-words.ts'
import { openReview } from '../open-review.ts'
import { findGrade } from '../report-store.ts'
import { gradeReport } from './grade-report.ts'

const title = 'How the report was found'
const levels = gradeLevels.map((value) => ({ value, text: gradeWords[value] }))

async function form(ask: Ask, errors: FormErrors, typed?: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const { review, arrangement } = await openReview(tx, caseFile, param(ask, 'reviewId'))
    if (review.reportOn === undefined || review.heldOn === undefined || arrangement.convenor === undefined) throw new NotFound('report')
    const grade = await findGrade(tx, caseFile, review.id)
    const values: FormValues = typed ?? (grade === undefined ? {} : { childVoice: grade.childVoice, specificity: grade.specificity, words: grade.words })
    const late = daysLate(daysBetween(review.heldOn, review.reportOn))
    const key = { ...caseFile.key, reviewId: review.id }
    const document = (
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.review(key), text: 'Back to the review' }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}, review of {dateWords(review.heldOn)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">{arrangement.convenor.name} reads this. The report went {late === 0 ? 'in time' : `${plural(late, 'day')} late`}. <a class="govuk-link" href={paths.reviewReport(key)}>Read the report</a></p>
          <Form tokens={ask.frame.tokens}>
            <RadiosField name="childVoice" legend="Is the child’s own voice in it?" errors={errors} values={values} items={levels} />
            <RadiosField name="specificity" legend="Do the changes it asks for say exactly what should change?" errors={errors} values={values} items={levels} />
            <TextAreaField name="words" label="What helped, and what would help next time?" rows={4} maxLength={2_000} threshold={75} whoCanSee={[arrangement.convenor.name, `the ${caseFile.area.councilName} SEND team`]} errors={errors} values={values} />
            <Button preventDoubleClick>Send to the setting</Button>
          </Form>
        </TwoThirds>
      </CasePage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const level = (name: string): GradeLevel | undefined => gradeLevels.find((one) => one === ask.form.text(name))
  const [childVoice, specificity, words] = [level('childVoice'), level('specificity'), ask.form.text('words')]
  const errors: FieldError[] = [
    ...(childVoice === undefined ? [{ field: 'childVoice', message: 'Say whether the child’s voice is in it' }] : []),
    ...(specificity === undefined ? [{ field: 'specificity', message: 'Say whether the changes are exact' }] : []),
    ...(words === '' ? [{ field: 'words', message: 'Write what helped, or what would help next time' }] : words.length > 2_000 ? [{ field: 'words', message: 'Use 2,000 characters or fewer' }] : []),
  ]
  if (childVoice === undefined || specificity === undefined || errors.length > 0) return form(ask, errors, ask.form.values())
  const reviewId = param(ask, 'reviewId')
  const done = await gradeReport(ask, caseKeyOf(ask), { reviewId, grade: { childVoice, specificity, words } })
  if (!done.ok) return form(ask, [{ field: 'words', message: done.refusal.kind === 'not-at-this-stage' ? closedWords(done.refusal) : 'There is no report of a setting to say this of' }], ask.form.values())
  return redirect(paths.review({ ...caseKeyOf(ask), reviewId }, { done: 'report-graded' }))
}
