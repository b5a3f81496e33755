import type { Area } from '../../../casebook/open-case-file.ts'
import type { SchoolTerm } from '../../../domain/calendar/school-terms.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { PlannedState } from '../../../domain/review/planned.ts'
import { otherwiseWords, plannedKinds, plannedKindWords, plannedStates, plannedStateWords } from '../../../domain/review/planned.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Select } from '../../../ui/govuk/select.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { Cell } from '../../../ui/govuk/table.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { ListPages } from '../../../ui/list-pages.tsx'
import { dateWords, numberWords, plural } from '../../../ui/words.ts'
import { decisionBy, kindList, Planned } from '../planned-cells.tsx'
import type { Choice, PlannedCounts, PlannedRow } from '../register-store.ts'
import { ReviewNavigation } from '../review-navigation.tsx'
import type { RegisterAddress } from './address.ts'
import { isNarrowed, registerAddress } from './address.ts'

export const rowsOnPage = 25

interface Props {
  readonly frame: PageFrame
  readonly area: Area
  readonly today: PlainDate
  readonly mayArrange: boolean
  readonly terms: readonly SchoolTerm[]
  readonly address: RegisterAddress
  readonly rows: readonly PlannedRow[]
  readonly total: number
  readonly counts: PlannedCounts
  readonly officers: readonly Choice[]
  readonly settings: readonly Choice[]
}

export function view(props: Props) {
  const { frame, area, counts, address } = props
  const title = 'Reviews planned for every plan'
  return (
    <HubPage frame={frame} title={title} wide councilName={area.councilName}>
      <span class="govuk-caption-l">{area.name}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <ReviewNavigation area={area.code} here="register" />
      {counts.all === 0 ? <EmptyState title="No plan is in force yet."><p class="govuk-body">When a final plan is issued, its first review stands here.</p></EmptyState> : (
        <>
          <p class="govuk-body">{plural(counts.all, 'plan is', 'plans are')} in force. Each is in one of these lines.</p>
          <SummaryList rows={plannedStates.filter((state) => counts.byState[state] > 0).map((state) => ({
            key: plannedStateWords[state],
            value: <a class="govuk-link" href={registerAddress(address, { ...nothing, state })}>{numberWords(counts.byState[state])}<span class="govuk-visually-hidden"> {stateOf(state)}</span></a>,
          }))} />
          <Filter {...props} />
          <List {...props} />
        </>
      )}
    </HubPage>
  )
}

const nothing = { state: undefined, kind: undefined, officer: undefined, settingId: undefined, term: undefined } as const
const stateOf = (state: PlannedState): string => `plans: ${plannedStateWords[state].toLowerCase()}`

function Filter({ area, address, terms, officers, settings, counts }: Props) {
  const any = { value: '', text: 'Any' }
  const { state, kind, officer, settingId, term } = address
  return (
    <form method="get" action={paths.reviewRegister({ area: area.code })} class="hub-inline-form" aria-label="Filter">
      <Select name="term" label="Meeting due by the end of" value={term?.firstDay ?? ''} items={[any, ...terms.map(({ name, firstDay }) => ({ value: firstDay, text: name }))]} />
      <Select name="state" label="How it stands" value={state ?? ''} items={[any, ...plannedStates.map((value) => ({ value, text: plannedStateWords[value] }))]} />
      <Select name="kind" label="Kind" value={kind ?? ''} items={[any, ...plannedKinds.map((value) => ({ value, text: `${plannedKindWords[value]} (${numberWords(counts.byKind[value])})` }))]} />
      <Select name="setting" label="Setting" value={settingId ?? ''} items={[any, ...settings.map(({ id, name }) => ({ value: id, text: name }))]} />
      <Select name="officer" label="Looked after by" value={officer ?? ''} items={[any, { value: 'nobody', text: 'Nobody yet' }, ...officers.map(({ id, name }) => ({ value: id, text: name }))]} />
      <Button variant="secondary">Apply filters</Button>
      {isNarrowed(address) && <p class="govuk-body"><a class="govuk-link" href={paths.reviewRegister({ area: area.code })}>Show everything</a></p>}
    </form>
  )
}

/** In words, so that somebody who was sent the link knows what they see. */
function whatIsShown({ address: { state, kind, officer, settingId, term }, officers, settings }: Props): string {
  const named = (choices: readonly Choice[], id: string): string => choices.find((one) => one.id === id)?.name ?? 'another'
  const narrowed = [
    term === undefined ? undefined : `meeting due by the end of the ${term.name.toLowerCase()}`, state === undefined ? undefined : plannedStateWords[state].toLowerCase(), kind === undefined ? undefined : plannedKindWords[kind].toLowerCase(),
    settingId === undefined ? undefined : `at ${named(settings, settingId)}`, officer === undefined ? undefined : `looked after by ${officer === 'nobody' ? 'nobody yet' : named(officers, officer)}`,
  ].filter((words) => words !== undefined)
  return narrowed.length === 0 ? '' : `, ${narrowed.join(', ')}`
}

function List(props: Props) {
  const { rows, total, address } = props
  const pages = Math.max(1, Math.ceil(total / rowsOnPage))
  const from = (address.page - 1) * rowsOnPage + 1
  if (rows.length === 0) return <EmptyState title={`No plan is like that${whatIsShown(props)}.`} />
  return (
    <>
      <Table
        caption={`${numberWords(from)} to ${numberWords(from + rows.length - 1)} of ${numberWords(total)}${whatIsShown(props)}`}
        captionSize="m"
        firstCellIsHeader
        head={['Child', 'Setting', 'Kind', 'Meeting by', 'Decision by', 'What is planned', 'Officer'].map((content) => ({ content }))}
        rows={rows.map((row) => cells(row, props))}
      />
      <ListPages page={address.page} pages={pages} hrefOf={(page) => registerAddress(address, { page })} />
    </>
  )
}

function cells(row: PlannedRow, { today, mayArrange }: Pick<Props, 'today' | 'mayArrange'>): Cell[] {
  const { key, name, reference, settings, arrangement, meetingBy, early, transfer, officer, convenor, state } = row
  const plan = state === 'untold' ? paths.caseTimeline(key) : paths.caseReviews(key)
  return [
    { content: <><a class="govuk-link" href={plan}>{name}</a><br /><span class="hub-quiet">{reference}</span></> },
    { content: arrangement === 'attending' ? settings : otherwiseWords[arrangement] },
    { content: <>{kindList(row)}{early !== undefined && <><br /><a class="govuk-link govuk-body-s" href={paths.caseEarlyReview(key)}>Consider {dateWords(early.from)} to {dateWords(early.to)}</a></>}{transfer !== undefined && <><br /><a class="govuk-link govuk-body-s" href={paths.transfer({ ...key, transferId: transfer.id })}>Name the next place by {dateWords(transfer.on)}</a></>}</> },
    { content: meetingBy === undefined ? 'Not known' : dateWords(meetingBy) },
    { content: decisionBy(row) },
    { content: <Planned row={row} today={today} mayArrange={mayArrange} /> },
    { content: <>{officer ?? 'Nobody yet'}{arrangement !== 'attending' && convenor !== officer && <><br /><span class="hub-quiet">Convenes: {convenor ?? 'nobody yet'}</span></>}</> },
  ]
}
