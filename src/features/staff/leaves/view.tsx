import { inboxRoles, isBodyKind, roleNames, roleWords } from '../../../domain/access/roles-at.ts'
import type { NotChanged } from '../../../domain/sign-in/staff-change.ts'
import { paths } from '../../../paths.ts'
import { DateField, RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { listWords } from '../../../ui/words.ts'
import type { Body, OpenWork, StaffMember } from '../staff-store.ts'
import { openWorkWords, refusalWords } from '../words.ts'

interface Props {
  readonly frame: PageFrame
  readonly body: Body
  readonly leaver: StaffMember
  readonly work: OpenWork
  readonly why: NotChanged | undefined
  readonly colleagues: readonly StaffMember[]
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, body, leaver, work, why, colleagues, errors, values }: Props) {
  const title = `Remove ${leaver.name} from ${body.name}`
  const key = { organisationId: body.id, personId: leaver.id }
  const inHand = openWorkWords(work)
  return (
    <HubPage frame={frame} title={title} errors={errors} back={{ href: paths.staffMember(key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {why !== undefined ? <InsetText>{refusalWords[why]}.</InsetText> : (
          <>
            <p class="govuk-body">Their roles here end, they are signed out everywhere within a second, and open invitations stop working. What they wrote stays as it is, with their name.</p>
            <Form tokens={frame.tokens}>
              <RadiosField
                name="when" legend="When does their access end?" fieldset={{ legendSize: 'm' }} errors={errors} values={values}
                items={[
                  { value: 'now', text: 'Now' },
                  { value: 'later', text: 'At the end of a day to come', conditional: <DateField name="lastOn" legend="Their last day" hint="For example, 31 8 2027" errors={errors} values={values} /> },
                ]}
              />
              {inHand === undefined ? <p class="govuk-body">They have no open work in hand here.</p> : (
                <RadiosField
                  name="handTo" legend={`They have ${inHand} in hand. Who takes that on?`} fieldset={{ legendSize: 'm' }} errors={errors} values={values}
                  items={[
                    { value: 'inbox', text: `The inbox of ${body.name}`, hint: `Whoever works here as ${listWords(isBodyKind(body.kind) ? inboxRoles[body.kind].map((role) => roleWords[role].name) : [], 'or')} sees it and takes it on` },
                    ...colleagues.map(({ id, name, roles }) => ({ value: id, text: name, hint: roleNames(roles) })),
                  ]}
                />
              )}
              <Button variant="warning">Remove</Button>
            </Form>
          </>
        )}
      </TwoThirds>
    </HubPage>
  )
}
