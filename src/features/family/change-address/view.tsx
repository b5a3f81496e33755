import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { DateField, RadiosField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'

export function view({ frame, caseFile, errors, values }: { frame: PageFrame; caseFile: CaseFile; errors: FormErrors; values: FormValues }) {
  const audience = [`the ${caseFile.area.councilName} SEND team`]
  return (
    <CasePage frame={frame} caseFile={caseFile} title="Record an address" errors={errors} back={{ href: paths.caseFamily(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">Record an address</h1>
        <Form tokens={frame.tokens}>
          <RadiosField
            name="confidential"
            legend="Must the address be protected?"
            hint="For a refuge, or where somebody must not find the child. No page, letter or plan ever shows it."
            errors={errors}
            values={values}
            items={[{ value: 'yes', text: 'Yes, show it to nobody' }, { value: 'no', text: 'No' }]}
          />
          <TextAreaField name="lines" label="Address" hint="One part on each line, without the postcode" rows={4} whoCanSee={[...audience, 'and nobody at all if it is protected']} errors={errors} values={values} attributes={{ autocomplete: 'off' }} />
          <TextField name="postcode" label="Postcode (optional)" class="govuk-input--width-10" whoCanSee="said above" errors={errors} values={values} attributes={{ autocomplete: 'off' }} />
          <TextField name="household" label="Whose home is it?" hint="Such as home, mother’s home or father’s home. The address before it in the same household ends the day before." class="govuk-input--width-20" whoCanSee={audience} errors={errors} values={values} />
          <DateField name="from" legend="Since when?" errors={errors} values={values} />
          <Button>Save</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
