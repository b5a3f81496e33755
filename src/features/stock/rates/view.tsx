import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { OverdueKind } from '../../../domain/stock/overdue-kinds.ts'
import type { Period, PeriodLength } from '../../../domain/stock/periods.ts'
import type { Counted } from '../../../domain/stock/timeliness.ts'
import { leastForARate, measureNames, measures, percentOf, weeksOf } from '../../../domain/stock/timeliness.ts'
import { paths } from '../../../paths.ts'
import { Details } from '../../../ui/govuk/details.tsx'
import type { Cell } from '../../../ui/govuk/table.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { SubNavigation } from '../../../ui/moj/sub-navigation.tsx'
import { numberWords, plural, smallNumberWords } from '../../../ui/words.ts'
import { periodWords } from '../period-words.ts'
import type { RateCounts } from '../rate-store.ts'
import { StockNavigation } from '../stock-navigation.tsx'
import type { KindCount } from '../stock-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly today: PlainDate
  readonly length: PeriodLength
  readonly periods: readonly Period[]
  readonly rates: Record<OverdueKind, readonly RateCounts[]>
  /** Reviews with a meeting and no decision recorded, now. */
  readonly undecided: KindCount
  readonly untold: number
}

export function view({ frame, today, length, periods, rates, undecided, untold }: Props) {
  const title = 'On time or late'
  const missing = undecided.past + undecided.ahead
  return (
    <HubPage frame={frame} title={title} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      <StockNavigation here="rates" />
      <SubNavigation
        label="Count by"
        items={[
          { text: 'By quarter', href: paths.overdueRates(), ...(length === 'quarter' ? { current: true } : {}) },
          { text: 'By month', href: paths.overdueRates({ by: 'month' }), ...(length === 'month' ? { current: true } : {}) },
        ]}
      />
      {untold > 0 && <WarningText>{plural(untold, 'case')} cannot be counted rightly: the record contradicts itself.</WarningText>}
      <p class="govuk-body">
        Each is counted twice. <strong>Due</strong>: everything whose legal day fell in the period; what is late and still open counts as late. <strong>Finished</strong>: everything done in the period,
        as national figures count it; this alone looks better the longer late work is left.
      </p>
      {measureNames.map((name) => (
        <section aria-labelledby={name} class="hub-section">
          <h2 class="govuk-heading-m" id={name}>{measures[name].title} in {smallNumberWords(weeksOf(name))} weeks</h2>
          {name === 'review-decision' && (
            <p class="govuk-body">
              {missing === 0 ? 'Every review meeting has its decision recorded.' : (
                <>{plural(missing, 'review')} with a meeting {missing === 1 ? 'has' : 'have'} no decision recorded{undecided.past > 0 && <>, <a class="govuk-link" href={paths.overdue({ kind: 'review-decision' })}>{numberWords(undecided.past)} past the legal day</a></>}. The published figure leaves them out.</>
              )}
            </p>
          )}
          <RateTable name={name} today={today} periods={periods} rates={rates[name]} />
        </section>
      ))}
      <p class="govuk-body-s"><a class="govuk-link" href={paths.ratesFile()}>Download the counts of these quarters (CSV)</a>. Numbers under 5, and what would give them away, are left out.</p>
      <Details summary="How these are counted">
        <ul class="govuk-list govuk-list--bullet">
          <li>The legal day is the one of the law’s clock. It can be sooner than the weeks in the heading: a decision after a review must also be made before the review year ends.</li>
          <li>A legal day counts from the day after it, so that nobody is counted as late on the last day.</li>
          <li>What the law excuses is in neither count. How many is shown beside.</li>
          <li>What ended another way by its legal day (the child moved away, the plan ceased) is not counted. A request that ended without a plan is not counted among new plans.</li>
          <li>Reviews past twelve weeks with no decision recorded count as late amended plans, because leaving them undecided would hide them.</li>
          <li>A breach that stood when a day was corrected stays counted.</li>
          <li>There is no percentage of fewer than {leastForARate}.</li>
        </ul>
      </Details>
    </HubPage>
  )
}

const numeric = (content: Cell['content']): Cell => ({ content, format: 'numeric' })

/** "12 of 40, 30%": the numbers always, the share when there are enough for one. */
function rateCell(counted: Counted): Cell {
  const percent = percentOf(counted)
  if (counted.all === 0) return numeric('None')
  return numeric(<>{numberWords(counted.inTime)} of {numberWords(counted.all)}{percent !== undefined && <>, <strong>{percent}%</strong></>}</>)
}

function RateTable({ name, today, periods, rates }: { name: OverdueKind; today: PlainDate; periods: readonly Period[]; rates: readonly RateCounts[] }) {
  const ofReview = name === 'review-decision' || name === 'amended-plan'
  const last = name === 'amended-plan' ? 'Of those due, undecided' : ofReview ? undefined : 'Excused'
  return (
    <Table
      caption={`${measures[name].title}, by period`}
      captionClass="govuk-visually-hidden"
      firstCellIsHeader
      head={[
        { content: 'Period' }, numeric('Due: in time'), numeric(name === 'review-decision' ? 'Of those due, no decision recorded' : 'Of those due, still open'), numeric('Finished: in time'), ...(last === undefined ? [] : [numeric(last)]),
      ]}
      rows={periods.map((period, index) => {
        const counts = rates[index]
        if (counts === undefined) return [{ content: periodWords(period, today) }]
        const { due, completed, stillOpen, undecided, excused } = counts
        return [
          { content: periodWords(period, today) }, rateCell(due), numeric(numberWords(stillOpen)), rateCell(completed),
          ...(last === undefined ? [] : [numeric(numberWords(name === 'amended-plan' ? undecided : excused))]),
        ]
      }).toReversed()}
    />
  )
}
