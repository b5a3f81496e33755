import { roleWords, rolesAt } from '../../../domain/access/roles-at.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { Continue, HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { Body } from '../staff-store.ts'

const seers = ['administrators here', 'colleagues here', 'councils and families of the children they work with']

/** Name, address and roles of somebody who comes to work at a body. */
export function PersonFields({ kind, errors, values }: { kind: string; errors: FormErrors; values: FormValues }) {
  return (
    <>
      <TextField name="fullName" label="Full name" autocomplete="off" spellcheck={false} whoCanSee={seers} errors={errors} values={values} />
      <TextField name="email" label="Work email address" hint="Their own, not one that several people read. The invitation goes there." type="email" autocomplete="off" spellcheck={false} autocapitalize="none" whoCanSee={['administrators here', 'the council’s staff']} errors={errors} values={values} />
      <RolesField kind={kind} errors={errors} values={values} />
    </>
  )
}

export const RolesField = ({ kind, errors, values }: { kind: string; errors: FormErrors; values: FormValues }) => (
  <CheckboxesField
    name="roles" legend="What do they do here?" fieldset={{ legendSize: 'm' }} hint="Give only what they need for their work" errors={errors} values={values}
    items={rolesAt(kind).map((role) => ({ value: role, text: roleWords[role].name, hint: `${roleWords[role].does.charAt(0).toUpperCase()}${roleWords[role].does.slice(1)}` }))}
  />
)

export function view({ frame, body, errors, values }: { frame: PageFrame; body: Body; errors: FormErrors; values: FormValues }) {
  const title = `Add a person to ${body.name}`
  return (
    <HubPage frame={frame} title={title} errors={errors} back={{ href: paths.staffOf({ organisationId: body.id }) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">We email them a link. To use it they also need a code, which you see on the next page and tell them yourself. They then choose how to sign in: always with two steps.</p>
        <Form tokens={frame.tokens}>
          <PersonFields kind={body.kind} errors={errors} values={values} />
          <Continue>Add and invite</Continue>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}

/** The code is shown once, on the answer itself: it stands in no table and in no message. */
export function invitedView({ frame, name, email, code, back, again }: { frame: PageFrame; name: string; email: string; code: string | undefined; back: string; again: string }) {
  const title = `${name} is invited`
  return (
    <HubPage frame={frame} title={title} back={{ href: back }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">A link is on its way to {email}. It works once, in the next 48 hours.</p>
        {code === undefined ? <p class="govuk-body">The code was shown when you sent the invitation, and cannot be shown again. If you did not note it, <a class="govuk-link" href={again}>invite them again</a>.</p> : (
          <>
            <p class="govuk-body">Tell them this code by phone on a number that you know, or face to face:</p>
            <p class="govuk-heading-l"><code>{code}</code></p>
            <WarningText>This code is shown once. Do not send it by email: whoever reads the invitation could read it too.</WarningText>
          </>
        )}
        <p class="govuk-body"><a class="govuk-link" href={back}>Back to the list</a></p>
      </TwoThirds>
    </HubPage>
  )
}
