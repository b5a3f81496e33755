import { paths } from '../../../paths.ts'
import { PasswordField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { SharedComputer } from '../../../ui/shared-computer.tsx'
import { Continue } from '../../../ui/hub-page.tsx'
import { AccountPage, PasskeyForm } from '../parts.tsx'

export function view({ frame, email, next, isShared, errors, asked, offersDemo, offersOthers }: {
  frame: PageFrame; email: string; next: string | undefined; isShared: boolean; errors: FormErrors; asked: unknown; offersDemo: boolean; offersOthers: boolean
}) {
  const goesOn = next !== undefined && <input type="hidden" name="next" value={next} />
  return (
    <AccountPage frame={frame} title="Sign in" errors={errors} back={{ href: offersOthers ? paths.signIn({ next }) : paths.start() }} asksForPasskey>
      <PasskeyForm frame={frame} kind="use" id="passkey" options={asked} action={paths.signInPasskey()} button="Sign in with a passkey">
        {goesOn}
        <SharedComputer idPrefix="passkey-shared" values={{ shared: isShared ? 'yes' : undefined }} />
      </PasskeyForm>
      <h2 class="govuk-heading-m">With your email address and password</h2>
      <Form tokens={frame.tokens} action={paths.signInAccount()}>
        {goesOn}
        <TextField name="email" label="Email address" type="email" autocomplete="username" spellcheck={false} autocapitalize="none" whoCanSee="not kept" errors={errors} values={{ email }} />
        <PasswordField name="password" label="Password" autocomplete="current-password" errors={errors} />
        <SharedComputer values={{ shared: isShared ? 'yes' : undefined }} />
        <Continue />
      </Form>
      <p class="govuk-body"><a class="govuk-link" href={paths.signInHelp()}>I cannot sign in</a></p>
      <p class="govuk-body">You can only get an account if you are invited. Your council or the place you work for can invite you.</p>
      {offersDemo && <p class="govuk-body"><a class="govuk-link" href={paths.signInDemo({ next })}>Try it out as somebody invented</a></p>}
    </AccountPage>
  )
}
