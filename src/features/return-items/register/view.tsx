import type { Area } from '../../../casebook/open-case-file.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { ruleById } from '../../../domain/sen2/rules/all-rules.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { PageItem } from '../../../ui/govuk/pagination.tsx'
import { Pagination } from '../../../ui/govuk/pagination.tsx'
import { Select } from '../../../ui/govuk/select.tsx'
import type { Cell } from '../../../ui/govuk/table.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateWords, numberWords, plural } from '../../../ui/words.ts'
import { itemWordsOf } from '../where-mended.ts'
import type { FaultsAddress } from './address.ts'
import { faultsAddress, isNarrowed } from './address.ts'
import type { FaultCounts, FaultRow, NightRow } from './register-store.ts'
import { standings } from './register-store.ts'
import { ReturnNavigation } from './return-navigation.tsx'
import { becauseOf, ruleSentence, standingOf, standingTags, standingWords } from '../fault-words.ts'

/** Rows on one page. */
export const faultRows = 25

interface Props {
  readonly frame: PageFrame
  readonly area: Area
  readonly address: FaultsAddress
  readonly rows: readonly FaultRow[]
  readonly total: number
  readonly counts: FaultCounts
  readonly officers: readonly { readonly id: PersonId; readonly name: string }[]
  readonly lastNight: NightRow | undefined
  readonly isHeaderSaid: boolean
  readonly maySetHeader: boolean
}

export function view(props: Props) {
  const { frame, area, counts, lastNight, isHeaderSaid, maySetHeader } = props
  const all = standings.reduce((sum, standing) => sum + counts.byStanding[standing], 0)
  const title = 'What the national return will find'
  return (
    <HubPage frame={frame} title={title} councilName={area.councilName} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      <ReturnNavigation area={area.code} here="faults" />
      <p class="govuk-body">
        Each night the hub makes the return (SEN2) of {area.councilName} and checks it, as of today and as it would be on the next survey day. What is wrong is a task for whoever looks after the case until it is put right.
        {lastNight !== undefined && <> On the night of {dateWords(lastNight.onDay)} there {lastNight.counted === 1 ? 'was 1 person' : `were ${numberWords(lastNight.counted)} people`} in it.</>}
      </p>
      {!isHeaderSaid && <InsetText>The return begins with who sends it, and that is not said yet: the authority’s number, and whether the area has its designated officers. {maySetHeader ? <a class="govuk-link" href={paths.returnHeader({ area: area.code })}>Say it</a> : 'Somebody who decides for the council can say it.'}</InsetText>}
      {isHeaderSaid && maySetHeader && <p class="govuk-body"><a class="govuk-link" href={paths.returnHeader({ area: area.code })}>The area in the national return</a></p>}
      {lastNight === undefined ? <EmptyState title="No night has been checked yet"><p class="govuk-body">The return is made and checked each night for the first time after the hub is started.</p></EmptyState>
        : all === 0 ? <EmptyState title="The return has nothing to find"><p class="govuk-body">Nothing was wrong with it last night, and nothing would be asked about.</p></EmptyState> : (
          <>
            <Sizes {...props} />
            <Filter {...props} />
            <List {...props} />
          </>
        )}
    </HubPage>
  )
}

const numeric = (content: Cell['content']): Cell => ({ content, format: 'numeric' })

function Sizes({ area, address, counts }: Props) {
  return (
    <>
      <Table
        caption="How many faults" captionSize="m" head={[...standings.map((standing) => numeric(standingWords[standing])), numeric('Cases with something to do')]}
        rows={[[
          ...standings.map((standing) => numeric(counts.byStanding[standing] === 0 ? '0' : <a class="govuk-link" href={faultsAddress(area.code, { page: address.page }, { standing })}>{numberWords(counts.byStanding[standing])}<span class="govuk-visually-hidden"> {standingWords[standing].toLowerCase()}</span></a>)),
          numeric(numberWords(counts.cases)),
        ]]}
      />
      <p class="govuk-body-s"><a class="govuk-link" href={paths.returnFaultsFile({ area: area.code })}>Take the list as a file (CSV)</a></p>
    </>
  )
}

const any = { value: '', text: 'Any' }

function Filter({ area, address, counts, officers }: Props) {
  const { standing, officer, rule } = address
  return (
    <form method="get" action={paths.returnFaults({ area: area.code })} class="hub-inline-form" aria-label="Filter">
      <Select name="kind" label="What kind" value={standing ?? ''} items={[any, ...standings.map((value) => ({ value, text: standingWords[value] }))]} />
      <Select name="officer" label="Looked after by" value={officer ?? ''} items={[any, { value: 'nobody', text: 'Nobody yet' }, ...officers.map(({ id, name }) => ({ value: id, text: name }))]} />
      <Select name="rule" label="Rule" value={rule ?? ''} items={[any, ...counts.byRule.map(({ rule: id, count }) => ({ value: id, text: `${id} (${numberWords(count)}): ${shortened(ruleById.get(id)?.says ?? '')}` }))]} class="hub-long-select" />
      <Button variant="secondary">Apply filters</Button>
      {isNarrowed(address) && <p class="govuk-body"><a class="govuk-link" href={paths.returnFaults({ area: area.code })}>Show everything</a></p>}
    </form>
  )
}

const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 59)}…` : words)

function List(props: Props) {
  const { rows, total, address } = props
  if (rows.length === 0) return <p class="govuk-body">{address.page > 1 ? 'The list is shorter now.' : 'Nothing is like that.'}</p>
  const start = (address.page - 1) * faultRows + 1
  const pages = Math.max(1, Math.ceil(total / faultRows))
  return (
    <>
      <p class="govuk-body" role="status">{total <= faultRows ? plural(total, 'fault') : `${numberWords(start)} to ${numberWords(start + rows.length - 1)} of ${numberWords(total)} faults`}, what must be put right first</p>
      <Table
        caption="What is wrong, case by case" captionClass="govuk-visually-hidden"
        head={[{ content: 'Case' }, { content: 'What is wrong' }, { content: 'Kind' }, { content: 'Put right' }, { content: 'Since' }, { content: 'Officer' }]}
        rows={rows.map((row) => cells(row, props))}
      />
      {pages > 1 && <Pages {...props} pages={pages} />}
    </>
  )
}

function cells(fault: FaultRow, { area }: Props): Cell[] {
  const { caseId, reference, name, officer, rule, block, element, times, onlyBySurveyDay, sinceOn, explanation, severity } = fault
  const because = becauseOf(fault)
  const key = { area: area.code, caseId }
  const item = itemWordsOf(block, element)
  const standing = standingOf({ severity, isExplained: explanation !== null })
  return [
    { content: <><a class="govuk-link" href={paths.returnItems(key)}>{name}</a><br /><span class="hub-quiet">{reference}</span></> },
    { content: <>{ruleSentence(fault)}{because !== undefined && <><br /><span class="hub-quiet">{because}</span></>}{times > 1 && <><br /><span class="hub-quiet">In {numberWords(times)} places</span></>}{explanation !== null && <><br />Explained: {explanation}</>}<br /><span class="hub-quiet">{rule}</span></> },
    { content: <><Tag colour={standingTags[standing]} class="hub-tag-on-one-line">{standingWords[standing]}</Tag>{onlyBySurveyDay && <><br /><span class="hub-quiet">On survey day, not today</span></>}</> },
    { content: <a class="govuk-link" href={item.mendedAt(key)}>{item.words}<span class="govuk-visually-hidden"> of {name}</span></a> },
    { content: dateWords(sinceOn) }, { content: officer ?? 'Nobody yet' },
  ]
}

/** First, last, and those about the one that is shown. */
function Pages({ area, address, pages }: Props & { pages: number }) {
  const wanted = [...new Set([1, address.page - 1, address.page, address.page + 1, pages])].filter((one) => one >= 1 && one <= pages)
  const items = wanted.flatMap((one, index): PageItem[] => [
    ...(index > 0 && one - (wanted[index - 1] ?? one) > 1 ? [{ ellipsis: true } as const] : []), { number: one, href: faultsAddress(area.code, address, { page: one }), ...(one === address.page ? { current: true } : {}) },
  ])
  return (
    <Pagination
      items={items} {...(address.page > 1 ? { previous: { href: faultsAddress(area.code, address, { page: address.page - 1 }) } } : {})}
      {...(address.page < pages ? { next: { href: faultsAddress(area.code, address, { page: address.page + 1 }) } } : {})}
    />
  )
}
