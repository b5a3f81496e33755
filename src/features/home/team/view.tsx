import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import type { Why } from '../../../domain/case-file/work-reasons.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { Cell } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { ContextualDate } from '../../../ui/moj/contextual-date.tsx'
import { numberWords } from '../../../ui/words.ts'
import type { BodyLoad, OfficerLoad } from '../work-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly today: PlainDate
  readonly loads: readonly OfficerLoad[]
  readonly bodies: readonly BodyLoad[]
  /** The viewer's own areas, and whether they decide about targets, chasing and what counts as old there. */
  readonly areas: readonly { readonly code: string; readonly name: string }[]
  readonly decides: boolean
  /** They may bring a caseload over from another system's return. */
  readonly bringsReturns: boolean
  /** They may bring in plans from before the hub. */
  readonly bringsIn: boolean
}

export function view({ frame, today, loads, bodies, areas, decides, bringsIn, bringsReturns }: Props) {
  const title = 'The team’s work'
  return (
    <HubPage frame={frame} title={title} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      {loads.length === 0
        ? <EmptyState title="There is no case yet"><p class="govuk-body">When somebody asks for an assessment, it stands here.</p></EmptyState>
        : (
          <>
            <p class="govuk-body"><a class="govuk-link" href={paths.overdue()}>Overdue work, on time or late, and when it would be cleared</a></p>
            {areas.map(({ code, name }) => <p class="govuk-body"><a class="govuk-link" href={paths.currency({ area: code })}>How old plans are{areas.length > 1 ? `, ${name}` : ''}</a></p>)}
            {areas.map(({ code, name }) => <p class="govuk-body"><a class="govuk-link" href={paths.returnFaults({ area: code })}>What the national return will find{areas.length > 1 ? `, ${name}` : ''}</a></p>)}
            <p class="govuk-body">A child counts under each reason that there is. <a class="govuk-link" href={paths.home({ officer: 'all' })}>Show the whole team’s list</a></p>
            <Table
              caption="By officer, those with the most that is late first"
              captionSize="m"
              firstCellIsHeader
              head={[{ content: 'Officer' }, numeric('Children'), numeric('Last day today or past'), numeric('Families without an answer'), numeric('Due within 7 days'), numeric('Others late, to chase')]}
              rows={[...loads.map(loadRow), ...(loads.length > 1 ? [sumRow(loads)] : [])]}
            />
          </>
        )}
      {bodies.length > 0 && (
        <Table
          caption="Who is waited for outside the council, the most late first"
          captionSize="m"
          firstCellIsHeader
          head={[{ content: 'Body or person' }, numeric('Asked and not answered'), numeric('Late'), { content: 'The oldest was due' }]}
          rows={bodies.map(({ name, open, late, oldestDueOn }) => [
            { content: name }, numeric(numberWords(open)), numeric(numberWords(late)), { content: <ContextualDate due date={oldestDueOn} daysAway={daysBetween(today, oldestDueOn)} /> },
          ])}
        />
      )}
      {bringsReturns && areas.map(({ code, name }) => <p class="govuk-body"><a class="govuk-link" href={paths.returnsIn({ area: code })}>SEN2 returns, to bring a caseload over from another system{areas.length > 1 ? `, ${name}` : ''}</a></p>)}
      {bringsIn && areas.map(({ code, name }) => <p class="govuk-body"><a class="govuk-link" href={paths.olderPlans({ area: code })}>Plans from before Golden Thread, to bring in and confirm{areas.length > 1 ? `, ${name}` : ''}</a></p>)}
      {decides && areas.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What you decide</h2>
          <ul class="govuk-list">
            {areas.map(({ code, name }) => (
              <>
                <li><a class="govuk-link" href={paths.targets({ area: code })}>Our own targets beside the dates of the law{areas.length > 1 ? `, ${name}` : ''}</a></li>
                <li><a class="govuk-link" href={paths.chasing({ area: code })}>What is chased without anybody asking{areas.length > 1 ? `, ${name}` : ''}</a></li>
                <li><a class="govuk-link" href={paths.currencyRule({ area: code })}>What counts as old in a plan, and how soon a change is answered{areas.length > 1 ? `, ${name}` : ''}</a></li>
                <li><a class="govuk-link" href={paths.nationalReturn({ area: code })}>National return (SEN2){areas.length > 1 ? `, ${name}` : ''}</a></li>
              </>
            ))}
          </ul>
        </>
      )}
    </HubPage>
  )
}

const numeric = (content: string): Cell => ({ content, format: 'numeric' })

function loadRow({ id, name, caseload, late, unanswered, week, chase }: OfficerLoad): Cell[] {
  const officer = id ?? 'nobody'
  const who = name ?? 'Nobody yet'
  const count = (value: number, why: Why): Cell => ({
    format: 'numeric',
    content: value === 0 ? 0 : <a class="govuk-link" href={paths.home({ officer, why })}>{numberWords(value)}<span class="govuk-visually-hidden"> of {who}</span></a>,
  })
  return [
    { content: <a class="govuk-link" href={paths.home({ officer })}>{who}</a> }, numeric(numberWords(caseload)),
    count(late, 'late'), count(unanswered, 'unanswered'), count(week, 'week'), count(chase, 'chase'),
  ]
}

function sumRow(loads: readonly OfficerLoad[]): Cell[] {
  const sum = (of: (load: OfficerLoad) => number): Cell => numeric(numberWords(loads.reduce((total, load) => total + of(load), 0)))
  return [{ content: 'All' }, sum(({ caseload }) => caseload), sum(({ late }) => late), sum(({ unanswered }) => unanswered), sum(({ week }) => week), sum(({ chase }) => chase)]
}
