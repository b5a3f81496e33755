import { roleNames, roleWords, rolesAt } from '../../../domain/access/roles-at.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, RadiosField, SelectField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { AreaOfPage, PageFrame } from '../../../ui/hub-page.tsx'
import { Continue, HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { Body, StaffMember } from '../staff-store.ts'
import { lastUsedWords, wayInWords } from '../words.ts'

export const kindChoices = [
  { value: 'setting', text: 'School, nursery or college' },
  { value: 'nhs-trust', text: 'NHS trust or service', hint: 'Such as children’s speech and language therapy' },
  { value: 'icb', text: 'Integrated care board' },
  { value: 'council', text: 'Team or service of the council', hint: 'Such as educational psychology or social care' },
  { value: 'voluntary', text: 'Voluntary organisation' },
  { value: 'other', text: 'Something else' },
] as const

export const settingTypes = [
  'maintained nursery school', 'private, voluntary or independent nursery', 'mainstream primary school', 'mainstream secondary school', 'mainstream secondary academy', 'special school', 'independent special school',
  'alternative provision', 'further education college', 'special post-16 institution',
] as const

const publicly = ['everybody who works with children in this hub', 'families']

export function addView({ frame, area, errors, values }: { frame: PageFrame; area: AreaOfPage & { readonly code: string }; errors: FormErrors; values: FormValues }) {
  const title = 'Add a school or service'
  return (
    <HubPage frame={frame} title={title} errors={errors} back={{ href: paths.organisations({ area: area.code }) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l"><span class="govuk-caption-l">{area.name}</span>{title}</h1>
        <p class="govuk-body">Its home is {area.name}. It can work with children of any area.</p>
        <Form tokens={frame.tokens}>
          <RadiosField name="kind" legend="What is it?" fieldset={{ legendSize: 'm' }} errors={errors} values={values} items={[...kindChoices]} />
          <TextField name="name" label="Name" hint="For a service: the name of the body that it belongs to" whoCanSee={publicly} errors={errors} values={values} />
          <TextField name="service" label="Service (optional)" hint="When it is one service of a larger body" whoCanSee={publicly} errors={errors} values={values} />
          <SelectField name="settingType" label="Type of school, nursery or college (optional)" errors={errors} values={values} items={[{ value: '', text: 'Not said' }, ...settingTypes.map((value) => ({ value, text: value.charAt(0).toUpperCase() + value.slice(1) }))]} />
          <TextField name="urn" label="URN of a school (optional)" hint="6 digits" inputMode="numeric" class="govuk-input--width-10" whoCanSee={publicly} errors={errors} values={values} />
          <TextField name="odsCode" label="ODS code of an NHS body (optional)" class="govuk-input--width-10" whoCanSee={publicly} errors={errors} values={values} />
          <TextField name="email" label="Email address of the whole organisation (optional)" hint="Where its messages go: it says that something waits, and nothing about a child" type="email" whoCanSee={publicly} errors={errors} values={values} />
          <Continue>Add</Continue>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}

interface OneProps {
  readonly frame: PageFrame
  readonly area: AreaOfPage & { readonly code: string }
  readonly body: Body
  readonly administrators: readonly StaffMember[]
  readonly providers: readonly { readonly name: string; readonly title: string }[]
  readonly errors: FormErrors
  readonly values: FormValues
}

export function oneView({ frame, area, body, administrators, providers, errors, values }: OneProps) {
  const titles = new Map(providers.map(({ name, title }) => [name, title]))
  const also = body.kind === 'council' ? [] : rolesAt(body.kind).filter((role) => role !== 'staff-administrator')
  return (
    <HubPage frame={frame} title={body.name} errors={errors} back={{ href: paths.organisations({ area: area.code }) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{body.name}</h1>
        <h2 class="govuk-heading-m">Who adds and removes its people</h2>
        {administrators.length === 0 ? <p class="govuk-body">Nobody yet.</p> : (
          <Table
            caption="Administrators" captionClass="govuk-visually-hidden" firstCellIsHeader head={[{ content: 'Name' }, { content: 'What they do there' }, { content: 'Last used' }, { content: 'How they sign in' }]}
            rows={administrators.map((one) => [{ content: one.name }, { content: roleNames(one.roles) }, { content: lastUsedWords(one) }, { content: wayInWords(one.wayIn, titles) }])}
          />
        )}
        <h2 class="govuk-heading-m">Invite an administrator</h2>
        <p class="govuk-body">They add and remove the people of {body.name}, and see no child by it. You do not see who else works there.</p>
        <Form tokens={frame.tokens}>
          <TextField name="fullName" label="Full name" autocomplete="off" spellcheck={false} whoCanSee={['administrators of this organisation', 'the council’s staff']} errors={errors} values={values} />
          <TextField name="email" label="Work email address" hint="Their own. The invitation goes there." type="email" autocomplete="off" spellcheck={false} autocapitalize="none" whoCanSee={['administrators of this organisation', 'the council’s staff']} errors={errors} values={values} />
          {also.length > 0 && (
            <CheckboxesField
              name="also" legend="In a small organisation: what else do they do there?" fieldset={{ legendSize: 's' }} hint="Leave this empty unless nobody else there can do it. Nobody gives a role to themselves." errors={errors} values={values}
              items={also.map((role) => ({ value: role, text: roleWords[role].name }))}
            />
          )}
          <Continue>Invite</Continue>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}
