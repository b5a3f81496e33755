import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import type { Holder } from '../../../domain/clocks/clock.ts'
import { ageBandOf, ageBands, ageBandWords } from '../../../domain/stock/age-bands.ts'
import type { OverdueKind } from '../../../domain/stock/overdue-kinds.ts'
import { overdueKinds, overdueKindWords } from '../../../domain/stock/overdue-kinds.ts'
import { holderWords } from '../../../domain/timeline/next-step.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Pagination } from '../../../ui/govuk/pagination.tsx'
import type { PageItem } from '../../../ui/govuk/pagination.tsx'
import { Select } from '../../../ui/govuk/select.tsx'
import type { Cell } from '../../../ui/govuk/table.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateWords, numberWords, plural } from '../../../ui/words.ts'
import { StockNavigation } from '../stock-navigation.tsx'
import type { KindCount, OverdueRow } from '../stock-store.ts'
import { stageItems, stageWordsOf } from '../stock-words.ts'
import type { OverdueAddress } from './address.ts'
import { isNarrowed, overdueAddress } from './address.ts'

/** Rows on one page. */
export const overdueRows = 25

interface Props {
  readonly frame: PageFrame
  readonly today: PlainDate
  readonly address: OverdueAddress
  readonly rows: readonly OverdueRow[]
  readonly total: number
  readonly counts: Record<OverdueKind, KindCount>
  readonly officers: readonly { readonly id: string; readonly name: string }[]
  /** Cases whose dates cannot be told. */
  readonly untold: number
}

export function view(props: Props) {
  const { frame, address, counts, untold } = props
  const title = 'Overdue work'
  const isAny = overdueKinds.some((kind) => counts[kind].past > 0) || counts['amended-plan'].ahead > 0
  return (
    <HubPage frame={frame} title={title} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      <StockNavigation here="list" />
      <p class="govuk-body">
        Every plan to be amended after a review that is not out yet, and every decision and new plan that is past its legal day. A legal day that the law excuses is not counted here.
      </p>
      {untold > 0 && (
        <WarningText>
          {plural(untold, 'case')} cannot be counted rightly: the record contradicts itself. <a class="govuk-link" href={paths.home({ officer: 'all', why: 'late' })}>They are in the team’s list of work</a>
        </WarningText>
      )}
      {!isAny ? <EmptyState title="Nothing is overdue"><p class="govuk-body">What passes its legal day undone stands here from the day after.</p></EmptyState> : (
        <>
          <Sizes address={address} counts={counts} />
          <p class="govuk-body-s"><a class="govuk-link" href={paths.overdueFile()}>Download these counts (CSV)</a>. Numbers under 5, and what would give them away, are left out.</p>
          <OverdueFilter {...props} />
          <List {...props} />
        </>
      )}
    </HubPage>
  )
}

const numeric = (content: Cell['content']): Cell => ({ content, format: 'numeric' })

function Sizes({ address, counts }: Pick<Props, 'address' | 'counts'>) {
  const cell = (value: number, href: string, what: string): Cell => numeric(value === 0 ? '0' : <a class="govuk-link" href={href}>{numberWords(value)}<span class="govuk-visually-hidden"> {what}</span></a>)
  const start = { page: address.page }
  return (
    <Table
      caption="How many, by how long past the legal day"
      captionSize="m"
      firstCellIsHeader
      head={[{ content: 'What is waited for' }, numeric('Past its legal day'), ...ageBands.map((band) => numeric(ageBandWords[band])), numeric('Excused')]}
      rows={overdueKinds.map((kind) => {
        const { past, byBand, excused, ahead } = counts[kind]
        const words = overdueKindWords[kind].toLowerCase()
        return [
          { content: <>{overdueKindWords[kind]}{kind === 'amended-plan' && ahead > 0 && <><br /><span class="hub-quiet">and {numberWords(ahead)} not past it yet</span></>}</> },
          cell(past, overdueAddress(start, { kind, isPastOnly: true }), words),
          ...ageBands.map((band) => cell(byBand[band], overdueAddress(start, { kind, band }), `${words}, ${ageBandWords[band].toLowerCase()}`)),
          numeric(numberWords(excused)),
        ]
      })}
    />
  )
}

const holders: readonly Holder[] = ['council', 'family', 'advisers', 'setting']

function OverdueFilter({ address, officers }: Props) {
  const { kind, officer, turn, band, stage, isPastOnly } = address
  const any = { value: '', text: 'Any' }
  return (
    <form method="get" action={paths.overdue()} class="hub-inline-form" aria-label="Filter">
      <Select name="kind" label="What is waited for" value={kind ?? ''} items={[any, ...overdueKinds.map((value) => ({ value, text: overdueKindWords[value] }))]} />
      <Select name="officer" label="Looked after by" value={officer ?? ''} items={[any, { value: 'nobody', text: 'Nobody yet' }, ...officers.map(({ id, name }) => ({ value: id, text: name }))]} />
      <Select name="turn" label="Whose turn" value={turn ?? ''} items={[any, ...holders.map((value) => ({ value, text: holderWords[value] }))]} />
      <Select name="band" label="How long past" value={band ?? ''} items={[any, ...ageBands.map((value) => ({ value, text: ageBandWords[value] }))]} />
      <Select name="stage" label="Stage" value={stage ?? ''} items={[any, ...stageItems]} />
      <Select name="past" label="Legal day" value={isPastOnly === true ? 'yes' : ''} items={[any, { value: 'yes', text: 'Only past it' }]} />
      <Button variant="secondary">Apply filters</Button>
      {isNarrowed(address) && <p class="govuk-body"><a class="govuk-link" href={paths.overdue()}>Show everything</a></p>}
    </form>
  )
}

/** In words, so that somebody who was sent the link knows what they see. */
function whatIsShown({ address: { kind, officer, turn, band, stage, isPastOnly }, officers }: Props): string {
  const narrowed = [
    kind === undefined ? undefined : overdueKindWords[kind].toLowerCase(),
    officer === undefined ? undefined : `looked after by ${officer === 'nobody' ? 'nobody yet' : officers.find(({ id }) => id === officer)?.name ?? 'somebody who has left'}`,
    turn === undefined ? undefined : `waiting for: ${holderWords[turn].toLowerCase()}`,
    band === undefined ? undefined : `${ageBandWords[band].toLowerCase()} past the legal day`,
    stage === undefined ? undefined : `at: ${stageWordsOf(stage).toLowerCase()}`,
    isPastOnly === true ? 'only past the legal day' : undefined,
  ].filter((words) => words !== undefined)
  return narrowed.length === 0 ? '' : ` (${narrowed.join('; ')})`
}

function List(props: Props) {
  const { rows, total, today, address } = props
  const pages = Math.max(1, Math.ceil(total / overdueRows))
  const from = (address.page - 1) * overdueRows + 1
  if (rows.length === 0) return <p class="govuk-body">{address.page > 1 ? 'The list is shorter now.' : `Nothing fits${whatIsShown(props)}.`}</p>
  return (
    <>
      <p class="govuk-body" role="status">
        {total <= overdueRows ? numberWords(total) : `${numberWords(from)} to ${numberWords(from + rows.length - 1)} of ${numberWords(total)}`}, the longest past the legal day first{whatIsShown(props)}
      </p>
      <Table
        caption="Overdue work, the longest past the legal day first"
        captionClass="govuk-visually-hidden"
        head={[{ content: 'Child' }, { content: 'What is waited for' }, { content: 'Legal day' }, { content: 'How long past' }, { content: 'Family told why' }, { content: 'Stage' }, { content: 'Officer' }]}
        rows={rows.map((row) => cells(row, today))}
      />
      {pages > 1 && <Pages address={address} pages={pages} />}
    </>
  )
}

const isOfReview = (kind: OverdueKind): boolean => kind === 'amended-plan' || kind === 'review-decision'

function cells(row: OverdueRow, today: PlainDate): Cell[] {
  const { key, name, bornOn, kind, sinceOn, decidedOn, legalOn, targetOn, officer, turn, stage, told } = row
  const daysPast = daysBetween(legalOn, today)
  const band = ageBandOf(daysPast)
  return [
    { content: <><a class="govuk-link" href={isOfReview(kind) ? paths.caseReviews(key) : paths.caseOverview(key)}>{name}</a><br /><span class="hub-quiet">Born {dateWords(bornOn)}</span></> },
    {
      content: (
        <>
          {overdueKindWords[kind]}
          <br /><span class="hub-quiet">{isOfReview(kind) ? 'Meeting' : 'Request'} {dateWords(sinceOn)}, {plural(daysBetween(sinceOn, today), 'day')} ago</span>
          {decidedOn !== undefined && <><br /><span class="hub-quiet">Decided {dateWords(decidedOn)}, {plural(daysBetween(decidedOn, today), 'day')} ago</span></>}
        </>
      ),
    },
    { content: <>{dateWords(legalOn)}{targetOn !== undefined && daysPast <= 0 && <><br /><span class="hub-quiet">Our target: {dateWords(targetOn)}</span></>}</> },
    {
      content: band === undefined
        ? (daysPast === 0 ? 'Last day today' : `${plural(-daysPast, 'day')} left`)
        : <><Tag colour="red" class="hub-tag-on-one-line">{plural(daysPast, 'day')} late</Tag><br /><span class="hub-quiet">{ageBandWords[band]}</span></>,
    },
    {
      content: told === undefined ? (band === undefined ? 'Not late' : <strong>Not told</strong>)
        : <>{dateWords(told.on)}<br /><span class="hub-quiet">Expected by {dateWords(told.expectedOn)}{told.expectedOn < today && ', which has passed'}</span></>,
    },
    { content: <>{stageWordsOf(stage)}{turn !== undefined && <><br /><span class="hub-quiet">Waits for: {holderWords[turn].toLowerCase()}</span></>}</> },
    { content: officer ?? 'Nobody yet' },
  ]
}

/** First, last, and those about the one that is shown. */
function Pages({ address, pages }: { address: OverdueAddress; pages: number }) {
  const wanted = [...new Set([1, address.page - 1, address.page, address.page + 1, pages])].filter((one) => one >= 1 && one <= pages)
  const items = wanted.flatMap((one, index): PageItem[] => [
    ...(index > 0 && one - (wanted[index - 1] ?? one) > 1 ? [{ ellipsis: true } as const] : []),
    { number: one, href: overdueAddress(address, { page: one }), ...(one === address.page ? { current: true } : {}) },
  ])
  return (
    <Pagination
      items={items}
      {...(address.page > 1 ? { previous: { href: overdueAddress(address, { page: address.page - 1 }) } } : {})}
      {...(address.page < pages ? { next: { href: overdueAddress(address, { page: address.page + 1 }) } } : {})}
    />
  )
}
