import type { Area } from '../../../casebook/open-case-file.ts'
import type { CaseId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import { TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords, plural } from '../../../ui/words.ts'
import type { Unusual } from './unusual-store.ts'
import { unusualWords } from './unusual-words.ts'

export interface UnusualView {
  readonly frame: PageFrame
  readonly area: Area
  readonly unusual: Unusual
  readonly opened: readonly { readonly caseId: CaseId; readonly reference: string; readonly times: number }[]
  readonly errors: FormErrors
  readonly values: FormValues
}

export const longestWords = 2000
const title = 'Unusual looking at records'

export function view({ frame, area, unusual, opened, errors, values }: UnusualView) {
  return (
    <HubPage frame={frame} title={title} errors={errors} breadcrumbs={[{ text: 'Home', href: paths.home() }, { text: 'Who looked at records', href: paths.accessDesk({ area: area.code }) }]}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">There may be a good reason: a colleague away, a new list of cases, an inspection. Ask before you judge.</p>
        <SummaryList
          rows={[
            { key: 'Who', value: unusual.name },
            { key: 'What', value: unusualWords(unusual) },
            { key: 'From', value: dateTimeWords(unusual.fromAt) },
            { key: 'To', value: dateTimeWords(unusual.toAt) },
            { key: 'Cases opened then', value: opened.length === 0 ? 'None' : (
              <ul class="govuk-list">{opened.map(({ caseId, reference, times }) => <li><a class="govuk-link" href={paths.accessCase({ area: area.code, caseId })}>{reference}</a>, {plural(times, 'page')}</li>)}</ul>
            ) },
          ]}
        />
        {unusual.looked !== undefined && <InsetText>{unusual.looked.words}<br /><span class="hub-quiet">{unusual.looked.by}, {dateTimeWords(unusual.looked.at)}</span></InsetText>}
        <Form tokens={frame.tokens}>
          <TextAreaField name="words" label="What you found out" rows={4} maxLength={longestWords} whoCanSee={['the access officers of the council']} errors={errors} values={values} />
          <Button>Save</Button>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}
