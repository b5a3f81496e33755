import { DateField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'

/** Where words come from that stand in no report: who said them, and when. */
export function SaidBoxes({ errors, values }: { errors: FormErrors; values: FormValues }) {
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m"><h2 class="govuk-fieldset__heading">Where the words come from</h2></legend>
      <TextField name="saidBy" label="Who said it" hint="Name and role. Words from a report are better taken from the report itself." whoCanSee="said above" errors={errors} values={values} />
      <DateField name="saidOn" legend="When they said it" errors={errors} values={values} />
    </fieldset>
  )
}
