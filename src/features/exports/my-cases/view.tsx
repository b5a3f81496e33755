import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import { PurposeFields } from '../purpose.tsx'
import { myCasesColumns } from './export-my-cases.ts'

export function view({ frame, count, today, errors, values }: { frame: PageFrame; count: number; today: PlainDate; errors: FormErrors; values: FormValues }) {
  const title = 'What is in this file'
  return (
    <HubPage frame={frame} title={title} errors={errors} back={{ href: paths.caseList() }}>
      <TwoThirds>
        <span class="govuk-caption-l">My cases, as a file</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList
          rows={[
            { key: 'Rows', value: `${plural(count, 'child', 'children')} whose open case you look after` },
            { key: 'Columns', value: myCasesColumns.join(', ') },
            { key: 'Not in it', value: 'Addresses, needs, reports, messages. No hidden columns, formulas or earlier versions' },
            { key: 'As of', value: dateWords(today) },
            { key: 'Kind', value: 'CSV, which every spreadsheet program opens' },
          ]}
        />
        <WarningText>The file names children. Once it has left the hub, nobody sees who opens it. Keep it where the council keeps such files, do not send it by email, and delete it when you are done.</WarningText>
        <Form tokens={frame.tokens}>
          <PurposeFields errors={errors} values={values} />
          <Button>Download the file</Button>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}
