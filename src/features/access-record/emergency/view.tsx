import type { Area } from '../../../casebook/open-case-file.ts'
import { emergencyHours, emergencyReasonCodes, emergencyReasons } from '../../../domain/access/emergency.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, DateField, RadiosField, SelectField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { smallNumberWords } from '../../../ui/words.ts'
import { longestReason } from './form.ts'

interface Props {
  readonly frame: PageFrame
  readonly areas: readonly Area[]
  readonly errors: FormErrors
  readonly values: FormValues
  readonly found?: 'nobody'
}

const title = 'Open a record in an emergency'

export function view({ frame, areas, errors, values, found }: Props) {
  return (
    <HubPage frame={frame} title={title} errors={errors} back={{ href: paths.home() }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <div class="hub-interruption">
          <p class="govuk-body">You are about to open a child’s record that you have no part in. Do it only when a child needs you to, now.</p>
          <ul class="govuk-list govuk-list--bullet">
            <li>The council’s access officer is told at once, and will ask you about it.</li>
            <li>The family will read that you opened it, and the reason you choose.</li>
            <li>It stays open for {smallNumberWords(emergencyHours)} hours. You can end it earlier.</li>
            <li>You can read where the case is, who is on it and the plan. You can change nothing, and a protected address stays closed.</li>
          </ul>
        </div>
        {found === 'nobody' && <InsetText>Check the spelling and the date. If you are sure, ring the council’s SEND team or the emergency duty team. This try is on record.</InsetText>}
        <Form tokens={frame.tokens}>
          <RadiosField
            name="reason" legend="Why do you need to see the record now?" errors={errors} values={values}
            items={emergencyReasonCodes.map((value) => ({ value, text: emergencyReasons[value].words }))}
          />
          <TextAreaField
            name="words" label="What has happened" hint="One or two sentences. Do not name anybody." rows={3} maxLength={longestReason}
            whoCanSee={['the access officer of the council']} errors={errors} values={values}
          />
          <h2 class="govuk-heading-m">The child</h2>
          <SelectField name="area" label="Area" errors={errors} values={values} items={[{ value: '', text: 'Choose an area' }, ...areas.map(({ code, name }) => ({ value: code, text: name }))]} />
          <TextField name="givenName" label="First name" hint="As it is written, or the name they go by" whoCanSee="not kept" autocomplete="off" spellcheck={false} errors={errors} values={values} />
          <TextField name="familyName" label="Last name" whoCanSee="not kept" autocomplete="off" spellcheck={false} errors={errors} values={values} />
          <DateField name="bornOn" legend="Date of birth" hint="For example, 27 3 2019" errors={errors} values={values} />
          <CheckboxesField name="understood" legend="Before you open it" errors={errors} values={values} items={[{ value: 'yes', text: 'I have read what this means, and I need to see this record for my work now' }]} />
          <Button variant="warning">Open the record</Button>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}
