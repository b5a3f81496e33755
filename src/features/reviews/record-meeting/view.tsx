import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { stageWords } from '../../../domain/case-file/stage-words.ts'
import { paths } from '../../../paths.ts'
import { DateField, RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, Continue, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly isOpen: boolean
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, caseFile, isOpen, errors, values }: Props) {
  const title = 'Record a review meeting'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseReviews(caseFile.key) }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {!isOpen && errors.length === 0 ? <WarningText>A review is of a plan that is in force. This case is at: {stageWords[caseFile.stage].staff}.</WarningText> : (
          <Form tokens={frame.tokens}>
            <p class="govuk-body">The decision is due four weeks after the meeting, or at the end of the review year if that is sooner.</p>
            <DateField name="on" legend="When was the meeting?" errors={errors} values={values} />
            <RadiosField
              name="institution"
              legend="Did a school, nursery or college hold the review?"
              errors={errors}
              values={values}
              items={[
                { value: 'yes', text: 'Yes' },
                { value: 'no', text: 'No, the council did', hint: 'The child goes to no setting: educated at home or otherwise than at school, or waiting for a place' },
              ]}
            />
            <Continue>Record the meeting</Continue>
          </Form>
        )}
      </TwoThirds>
    </CasePage>
  )
}
