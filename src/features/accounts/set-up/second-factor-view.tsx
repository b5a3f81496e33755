import type { SecondFactor } from '../../../domain/sign-in/proofs.ts'
import { keyInGroups } from '../../../platform/second-factor/authenticator.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { Continue } from '../../../ui/hub-page.tsx'
import { AccountPage, CodeField, OneButton } from '../parts.tsx'

const choices: Record<SecondFactor, { text: string; hint: string }> = {
  app: { text: 'An app on my phone or computer', hint: 'This is the safest. It works without a signal.' },
  text: { text: 'A text message', hint: 'You need your phone each time. Do not choose this if somebody else reads your texts.' },
  email: { text: 'An email', hint: 'You need your email each time. Do not choose this if somebody else reads your emails.' },
}

export function chooseView({ frame, factors, email, errors, values }: { frame: PageFrame; factors: readonly SecondFactor[]; email: string; errors: FormErrors; values: FormValues }) {
  return (
    <AccountPage frame={frame} title="How do you want to get your codes?" errors={errors} back={{ href: paths.setUpPassword() }}>
      <p class="govuk-body">When you sign in, we ask for your password and a code. A thief who has your password still cannot get in.</p>
      <Form tokens={frame.tokens}>
        <RadiosField
          name="factor" legend="Get codes by" errors={errors} values={values}
          items={factors.map((value) => ({
            value, ...choices[value],
            ...(value !== 'text' ? {} : {
              conditional: <TextField name="phone" label="Mobile number" type="tel" autocomplete="tel" class="govuk-input--width-20" whoCanSee={['nobody but you: it is kept locked']} errors={errors} values={values} />,
            }),
            ...(value !== 'email' ? {} : { hint: `${choices.email.hint} We send it to ${email}. If you forget your password, you will need a recovery code.` }),
          }))}
        />
        <Continue />
      </Form>
    </AccountPage>
  )
}

export function appView({ frame, key, qr, canChoose, errors }: { frame: PageFrame; key: string; qr: { size: number; path: string }; canChoose: boolean; errors: FormErrors }) {
  return (
    <AccountPage frame={frame} title="Set up your app" errors={errors} back={{ href: canChoose ? paths.setUpSecondFactor() : paths.setUpPassword() }}>
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        <li>Get an authenticator app if you have none. Many phones and password managers have one built in. It is free.</li>
        <li>In the app, add an account. Scan this picture, or type in the key below it.</li>
        <li>The app then shows a code with 6 digits. Enter it here.</li>
      </ol>
      <svg class="hub-qr" xmlns="http://www.w3.org/2000/svg" width="222" height="222" viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label="QR code for your app. The key below it says the same" shape-rendering="crispEdges">
        <rect width={qr.size} height={qr.size} fill="#ffffff" />
        <path d={qr.path} fill="#000000" />
      </svg>
      <p class="govuk-body">Key to type in: <code class="hub-app-key">{keyInGroups(key)}</code></p>
      <p class="govuk-hint">If the app asks: the account name can be anything, and the key is “time based”.</p>
      <Form tokens={frame.tokens}>
        <CodeField label="Code from the app" errors={errors} />
        <Continue />
      </Form>
      {canChoose && <p class="govuk-body"><a class="govuk-link" href={paths.setUpSecondFactor()}>I cannot use an app</a></p>}
    </AccountPage>
  )
}

export function codeView({ frame, factor, errors }: { frame: PageFrame; factor: 'text' | 'email'; errors: FormErrors }) {
  return (
    <AccountPage frame={frame} title={factor === 'text' ? 'Enter the code from your text message' : 'Enter the code from your email'} errors={errors} back={{ href: paths.setUpSecondFactor() }}>
      <Form tokens={frame.tokens} action={paths.setUpCode()}>
        <CodeField label="Code" hint="We have sent you a code with 6 digits. It works for 10 minutes." errors={errors} />
        <Continue />
      </Form>
      <OneButton frame={frame} action={paths.setUpSendCode()}>Send me a new code</OneButton>
    </AccountPage>
  )
}
