import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { DateField, RadiosField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'

const title = 'Record that the request is withdrawn'

export function view({ frame, caseFile, errors, values }: { frame: PageFrame; caseFile: CaseFile; errors: FormErrors; values: FormValues }) {
  const audience = ['the family', `the ${caseFile.area.councilName} SEND team`]
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseRequest(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Only whoever asked can take a request back. Make sure that they know what they give up: a decision within six weeks, and the right to appeal against a no.</p>
        {caseFile.open.includes('withdraw-request') || errors.length > 0
          ? (
            <Form tokens={frame.tokens}>
              <TextField name="by" label="Who took it back?" whoCanSee={audience} errors={errors} values={values} />
              <DateField name="on" legend="When did they tell the council?" fieldset={{ legendSize: 's' }} errors={errors} values={values} />
              <RadiosField name="still" legend="Does the council stay responsible for the child?" fieldset={{ legendSize: 's' }} errors={errors} values={values} items={[
                { value: 'yes', text: 'Yes', hint: 'The child still has, or may have, special educational needs and a plan may be needed (section 24). The case goes on and the time limits still run.' },
                { value: 'no', text: 'No', hint: 'The case closes. Anyone can ask again at any time.' },
              ]} />
              <TextAreaField name="reason" label="Their reasons, and yours for the answer above" rows={4} whoCanSee={audience} errors={errors} values={values} />
              <Button variant="warning">Record the withdrawal</Button>
            </Form>
          )
          : <p class="govuk-inset-text">This cannot be done now: the request was decided on or the case is closed.</p>}
      </TwoThirds>
    </CasePage>
  )
}
