import type { Account, OwnPasskey } from '../../../casebook/accounts/account-rows.ts'
import { londonDateOf } from '../../../domain/calendar/london-date.ts'
import { paths } from '../../../paths.ts'
import { PasswordField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { Continue } from '../../../ui/hub-page.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import { AccountPage, CodeField, PasskeyForm, RecoveryCodeList } from '../parts.tsx'

const title = 'How you sign in'
const factorWords = { app: 'Code from an app', text: 'Code by text message', email: 'Code by email' } as const

export function mineView({ frame, account, passkeys, codesLeft, asked, errors }: {
  frame: PageFrame; account: Account; passkeys: readonly OwnPasskey[]; codesLeft: number; asked: unknown; errors: FormErrors
}) {
  const hasPassword = account.passwordHash !== null
  const change = (href: string, of: string, text = 'Change') => [{ href, text, visuallyHiddenText: of }]
  return (
    <AccountPage frame={frame} title={title} errors={errors} back={{ href: paths.home() }} asksForPasskey>
      <SummaryList
        rows={[
          { key: 'Email address', value: account.email, actions: change(paths.changeEmail(), 'email address') },
          { key: 'Password', value: hasPassword ? 'Set' : 'None', actions: change(paths.changePassword(), 'password', hasPassword ? 'Change' : 'Add') },
          hasPassword && account.secondFactor !== undefined && { key: 'Codes', value: factorWords[account.secondFactor], actions: change(paths.changeSecondFactor(), 'how you get codes') },
          { key: 'Recovery codes', value: `${codesLeft} of 10 left` },
        ]}
      />
      <p class="govuk-body">We email you each time something here is changed.</p>
      <h2 class="govuk-heading-m">Your passkeys</h2>
      {passkeys.length === 0 && <p class="govuk-body">You have no passkeys. A passkey is the safest and quickest way to sign in.</p>}
      {passkeys.map(({ id, name, createdAt, lastUsedAt }, index) => (
        <SummaryList
          card={{ title: passkeys.length > 1 ? `${name} (${index + 1})` : name, headingLevel: 3 }}
          rows={[
            { key: 'Added', value: dateWords(londonDateOf(createdAt)) },
            { key: 'Last used', value: lastUsedAt === undefined ? 'Not yet' : dateWords(londonDateOf(lastUsedAt)) },
            {
              key: <span class="govuk-visually-hidden">Remove</span>,
              value: (
                <Form tokens={frame.tokens} action={paths.removePasskey()}>
                  <input type="hidden" name="passkey" value={id} />
                  <button type="submit" class="hub-link-button" id={index === 0 ? 'remove-passkey' : undefined}>Remove<span class="govuk-visually-hidden"> {name} ({index + 1})</span></button>
                </Form>
              ),
            },
          ]}
        />
      ))}
      <PasskeyForm frame={frame} kind="make" id="passkey" options={asked} action={paths.addPasskey()} button="Add a passkey" />
      <p class="govuk-body" data-without-passkeys>Your browser does not offer passkeys on this page. To add one, open this page on a device that does.</p>
      <h2 class="govuk-heading-m">New recovery codes</h2>
      <p class="govuk-body">{codesLeft < 3 ? `You have ${codesLeft} ${plural(codesLeft, 'code')} left. ` : ''}If you lost your codes, make new ones. The old ones then stop working.</p>
      <Form tokens={frame.tokens} action={paths.newRecoveryCodes()}>
        <Button variant="secondary">Make new recovery codes</Button>
      </Form>
    </AccountPage>
  )
}

export function withoutView({ frame }: { frame: PageFrame }) {
  return (
    <AccountPage frame={frame} title={title} back={{ href: paths.home() }}>
      <p class="govuk-body">You do not sign in with an account of this service. Whoever looks after your sign-in can change it.</p>
    </AccountPage>
  )
}

export function passwordView({ frame, email, errors }: { frame: PageFrame; email: string; errors: FormErrors }) {
  return (
    <AccountPage frame={frame} title="Change your password" errors={errors} back={{ href: paths.mySignIn() }}>
      <p class="govuk-body">We sign you out everywhere else when you change it.</p>
      <Form tokens={frame.tokens}>
        <input type="hidden" name="username" value={email} autocomplete="username" />
        <PasswordField name="current" label="The password you have now" autocomplete="current-password" errors={errors} />
        <PasswordField name="password" label="New password" hint="Use 12 characters or more. Three words that do not belong together are easy to remember." autocomplete="new-password" errors={errors} />
        <Continue>Change password</Continue>
      </Form>
    </AccountPage>
  )
}

export function emailView({ frame, email, typed, errors }: { frame: PageFrame; email: string; typed: string; errors: FormErrors }) {
  return (
    <AccountPage frame={frame} title="Change your email address" errors={errors} back={{ href: paths.mySignIn() }}>
      <p class="govuk-body">You sign in with {email} now. We send a code to the new address, and tell the old one.</p>
      <Form tokens={frame.tokens}>
        <TextField name="email" label="New email address" type="email" autocomplete="email" spellcheck={false} autocapitalize="none" whoCanSee={['you and the people who invited you']} errors={errors} values={{ email: typed }} />
        <Continue />
      </Form>
    </AccountPage>
  )
}

export function confirmEmailView({ frame, errors }: { frame: PageFrame; errors: FormErrors }) {
  return (
    <AccountPage frame={frame} title="Confirm your new email address" errors={errors} back={{ href: paths.changeEmail() }}>
      <Form tokens={frame.tokens}>
        <CodeField label="Code" hint="We have sent a code with 6 digits to your new address. It works for 10 minutes." errors={errors} />
        <Continue />
      </Form>
    </AccountPage>
  )
}

export function codesView({ frame, codes }: { frame: PageFrame; codes: readonly string[] }) {
  return (
    <AccountPage frame={frame} title="Keep your recovery codes safe">
      <RecoveryCodeList codes={codes} />
      <Button href={paths.mySignIn()}>I have kept them</Button>
    </AccountPage>
  )
}
