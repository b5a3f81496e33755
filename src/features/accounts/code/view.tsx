import type { SecondFactor } from '../../../domain/sign-in/proofs.ts'
import { paths } from '../../../paths.ts'
import { TextField } from '../../../ui/fields.tsx'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { Continue } from '../../../ui/hub-page.tsx'
import { AccountPage, CodeField, OneButton } from '../parts.tsx'

const asks: Record<SecondFactor, { title: string; hint: string }> = {
  app: { title: 'Enter the code from your app', hint: 'Open your authenticator app. The code has 6 digits and changes every 30 seconds.' },
  text: { title: 'Enter the code from your text message', hint: 'We have sent you a text with 6 digits. The code works for 10 minutes.' },
  email: { title: 'Enter the code from your email', hint: 'We have sent you an email with 6 digits. The code works for 10 minutes.' },
}

export function codeView({ frame, factor, errors }: { frame: PageFrame; factor: SecondFactor; errors: FormErrors }) {
  const { title, hint } = asks[factor]
  return (
    <AccountPage frame={frame} title={title} errors={errors} back={{ href: paths.signInAccount() }}>
      <Form tokens={frame.tokens} action={paths.signInCode()}>
        <CodeField label="Code" hint={hint} errors={errors} />
        <Continue />
      </Form>
      {factor !== 'app' && <OneButton frame={frame} action={paths.signInSendCode()}>Send me a new code</OneButton>}
      <p class="govuk-body"><a class="govuk-link" href={paths.signInRecoveryCode()}>Use a recovery code instead</a></p>
    </AccountPage>
  )
}

export function recoveryView({ frame, errors, action, back }: { frame: PageFrame; errors: FormErrors; action: string; back: string }) {
  return (
    <AccountPage frame={frame} title="Enter a recovery code" errors={errors} back={{ href: back }}>
      <p class="govuk-body">You got 10 recovery codes when you set up your account. Each code works once.</p>
      <Form tokens={frame.tokens} action={action}>
        <TextField name="code" label="Recovery code" hint="For example, k7pm-x2qd-9hvw-tn4b" whoCanSee="not kept" class="govuk-input--width-20" autocomplete="off" spellcheck={false} autocapitalize="none" errors={errors} />
        <Continue />
      </Form>
      <p class="govuk-body">If you have no code left, ask the people who invited you. They can invite you again.</p>
    </AccountPage>
  )
}
