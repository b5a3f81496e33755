import { paths } from '../../../paths.ts'
import { RadiosField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { Continue, HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { StaffMember } from './staff-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly areas: readonly { readonly code: string; readonly name: string }[]
  readonly errors: FormErrors
  readonly values: FormValues
  readonly waiting: { readonly toldName: string; readonly staff: readonly StaffMember[] } | undefined
}

const title = 'Let somebody in with their account elsewhere'

export function view({ frame, areas, errors, values, waiting }: Props) {
  return (
    <HubPage frame={frame} title={title} errors={errors} back={{ href: paths.home() }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Somebody signed in with their council, school or NHS account and was shown a code. Make sure that it is really them: see them, or ring them on a number that you already have. Do not use one that they give you now.</p>
        <Form tokens={frame.tokens}>
          <TextField name="identityCode" label="The code that they read to you" hint="For example, BCDFG-HJK23" whoCanSee="not kept" class="govuk-input--width-10" autocomplete="off" spellcheck={false} errors={errors} values={values} />
          {waiting !== undefined && (
            <>
              <InsetText>Their account says: {waiting.toldName === '' ? 'no name' : waiting.toldName}</InsetText>
              <input type="hidden" name="step" value="who" />
              <RadiosField
                name="person" legend="Who is it?" fieldset={{ legendSize: 'm' }} hint="Only people with a role in your organisation are shown" errors={errors} values={values}
                items={waiting.staff.map(({ id, name, email, profession }) => ({ value: id, text: name, hint: [profession, email].filter(Boolean).join(', ') }))}
              />
            </>
          )}
          <Continue>{waiting === undefined ? 'Continue' : 'Let them in'}</Continue>
        </Form>
        {areas.map(({ code, name }) => <p class="govuk-body"><a class="govuk-link" href={paths.sessionLimit({ area: code })}>When {name} signs staff out</a></p>)}
      </TwoThirds>
    </HubPage>
  )
}
