import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { monthsSince } from '../../../domain/currency/plan-days.ts'
import { scoredSections } from '../../../domain/currency/rule.ts'
import { needAreas } from '../../../domain/plan/line.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageItem } from '../../../ui/govuk/pagination.tsx'
import { Pagination } from '../../../ui/govuk/pagination.tsx'
import { Select } from '../../../ui/govuk/select.tsx'
import type { Cell } from '../../../ui/govuk/table.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateWords, listWords, numberWords, plural } from '../../../ui/words.ts'
import type { RegisterChoices, RegisterFigures, RegisterRow } from '../currency-store.ts'
import { standings } from '../currency-store.ts'
import type { Register } from '../open-register.ts'
import { RegisterNavigation } from '../register-navigation.tsx'
import { ageWords, halfWords, monthsWords, needWords, standingColours, standingWords, yearGroups, yearGroupWords } from '../words.ts'
import type { RegisterAddress } from './address.ts'
import { isNarrowed, registerAddress } from './address.ts'

/** Rows on one page. */
export const registerRows = 25

interface Props extends Register {
  readonly frame: PageFrame
  readonly today: PlainDate
  readonly address: RegisterAddress
  readonly rows: readonly RegisterRow[]
  readonly total: number
  readonly figures: RegisterFigures
  readonly choices: RegisterChoices
}

export function view(props: Props) {
  const { frame, area, rule, isCouncil, figures } = props
  const title = isCouncil ? 'How old plans are' : `How old your pupils’ plans are, ${area.name}`
  return (
    <HubPage frame={frame} title={title} councilName={area.councilName} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      {isCouncil && <RegisterNavigation area={area.code} here="plans" />}
      <p class="govuk-body">
        A line of a plan is as old as the day on which it was last written, changed, found to be still right at a review, or said in a report that it rests on. A section is as old as its oldest line, and a plan as its worst section.
        {isCouncil && <> <a class="govuk-link" href={paths.currencyRule({ area: area.code })}>What counts as old here</a></>}
      </p>
      {rule.moveMakesRed && (
        <p class="govuk-body">
          On 1 September many plans are out of date at once: those of children who start school, Year 7 or Year 12 that day. What was last confirmed before the move was confirmed for the stage that they
          left{rule.monthsBeforeMove === 0 ? '' : `, unless it was in the ${plural(rule.monthsBeforeMove, 'month')} before`}. A review after the move brings them up to date.
        </p>
      )}
      {figures.all === 0 ? <EmptyState title="No plan is in force"><p class="govuk-body">A plan stands here from the day on which it is final.</p></EmptyState> : (
        <>
          <Sizes {...props} />
          <RegisterFilter {...props} />
          <List {...props} />
        </>
      )}
    </HubPage>
  )
}

const numeric = (content: Cell['content']): Cell => ({ content, format: 'numeric' })

function Sizes({ area, address, isCouncil, figures: { counts, all, oldestMonths, halfMonths, lines } }: Props) {
  return (
    <>
      <Table
        caption="How many plans"
        captionSize="m"
        head={[...standings.map((standing) => numeric(standingWords[standing])), numeric('All plans in force')]}
        rows={[[
          ...standings.map((standing) => numeric(counts[standing] === 0 ? '0' : <a class="govuk-link" href={registerAddress(area.code, { page: address.page }, { standing })}>{numberWords(counts[standing])}<span class="govuk-visually-hidden"> {standingWords[standing].toLowerCase()}</span></a>)),
          numeric(numberWords(all)),
        ]]}
      />
      {oldestMonths !== undefined && halfMonths !== undefined && (
        <p class="govuk-body">
          In the middle plan, the oldest line was last confirmed {monthsWords(oldestMonths)} ago. Half of all {numberWords(lines)} lines were last confirmed {halfWords(halfMonths)}: that is the half-life of what the plans say.
        </p>
      )}
      {isCouncil && <p class="govuk-body-s"><a class="govuk-link" href={paths.currencyFile({ area: area.code })}>Download the counts (CSV)</a>. Numbers under 5, and what would give them away, are left out.</p>}
    </>
  )
}

const any = { value: '', text: 'Any' }

function RegisterFilter({ area, address, choices: { officers, schools } }: Props) {
  const { standing, school, officer, need, year } = address
  return (
    <form method="get" action={paths.currency({ area: area.code })} class="hub-inline-form" aria-label="Filter">
      <Select name="score" label="How old" value={standing ?? ''} items={[any, ...standings.map((value) => ({ value, text: standingWords[value] }))]} />
      <Select name="school" label="School, nursery or college" value={school ?? ''} items={[any, ...schools.map(({ id, name }) => ({ value: id, text: name }))]} />
      <Select name="officer" label="Looked after by" value={officer ?? ''} items={[any, { value: 'nobody', text: 'Nobody yet' }, ...officers.map(({ id, name }) => ({ value: id, text: name }))]} />
      <Select name="need" label="Need in section B" value={need ?? ''} items={[any, ...needAreas.map((value) => ({ value, text: needWords[value] }))]} />
      <Select name="year" label="Year group" value={year === undefined ? '' : String(year)} items={[any, ...yearGroups.map((value) => ({ value: String(value), text: yearGroupWords(value) }))]} />
      <Button variant="secondary">Apply filters</Button>
      {isNarrowed(address) && <p class="govuk-body"><a class="govuk-link" href={paths.currency({ area: area.code })}>Show everything</a></p>}
    </form>
  )
}

/** In words, so that somebody who was sent the link knows what they see. */
function whatIsShown({ address: { standing, school, officer, need, year }, choices }: Props): string {
  const narrowed = [
    standing === undefined ? undefined : standingWords[standing].toLowerCase(),
    school === undefined ? undefined : choices.schools.find(({ id }) => id === school)?.name ?? 'a school with no plan here',
    officer === undefined ? undefined : `looked after by ${officer === 'nobody' ? 'nobody yet' : choices.officers.find(({ id }) => id === officer)?.name ?? 'somebody who has left'}`,
    need === undefined ? undefined : needWords[need].toLowerCase(),
    year === undefined ? undefined : yearGroupWords(year),
  ].filter((words) => words !== undefined)
  return narrowed.length === 0 ? '' : ` (${narrowed.join('; ')})`
}

function List(props: Props) {
  const { rows, total, address, isCouncil } = props
  const pages = Math.max(1, Math.ceil(total / registerRows))
  const from = (address.page - 1) * registerRows + 1
  if (rows.length === 0) return <p class="govuk-body">{address.page > 1 ? 'The list is shorter now.' : `No plan fits${whatIsShown(props)}.`}</p>
  return (
    <>
      <p class="govuk-body" role="status">
        {total <= registerRows ? plural(total, 'plan') : `${numberWords(from)} to ${numberWords(from + rows.length - 1)} of ${numberWords(total)} plans`}, the one with the oldest line first{whatIsShown(props)}
      </p>
      <Table
        caption="Plans, the one with the oldest line first"
        captionClass="govuk-visually-hidden"
        head={[{ content: 'Child' }, { content: 'How old' }, { content: 'Oldest line' }, { content: 'Half of the lines' }, { content: 'Sections' }, { content: 'School, nursery or college' }, ...(isCouncil ? [{ content: 'Officer' }] : [])]}
        rows={rows.map((row) => cells(row, props))}
      />
      {pages > 1 && <Pages {...props} pages={pages} />}
    </>
  )
}

function cells(row: RegisterRow, { area, today, isCouncil }: Props): Cell[] {
  const { caseId, name, bornOn, yearGroup, standing, oldestOn, halfOn, issuedOn, school, officer } = row
  const day = (on: PlainDate | undefined) => (on === undefined ? 'None' : <>{dateWords(on)}<br /><span class="hub-quiet">{ageWords(on, today)} ago</span></>)
  return [
    { content: <><a class="govuk-link" href={paths.planCurrency({ area: area.code, caseId })}>{name}</a><br /><span class="hub-quiet">{yearGroupWords(yearGroup)}, born {dateWords(bornOn)}</span></> },
    { content: <Tag colour={standingColours[standing]} class="hub-tag-on-one-line">{standingWords[standing]}</Tag> },
    { content: day(oldestOn) },
    { content: halfOn === undefined ? 'None' : halfWords(monthsSince(halfOn, today)) },
    { content: <>{sectionsInWords(row)}{issuedOn !== undefined && <><br /><span class="hub-quiet">Plan of {dateWords(issuedOn)}</span></>}</> },
    { content: school ?? 'None' },
    ...(isCouncil ? [{ content: officer ?? 'Nobody yet' }] : []),
  ]
}

/** "Out of date: F and G. Getting old: B". */
function sectionsInWords({ standing, sections }: RegisterRow): string {
  if (standing === 'not-here') return 'Bring the plan in to see'
  const of = (score: 'red' | 'amber', words: string): string[] => {
    const found = scoredSections.filter((section) => sections[section] === score)
    return found.length === 0 ? [] : [`${words}: ${listWords([...found])}`]
  }
  const said = [...of('red', 'Out of date'), ...of('amber', 'Getting old')]
  return said.length === 0 ? 'All up to date' : said.join('. ')
}

/** First, last, and those about the one that is shown. */
function Pages({ area, address, pages }: Props & { pages: number }) {
  const wanted = [...new Set([1, address.page - 1, address.page, address.page + 1, pages])].filter((one) => one >= 1 && one <= pages)
  const items = wanted.flatMap((one, index): PageItem[] => [
    ...(index > 0 && one - (wanted[index - 1] ?? one) > 1 ? [{ ellipsis: true } as const] : []),
    { number: one, href: registerAddress(area.code, address, { page: one }), ...(one === address.page ? { current: true } : {}) },
  ])
  return (
    <Pagination
      items={items}
      {...(address.page > 1 ? { previous: { href: registerAddress(area.code, address, { page: address.page - 1 }) } } : {})}
      {...(address.page < pages ? { next: { href: registerAddress(area.code, address, { page: address.page + 1 }) } } : {})}
    />
  )
}
