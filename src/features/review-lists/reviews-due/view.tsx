import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { londonDateOf } from '../../../domain/calendar/london-date.ts'
import { plannedKindWords } from '../../../domain/review/planned.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateWords, listWords, plural } from '../../../ui/words.ts'
import { kindList, Planned } from '../planned-cells.tsx'
import type { Due } from './find-due.ts'

interface Props {
  readonly frame: PageFrame
  readonly today: PlainDate
  readonly due: Due
  /** Asked for as a PDF, which cannot be made here. */
  readonly hasNoPdf?: boolean
}

export function view({ frame, today, due, hasNoPdf = false }: Props) {
  const { term, pupils, listed, lists, isOfArea } = due
  const title = 'Reviews due'
  const toConfirm = lists.filter(({ receivedAt }) => receivedAt === undefined)
  const query = { term: term.firstDay <= today ? 'now' : 'next' }
  return (
    <HubPage frame={frame} title={title} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      {hasNoPdf && <WarningText>A PDF cannot be made here. Print this page instead.</WarningText>}
      <p class="govuk-body">Reviews of education, health and care plans that are due by the end of the {term.name.toLowerCase()}, {dateWords(term.lastDay)}. The meeting has to leave the council four weeks to decide.</p>
      <ul class="govuk-list hub-screen-only">
        <li><a class="govuk-link" href={paths.reviewsDue({ term: term.firstDay <= today ? 'next' : 'now' })}>{term.firstDay <= today ? 'Show the next term too' : 'Show only this term'}</a></li>
        <li><a class="govuk-link" href={paths.reviewsDueFile(query)}>Download the list (CSV, for a spreadsheet)</a></li>
        <li><a class="govuk-link" href={paths.reviewsDuePdf(query)}>Download the list to print (PDF)</a></li>
      </ul>
      {toConfirm.length > 0 && (
        <Form tokens={frame.tokens}>
          <p class="govuk-body">{listWords([...new Set(toConfirm.map(({ areaName, madeAt }) => `${areaName} sent a list on ${dateWords(londonDateOf(madeAt))}`))])}. Tell the council that you have it.</p>
          <Button variant="secondary" preventDoubleClick>We have the {plural(toConfirm.length, 'list').replace(/^1 /, '')}</Button>
        </Form>
      )}
      {pupils !== undefined && <Pupils pupils={pupils} today={today} />}
      {isOfArea && (
        <>
          <h2 class="govuk-heading-m">Children on the lists that councils sent</h2>
          {listed.length === 0 ? <EmptyState title="No list names a child now." /> : (
            <Table
              caption={`${plural(listed.length, 'child', 'children')}, as on the day the list was sent`}
              firstCellIsHeader
              head={['Child', 'Council area', 'Setting', 'Kind', 'Meeting by', 'Decision by'].map((content) => ({ content }))}
              rows={listed.map((row) => [
                { content: <>{row.childName}<br /><span class="hub-quiet">born {dateWords(row.bornOn)}, case {row.reference}</span></> }, { content: row.areaName }, { content: row.settingNames === '' ? 'No setting' : row.settingNames },
                { content: row.kinds.map((kind) => plannedKindWords[kind]).join(', ') }, { content: row.meetingBy === null ? 'Not known' : dateWords(row.meetingBy) }, { content: row.decisionBy === null ? 'Not known' : dateWords(row.decisionBy) },
              ])}
            />
          )}
        </>
      )}
    </HubPage>
  )
}

function Pupils({ pupils, today }: { pupils: NonNullable<Due['pupils']>; today: PlainDate }) {
  if (pupils.length === 0) return <EmptyState title="No review of a child at your setting is due."><p class="govuk-body">Children stand here when their review has to be held by the end of the term.</p></EmptyState>
  return (
    <Table
      caption={`${plural(pupils.length, 'child', 'children')} at your setting`}
      captionSize="m"
      firstCellIsHeader
      head={['Child', 'Council area', 'Kind', 'Meeting by', 'Decision by', 'What is planned', 'Case officer'].map((content) => ({ content }))}
      rows={pupils.map((row) => [
        { content: <><a class="govuk-link" href={paths.caseOverview(row.key)}>{row.name}</a><br /><span class="hub-quiet">born {dateWords(row.bornOn)}, case {row.reference}</span></> }, { content: row.areaName }, { content: kindList(row) },
        { content: row.meetingBy === undefined ? 'Not known' : dateWords(row.meetingBy) }, { content: row.dueOn === undefined ? 'Not known' : dateWords(row.dueOn) }, { content: <Planned row={row} today={today} mayArrange /> }, { content: row.officer ?? 'Nobody yet' },
      ])}
    />
  )
}
