import type { Area } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { Continue, HubPage, helpFor } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'

const title = 'Go back to a form you have started'

export function view({ frame, area, errors, values }: { frame: PageFrame; area: Area; errors: FormErrors; values: FormValues }) {
  return (
    <HubPage frame={frame} title={title} errors={errors} councilName={area.councilName} help={helpFor({ area })} back={{ href: paths.areaStart({ area: area.code }) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <Form tokens={frame.tokens}>
          <TextField name="reference" label="Reference" hint="6 letters and numbers" whoCanSee="not kept" class="govuk-input--width-10" autocomplete="off" spellcheck={false} errors={errors} values={values} />
          <TextField name="code" label="Return code" hint="12 letters and numbers. Spaces do not matter." whoCanSee="not kept" class="govuk-input--width-20" autocomplete="off" spellcheck={false} errors={errors} values={values} />
          <Continue />
        </Form>
        <Details summary="I do not have my code">
          <p class="govuk-body">
            We cannot look it up: we do not keep it. You can <a class="govuk-link" href={paths.requestStart({ area: area.code })}>start again</a>, or
            phone us and ask by phone. If you signed in when you started, <a class="govuk-link" href={paths.signIn()}>sign in</a> to go on.
          </p>
        </Details>
      </TwoThirds>
    </HubPage>
  )
}
