import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Finding } from '../../../domain/plan/checks/plan-check.ts'
import { TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  /** Undefined when it was mended or the words changed. */
  readonly finding: Finding | undefined
  readonly back: string
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, caseFile, finding, back, errors, values }: Props) {
  const title = 'Let the plan go although a check holds it'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: back }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {finding === undefined
          ? <p class="govuk-body">This does not hold the plan now. It was mended or released, or the words have changed. <a class="govuk-link" href={back}>Go back to the check</a>.</p>
          : (
            <>
              <InsetText>
                <p class="govuk-body">{finding.words}</p>
                <p class="govuk-hint govuk-!-margin-bottom-0">{finding.citation}</p>
              </InsetText>
              <WarningText>The duty in law remains. A release says only that the plan is not kept waiting for this, and who decided so.</WarningText>
              <Form tokens={frame.tokens}>
                <TextAreaField
                  name="reason" label="Why does the plan go on without this?" rows={6} errors={errors} values={values}
                  hint="Say what was done to get it, and what will be done after. If the words change, the release falls."
                  whoCanSee={[`the ${caseFile.area.councilName} SEND team`]}
                />
                <Button preventDoubleClick>Release in my name</Button>
              </Form>
            </>
          )}
      </TwoThirds>
    </CasePage>
  )
}
