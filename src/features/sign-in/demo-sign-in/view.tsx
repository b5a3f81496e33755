import { paths } from '../../../paths.ts'
import { RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { Continue, HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { listWords, possessive } from '../../../ui/words.ts'
import type { Signer } from '../sign-in-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly signers: readonly Signer[]
  readonly next: string | undefined
  readonly errors: FormErrors
}

const aboutOf = ({ profession, organisations, children }: Signer): string =>
  organisations.length > 0
    ? [profession, ...organisations].filter(Boolean).join(', ')
    : children.length > 0 ? `${listWords(children.map(possessive))} family` : 'Family'

export function view({ frame, signers, next, errors }: Props) {
  return (
    <HubPage frame={frame} title="Who do you want to sign in as?" errors={errors} back={{ href: paths.start() }}>
      <TwoThirds>
        <Form tokens={frame.tokens}>
          {next !== undefined && <input type="hidden" name="next" value={next} />}
          <RadiosField
            name="person"
            legend="Who do you want to sign in as?"
            fieldset={{ legendSize: 'l', isPageHeading: true }}
            hint="This is a demonstration: everybody here is invented and there are no passwords."
            errors={errors}
            items={signers.map((signer) => ({ value: signer.id, text: signer.name, hint: aboutOf(signer) }))}
          />
          <Continue>Sign in</Continue>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}
