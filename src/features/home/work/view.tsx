import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Part } from '../../../domain/access/parts.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import { whyWords, whys } from '../../../domain/case-file/work-reasons.ts'
import { holderWords } from '../../../domain/timeline/next-step.ts'
import { paths } from '../../../paths.ts'
import type { FormTokens } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Pagination } from '../../../ui/govuk/pagination.tsx'
import type { PageItem } from '../../../ui/govuk/pagination.tsx'
import { Select } from '../../../ui/govuk/select.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { SubNavigation } from '../../../ui/moj/sub-navigation.tsx'
import { dateWords, numberWords, plural } from '../../../ui/words.ts'
import { DueDate, StageTag, childCell } from '../case-table.tsx'
import type { WorkCase, WorkCounts } from '../work-store.ts'
import { holders } from '../work-store.ts'
import type { WorkAddress } from './address.ts'
import { workAddress } from './address.ts'
import { reasonWords, shownReasons } from './reason-words.ts'

/** Rows of today's work on one page. */
export const workRows = 25

export interface WorkList {
  readonly address: WorkAddress
  readonly rows: readonly WorkCase[]
  readonly total: number
  readonly counts: WorkCounts
  readonly team: readonly { readonly id: string; readonly name: string }[]
  /** The viewer's own id, and their parts in each case of their area. */
  readonly me: string
  readonly parts: readonly Part[]
}

/** In words, so that somebody who was sent the link knows what they see. */
function whatIsShown({ address: { officer, why, waiting }, team, me }: WorkList): string {
  const whose = officer === undefined ? 'the whole team' : officer === 'nobody' ? 'nobody yet' : officer === me ? 'you' : team.find(({ id }) => id === officer)?.name ?? 'somebody who has left'
  return `Children looked after by ${whose}${waiting === undefined ? '' : `, waiting for: ${holderWords[waiting].toLowerCase()}`}${why === undefined ? '' : `. Only: ${whyWords[why].toLowerCase()}`}`
}

export function TodaysWork({ work, today, tokens }: { work: WorkList; today: PlainDate; tokens: FormTokens }) {
  const { address, rows, total, counts } = work
  const pages = Math.max(1, Math.ceil(total / workRows))
  const from = (address.page - 1) * workRows + 1
  const isOnesOwn = address.officer === work.me
  const waitingFor = holders.filter((holder) => (counts.byHolder[holder] ?? 0) > 0)
  return (
    <section aria-labelledby="work" class="hub-section">
      <h2 class="govuk-heading-m" id="work">Today’s work{total > 0 && <span class="hub-quiet"> ({numberWords(total)})</span>}</h2>
      <p class="govuk-body">
        {whatIsShown(work)}. {plural(counts.caseload, 'child', 'children')} in all{waitingFor.length > 0 && <>, waiting for: {waitingFor.map((holder, index) => (
          <>{index > 0 && ', '}<a class="govuk-link" href={workAddress(address, { waiting: holder, why: undefined })}>{holderWords[holder].toLowerCase()} {numberWords(counts.byHolder[holder] ?? 0)}</a></>
        ))}</>}. <a class="govuk-link" href={paths.overdue({ officer: address.officer })}>Overdue work</a>
      </p>
      <SubNavigation
        label="What presses"
        items={[
          { text: 'All', href: workAddress(address, { why: undefined }), ...(address.why === undefined ? { current: true } : {}) },
          ...whys.filter((why) => why !== 'rest' && ((counts.byWhy[why] ?? 0) > 0 || why === address.why)).map((why) => ({
            text: `${whyWords[why]} (${numberWords(counts.byWhy[why] ?? 0)})`, href: workAddress(address, { why }), ...(why === address.why ? { current: true } : {}),
          })),
        ]}
      />
      <WorkFilter work={work} />
      {rows.length === 0
        ? <p class="govuk-body">{address.page > 1 ? 'The list is shorter now.' : isOnesOwn && address.why === undefined && address.waiting === undefined ? 'No case of yours waits for anything.' : 'No case fits.'}</p>
        : (
          <>
            <p class="govuk-body" role="status">{total <= workRows ? plural(total, 'case') : `${numberWords(from)} to ${numberWords(from + rows.length - 1)} of ${plural(total, 'case')}`}, the most pressing first</p>
            <Table
              caption="Cases, the most pressing first"
              captionClass="govuk-visually-hidden"
              head={[{ content: 'Child' }, { content: 'Why it is here' }, ...(isOnesOwn ? [] : [{ content: 'Officer' }]), { content: 'Whose turn' }, { content: 'Due' }, { content: 'Stage' }]}
              rows={rows.map((row) => [
                childCell(row), { content: <Reasons row={row} work={work} today={today} tokens={tokens} /> }, ...(isOnesOwn ? [] : [{ content: row.officer ?? 'Nobody yet' }]),
                { content: row.nextHolder === undefined ? '' : holderWords[row.nextHolder] },
                { content: <><DueDate row={row} today={today} />{row.targetOn !== undefined && <><br /><span class="hub-quiet">Our target: {dateWords(row.targetOn)}</span></>}</> },
                { content: <StageTag stage={row.stage} /> },
              ])}
            />
          </>
        )}
      {pages > 1 && <Pages address={address} pages={pages} />}
    </section>
  )
}

const mostReasons = 4

function Reasons({ row, work, today, tokens }: { row: WorkCase; work: WorkList; today: PlainDate; tokens: FormTokens }) {
  const reasons = shownReasons(row)
  const more = reasons.length - mostReasons
  return (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {reasons.slice(0, more > 1 ? mostReasons : undefined).map((reason) => {
        const { words, href, chase } = reasonWords(reason, row, today)
        const mayChase = mayAct(reason.kind === 'delivery' ? 'chase-delivery' : reason.kind === 'consultation' ? 'chase-consultation' : 'chase-advice', work.parts, row.stage) === 'yes'
        return (
          <li>
            {href === undefined ? words : <a class="govuk-link" href={href}>{words}</a>}
            {chase !== undefined && mayChase && (
              <Form tokens={tokens} action={chase.action}>
                {chase.field && <input type="hidden" name={chase.field.name} value={chase.field.value} />}
                <input type="hidden" name="backTo" value={workAddress(work.address, { page: work.address.page })} />
                <Button variant="secondary" class="hub-small-button">Chase<span class="govuk-visually-hidden"> {chase.of} about {row.name}</span></Button>
              </Form>
            )}
          </li>
        )
      })}
      {more > 1 && <li class="hub-quiet">and {more} more</li>}
    </ul>
  )
}

function WorkFilter({ work: { address, team, me } }: { work: WorkList }) {
  const { officer, why, waiting } = address
  const isFiltered = officer !== me || why !== undefined || waiting !== undefined
  const any = { value: '', text: 'Any' }
  const isOnTeam = team.some(({ id }) => id === me)
  return (
    <form method="get" action={paths.home()} class="hub-inline-form" aria-label="Filter">
      <Select
        name="officer" label="Looked after by" value={officer ?? 'all'}
        items={[{ value: 'all', text: 'The whole team' }, { value: 'nobody', text: 'Nobody yet' }, ...team.map(({ id, name }) => ({ value: id, text: id === me ? `${name} (you)` : name }))]}
      />
      <Select name="why" label="Why it is here" value={why ?? ''} items={[any, ...whys.map((one) => ({ value: one, text: whyWords[one] }))]} />
      <Select name="waiting" label="Waiting for" value={waiting ?? ''} items={[any, ...holders.map((one) => ({ value: one, text: holderWords[one] }))]} />
      <Button variant="secondary">Apply filters</Button>
      {isFiltered && isOnTeam && <p class="govuk-body"><a class="govuk-link" href={paths.home()}>Show my own list</a></p>}
    </form>
  )
}

/** First, last, and those about the one that is shown. */
function Pages({ address, pages }: { address: WorkAddress; pages: number }) {
  const wanted = [...new Set([1, address.page - 1, address.page, address.page + 1, pages])].filter((one) => one >= 1 && one <= pages)
  const items = wanted.flatMap((one, index): PageItem[] => [
    ...(index > 0 && one - (wanted[index - 1] ?? one) > 1 ? [{ ellipsis: true } as const] : []),
    { number: one, href: workAddress(address, { page: one }), ...(one === address.page ? { current: true } : {}) },
  ])
  return (
    <Pagination
      items={items}
      {...(address.page > 1 ? { previous: { href: workAddress(address, { page: address.page - 1 }) } } : {})}
      {...(address.page < pages ? { next: { href: workAddress(address, { page: address.page + 1 }) } } : {})}
    />
  )
}
