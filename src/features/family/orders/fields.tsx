import { effects, effectWords } from '../../../domain/family/restriction.ts'
import { CheckboxesField, DateField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'

/** What an order does, and from when until when. */
export function TermsFields({ errors, values }: { errors: FormErrors; values: FormValues }) {
  return (
    <>
      <CheckboxesField errors={errors} values={values} name="effects" legend="What follows from it?" hint="The person it binds… Select all that apply." items={effects.map((value) => ({ value, text: effectWords[value] }))} />
      <DateField errors={errors} values={values} name="from" legend="From when does it hold?" />
      <DateField errors={errors} values={values} name="to" legend="Until when? (optional)" hint="Its last day. Leave empty if it has no end." />
    </>
  )
}
