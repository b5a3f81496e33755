import { paths } from '../../../paths.ts'
import { RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { Continue, HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { SignerGroup } from './sign-in-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly groups: readonly SignerGroup[]
  readonly next: string | undefined
  readonly errors: FormErrors
}

const title = 'Who do you want to sign in as?'

export function view({ frame, groups, next, errors }: Props) {
  const listed = groups.map(({ title: of, signers }) => ({ title: of, signers: signers.filter(({ isListed }) => isListed) })).filter(({ signers }) => signers.length > 0)
  return (
    <HubPage frame={frame} title={title} errors={errors} back={{ href: paths.start() }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">This is a demonstration. Everybody here is made up, and there are no passwords.</p>
        <Form tokens={frame.tokens}>
          {next !== undefined && <input type="hidden" name="next" value={next} />}
          {listed.map(({ title: legend, signers }, index) => (
            <RadiosField
              name="person"
              // One choice of one name, shown in several groups: the first has the plain id, to which the error leads.
              {...(index === 0 ? { errors } : { idPrefix: `person-of-${index + 1}` })}
              legend={legend}
              fieldset={{ legendSize: 'm' }}
              small
              items={signers.map(({ id, name, about }) => ({ value: id, text: name, hint: about }))}
            />
          ))}
          <Continue>Sign in</Continue>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}
