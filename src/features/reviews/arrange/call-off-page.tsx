import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { openToRun } from '../open-review.ts'
import { callOffReview } from './arrange-review.ts'
import { refusalWords } from './page.ts'

const title = 'Call the review meeting off'

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const { review } = await openToRun(tx, caseFile, param(ask, 'reviewId'))
    const document = (
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.review({ ...caseFile.key, reviewId: review.id }) }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}, {dateWords(review.meetingOn)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">To choose another day, move the meeting instead: what people have given stays with it. Calling it off does not move the day by which the review is due.</p>
          <Form tokens={ask.frame.tokens}>
            <TextAreaField name="reason" label="Why is it called off?" rows={3} whoCanSee={[`the ${caseFile.area.councilName} SEND team`, 'the family']} errors={errors} values={values} />
            <Button variant="warning" preventDoubleClick>Call it off</Button>
          </Form>
        </TwoThirds>
      </CasePage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const reason = ask.form.text('reason')
  if (reason === '') return form(ask, [{ field: 'reason', message: 'Say why it is called off' }], ask.form.values())
  const done = await callOffReview(ask, caseKeyOf(ask), { reviewId: param(ask, 'reviewId'), reason })
  if (!done.ok) return form(ask, [{ field: 'reason', message: refusalWords(done.refusal) }], ask.form.values())
  return redirect(paths.caseReviews(caseKeyOf(ask), { done: 'review-called-off' }))
}
