import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { reviewOutcomes } from '../../../domain/case-file/facts.ts'
import type { ReviewStep } from '../../../domain/review/review-steps.ts'
import type { Review } from '../../../domain/review/reviews-of.ts'
import { paths } from '../../../paths.ts'
import { DateField, RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, Continue, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { noticeChannelWords, outcomeWords, stepWords } from '../review-words.ts'
import { noticeChannels } from './form.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly review: Review
  readonly step: ReviewStep
  /** Why it cannot be recorded now, when it cannot. */
  readonly closed?: string
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, caseFile, review, step, closed, errors, values }: Props) {
  const { title, legend, hint, law } = stepWords[step]
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseReviews(caseFile.key) }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}, review of {dateWords(review.meeting.happenedOn)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{law}</p>
        {closed !== undefined && errors.length === 0 ? <WarningText>{closed}.</WarningText> : (
          <Form tokens={frame.tokens}>
            {step === 'amended-final' && review.notice === undefined && (
              <InsetText>No amendment notice is recorded for this review. If one was sent, record it too: it can be done before or after this.</InsetText>
            )}
            {step === 'decision' && (
              <RadiosField
                name="outcome" legend="What was decided?" errors={errors} values={values}
                items={reviewOutcomes.map((value) => ({ value, text: outcomeWords[value] }))}
              />
            )}
            <DateField name="on" legend={legend} hint={hint} errors={errors} values={values} />
            {step === 'notice' && (
              <RadiosField
                name="channel" legend="How was it sent?" hint="The family’s fifteen days begin when it reaches them: by post, the second working day" errors={errors} values={values}
                items={noticeChannels.map((value) => ({ value, text: noticeChannelWords[value] }))}
              />
            )}
            <Continue>{title}</Continue>
          </Form>
        )}
      </TwoThirds>
    </CasePage>
  )
}
