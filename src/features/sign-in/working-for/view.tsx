import type { AreaOfWork } from '../../../casebook/access/areas-of-work.ts'
import { paths } from '../../../paths.ts'
import { RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { Continue, HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'

interface Props {
  readonly frame: PageFrame
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  readonly areas: readonly AreaOfWork[]
  readonly errors: FormErrors
  readonly values: FormValues
}

const title = 'Who are you working for?'

export function view({ frame, organisations, areas, errors, values }: Props) {
  return (
    <HubPage frame={frame} title={title} errors={errors} back={{ href: paths.home() }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Your lists show only what you choose here. You can still open every child’s page that you could open before. It lasts until you change it or sign out.</p>
        <Form tokens={frame.tokens}>
          {organisations.length > 1 && (
            <RadiosField
              name="organisation" legend="Organisation" fieldset={{ legendSize: 'm' }} hint="What you do is recorded as done for it" errors={errors} values={values}
              items={[{ value: 'all', text: 'All of them' }, ...organisations.map(({ id, name }) => ({ value: id, text: name }))]}
            />
          )}
          {areas.length > 1 && (
            <RadiosField
              name="area" legend="Council area" fieldset={{ legendSize: 'm' }} errors={errors} values={values}
              items={[{ value: 'all', text: 'All areas' }, ...areas.map(({ id, name }) => ({ value: id, text: name }))]}
            />
          )}
          {organisations.length < 2 && areas.length < 2
            ? <p class="govuk-body">There is nothing to choose: you work for one organisation in one area.</p>
            : <Continue>Save</Continue>}
        </Form>
      </TwoThirds>
    </HubPage>
  )
}
