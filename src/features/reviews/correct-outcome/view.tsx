import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { reviewOutcomes } from '../../../domain/case-file/facts.ts'
import type { Review } from '../../../domain/review/reviews-of.ts'
import { mayCorrectOutcome } from '../../../domain/review/review-steps.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, Continue, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { outcomeWords } from '../review-words.ts'

export const longestReason = 1000

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly review: Review
  readonly decision: NonNullable<Review['decision']>
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, caseFile, review, decision, errors, values }: Props) {
  const title = 'Correct what was decided'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseReviews(caseFile.key) }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}, review of {dateWords(review.meeting.happenedOn)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">The record says: {outcomeWords[decision.outcome].toLowerCase()}, told on {dateWords(decision.happenedOn)}.</p>
        {!mayCorrectOutcome(review) && errors.length === 0
          ? <WarningText>What followed a decision to amend is recorded, so the decision cannot be another one.</WarningText>
          : (
            <Form tokens={frame.tokens}>
              <p class="govuk-body">What it says now stays in the record, struck through, with your reason. The dates are worked out again.</p>
              <RadiosField name="outcome" legend="What was really decided?" errors={errors} values={values} items={reviewOutcomes.map((value) => ({ value, text: outcomeWords[value] }))} />
              <TextAreaField
                name="reason" label="Why is it being corrected?" maxLength={longestReason} rows={4} errors={errors} values={values}
                hint="Do not name other family members: every family member on the case may read this."
                whoCanSee={[`the ${caseFile.area.councilName} SEND team`, 'the family members on this case']}
              />
              <Continue>Correct the record</Continue>
            </Form>
          )}
      </TwoThirds>
    </CasePage>
  )
}
