import type { Area } from '../../../casebook/open-case-file.ts'
import type { ReturnHeader } from '../../../casebook/area-rows.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { newestReturnYear, returnYears, surveyDayOf } from '../../../domain/sen2/return-years.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords, dateWords, numberWords } from '../../../ui/words.ts'
import type { ReturnMade } from '../return-store.ts'
import { headerRows, isHeaderWhole, returnTitle } from '../words.ts'

interface Props {
  readonly frame: PageFrame
  readonly area: Area
  readonly today: PlainDate
  readonly header: ReturnHeader
  readonly returns: readonly ReturnMade[]
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, area, today, header, returns, errors, values }: Props) {
  const title = 'National return'
  return (
    <HubPage frame={frame} title={title} errors={errors} councilName={area.councilName} back={{ href: paths.teamWork() }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">The SEN2 return is made from what is on record: nothing is typed in twice. It tells of everybody who had a request, an assessment or a plan in the year, and of every plan on survey day.</p>
        <Form tokens={frame.tokens}>
          <RadiosField
            name="wanted" legend="Which return?" errors={errors} values={values}
            items={[
              ...returnYears.toReversed().map((year) => ({ value: String(year), text: String(year), hint: { text: `Survey day ${dateWords(surveyDayOf(year))}, requests and assessments of ${year - 1}` } })),
              { divider: 'or' },
              { value: 'today', text: 'Try it out as if today were survey day', hint: { text: `${dateWords(today)}, by the specification of ${newestReturnYear}: to see what is still missing. It cannot be sent` } },
            ]}
          />
          <Button>Make the return</Button>
        </Form>
        <InsetText>The specification of the return for {newestReturnYear + 1} is not published yet.</InsetText>
        <h2 class="govuk-heading-m">What the return says of the council</h2>
        {!isHeaderWhole(header) && <p class="govuk-body">Something is missing. Until it is on record, every return has an error.</p>}
        <p class="govuk-body"><a class="govuk-link" href={paths.returnHeader({ area: area.code })}>Change what it says</a></p>
        <SummaryList rows={[...headerRows(header)]} />
        <p class="govuk-body"><a class="govuk-link" href={paths.returnHeader({ area: area.code })}>Change what the return says of the council</a></p>
        <p class="govuk-body"><a class="govuk-link" href={paths.returnFaults({ area: area.code })}>What is missing or wrong now, child by child</a></p>
      </TwoThirds>
      <h2 class="govuk-heading-m">Returns that were made</h2>
      {returns.length === 0 ? <EmptyState title="None yet"><p class="govuk-body">Each return that is made stands here with what its check found.</p></EmptyState> : (
        <Table
          head={[{ content: 'Return' }, { content: 'Asked for' }, { content: 'People', format: 'numeric' }, { content: 'Errors', format: 'numeric' }, { content: 'Queries', format: 'numeric' }]}
          firstCellIsHeader
          rows={returns.map((made) => [
            { content: <a class="govuk-link" href={paths.nationalReturnMade({ area: area.code, returnId: made.id })}>{returnTitle(made)}</a> },
            { content: `${dateTimeWords(made.askedAt)}${made.askedBy === undefined ? ', by command' : ` by ${made.askedBy}`}` }, ...numbersOf(made),
          ])}
        />
      )}
    </HubPage>
  )
}

function numbersOf({ written, state }: ReturnMade) {
  if (written === undefined) return [{ content: state === 'failed' ? 'Could not be made' : 'Being made', colspan: 3 }]
  return [written.people, written.errors, written.queries].map((count) => ({ content: numberWords(count), format: 'numeric' as const }))
}
