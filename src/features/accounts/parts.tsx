// Pieces of the pages of accounts.

import type { ComponentChildren } from 'preact'
import { TextField } from '../../ui/fields.tsx'
import type { FormErrors } from '../../ui/form.tsx'
import { Form } from '../../ui/form.tsx'
import { Button } from '../../ui/govuk/button.tsx'
import type { PageFrame } from '../../ui/hub-page.tsx'
import { HubPage } from '../../ui/hub-page.tsx'
import { TwoThirds } from '../../ui/layout.tsx'

/** A page about an account: quick to leave, for it may be read in a home that is not safe. */
export function AccountPage({ frame, title, errors, back, children, asksForPasskey }: {
  frame: PageFrame; title: string; errors?: FormErrors | undefined; back?: { href: string } | undefined; children: ComponentChildren; asksForPasskey?: boolean
}) {
  return (
    <HubPage frame={frame} title={title} errors={errors} back={back} mayBeLeftAtOnce asksForPasskey={asksForPasskey}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {children}
      </TwoThirds>
    </HubPage>
  )
}

/** Hidden until a script finds that the browser knows passkeys: without scripts there is another way on the same page. */
export function PasskeyForm({ frame, kind, options, action, button, id = 'answer', children }: {
  frame: PageFrame; kind: 'make' | 'use'; options: unknown; action: string; button: string; id?: string; children?: ComponentChildren
}) {
  return (
    <form method="post" action={action} data-passkey={kind} data-options={JSON.stringify(options)} hidden>
      <input type="hidden" name="_csrf" value={frame.tokens.csrf} />
      <input type="hidden" name="_once" value={frame.tokens.once} />
      <input type="hidden" name="answer" value="" />
      {children}
      <Button id={id}>{button}</Button>
      <p class="govuk-body" role="status" data-passkey-said />
    </form>
  )
}

/** Six digits, as telephones and password managers know them. */
export function CodeField({ errors, label, hint }: { errors: FormErrors; label: string; hint?: string }) {
  return (
    <TextField
      name="code" label={label} hint={hint} whoCanSee="not kept" class="govuk-input--width-10 govuk-input--extra-letter-spacing"
      inputMode="numeric" autocomplete="one-time-code" spellcheck={false} errors={errors}
    />
  )
}

/** A form with one button and nothing to fill in. */
export const OneButton = ({ frame, action, children, name, value }: { frame: PageFrame; action: string; children: ComponentChildren; name?: string; value?: string }) => (
  <Form tokens={frame.tokens} action={action}>
    {name !== undefined && <input type="hidden" name={name} value={value ?? ''} />}
    <Button variant="secondary">{children}</Button>
  </Form>
)

/** The ten codes, as they are shown this once. */
export function RecoveryCodeList({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <p class="govuk-body">Each code gets you in once if you lose your phone or your passkey. <strong>We cannot show them again.</strong></p>
      <p class="govuk-body">Write them down or print this page. Keep them where only you can find them, not with your phone.</p>
      <ol class="govuk-list govuk-list--number hub-recovery-codes">
        {codes.map((code) => <li><code>{code}</code></li>)}
      </ol>
    </>
  )
}
