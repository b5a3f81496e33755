import { councilRoles } from '../../../domain/access/parts.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { stageWords } from '../../../domain/case-file/stage-words.ts'
import { stages } from '../../../domain/case-file/tracks.ts'
import { workWords } from '../../../domain/timeline/next-step.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Pagination } from '../../../ui/govuk/pagination.tsx'
import type { PageItem } from '../../../ui/govuk/pagination.tsx'
import { Select } from '../../../ui/govuk/select.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import type { Column } from '../../../ui/moj/sortable-table.tsx'
import { SortableTable } from '../../../ui/moj/sortable-table.tsx'
import { dateWords, numberWords, plural } from '../../../ui/words.ts'
import type { CaseRow, DueChoice, SortKey } from '../case-rows-store.ts'
import { dueChoices } from '../case-rows-store.ts'
import { DueDate, StageTag, childCell, nextWords } from '../case-table.tsx'
import type { ListAddress } from './list-address.ts'
import { addressOf } from './list-address.ts'
import { pageSize } from './page-size.ts'

const dueWords: Record<DueChoice, string> = { late: 'Late', week: 'In the next 7 days', month: 'In the next 28 days' }

interface Props {
  readonly frame: PageFrame
  readonly today: PlainDate
  readonly address: ListAddress
  readonly rows: readonly CaseRow[]
  readonly total: number
  readonly officers: readonly { readonly id: string; readonly name: string }[]
}

export function view(props: Props) {
  const { frame, address, rows, total, officers, today } = props
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const from = (address.page - 1) * pageSize + 1
  return (
    <HubPage frame={frame} title="Children" wide>
      <h1 class="govuk-heading-l">Children</h1>
      <ListFilter address={address} officers={officers} />
      <p class="govuk-body" role="status">
        {total === 0 ? 'No cases' : total <= pageSize ? plural(total, 'case') : `${numberWords(from)} to ${numberWords(from + rows.length - 1)} of ${plural(total, 'case')}`}
      </p>
      {frame.viewer.kind === 'person' && frame.viewer.roles.some(({ role }) => councilRoles.some((one) => one === role)) && (
        <p class="govuk-body-s"><a class="govuk-link" href={paths.exportMyCases()}>Take the cases you look after out as a file</a></p>
      )}
      {rows.length === 0
        ? <EmptyState title="No case fits"><p class="govuk-body"><a class="govuk-link" href={paths.caseList()}>Show all the cases</a></p></EmptyState>
        : (
          <SortableTable
            caption="Cases"
            captionClass="govuk-visually-hidden"
            columns={[column(address, 'name', 'Child'), column(address, 'reference', 'Case'), { label: 'What happens next' }, column(address, 'officer', 'Officer'), column(address, 'received', 'Received'), column(address, 'due', 'Due'), column(address, 'stage', 'Stage')]}
            rows={rows.map((row) => [
              childCell(row), { content: row.reference }, { content: nextWords(row) }, { content: row.officer ?? 'Nobody yet' },
              { content: row.receivedOn === undefined ? '' : dateWords(row.receivedOn) }, { content: <DueDate row={row} today={today} /> }, { content: <StageTag stage={row.stage} /> },
            ])}
          />
        )}
      {pages > 1 && <Pages address={address} pages={pages} />}
    </HubPage>
  )
}

function column(address: ListAddress, sort: SortKey, label: string): Column {
  const isSorted = address.sort === sort
  return {
    label, sortHref: addressOf(address, { sort, isDescending: isSorted && !address.isDescending }),
    ...(isSorted ? { order: address.isDescending ? 'descending' as const : 'ascending' as const } : {}),
  }
}

/** The choices in a line above the list: beside it they would leave too little room for the table. */
function ListFilter({ address, officers }: { address: ListAddress; officers: Props['officers'] }) {
  const { stage, officer, due, nextStep } = address
  const isFiltered = [stage, officer, due, nextStep].some((one) => one !== undefined)
  const any = { value: '', text: 'Any' }
  return (
    <form method="get" action={paths.caseList()} class="hub-inline-form" aria-label="Filter">
      {address.sort !== 'due' && <input type="hidden" name="sort" value={address.sort} />}
      {address.isDescending && <input type="hidden" name="order" value="down" />}
      <Select name="stage" label="Stage" value={stage ?? ''} items={[any, ...stages.map((one) => ({ value: one, text: stageWords[one].staff }))]} />
      <Select name="next" label="What happens next" value={nextStep ?? ''} items={[any, ...Object.entries(workWords).map(([value, text]) => ({ value, text }))]} />
      <Select name="officer" label="Officer" value={officer ?? ''} items={[any, { value: 'nobody', text: 'Nobody yet' }, ...officers.map(({ id, name }) => ({ value: id, text: name }))]} />
      <Select name="due" label="Due" value={due ?? ''} items={[any, ...dueChoices.map((one) => ({ value: one, text: dueWords[one] }))]} />
      <Button variant="secondary">Apply filters</Button>
      {isFiltered && <p class="govuk-body"><a class="govuk-link" href={paths.caseList()}>Clear filters</a></p>}
    </form>
  )
}

/** First, last, and those about the one that is shown. */
function Pages({ address, pages }: { address: ListAddress; pages: number }) {
  const wanted = [...new Set([1, address.page - 1, address.page, address.page + 1, pages])].filter((one) => one >= 1 && one <= pages)
  const items = wanted.flatMap((one, index): PageItem[] => [
    ...(index > 0 && one - (wanted[index - 1] ?? one) > 1 ? [{ ellipsis: true } as const] : []),
    { number: one, href: addressOf(address, { page: one }), ...(one === address.page ? { current: true } : {}) },
  ])
  return (
    <Pagination
      items={items}
      {...(address.page > 1 ? { previous: { href: addressOf(address, { page: address.page - 1 }) } } : {})}
      {...(address.page < pages ? { next: { href: addressOf(address, { page: address.page + 1 }) } } : {})}
    />
  )
}
