import { roleNames } from '../../../domain/access/roles-at.ts'
import { reviewEveryDays } from '../../../domain/sign-in/access-review.ts'
import { paths } from '../../../paths.ts'
import { RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { Continue, HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { Body, StaffMember } from '../staff-store.ts'
import { lastUsedWords } from '../words.ts'

/** The field of one person's answer. */
export const answerField = (personId: string): string => `access-${personId}`

export function view({ frame, body, staff, errors, values }: { frame: PageFrame; body: Body; staff: readonly StaffMember[]; errors: FormErrors; values: FormValues }) {
  const title = `Who still needs access at ${body.name}?`
  return (
    <HubPage frame={frame} title={title} errors={errors} back={{ href: paths.staffOf({ organisationId: body.id }) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">We ask every {reviewEveryDays} days. Say of each person whether they still need what they have for their work. What nobody confirms ends four weeks after the review was due.</p>
        <Form tokens={frame.tokens}>
          {staff.map((one) => (
            <RadiosField
              name={answerField(one.id)} legend={one.name} fieldset={{ legendSize: 'm' }} inline errors={errors} values={values}
              hint={`${roleNames(one.roles)}, since ${dateWords(one.since)}. Last used: ${lastUsedWords(one)}${one.lastOn === undefined ? '' : `. Last day: ${dateWords(one.lastOn)}`}`}
              items={[{ value: 'keep', text: 'Keep' }, { value: 'change', text: 'Change' }, { value: 'remove', text: 'Remove now' }]}
            />
          ))}
          <p class="govuk-body">Whoever you remove is signed out within a second, and their open work goes to the inbox. To name a colleague instead, remove them on their own page.</p>
          <Continue>Save the review</Continue>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}
