import { paths } from '../../../paths.ts'
import { PasswordField, RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { Continue } from '../../../ui/hub-page.tsx'
import { AccountPage, PasskeyForm, RecoveryCodeList } from '../parts.tsx'

export function startView({ frame, email, asked, errors, hasAccounts, elsewhere }: {
  frame: PageFrame; email: string; asked: unknown; errors: FormErrors; hasAccounts: boolean; elsewhere: readonly { readonly name: string; readonly title: string; readonly hint: string | undefined }[]
}) {
  return (
    <AccountPage frame={frame} title="How do you want to sign in?" errors={errors} asksForPasskey={hasAccounts}>
      {elsewhere.length > 0 && (
        <Form tokens={frame.tokens} action={paths.setUpElsewhere()}>
          <RadiosField
            name="provider" legend="With an account that you have already" fieldset={{ legendSize: 'm' }} hint="You sign in there, and never need another password for this service" errors={errors} values={{}}
            items={elsewhere.map(({ name, title, hint }) => ({ value: name, text: title, ...(hint === undefined ? {} : { hint }) }))}
          />
          <Continue />
        </Form>
      )}
      {hasAccounts && (
        <>
          <p class="govuk-body">{elsewhere.length > 0 ? 'Or make an account here. You' : 'You'} sign in with the email address <strong>{email}</strong>.</p>
          <PasskeyForm frame={frame} kind="make" id="passkey" options={asked} action={paths.setUpPasskey()} button="Make a passkey">
            <h2 class="govuk-heading-m">With a passkey</h2>
            <p class="govuk-body">This is the safest way and the quickest. You sign in with your face, your finger or the PIN of your phone or computer. There is nothing to remember.</p>
            <p class="govuk-body">Do not use a phone or computer that somebody else can unlock.</p>
          </PasskeyForm>
          <h2 class="govuk-heading-m">With a password and a code</h2>
          <p class="govuk-body">You choose a password. You also get a code each time you sign in.</p>
          <p class="govuk-body" data-without-passkeys>Your browser does not offer passkeys on this page. You can add one later.</p>
          <Button href={paths.setUpPassword()} variant="secondary">Use a password</Button>
        </>
      )}
    </AccountPage>
  )
}

export function passwordView({ frame, email, isNewOnly, errors }: { frame: PageFrame; email: string; isNewOnly: boolean; errors: FormErrors }) {
  return (
    <AccountPage frame={frame} title="Choose a password" errors={errors} back={isNewOnly ? undefined : { href: paths.setUp() }}>
      <NewPasswordForm frame={frame} email={email} errors={errors} />
    </AccountPage>
  )
}

/** The address stands in the form, unseen, so that a password manager knows what the password is for. */
function NewPasswordForm({ frame, email, errors }: { frame: PageFrame; email: string; errors: FormErrors }) {
  return (
    <Form tokens={frame.tokens}>
      <input type="hidden" name="username" value={email} autocomplete="username" />
      <PasswordField name="password" label="New password" hint="Use 12 characters or more. Three words that do not belong together are easy to remember. You can paste it from a password manager." autocomplete="new-password" errors={errors} />
      <Continue />
    </Form>
  )
}

export function codesView({ frame, codes }: { frame: PageFrame; codes: readonly string[] }) {
  return (
    <AccountPage frame={frame} title="Keep your recovery codes safe">
      <RecoveryCodeList codes={codes} />
      <Button href={paths.home()}>I have kept them</Button>
    </AccountPage>
  )
}

export function emailTakenView({ frame }: { frame: PageFrame }) {
  return (
    <AccountPage frame={frame} title="This email address has an account already">
      <p class="govuk-body">Somebody signs in with this address. Two people cannot share one.</p>
      <p class="govuk-body">Ask the people who invited you to use another address. If the account is yours, <a class="govuk-link" href={paths.signInAccount()}>sign in</a>.</p>
    </AccountPage>
  )
}
