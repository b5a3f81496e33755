import type { SecondFactor } from '../../../domain/sign-in/proofs.ts'
import { paths } from '../../../paths.ts'
import { TextField } from '../../../ui/fields.tsx'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { Continue } from '../../../ui/hub-page.tsx'
import { AccountPage, CodeField, OneButton } from '../parts.tsx'

export function askView({ frame, email, errors }: { frame: PageFrame; email: string; errors: FormErrors }) {
  return (
    <AccountPage frame={frame} title="Get back into your account" errors={errors} back={{ href: paths.signInAccount() }}>
      <p class="govuk-body">We will email you a link. Then we ask for one more thing, to make sure that it is you:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>a code from your app or your phone, or</li>
        <li>one of your recovery codes</li>
      </ul>
      <Form tokens={frame.tokens} action={paths.signInHelp()}>
        <TextField name="email" label="Your email address" type="email" autocomplete="username" spellcheck={false} autocapitalize="none" whoCanSee="not kept" errors={errors} values={{ email }} />
        <Continue>Email me a link</Continue>
      </Form>
      <h2 class="govuk-heading-m">If you have lost everything</h2>
      <p class="govuk-body">Ask the people who invited you. They make sure who you are and invite you again.</p>
      <p class="govuk-body">If you still have your password and one recovery code, <a class="govuk-link" href={paths.signInAccount()}>sign in</a> with both.</p>
    </AccountPage>
  )
}

export function sentView({ frame }: { frame: PageFrame }) {
  return (
    <AccountPage frame={frame} title="Check your email" back={{ href: paths.signInAccount() }}>
      <p class="govuk-body">If this address has an account, we have sent it an email with a link. The link works once, in the next 30 minutes.</p>
      <p class="govuk-body">No email after a few minutes? Look in your junk folder. Check that you use the address to which you were invited.</p>
      <p class="govuk-body"><a class="govuk-link" href={paths.signInHelp()}>Ask for a new link</a></p>
    </AccountPage>
  )
}

const codeFrom: Record<SecondFactor, string> = { app: 'Code from your app', text: 'Code from your text message', email: 'Code from your email' }

export function proveView({ frame, token, factor, takesCode, errors }: { frame: PageFrame; token: string; factor: SecondFactor | undefined; takesCode: boolean; errors: FormErrors }) {
  return (
    <AccountPage frame={frame} title="Show us that it is you" errors={errors}>
      {takesCode && factor !== undefined && (
        <>
          {factor === 'text' && <OneButton frame={frame} action={paths.wayBackCode({ token })}>Text me a code</OneButton>}
          <Form tokens={frame.tokens} action={paths.wayBack({ token })} id="with-code">
            <input type="hidden" name="which" value="code" />
            <CodeField label={codeFrom[factor]} hint="It has 6 digits." errors={errors} />
            <Continue />
          </Form>
          <h2 class="govuk-heading-m">Or use a recovery code</h2>
          <p class="govuk-body">Do this if you have lost your phone. You will set up your account again.</p>
        </>
      )}
      <Form tokens={frame.tokens} action={paths.wayBack({ token })} id="with-recovery-code">
        <input type="hidden" name="which" value="recovery-code" />
        <TextField name="recovery" label="Recovery code" hint="For example, k7pm-x2qd-9hvw-tn4b" whoCanSee="not kept" class="govuk-input--width-20" autocomplete="off" spellcheck={false} autocapitalize="none" errors={errors} />
        <Continue />
      </Form>
    </AccountPage>
  )
}

export function overView({ frame }: { frame: PageFrame }) {
  return (
    <AccountPage frame={frame} title="This link does not work any more">
      <p class="govuk-body">A link works once and only for a short time. It also stops after too many wrong tries.</p>
      <p class="govuk-body"><a class="govuk-link" href={paths.signInHelp()}>Ask for a new link</a></p>
      <p class="govuk-body">Were you invited? Then ask the people who invited you to send you a new invitation.</p>
    </AccountPage>
  )
}
