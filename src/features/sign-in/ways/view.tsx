import { paths } from '../../../paths.ts'
import { RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { Continue, HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { SharedComputer } from '../../../ui/shared-computer.tsx'
import type { Way } from './page.ts'

interface Props {
  readonly frame: PageFrame
  readonly ways: readonly Way[]
  readonly next: string | undefined
  readonly isDemo: boolean
  readonly errors: FormErrors
  readonly values: FormValues
}

const title = 'How do you want to sign in?'

export function view({ frame, ways, next, isDemo, errors, values }: Props) {
  return (
    <HubPage frame={frame} title={title} errors={errors} back={{ href: paths.start() }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {ways.length === 0
          ? <p class="govuk-body">Nobody can sign in here yet. Ask the council’s SEND team when it will be ready.</p>
          : (
            <Form tokens={frame.tokens}>
              {next !== undefined && <input type="hidden" name="next" value={next} />}
              <RadiosField
                name="way" legend="Choose the account you already have" fieldset={{ legendSize: 'm' }} errors={errors} values={values}
                items={ways.map(({ name, title: text, hint }) => ({ value: name, text, ...(hint === undefined ? {} : { hint }) }))}
              />
              <SharedComputer values={values} />
              <Continue />
            </Form>
          )}
        {isDemo && <p class="govuk-body"><a class="govuk-link" href={paths.signInDemo({ next })}>Sign in as somebody of the demonstration</a></p>}
      </TwoThirds>
    </HubPage>
  )
}
