import type { Area } from '../../../casebook/open-case-file.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { standingWords } from '../../../domain/older-plans/placing.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/govuk/button.tsx'
import { Pagination } from '../../../ui/govuk/pagination.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Table, type Cell } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { SubNavigation } from '../../../ui/moj/sub-navigation.tsx'
import { dateTimeWords, dateWords, plural } from '../../../ui/words.ts'
import type { BatchRow } from '../batch-store.ts'
import type { QueueFilter, QueueRow, StateCounts } from '../older-plan-store.ts'
import { nameOnPlan } from '../open-older-plan.ts'

export const filters: readonly { readonly key: QueueFilter; readonly text: string; readonly none: string }[] = [
  { key: 'to-confirm', text: 'To confirm', none: 'There is no plan to confirm.' },
  { key: 'mine', text: 'Mine', none: 'You have started on no plan. Choose one under “To confirm”.' },
  { key: 'not-read', text: 'Not read', none: 'Every file that was brought in could be read.' },
  { key: 'done', text: 'Done', none: 'No plan has been confirmed yet.' },
]

interface Props {
  readonly frame: PageFrame
  readonly area: Pick<Area, 'code' | 'councilName'>
  readonly filter: QueueFilter
  readonly pageNo: number
  readonly hasMore: boolean
  readonly rows: readonly QueueRow[]
  readonly counts: StateCounts
  readonly batches: readonly BatchRow[]
  readonly me?: PersonId
}

export function view({ frame, area, filter, pageNo, hasMore, rows, counts, batches, me }: Props) {
  const title = 'Plans from before'
  const at = (show: QueueFilter, page?: number): string => paths.olderPlans({ area: area.code }, { ...(show === 'to-confirm' ? {} : { show }), ...(page === undefined || page === 1 ? {} : { page: String(page) }) })
  return (
    <HubPage frame={frame} title={title} breadcrumbs={[{ text: 'Home', href: paths.home() }, { text: title }]} councilName={area.councilName} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">Final plans that were made before Golden Thread, as Word files. A person confirms each before it is the child’s plan here.</p>
      <Button href={paths.bringInPlans({ area: area.code })}>Bring in plans</Button>
      <SummaryList rows={[
        { key: 'To confirm', value: String(counts.read) }, { key: 'Still to be read', value: String(counts.waiting) }, { key: 'Could not be read', value: String(counts['not-read']) },
        { key: 'Confirmed', value: String(counts.confirmed) }, { key: 'Kept as earlier plans, or set aside', value: String(counts.earlier + counts['set-aside']) },
      ]} />
      <SubNavigation label="Plans from before" items={filters.map(({ key, text }) => ({ text, href: at(key), current: key === filter }))} />
      {rows.length === 0
        ? <p class="govuk-body">{filters.find(({ key }) => key === filter)?.none}</p>
        : <Table head={headOf(filter)} rows={rows.map((row) => cellsOf(row, filter, area.code, me))} />}
      {(hasMore || pageNo > 1) && <Pagination {...(pageNo > 1 ? { previous: { href: at(filter, pageNo - 1) } } : {})} {...(hasMore ? { next: { href: at(filter, pageNo + 1) } } : {})} />}
      {batches.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Brought in lately</h2>
          <ul class="govuk-list">
            {batches.map(({ id, broughtAt, byName, files, refused }) => (
              <li><a class="govuk-link" href={paths.olderPlanBatch({ area: area.code, batchId: id })}>{dateTimeWords(broughtAt)}</a>: {plural(files, 'file')}{refused > 0 && `, ${refused} not taken`}{byName !== undefined && `, ${byName}`}</li>
            ))}
          </ul>
        </>
      )}
    </HubPage>
  )
}

const headOf = (filter: QueueFilter): Cell[] =>
  ['Child, as the file says', 'Born', 'Plan of', filter === 'not-read' ? 'Why' : filter === 'done' ? 'What became of it' : 'How sure we are', 'File', ...(filter === 'to-confirm' ? ['Who has it'] : [])].map((content) => ({ content }))

function cellsOf(row: QueueRow, filter: QueueFilter, area: string, me: PersonId | undefined): Cell[] {
  const { facts, fileName } = row
  const name = nameOnPlan(row)
  const isOpen = row.state !== 'waiting' && row.state !== 'not-read'
  return [
    { content: isOpen ? <a class="govuk-link" href={paths.olderPlan({ area, olderPlanId: row.id })}>{name}</a> : name },
    { content: facts.bornOn === undefined ? 'Not said' : dateWords(facts.bornOn) },
    { content: facts.issuedOn === undefined ? 'Not said' : dateWords(facts.issuedOn) },
    { content: filter === 'not-read' ? row.why ?? 'Waits to be read' : filter === 'done' ? endOf(row, area) : <SureTag row={row} /> },
    { content: fileName },
    ...(filter === 'to-confirm' ? [{ content: row.claimedBy === undefined ? 'Nobody' : row.claimedBy === me ? 'You' : row.claimedByName ?? '' }] : []),
  ]
}

function endOf({ state, caseId }: QueueRow, area: string) {
  if (state === 'set-aside') return 'Set aside'
  const words = state === 'confirmed' ? 'Confirmed as the plan' : 'Kept as an earlier plan'
  return caseId === undefined ? words : <a class="govuk-link" href={paths.caseOverview({ area, caseId })}>{words}</a>
}

const tagColours = { much: 'orange', 'a-few': 'yellow', settled: 'green' } as const

const SureTag = ({ row: { standing, toSettle } }: { row: Pick<QueueRow, 'standing' | 'toSettle'> }) => (
  <><Tag colour={tagColours[standing]}>{standingWords[standing]}</Tag>{toSettle > 0 && <span class="govuk-!-display-block govuk-!-margin-top-1">{plural(toSettle, 'place')} to look at</span>}</>
)
