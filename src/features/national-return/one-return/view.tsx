import type { Area } from '../../../casebook/open-case-file.ts'
import type { ReturnHeader } from '../../../casebook/area-rows.ts'
import type { WrittenReturn } from '../../../casebook/return/write-return.ts'
import { returnGroups, returnGroupWords } from '../../../domain/sen2/from-record/courses.ts'
import { ruleById } from '../../../domain/sen2/rules/all-rules.ts'
import type { Severity } from '../../../domain/sen2/rules/rule.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords, dateWords, numberWords, plural } from '../../../ui/words.ts'
import { isTryOut } from '../make-return.ts'
import { daysKept, type ReturnMade } from '../return-store.ts'
import { headerRows, isHeaderWhole, returnTitle } from '../words.ts'

export function view({ frame, area, header, made }: { frame: PageFrame; area: Area; header: ReturnHeader; made: ReturnMade }) {
  const title = returnTitle(made)
  return (
    <HubPage frame={frame} title={title} councilName={area.councilName} back={{ href: paths.nationalReturn({ area: area.code }), text: 'National return' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{isTryOut(made) ? 'As if survey day were' : 'Survey day'} {dateWords(made.surveyDay)}.{made.madeAt !== undefined && ` Made ${dateTimeWords(made.madeAt)}${made.askedBy === undefined ? ' by command' : ` for ${made.askedBy}`}.`}</p>
        {made.written === undefined ? <NotYet state={made.state} /> : <Whole area={area.code} made={made} written={made.written} />}
        <h2 class="govuk-heading-m">What the return says of the council</h2>
        {!isHeaderWhole(header) && <p class="govuk-body">Something is missing. Until it is on record, every return has an error.</p>}
        <SummaryList rows={[...headerRows(header)]} />
        <p class="govuk-body"><a class="govuk-link" href={paths.returnHeader({ area: area.code })}>Change what the return says of the council</a></p>
      </TwoThirds>
    </HubPage>
  )
}

const NotYet = ({ state }: { state: ReturnMade['state'] }) => (state === 'failed'
  ? <WarningText>It could not be made. The hub tries again by itself; if it stays so, tell whoever runs the hub.</WarningText>
  : <InsetText>It is being made. Load this page again in a moment.</InsetText>)

function Whole({ area, made, written }: { area: string; made: ReturnMade; written: WrittenReturn }) {
  return (
    <>
      {written.errors > 0
        ? <WarningText>{plural(written.errors, 'error')} {written.errors === 1 ? 'is' : 'are'} left. A return can be authorised only when every error is cleared.</WarningText>
        : <InsetText>No error is left. A return can be authorised only when every error is cleared. {written.queries > 0 ? 'Queries may stand with an explanation.' : ''}</InsetText>}
      {isTryOut(made) && <p class="govuk-body">This return was tried out for another day than survey day. It cannot be sent.</p>}
      <p class="govuk-body">The check is by the hub’s own rules. The department’s rules decide whether a return is taken.</p>
      <Table
        caption={`${plural(written.people, 'person', 'people')} in the return`} captionSize="m" firstCellIsHeader
        head={[{ content: 'Requests and plans' }, { content: 'How many', format: 'numeric' }]}
        rows={returnGroups.map((group) => [{ content: returnGroupWords[group] }, { content: numberWords(written.groups[group] ?? 0), format: 'numeric' as const }])}
      />
      <p class="govuk-body">Somebody with several requests counts under each.</p>
      <Faults written={written} severity="error" caption={`Errors left: ${numberWords(written.errors)}`} />
      <Faults written={written} severity="query" caption={`Queries left: ${numberWords(written.queries)}`} />
      <p class="govuk-body"><a class="govuk-link" href={paths.returnFaults({ area })}>What is missing or wrong now, child by child</a></p>
      <h2 class="govuk-heading-m">The file</h2>
      {made.hasFile
        ? <><p class="govuk-body">It is kept for {daysKept} days.</p><Button href={paths.nationalReturnFile({ area, returnId: made.id })}>Take the file away</Button></>
        : <p class="govuk-body">{made.askedBy === undefined ? 'It was written by the command and is not kept here.' : 'It is no longer kept. Make the return again to have one.'}</p>}
    </>
  )
}

function Faults({ written, severity, caption }: { written: WrittenReturn; severity: Severity; caption: string }) {
  const found = Object.entries(written.rules).flatMap(([id, count]) => {
    const rule = ruleById.get(id)
    return rule?.severity === severity ? [{ rule, count }] : []
  }).toSorted((one, other) => other.count - one.count || one.rule.id.localeCompare(other.rule.id))
  if (found.length === 0) return null
  return (
    <Table
      caption={caption} captionSize="m"
      head={[{ content: 'What is wrong' }, { content: 'What mends it' }, { content: 'How often', format: 'numeric' }]}
      rows={found.map(({ rule, count }) => [{ content: <>{rule.says} ({rule.id})</> }, { content: rule.mends }, { content: numberWords(count), format: 'numeric' as const }])}
    />
  )
}
