import type { SecondFact } from '../../../casebook/accounts/invitations.ts'
import { DateField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { Continue } from '../../../ui/hub-page.tsx'
import { AccountPage } from '../parts.tsx'

export function view({ frame, factKind, errors, values }: { frame: PageFrame; factKind: SecondFact['kind']; errors: FormErrors; values: FormValues }) {
  return (
    <AccountPage frame={frame} title="Open your account" errors={errors}>
      <p class="govuk-body">First we make sure that this invitation reached the right person. You have 5 tries.</p>
      <Form tokens={frame.tokens}>
        {factKind === 'code'
          ? <TextField name="code" label="The code you were told" hint="It has 8 digits. Somebody told you by phone, in a letter or face to face. It is not in the email." whoCanSee="not kept" class="govuk-input--width-10" inputMode="numeric" autocomplete="off" spellcheck={false} errors={errors} />
          : <DateField name="born" legend="Your child’s date of birth" hint="If the invitation is about yourself, enter your own. For example, 27 3 2015" errors={errors} values={values} />}
        <Continue />
      </Form>
    </AccountPage>
  )
}
