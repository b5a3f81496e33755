import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { DelayCounts, Soon, ToldCount } from '../../../domain/case-file/delay-counts.ts'
import { countWords, soons } from '../../../domain/case-file/delay-counts.ts'
import { reasonWords } from '../../../domain/case-file/delay-reasons.ts'
import type { Telling } from '../../../domain/case-file/delays.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/govuk/button.tsx'
import { Select } from '../../../ui/govuk/select.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { Cell } from '../../../ui/govuk/table.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { numberWords, plural } from '../../../ui/words.ts'
import { limitName, limitNames, promiseWords } from '../limit-words.ts'
import type { CountsAddress, ReasonChoice } from './address.ts'
import { countsAddress, countsFileAddress, reasonChoices, spanWords, spans } from './address.ts'
import type { ExcuseCount, Untold, UntoldCount } from './counts-store.ts'
import { mostUntold } from './counts-store.ts'
import { UntoldRows } from './untold-view.tsx'

interface Props {
  readonly frame: PageFrame
  readonly today: PlainDate
  readonly address: CountsAddress
  /** Whether the reader sees each case behind the figures. */
  readonly isExact: boolean
  readonly counts: DelayCounts
  readonly excuses: readonly ExcuseCount[]
  readonly untold: readonly UntoldCount[]
  readonly rows: readonly Untold[]
}

const title = 'Delays, and what families were told'

export function view(props: Props) {
  const { frame, address, isExact, counts, rows, untold } = props
  const all = untold.reduce((sum, { count }) => sum + count, 0)
  return (
    <HubPage frame={frame} title={title} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{whatIsShown(address)}{!isExact && ' Of the children you work with. Numbers from 1 to 4 are not shown.'}</p>
      <Filter address={address} />
      <h2 class="govuk-heading-m">Families still to be told, today</h2>
      {all === 0 ? <p class="govuk-body">Every family whose legal date was missed has been told why.</p> : <StillToTell {...props} />}
      {isExact && rows.length > 0 && <UntoldRows rows={rows} today={props.today} />}
      {isExact && all > rows.length && <p class="govuk-body">These are the {mostUntold} that have waited longest, of {numberWords(all)}.</p>}
      <h2 class="govuk-heading-m">What families were told</h2>
      {counts.told === 0 ? <p class="govuk-body">No family was told of a delay in this time.</p> : <WhatWasTold {...props} />}
      <Excuses {...props} />
      {isExact && <p class="govuk-body"><a class="govuk-link" href={countsFileAddress(address)} download>Take what families were told as a file (CSV)</a>, by council. It holds counts alone, and none under 5.</p>}
    </HubPage>
  )
}

function whatIsShown({ span, month, limit, reason }: CountsAddress): string {
  const when = month === undefined ? spanWords[span] : monthWords(month)
  return `${when}${limit === undefined ? '' : `. Only: ${limitName(limit)}`}${reason === undefined ? '' : `. Only: ${choiceWords(reason).toLowerCase()}`}.`
}

const choiceWords = (choice: ReasonChoice): string => (choice === 'plain' ? 'Any plain reason' : choice === 'legal' ? 'Any excuse of the law' : reasonWords(choice))

const months = 'January February March April May June July August September October November December'.split(' ')
function monthWords(month: string): string {
  const [year = '', number = ''] = month.split('-')
  return `${months[Number(number) - 1] ?? month} ${year}`
}

/** A choice no wider than a phone: the whole of it stands in the tables. */
const short = (text: string): string => (text.length <= 52 ? text : `${text.slice(0, 50).trimEnd()}…`)

function Filter({ address }: { address: CountsAddress }) {
  const { span, month, limit, reason } = address
  const any = { value: '', text: 'Any' }
  return (
    <form method="get" action={paths.delays()} class="hub-inline-form" aria-label="Filter">
      <Select name="span" label="Told in" value={month === undefined ? span : 'all'} items={spans.map((one) => ({ value: one, text: spanWords[one] }))} />
      <Select name="limit" label="What was late" value={limit ?? ''} items={[any, ...limitNames.map(({ clock, name }) => ({ value: clock, text: short(`${clock}: ${name}`) }))]} />
      <Select name="reason" label="Why" value={reason ?? ''} items={[any, ...reasonChoices.map((one) => ({ value: one, text: short(choiceWords(one)) }))]} />
      <Button variant="secondary">Apply filters</Button>
      {(month !== undefined || limit !== undefined || reason !== undefined || span !== '12') && <p class="govuk-body"><a class="govuk-link" href={paths.delays()}>Show the last 12 months, without filters</a></p>}
    </form>
  )
}

const numeric = (content: Cell['content']): Cell => ({ content, format: 'numeric' })

const tellingHeads: readonly (readonly [Telling, string])[] = [
  ['late', 'Legal date passed'], ['certain', 'Certain to be missed'], ['promise-passed', 'Date given has passed'], ['excuse-withdrawn', 'Excuse withdrawn'],
]

function StillToTell({ untold, isExact, address }: Props) {
  const clocks = [...new Set(untold.map(({ clock }) => clock))]
  const of = (clock: string, telling: Telling): number => untold.find((row) => row.clock === clock && row.telling === telling)?.count ?? 0
  return (
    <Table
      caption="Not told, or to be told again, by what is late"
      captionSize="s"
      firstCellIsHeader
      head={[{ content: 'What is late' }, ...tellingHeads.map(([, head]) => numeric(head))]}
      rows={clocks.map((clock) => [{ content: <a class="govuk-link" href={countsAddress(address, { limit: clock })}>{limitName(clock)}</a> }, ...tellingHeads.map(([telling]) => numeric(countWords(of(clock, telling), isExact)))])}
    />
  )
}

const promiseHeads = ['kept', 'moved', 'broken', 'open', 'lapsed'] as const

/** One group of tellings as a row: how many, and what became of the dates given. */
const groupRow = (first: Cell, { told, promises }: ToldCount, isExact: boolean): Cell[] =>
  [first, numeric(countWords(told, isExact)), ...promiseHeads.map((state) => numeric(countWords(promises[state], isExact)))]

function WhatWasTold({ counts, isExact, address }: Props) {
  const words = (count: number): string => countWords(count, isExact)
  const heads = (first: string): Cell[] => [{ content: first }, numeric('Told'), ...promiseHeads.map((state) => numeric(promiseWords[state]))]
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Letters of delay', value: `${words(counts.told)}: ${words(counts.plain)} with a plain reason, ${words(counts.legal)} with an excuse of the law` },
          { key: 'Dates given', value: promiseHeads.map((state) => `${promiseWords[state].toLowerCase()} ${words(counts.promises[state])}`).join(', ') },
          ...(counts.middleDaysLate === undefined ? [] : [{ key: 'Told late', value: isExact ? `Half of the families told after the legal date were told within ${plural(counts.middleDaysLate, 'day')}; 1 day is the day on which it was missed` : 'Shown to the council only' }]),
        ]}
      />
      <Table
        caption="By reason" captionSize="s" firstCellIsHeader head={heads('Reason')}
        rows={counts.byReason.map(({ because, ...count }) => groupRow({ content: <a class="govuk-link" href={countsAddress(address, { reason: reasonChoices.find((one) => one === because) })}>{reasonWords(because)}</a> }, count, isExact))}
      />
      <Table
        caption="By what was late" captionSize="s" firstCellIsHeader head={heads('What was late')}
        rows={counts.byLimit.map(({ clock, ...count }) => groupRow({ content: <a class="govuk-link" href={countsAddress(address, { limit: clock })}>{limitName(clock)}</a> }, count, isExact))}
      />
      <Table
        caption="By month in which the family was told" captionSize="s" firstCellIsHeader head={heads('Month')}
        rows={counts.byMonth.map(({ month, ...count }) => groupRow({ content: <a class="govuk-link" href={countsAddress(address, { month })}>{monthWords(month)}</a> }, count, isExact))}
      />
      <Table
        caption="How soon the family was first told" captionSize="s" firstCellIsHeader
        head={[{ content: 'When' }, numeric('Families told')]}
        rows={soons.map((soon) => [{ content: soonWords[soon] }, numeric(words(counts.bySoon[soon]))])}
      />
    </>
  )
}

const soonWords: Record<Soon, string> = {
  before: 'Before the legal date had passed', 'same-day': 'The same day that it was missed', week: 'Up to a week later', 'four-weeks': 'Up to four weeks later', later: 'Later than that',
}

function Excuses({ excuses, isExact }: Props) {
  return (
    <>
      <h2 class="govuk-heading-m">Excuses of the law</h2>
      {excuses.length === 0
        ? <p class="govuk-body">None was claimed in this time.</p>
        : (
          <Table
            caption="Excuses claimed. Each is tested on its facts: one that does not stand is refused and not recorded"
            captionSize="s"
            firstCellIsHeader
            head={[{ content: 'Excuse' }, numeric('Claimed and stood'), numeric('Withdrawn later'), numeric('Not withdrawn')]}
            rows={excuses.map(({ excuse, claimed, withdrawn }) => [
              { content: reasonWords(excuse) }, numeric(countWords(claimed, isExact)), numeric(countWords(withdrawn, isExact)), numeric(countWords(claimed - withdrawn, isExact)),
            ])}
          />
        )}
    </>
  )
}
