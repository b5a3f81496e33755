import { CheckboxesField } from './fields.tsx'
import type { FormValues } from './form.tsx'

/** On each sign-in page: shorter limits where others sit down at the same screen. The hint says the same as domain/access/session-limits.ts. */
export const SharedComputer = ({ values, idPrefix }: { values: FormValues; idPrefix?: string }) => (
  <CheckboxesField
    name="shared" {...(idPrefix === undefined ? {} : { idPrefix })} legend="Do other people use this computer?" fieldset={{ legendSize: 's' }} values={values}
    items={[{ value: 'yes', text: 'Yes, I share it', hint: 'We sign you out sooner: after 10 minutes without a page, and after 2 hours at the latest' }]}
  />
)
