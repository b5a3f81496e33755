import type { Area } from '../../../casebook/open-case-file.ts'
import type { WrittenReturn } from '../../../casebook/return/write-return.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import type { ReturnMade } from '../return-store.ts'
import { returnTitle } from '../words.ts'

export const longestPurpose = 300

const purposes = { send: 'To send it to the Department for Education', check: 'To check it before it is sent', other: 'Something else' } as const
export type Purpose = keyof typeof purposes
export const isPurpose = (text: string): text is Purpose => Object.hasOwn(purposes, text)

interface Props { readonly frame: PageFrame; readonly area: Area; readonly made: ReturnMade; readonly written: WrittenReturn; readonly errors: FormErrors; readonly values: FormValues }

export function view({ frame, area, made, written, errors, values }: Props) {
  const title = 'What is in this file'
  return (
    <HubPage frame={frame} title={title} errors={errors} councilName={area.councilName} back={{ href: paths.nationalReturnMade({ area: area.code, returnId: made.id }) }}>
      <TwoThirds>
        <span class="govuk-caption-l">{returnTitle(made)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList
          rows={[
            { key: 'People', value: `${plural(written.people, 'child or young person', 'children and young people')} of the whole area` },
            { key: 'Of each', value: 'Name, date of birth, sex, ethnicity, postcode, UPN or ULN, requests, assessments, plan, needs, where they are educated, reviews' },
            { key: 'As of', value: dateWords(made.surveyDay) },
            { key: 'Errors left', value: written.errors === 0 ? 'None' : `${written.errors}. A return can be authorised only when every error is cleared` },
            { key: 'Kind', value: 'XML' },
            { key: 'Its mark (SHA-256)', value: <code class="hub-breaks">{written.sha256}</code> },
          ]}
        />
        <WarningText>The file names every child of the area. Once it has left the hub, nobody sees who opens it. Keep it where the council keeps such files, do not send it by email, and delete it when you are done.</WarningText>
        <Form tokens={frame.tokens}>
          <RadiosField name="purpose" legend="What is the file for?" errors={errors} values={values} items={Object.entries(purposes).map(([value, text]) => ({ value, text }))} />
          <TextField name="words" label="If something else: what for?" whoCanSee={['the council’s information officer']} errors={errors} values={values} />
          <p class="govuk-body">That you took it, for what, and how many people are in it is kept.</p>
          <Button>Download the file</Button>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}
