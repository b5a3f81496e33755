import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { DateField, RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, Continue } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { Question } from '../decision-store.ts'
import { outcomeWords } from '../outcome-words.ts'
import { panelAdvice } from './form.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly question: Question
  /** Where the page leads back to. */
  readonly back: string
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, caseFile, question, back, errors, values }: Props) {
  const whoCanSee = [`the ${caseFile.area.councilName} SEND team`]
  return (
    <CasePage frame={frame} caseFile={caseFile} title="What the panel advised" errors={errors} back={{ href: back }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">What the panel advised</h1>
        <p class="govuk-body">A panel gives advice. The decision is made by a named person with the power to decide.</p>
        <Form tokens={frame.tokens}>
          <DateField name="panelOn" legend="When did the panel meet?" errors={errors} values={values} />
          <TextAreaField name="members" label="Who was on the panel?" hint="One person on each line, with their role" rows={4} whoCanSee={whoCanSee} errors={errors} values={values} />
          <TextAreaField name="conflicts" label="Conflicts of interest (optional)" hint="Who stepped out, and why" rows={2} whoCanSee={whoCanSee} errors={errors} values={values} />
          <RadiosField
            name="advice"
            legend="What did the panel advise?"
            errors={errors}
            values={values}
            items={panelAdvice[question].map((value) => ({ value, text: outcomeWords[value] ?? value }))}
          />
          <TextAreaField name="reasons" label="Reasons" rows={6} whoCanSee={whoCanSee} errors={errors} values={values} />
          <TextAreaField name="conditions" label="Conditions or actions (optional)" rows={3} whoCanSee={whoCanSee} errors={errors} values={values} />
          <Continue>Save</Continue>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
