import { staffIdleMinutes } from '../../../domain/access/session-limits.ts'
import { paths } from '../../../paths.ts'
import { TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { AreaOfPage, PageFrame } from '../../../ui/hub-page.tsx'
import { Continue, HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords } from '../../../ui/words.ts'
import type { IdleLimit } from './idle-limit-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly area: AreaOfPage
  readonly limit: IdleLimit | undefined
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, area, limit, errors, values }: Props) {
  const title = `When ${area.name} signs staff out`
  return (
    <HubPage frame={frame} title={title} errors={errors} back={{ href: paths.home() }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Staff of the council, and of schools and services whose home is {area.name}, are signed out when they have asked for no page for so long. What they had typed is kept for them.</p>
        <InsetText>Families are signed out after 30 minutes, and people who look after access after 15. That cannot be changed.</InsetText>
        <Form tokens={frame.tokens}>
          <TextField
            name="minutes" label="Minutes without a page" hint={`From ${staffIdleMinutes.least} to ${staffIdleMinutes.most}`} inputMode="numeric" suffix="minutes" whoCanSee="said above"
            class="govuk-input--width-3" errors={errors} values={values}
          />
          <Continue>Save</Continue>
        </Form>
        {limit !== undefined && <p class="govuk-hint">Changed by {limit.by}, {dateTimeWords(limit.changedAt)}</p>}
      </TwoThirds>
    </HubPage>
  )
}
